import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Progress } from "./run.ts";

/** How far an import is: a bar, and in words. */
export function ImportProgress({ progress }: { progress: Progress }): JSX.Element {
  const [began] = useState(() => Date.now());
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setSeconds(Math.floor((Date.now() - began) / 1000)), 1000);
    return () => clearInterval(timer);
  }, [began]);
  const percent = progress.done === undefined ? undefined : Math.round(progress.done * 100);
  const told = progress.phase === "sending" ? "Sending the document" : "The server reads, checks and publishes it";
  return (
    <div class="progress" role="status">
      <progress aria-label="Import" {...(percent !== undefined && { value: percent })} max={100} />
      <p class="spread">
        <span>
          {told}
          {percent !== undefined && `: ${percent} %`}
        </span>
        {seconds > 0 && (
          <span class="muted" aria-hidden="true">
            {seconds} s
          </span>
        )}
      </p>
    </div>
  );
}
