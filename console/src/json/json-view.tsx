import type { JSX } from "preact";
import { useMemo, useRef, useState } from "preact/hooks";
import { Button } from "../components/button.tsx";
import { CopyButton } from "../components/copy-button.tsx";
import { VirtualLines } from "../virtual/virtual-list.tsx";
import { closing, jsonLines, unfolded, type Line } from "./lines.ts";

/** How high a line is, in rem. */
const LINE = 1.3125;
/** Longer texts are shown as they are: cutting them into lines would keep the page busy. */
const MAX_FORMATTED = 2_000_000;
/** Lines that are shown before the view scrolls. */
const MAX_LINES = 26;

/** A body: JSON formatted, with lists and objects that fold; anything else as it is. */
export function BodyView({ text, label = "Body" }: { text: string; label?: string }): JSX.Element {
  const lines = useMemo(() => (text.length <= MAX_FORMATTED ? jsonLines(text) : undefined), [text]);
  const [folded, setFolded] = useState<ReadonlySet<number>>(new Set());
  const last = useRef(text);
  if (last.current !== text) {
    last.current = text;
    if (folded.size) setFolded(new Set());
  }
  const scroller = useRef<HTMLDivElement>(null);
  const shown = useMemo(() => (lines ? unfolded(lines, folded) : []), [lines, folded]);
  if (!lines) {
    return (
      <div class="body-view">
        <pre class="body-text" tabIndex={0} aria-label={label}>{text}</pre>
        <div class="body-tools">
          <CopyButton text={text} label={`Copy ${label.toLowerCase()}`} />
        </div>
      </div>
    );
  }
  const toggle = (at: number) => {
    const next = new Set(folded);
    if (!next.delete(at)) next.add(at);
    setFolded(next);
  };
  const foldAll = () => setFolded(new Set(lines.flatMap((line, at) => (line.closedBy !== undefined && line.depth > 0 ? [at] : []))));
  const foldable = lines.some(({ closedBy, depth }) => closedBy !== undefined && depth > 0);
  return (
    <div class="body-view">
      <div ref={scroller} class="json" tabIndex={0} role="region" aria-label={label} style={{ height: `${Math.min(shown.length, MAX_LINES) * LINE + 1}rem` }}>
        <VirtualLines scroller={scroller} count={shown.length} height={LINE} render={(index) => <JsonLine key={shown[index]} lines={lines} at={shown[index] ?? 0} folded={folded.has(shown[index] ?? -1)} onToggle={toggle} />} />
      </div>
      <div class="body-tools">
        {foldable && (
          <Button small tone="quiet" onClick={folded.size ? () => setFolded(new Set()) : foldAll}>
            {folded.size ? "Unfold all" : "Fold all"}
          </Button>
        )}
        <CopyButton text={text} label={`Copy ${label.toLowerCase()}`} />
      </div>
    </div>
  );
}

function JsonLine({ lines, at, folded, onToggle }: { lines: Line[]; at: number; folded: boolean; onToggle: (at: number) => void }): JSX.Element {
  const line = lines[at] ?? { depth: 0, parts: [] };
  const opens = line.closedBy !== undefined;
  return (
    <div class="json-line" style={{ height: `${LINE}rem`, paddingLeft: `${1.4 + line.depth * 1.1}rem` }}>
      {opens && (
        <button type="button" class="json-fold" style={{ left: `${line.depth * 1.1}rem` }} aria-expanded={!folded} aria-label={`${folded ? "Unfold" : "Fold"} line ${at + 1}`} onClick={() => onToggle(at)}>
          <span class="json-turn" aria-hidden="true" />
        </button>
      )}
      {line.parts.map(({ text, kind }, index) => (
        <span key={index} class={`json-${kind}`}>
          {text}
        </span>
      ))}
      {folded && (
        <>
          <button type="button" class="json-more" tabIndex={-1} aria-hidden="true" onClick={() => onToggle(at)}>
            {line.size}
          </button>
          <span class="json-mark">{closing(lines, line)}</span>
        </>
      )}
    </div>
  );
}
