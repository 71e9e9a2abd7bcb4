import type { JSX } from "preact";
import { useCallback, useMemo, useState } from "preact/hooks";
import { request } from "../../api/client.ts";
import { ApiError, messageOf } from "../../api/error.ts";
import type { CustomMock, EndpointDetails, EndpointMock, MockPreview } from "../../api/endpoint-types.ts";
import type { ListedEndpoint } from "../../api/types.ts";
import { Badge } from "../../components/badge.tsx";
import { Button } from "../../components/button.tsx";
import { confirm } from "../../components/confirm.tsx";
import { SelectField, TextField } from "../../components/field.tsx";
import { Notice } from "../../components/notice.tsx";
import { toast } from "../../components/toast.tsx";
import { CodeEditor } from "../../editor/code-editor.tsx";
import { useLeaveGuard } from "../../router/router.ts";
import { useMayWrite } from "../../session/session.ts";
import { AnswerPreview } from "./answer-preview.tsx";
import { ConditionFields } from "./conditions.tsx";
import type { Opened } from "./custom-mocks.tsx";
import { DraftFault, draftOfMock, mockOf, NEW_MOCK, type MockDraft } from "./mock-draft.ts";
import type { ReadOperation } from "./references.ts";
import { TrialFields, trialRequest, useTrial } from "./trial.tsx";
import { usePreview } from "./use-preview.ts";

const BODY_TYPES: { value: MockDraft["bodyType"]; label: string }[] = [
  { value: "json", label: "JSON" },
  { value: "template", label: "Template" },
  { value: "text", label: "Text" },
  { value: "generated", label: "Made up from the schema" },
  { value: "empty", label: "None" },
];

/** What of a custom mock has a field that shows its fault. */
const HAS_FIELD = /^\/(name$|conditions\/\d|response\/(status|delay|headers\/\d|body))/;

interface EditorProps {
  base: string;
  endpoint: ListedEndpoint;
  details: EndpointDetails;
  operation: ReadOperation;
  opened: Opened;
  onDone: () => void;
}

/** Somebody saved something in between: what is there now, absent where it was deleted. */
interface Conflict {
  etag: string | undefined;
  theirs: CustomMock | undefined;
}

