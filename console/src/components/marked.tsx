import type { JSX } from "preact";

/** A message in which code stands between backticks, as the API writes it. */
export function Marked({ text }: { text: string }): JSX.Element {
  return <>{text.split("`").map((part, index) => (index % 2 ? <code key={index}>{part}</code> : part))}</>;
}
