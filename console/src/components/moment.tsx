import type { JSX } from "preact";
import { ago, full } from "../lib/time.ts";

/** A moment, told from now; the exact time is its tooltip. `time` is RFC 3339 or milliseconds. */
export function Moment({ time }: { time: string | number }): JSX.Element {
  const at = typeof time === "number" ? time : Date.parse(time);
  return (
    <time dateTime={new Date(at).toISOString()} title={full(at)}>
      {ago(at)}
    </time>
  );
}