/** Makes or changes a custom mock, with what it would answer beside it. */
export function CustomMockEditor({ base, endpoint, details, operation, opened, onDone }: EditorProps): JSX.Element {
  const mayWrite = useMayWrite();
  const id = opened.mock?.id;
  const first = useMemo(() => (opened.mock ? draftOfMock(opened.mock) : NEW_MOCK), []);
  const [draft, setDraft] = useState(first);
  const [trial, setTrial] = useTrial(endpoint.path, operation);
  const [etag, setEtag] = useState(opened.etag);
  const [known, setKnown] = useState(opened.mock);
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<{ error: ApiError; draft: MockDraft }>();
  const [conflict, setConflict] = useState<Conflict>();
  const change = (part: Partial<MockDraft>) => setDraft({ ...draft, ...part });
  const dirty = draft !== first && JSON.stringify(draft) !== JSON.stringify(first);
  const mayLeave = useCallback(() => confirm({ title: "Leave without saving?", body: "What you changed in this custom mock is lost.", action: "Leave", danger: true }), []);
  useLeaveGuard(dirty && !busy, mayLeave);

  const { mock, fault } = useMemo(() => made(draft), [draft]);
  const preview = usePreview<MockPreview>(`${base}/custom-mocks/preview`, mock && { customMock: mock, request: trialRequest(endpoint.method, endpoint.path, trial), seed: 1 });
  // What saving said counts until something is changed; then it is the preview that says it.
  const told = refused?.draft === draft ? { message: refused.error.message, pointer: refused.error.pointer } : preview.error && { message: preview.error.message, pointer: preview.error.pointer.replace(/^\/customMock/, "") };
  const wrong = fault ?? told;
  const errorAt = (pointer: string): string | undefined => (wrong && (wrong.pointer === pointer || wrong.pointer.startsWith(`${pointer}/`)) ? wrong.message : undefined);

  const write = async (version: string | undefined, where: number | undefined) => {
    if (!mock) return;
    setBusy(true);
    setRefused(undefined);
    try {
      if (where === undefined) await request("POST", `${base}/custom-mocks`, { body: mock });
      else await request("PUT", `${base}/custom-mocks/${where}`, { body: { ...mock, id: where }, ifMatch: version });
      toast(where === undefined ? "Custom mock made." : "Custom mock saved.");
      setDraft(first);
      onDone();
      return;
    } catch (failure) {
      const error = failure instanceof ApiError ? failure : new ApiError(messageOf(failure), 0);
      if (error.isConflict) await lookAgain();
      else setRefused({ error, draft });
    }
    setBusy(false);
  };
  /** Somebody was first. Where it was about something else of the endpoint, both fit together. */
  const lookAgain = async () => {
    const now = await request<EndpointMock>("GET", `${base}/mock`);
    const theirs = now.data.customMocks.find((one) => one.id === id);
    if (theirs && JSON.stringify(theirs) === JSON.stringify(known)) {
      setEtag(now.etag);
      await write(now.etag, id);
    } else setConflict({ etag: now.etag, theirs });
  };
  const takeTheirs = () => {
    if (!conflict?.theirs) return onDone();
    setDraft(draftOfMock(conflict.theirs));
    setKnown(conflict.theirs);
    setEtag(conflict.etag);
    setConflict(undefined);
  };
  const keepMine = () => {
    const target = conflict?.theirs ? id : undefined;
    setConflict(undefined);
    setKnown(conflict?.theirs);
    setEtag(conflict?.etag);
    void write(conflict?.etag, target);
  };

  const form = (
    <form
      class="form"
      aria-label="Custom mock"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void write(etag, id);
      }}
    >
      <TextField label="Name" value={draft.name} placeholder="What it shows: sold out" disabled={!mayWrite} error={errorAt("/name")} onInput={(name) => change({ name })} />
      <ConditionFields conditions={draft.conditions} disabled={!mayWrite} errorAt={errorAt} onChange={(conditions) => change({ conditions })} />
      <div class="form-columns">
        <TextField label="Status" value={draft.status} inputMode="numeric" placeholder={draft.bodyType === "generated" ? "that of the response" : "200"} disabled={!mayWrite} error={errorAt("/response/status")} onInput={(status) => change({ status })} />
        <TextField label="Delay in milliseconds" value={draft.delay} inputMode="numeric" disabled={!mayWrite} error={errorAt("/response/delay")} onInput={(delay) => change({ delay })} />
      </div>
      <HeaderFields draft={draft} change={change} errorAt={errorAt} disabled={!mayWrite} />
      <BodyFields draft={draft} change={change} errorAt={errorAt} disabled={!mayWrite} details={details} />
      {conflict && (
        <Notice
          tone="warn"
          title={conflict.theirs ? "Somebody else changed this custom mock meanwhile" : "Somebody else deleted this custom mock meanwhile"}
          action={
            <span class="row">
              <Button small onClick={takeTheirs}>{conflict.theirs ? "Show theirs" : "Let it go"}</Button>
              <Button small tone="primary" onClick={keepMine}>{conflict.theirs ? "Save mine over it" : "Save mine as a new one"}</Button>
            </span>
          }
        >
          Nothing was saved, and what you wrote is still here.
        </Notice>
      )}
      {wrong && !HAS_FIELD.test(wrong.pointer) && <Notice tone="bad">{wrong.message}</Notice>}
      <div class="row">
        <Button type="submit" tone="primary" busy={busy} disabled={!mayWrite || !mock || conflict !== undefined}>
          {id === undefined ? "Make custom mock" : "Save"}
        </Button>
        <Button onClick={async () => (!dirty || (await mayLeave())) && onDone()}>{dirty ? "Cancel" : "Back"}</Button>
      </div>
    </form>
  );

  return (
    <div class="editor-panes">
      <div class="stack">
        <h2>{id === undefined ? "New custom mock" : opened.mock?.name || `Custom mock ${id}`}</h2>
        {form}
      </div>
      <section class="preview" aria-label="Preview" aria-busy={preview.busy}>
        <h2>Preview</h2>
        <TrialFields method={endpoint.method} draft={trial} onChange={setTrial} />
        {preview.data && !fault ? <Preview preview={preview.data} /> : !fault && !preview.error && <p class="muted">…</p>}
        {wrong && <p class="muted">It cannot be shown until what is wrong is mended.</p>}
      </section>
    </div>
  );
}

function made(draft: MockDraft): { mock?: Omit<CustomMock, "id">; fault?: DraftFault } {
  try {
    return { mock: mockOf(draft) };
  } catch (fault) {
    if (fault instanceof DraftFault) return { fault };
    throw fault;
  }
}

function Preview({ preview }: { preview: MockPreview }): JSX.Element {
  return (
    <>
      <p>
        {preview.fits ? <Badge tone="good">Answers this request</Badge> : <Badge tone="warn">Condition {(preview.unmetCondition ?? 0) + 1} does not hold</Badge>}
      </p>
      {preview.error ? <Notice tone="bad">{preview.error}</Notice> : <AnswerPreview answer={preview} />}
    </>
  );
}

