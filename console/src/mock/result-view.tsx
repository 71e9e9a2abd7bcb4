import type { ComponentChildren, JSX } from "preact";
import { useMemo, useState } from "preact/hooks";
import { Badge } from "../components/badge.tsx";
import { Notice } from "../components/notice.tsx";
import { Tabs } from "../components/tabs.tsx";
import { BodyView } from "../json/json-view.tsx";
import { sizeOf, statusText, toneOf, type Result, type Why } from "./exchange.ts";

/** Images are shown up to this many bytes. */
const MAX_IMAGE = 1_000_000;

/** What came back, and why. */
export function ResultView({ result, explain }: { result: Result; explain?: ((why: Why) => ComponentChildren) | undefined }): JSX.Element {
  const [tab, setTab] = useState<"body" | "headers">("body");
  const { why, violations, warning, script } = result;
  return (
    <section class="result" aria-label="Answer">
      <header class="result-head">
        <Badge tone={toneOf(result.status)}>{statusText(result.status)}</Badge>
        <span>{Math.round(result.duration)} ms</span>
        <span>{sizeOf(result.bytes.length)}</span>
        <span class="muted">{result.contentType}</span>
      </header>
      {why && explain && (
        <p class="result-why">
          <strong>Why this answer: </strong>
          {explain(why)}
        </p>
      )}
      {violations && (
        <Notice tone="warn" title="The request is not what the document declares">
          {violations}
        </Notice>
      )}
      {warning && <Notice tone="warn">{warning}</Notice>}
      {script && (script.error || script.logs.length > 0) && (
        <div class="script-log" role="log" aria-label="Console of the script" tabIndex={0}>
          {script.logs.map(({ level, text }, index) => (
            <p key={index} class={`log-${level}`}>
              {text}
            </p>
          ))}
          {script.error && <p class="log-error">{script.error.message}</p>}
        </div>
      )}
      <Tabs label="Answer" selected={tab} onSelect={setTab} tabs={[{ id: "body", title: "Body" }, { id: "headers", title: `Headers (${result.headers.length})` }]}>
        {tab === "body" ? <BodyOf result={result} /> : <Headers headers={result.headers} />}
      </Tabs>
    </section>
  );
}

function BodyOf({ result }: { result: Result }): JSX.Element {
  const { bytes, contentType, text } = result;
  const image = useMemo(() => (/^image\//.test(contentType) && bytes.length <= MAX_IMAGE ? `data:${contentType.split(";")[0]};base64,${base64(bytes)}` : undefined), [bytes, contentType]);
  if (!bytes.length) return <p class="muted">No body.</p>;
  if (image) return <img class="result-image" src={image} alt="The body, as an image" />;
  if (text === undefined) return <p class="muted">{sizeOf(bytes.length)} of {contentType || "unknown type"}, which is no text.</p>;
  return <BodyView text={text} />;
}

function base64(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}

/** Headers with their values. */
export function Headers({ headers }: { headers: [string, string][] }): JSX.Element {
  return (
    <dl class="headers">
      {headers.map(([name, value], index) => (
        <div key={index}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
