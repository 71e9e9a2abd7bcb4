import type { ComponentChildren, JSX } from "preact";
import { useMemo, useState } from "preact/hooks";
import { messageOf } from "../../api/error.ts";
import type { EndpointDetails, EndpointMock } from "../../api/endpoint-types.ts";
import type { ListedEndpoint, MockSettings } from "../../api/types.ts";
import { Badge } from "../../components/badge.tsx";
import { Button } from "../../components/button.tsx";
import { Checkbox } from "../../components/choice.tsx";
import { CopyButton, CopyLine } from "../../components/copy-button.tsx";
import { SelectField } from "../../components/field.tsx";
import { Notice } from "../../components/notice.tsx";
import { toast } from "../../components/toast.tsx";
import { toneOf, type Why } from "../../mock/exchange.ts";
import { RequestPanel } from "../../mock/request-panel.tsx";
import { mockUrl, wish, type Answer, type Pair, type UrlForm } from "../../mock/url.ts";
import { currentToken, useMayWrite } from "../../session/session.ts";
import { href } from "../../router/router.ts";
import { changeSettings } from "../settings/change.ts";
import type { ReadOperation } from "./references.ts";

interface MockTabProps {
  project: string;
  endpoint: ListedEndpoint;
  details: EndpointDetails;
  settings: MockSettings;
  mock: EndpointMock | undefined;
  operation: ReadOperation;
}

const keyOf = (answer: Answer) => (answer.kind === "usual" ? "usual" : `${answer.kind}:${answer.id}`);