interface PartProps {
  draft: MockDraft;
  change: (part: Partial<MockDraft>) => void;
  errorAt: (pointer: string) => string | undefined;
  disabled: boolean;
}

function HeaderFields({ draft, change, errorAt, disabled }: PartProps): JSX.Element {
  const { headers } = draft;
  const set = (at: number, part: Partial<MockDraft["headers"][number]>) => change({ headers: headers.map((one, index) => (index === at ? { ...one, ...part } : one)) });
  return (
    <fieldset class="pairs" disabled={disabled}>
      <legend>Headers of the answer</legend>
      {headers.map((header, at) => (
        <div key={at} class="pair pair-plain">
          <input class="input mono" aria-label={`Name of answer header ${at + 1}`} placeholder="X-Total" spellcheck={false} value={header.name} onInput={(event) => set(at, { name: event.currentTarget.value })} />
          <input class="input mono" aria-label={`Value of answer header ${at + 1}`} placeholder="{{$number.int(min=1,max=9)}}" spellcheck={false} value={header.value} onInput={(event) => set(at, { value: event.currentTarget.value })} />
          <Button tone="quiet" small icon="close" label={`Remove answer header ${at + 1}`} onClick={() => change({ headers: headers.filter((_, index) => index !== at) })} />
          {errorAt(`/response/headers/${at}`) && <p class="field-error">{errorAt(`/response/headers/${at}`)}</p>}
        </div>
      ))}
      <div>
        <Button small tone="quiet" icon="add" onClick={() => change({ headers: [...headers, { name: "", value: "" }] })}>
          Add header
        </Button>
      </div>
    </fieldset>
  );
}

function BodyFields({ draft, change, errorAt, disabled, details }: PartProps & { details: EndpointDetails }): JSX.Element {
  const { bodyType } = draft;
  const error = errorAt("/response/body");
  const setField = (at: number, part: Partial<MockDraft["fields"][number]>) => change({ fields: draft.fields.map((one, index) => (index === at ? { ...one, ...part } : one)) });
  return (
    <div class="stack">
      <SelectField label="Body" value={bodyType} disabled={disabled} options={BODY_TYPES} onChange={(value) => change({ bodyType: value as MockDraft["bodyType"] })} />
      {bodyType === "json" && <CodeEditor key="json" label="JSON of the body" hideLabel language="json" rows={14} value={draft.json} disabled={disabled} error={error} onInput={(json) => change({ json })} />}
      {(bodyType === "text" || bodyType === "template") && (
        <CodeEditor
          key={bodyType}
          label={bodyType === "text" ? "Text of the body" : "Template of the body"}
          hideLabel
          hint={bodyType === "template" ? "Nunjucks: {{ request.query.page }}, {% if … %}, and dynamic values such as {{$person.fullName}}." : "Sent as it is."}
          language="text"
          rows={14}
          value={draft.text}
          disabled={disabled}
          error={error}
          onInput={(text) => change({ text })}
        />
      )}
      {bodyType === "generated" && (
        <>
          <SelectField
            label="From the response"
            value={draft.response}
            disabled={disabled}
            options={[{ value: "", label: "The first" }, ...details.responses.map(({ key, name }) => ({ value: key, label: name ? `${key} ${name}` : key }))]}
            onChange={(response) => change({ response })}
          />
          <fieldset class="pairs" disabled={disabled}>
            <legend>With these members set</legend>
            {draft.fields.map((field, at) => (
              <div key={at} class="pair pair-plain">
                <input class="input mono" aria-label={`Path of member ${at + 1}`} placeholder="/data/0/name or $.data[*].name" spellcheck={false} value={field.path} onInput={(event) => setField(at, { path: event.currentTarget.value })} />
                <input class="input mono" aria-label={`Value of member ${at + 1}`} placeholder="value or template" spellcheck={false} value={field.value} onInput={(event) => setField(at, { value: event.currentTarget.value })} />
                <Button tone="quiet" small icon="close" label={`Remove member ${at + 1}`} onClick={() => change({ fields: draft.fields.filter((_, index) => index !== at) })} />
              </div>
            ))}
            {error && <p class="field-error">{error}</p>}
            <div>
              <Button small tone="quiet" icon="add" onClick={() => change({ fields: [...draft.fields, { path: "", value: "" }] })}>
                Set a member
              </Button>
            </div>
          </fieldset>
        </>
      )}
      {(bodyType === "json" || bodyType === "text" || bodyType === "template") && (
        <TextField label="Content type" mono value={draft.contentType} disabled={disabled} placeholder={bodyType === "text" ? "text/plain" : "application/json"} onInput={(contentType) => change({ contentType })} />
      )}
    </div>
  );
}
