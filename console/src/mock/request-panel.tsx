import type { ComponentChildren, JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { Button } from "../components/button.tsx";
import { CopyButton } from "../components/copy-button.tsx";
import { SelectField, TextArea } from "../components/field.tsx";
import { Notice } from "../components/notice.tsx";
import type { OperationView } from "../openapi/operation.ts";
import type { Resolve } from "../openapi/schema.ts";
import { exchange, type Result, type Why } from "./exchange.ts";
import { Pairs } from "./pairs.tsx";
import { bodyOf, draftOf, takesBody, type RequestDraft } from "./request-draft.ts";
import { ResultView } from "./result-view.tsx";
import { curl, fetchCode } from "./snippet.ts";
import type { MockRequest, Pair } from "./url.ts";

export interface RequestPanelProps {
  method: string;
  path: string;
  view: OperationView;
  resolve: Resolve;
  /** The URL for these values. */
  urlFor: (path: ReadonlyMap<string, string>, query: readonly Pair[]) => string;
  /** Headers that are sent besides, such as a token. */
  headers?: Pair[];
  /** A management token, so that the owner sees what the script logged. */
  owner?: string | undefined;
  /** Choices that stand above the parameters. */
  choices?: ComponentChildren;
  /** In words, why an answer is this one. */
  explain?: (why: Why) => ComponentChildren;
}

/** Sends a request to the mock and shows what comes back. */
export function RequestPanel({ method, path, view, resolve, urlFor, headers = [], owner, choices, explain }: RequestPanelProps): JSX.Element {
  const [draft, setDraft] = useState<RequestDraft>(() => draftOf(path, view, resolve));
  const [result, setResult] = useState<Result>();
  const [failure, setFailure] = useState<string>();
  const [busy, setBusy] = useState(false);
  const running = useRef<AbortController | undefined>(undefined);
  const touched = useRef(false);
  useEffect(() => () => running.current?.abort(), []);
  // Parts of the document that come later bring better values, unless somebody has begun to write.
  useEffect(() => {
    if (!touched.current) setDraft(draftOf(path, view, resolve));
  }, [view]);
  const change = (part: Partial<RequestDraft>) => {
    touched.current = true;
    setDraft({ ...draft, ...part });
  };

  const withBody = takesBody(method) && draft.mediaType !== "";
  const request: MockRequest = {
    method,
    url: urlFor(draft.path, draft.query),
    headers: [...headers, ...draft.headers, ...(withBody ? [{ name: "Content-Type", value: draft.mediaType, on: true }] : [])],
    body: withBody ? draft.body : undefined,
  };
  const send = async () => {
    running.current?.abort();
    const mine = (running.current = new AbortController());
    setBusy(true);
    setFailure(undefined);
    try {
      setResult(await exchange(request, { signal: mine.signal, token: owner }));
    } catch (error) {
      if (running.current !== mine) return;
      setResult(undefined);
      if (mine.signal.aborted) setFailure("Stopped before the answer was there.");
      else setFailure(error instanceof TypeError ? "No answer came. The server cannot be reached, or closed the connection: try again." : String((error as Error).message));
    }
    if (running.current === mine) setBusy(false);
  };
  const types = view.body?.content.map(({ type }) => type) ?? [];

  return (
    <div class="request">
      <form
        class="request-form"
        aria-label="Request"
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        {choices}
        {draft.path.size > 0 && (
          <fieldset class="pairs">
            <legend>Path</legend>
            {[...draft.path].map(([name, value]) => (
              <label key={name} class="pair pair-path">
                <span class="mono">{name}</span>
                <input class="input mono" value={value} spellcheck={false} autocomplete="off" onInput={(event) => change({ path: new Map(draft.path).set(name, event.currentTarget.value) })} />
              </label>
            ))}
          </fieldset>
        )}
        <Pairs legend="Query" what="parameter" pairs={draft.query} onChange={(query) => change({ query })} />
        <Pairs legend="Headers" what="header" pairs={draft.headers} onChange={(list) => change({ headers: list })} />
        {takesBody(method) && (
          <div class="request-body">
            <SelectField
              label="Body"
              value={draft.mediaType}
              options={[{ value: "", label: "None" }, ...[...new Set([...types, ...(types.length ? [] : ["application/json"])])].map((type) => ({ value: type, label: type }))]}
              onChange={(mediaType) => {
                const media = view.body?.content.find(({ type }) => type === mediaType);
                change({ mediaType, body: media ? bodyOf(media, resolve) : draft.body });
              }}
            />
            {draft.mediaType && <TextArea label="Content of the body" hideLabel mono rows={Math.min(14, Math.max(4, draft.body.split("\n").length))} value={draft.body} onInput={(body) => change({ body })} />}
          </div>
        )}
        <div class="row request-actions">
          <Button type="submit" tone="primary" icon="play" busy={busy}>
            Request
          </Button>
          {busy && (
            <Button onClick={() => running.current?.abort()}>Stop</Button>
          )}
          <CopyButton text={curl(request)}>curl</CopyButton>
          <CopyButton text={fetchCode(request)}>fetch</CopyButton>
        </div>
        <p class="request-line mono small">
          <span class="muted">{method}</span> {request.url}
        </p>
      </form>
      <div class="request-result" aria-live="polite" aria-busy={busy}>
        {failure && <Notice tone="bad">{failure}</Notice>}
        {result ? <ResultView result={result} explain={explain} /> : !failure && <p class="request-none muted">Press Request to see what the mock answers.</p>}
      </div>
    </div>
  );
}
