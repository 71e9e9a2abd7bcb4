import type { ComponentChildren, JSX } from "preact";
import { Badge } from "../../components/badge.tsx";
import { BodyView } from "../../json/json-view.tsx";
import { statusText, toneOf } from "../../mock/exchange.ts";
import { Headers } from "../../mock/result-view.tsx";

export interface PreviewedAnswer {
  status?: number;
  contentType?: string | null;
  headers?: [string, string][];
  body?: string;
  delay?: number | null;
}

/** An answer that was made without being sent. */
export function AnswerPreview({ answer, children }: { answer: PreviewedAnswer; children?: ComponentChildren }): JSX.Element {
  const { status = 200, contentType, headers = [], body = "", delay } = answer;
  return (
    <div class="result">
      <div class="result-head">
        <Badge tone={toneOf(status)}>{statusText(status)}</Badge>
        {delay ? <span>after {delay} ms</span> : null}
        <span class="muted">{contentType}</span>
        {children}
      </div>
      {headers.length > 0 && <Headers headers={headers} />}
      {body ? <BodyView text={body} /> : <p class="muted">No body.</p>}
    </div>
  );
}
