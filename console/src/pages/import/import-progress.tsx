import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { messageOf } from "../../api/error.ts";
import { Button } from "../../components/button.tsx";
import { toast } from "../../components/toast.tsx";
import { cancelJob, type Progress } from "./run.ts";

const PHASES: Record<Progress["phase"], string> = {
  sending: "Sending the document",
  waiting: "Waiting for an import before it",
  reading: "Reading the document and comparing it with what is here",
  compiling: "Checking and compiling endpoints",
  packing: "Storing",
  publishing: "Publishing",
};

/** How far an import is: a bar, and in words. */
export function ImportProgress({ project, progress }: { project: string; progress: Progress }): JSX.Element {
  const [began] = useState(() => Date.now());
  const [seconds, setSeconds] = useState(0);
  const [stopping, setStopping] = useState(false);
  useEffect(() => {
    const timer = setInterval(() => setSeconds(Math.floor((Date.now() - began) / 1000)), 1000);
    return () => clearInterval(timer);
  }, [began]);
  const { job, phase, done, operations } = progress;
  const percent = done === undefined ? undefined : Math.round(done * 100);
  const stop = async (id: number) => {
    setStopping(true);
    try {
      await cancelJob(project, id);
    } catch (error) {
      toast(messageOf(error), "bad");
      setStopping(false);
    }
  };
  return (
    <div class="progress">
      <progress aria-label="Import" {...(percent !== undefined && { value: percent })} max={100} />
      <p class="spread">
        <span>
          <span role="status">{PHASES[phase]}</span>
          {phase === "sending" && percent !== undefined && `: ${percent} %`}
          {phase === "compiling" && operations && `: ${operations.done.toLocaleString("en")} of ${operations.total.toLocaleString("en")}`}
        </span>
        {seconds > 0 && (
          <span class="muted" aria-hidden="true">
            {seconds} s
          </span>
        )}
      </p>
      {job !== undefined && (
        <div class="spread">
          <p class="hint">It goes on without this page.</p>
          {phase !== "publishing" && (
            <Button small busy={stopping} onClick={() => void stop(job)}>
              Stop the import
            </Button>
          )}
        </div>
      )}
    </div>
  );
}
