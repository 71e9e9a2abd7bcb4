import type { JSX } from "preact";

/** Lines that stand for themselves: lists, headings, tables, quotes, code. */
const OWN_LINE = /^(\s{4}|\s*([-*+#|>`]|\d+[.)]\s))/m;

/** A description of a document as text. Nothing in it is read as HTML; paragraphs are told apart, lines of a paragraph run on. */
export function Description({ text }: { text: string }): JSX.Element {
  const paragraphs = text.trim().split(/\n[ \t]*\n/);
  return (
    <div class="doc-text">
      {paragraphs.map((paragraph, index) => (
        <p key={index} class={OWN_LINE.test(paragraph) ? "doc-lines" : undefined}>
          {paragraph}
        </p>
      ))}
    </div>
  );
}
