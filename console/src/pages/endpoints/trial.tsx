import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { TrialRequest } from "../../api/endpoint-types.ts";
import { TextArea, TextField } from "../../components/field.tsx";
import { draftOf, takesBody } from "../../mock/request-draft.ts";
import { Pairs } from "../../mock/pairs.tsx";
import { filled, type Pair } from "../../mock/url.ts";
import type { ReadOperation } from "./references.ts";

/** A request that is made up to try something on. */
export interface TrialDraft {
  path: Map<string, string>;
  query: Pair[];
  headers: Pair[];
  body: string;
}

function newTrial(path: string, operation: ReadOperation): TrialDraft {
  const { path: values, query, headers, body } = draftOf(path, operation.view, operation.resolve);
  return { path: values, query, headers, body };
}

/** Such a request, from the examples of the document, until somebody writes another. */
export function useTrial(path: string, operation: ReadOperation): [TrialDraft, (draft: TrialDraft) => void] {
  const [draft, setDraft] = useState(() => newTrial(path, operation));
  const touched = useRef(false);
  useEffect(() => {
    if (!touched.current) setDraft(newTrial(path, operation));
  }, [operation.view]);
  const change = (next: TrialDraft) => {
    touched.current = true;
    setDraft(next);
  };
  return [draft, change];
}

/** As the API takes it. */
export function trialRequest(method: string, path: string, draft: TrialDraft): TrialRequest {
  const on = (pairs: Pair[]) => pairs.filter((pair) => pair.on && pair.name);
  const query = new URLSearchParams(on(draft.query).map(({ name, value }): [string, string] => [name, value]));
  const headers = Object.fromEntries(on(draft.headers).map(({ name, value }) => [name, value]));
  return {
    method,
    path: filled(path, draft.path),
    query: query.toString(),
    pathParameters: Object.fromEntries(draft.path),
    headers,
    ...(takesBody(method) && draft.body && { body: jsonOr(draft.body) }),
  };
}

/** JSON goes as JSON, so that it is read as such. */
function jsonOr(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

/** The fields of such a request. */
export function TrialFields({ method, draft, onChange }: { method: string; draft: TrialDraft; onChange: (draft: TrialDraft) => void }): JSX.Element {
  return (
    <details class="trial">
      <summary>The request that it is tried with</summary>
      <div class="stack">
        {[...draft.path].map(([name, value]) => (
          <TextField key={name} mono label={`Path parameter ${name}`} value={value} onInput={(next) => onChange({ ...draft, path: new Map(draft.path).set(name, next) })} />
        ))}
        <Pairs legend="Query" what="parameter" pairs={draft.query} onChange={(query) => onChange({ ...draft, query })} />
        <Pairs legend="Headers" what="header" pairs={draft.headers} onChange={(headers) => onChange({ ...draft, headers })} />
        {takesBody(method) && <TextArea label="Body" mono rows={6} value={draft.body} onInput={(body) => onChange({ ...draft, body })} />}
      </div>
    </details>
  );
}