/** The mock of an endpoint: its URL, its answers, and a request to try. */
export function MockTab({ project, endpoint, details, settings, mock, operation }: MockTabProps): JSX.Element {
  const [form, setForm] = useState<UrlForm>(endpoint.mockUrl === null ? "id" : "path");
  const closed = settings.access === "token";
  const [withToken, setWithToken] = useState(closed);
  const [answer, setAnswer] = useState<Answer>({ kind: "usual" });
  const token: Pair[] = closed && withToken && settings.token ? [{ name: "apidogToken", value: settings.token, on: true }] : [];
  const none = useMemo(() => new Map<string, string>(), []);
  const urlOf = (one: Answer) => mockUrl(endpoint, form, none, [...wish(one), ...token]);
  const answers = answersOf(details, mock);

  return (
    <div class="stack">
      {!settings.cloudMock && <SwitchedOff project={project} />}
      <section class="mock-url" aria-labelledby="mock-url-title">
        <div class="spread">
          <h2 id="mock-url-title">Mock URL</h2>
          <div class="row">
            {endpoint.mockUrl !== null && <FormChoice form={form} onChange={setForm} />}
            {closed && <Checkbox label="With token" checked={withToken} onChange={setWithToken} />}
          </div>
        </div>
        <CopyLine text={urlOf({ kind: "usual" })} label="mock URL" />
      </section>
      <section class="answers" aria-labelledby="answers-title">
        <h2 id="answers-title">Answers</h2>
        <ul class="answer-list">
          {answers.map((one) => (
            <li key={keyOf(one.answer)} class="answer">
              <span class="answer-what">
                {one.badge}
                <span class="answer-title">{one.title}</span>
                {one.note && <span class="muted small">{one.note}</span>}
              </span>
              <span class="row answer-actions">
                <CopyButton text={urlOf(one.answer)} label={`Copy URL of ${one.title}`} />
                <Button small icon={keyOf(answer) === keyOf(one.answer) ? "check" : undefined} aria-pressed={keyOf(answer) === keyOf(one.answer)} onClick={() => setAnswer(one.answer)}>
                  Use <span class="visually-hidden">{one.title}</span>
                </Button>
              </span>
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="request-title" class="stack">
        <h2 id="request-title">Request</h2>
        <RequestPanel
          method={endpoint.method}
          path={endpoint.path}
          view={operation.view}
          resolve={operation.resolve}
          urlFor={(path, query) => mockUrl(endpoint, form, path, [...query, ...wish(answer), ...(closed ? token : [])])}
          owner={mock?.script?.enabled ? currentToken() ?? undefined : undefined}
          choices={
            <SelectField
              label="Answer"
              value={keyOf(answer)}
              options={answers.map((one) => ({ value: keyOf(one.answer), label: one.title }))}
              onChange={(key) => setAnswer(answers.find((one) => keyOf(one.answer) === key)?.answer ?? { kind: "usual" })}
            />
          }
          explain={(why) => <Explanation why={why} details={details} mock={mock} />}
        />
      </section>
    </div>
  );
}

function FormChoice({ form, onChange }: { form: UrlForm; onChange: (form: UrlForm) => void }): JSX.Element {
  return (
    <div class="segments" role="group" aria-label="Form of the URL">
      {(["path", "id"] as const).map((one) => (
        <button key={one} type="button" class="segment" aria-pressed={form === one} onClick={() => onChange(one)}>
          {one === "path" ? "By path" : "By id"}
        </button>
      ))}
    </div>
  );
}

function SwitchedOff({ project }: { project: string }): JSX.Element {
  const mayWrite = useMayWrite();
  const [busy, setBusy] = useState(false);
  const on = async () => {
    setBusy(true);
    try {
      await changeSettings(project, { cloudMock: true });
      toast("The cloud mock is on.");
    } catch (error) {
      toast(messageOf(error), "bad");
    }
    setBusy(false);
  };
  return (
    <Notice
      tone="warn"
      title="The cloud mock of this project is off"
      action={
        mayWrite ? (
          <Button small tone="primary" busy={busy} onClick={on}>
            Switch it on
          </Button>
        ) : undefined
      }
    >
      Its URLs do not answer until it is on. <a href={href(`/projects/${project}/settings`)}>Mock settings</a> say who may call it.
    </Notice>
  );
}

interface Offered {
  answer: Answer;
  title: string;
  note?: ComponentChildren;
  badge?: ComponentChildren;
}

function answersOf(details: EndpointDetails, mock: EndpointMock | undefined): Offered[] {
  const text = (response: unknown) => {
    const description = (response as { description?: unknown } | null)?.description;
    return typeof description === "string" ? description : "";
  };
  return [
    { answer: { kind: "usual" }, title: "As the request decides", note: "the first custom mock that fits, else the first response", badge: <Badge tone="accent">auto</Badge> },
    ...details.responses.map((response): Offered => {
      const named = response.name ?? text(response.response);
      return { answer: { kind: "response", id: response.id }, title: `${response.key.replace(/^x-(\d{3}):.*/, "$1")} ${named}`.trim(), badge: <Badge tone={toneOf(response.status)}>{response.status}</Badge> };
    }),
    ...(mock?.customMocks ?? []).filter(({ enabled }) => enabled).map((one): Offered => ({ answer: { kind: "customMock", id: one.id }, title: one.name || `Custom mock ${one.id}`, note: "custom mock", badge: <Badge>{one.response.status ?? 200}</Badge> })),
  ];
}

/** Why an answer is this one, in words. */
function Explanation({ why, details, mock }: { why: Why; details: EndpointDetails; mock: EndpointMock | undefined }): JSX.Element {
  const mocks = mock?.customMocks ?? [];
  const called = (id: number) => mocks.find((one) => one.id === id)?.name || `Custom mock ${id}`;
  const response = details.responses.find(({ id }) => id === why.response?.id);
  const key = response?.key ?? why.response?.key ?? "";
  const condition = (id: number, index: number | null) => {
    const one = mocks.find((known) => known.id === id)?.conditions[index ?? -1];
    return one ? ` (${one.location} ${one.name} ${one.comparison} ${one.value === undefined ? "" : JSON.stringify(one.value)} does not hold)` : "";
  };
  return (
    <>
      {why.kind === "customMock" && (
        <>
          custom mock <strong>{why.customMock ? called(why.customMock.id) : ""}</strong> {why.named ? "was asked for by its id." : "is the first whose conditions hold."}
        </>
      )}
      {why.kind === "generated" && <>made up from the schema of response <strong>{key}</strong>.</>}
      {why.kind === "example" && (
        <>
          example <strong>{why.example}</strong> of response <strong>{key}</strong>.
        </>
      )}
      {why.kind === "undeclared" && <>the endpoint declares no response.</>}
      {why.kind === "refused" && <>the request breaks a rule of the document, and the project validates requests.</>}
      {why.unfit && why.unfit.length > 0 && (
        <>
          {" "}
          Did not fit:{" "}
          {why.unfit.slice(0, 5).map(({ id, condition: index }, at) => (
            <span key={id}>
              {at > 0 && ", "}
              {called(id)}
              {condition(id, index)}
            </span>
          ))}
          {why.unfit.length > 5 && ` and ${why.unfit.length - 5} more`}.
        </>
      )}
    </>
  );
}
