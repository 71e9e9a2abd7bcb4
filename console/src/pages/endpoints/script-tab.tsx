import type { JSX } from "preact";
import { useCallback, useEffect, useState } from "preact/hooks";
import type { Loaded } from "../../api/cache.ts";
import { ask, request } from "../../api/client.ts";
import { ApiError, messageOf } from "../../api/error.ts";
import type { EndpointMock, Script, ScriptOutcome } from "../../api/endpoint-types.ts";
import type { ListedEndpoint } from "../../api/types.ts";
import { Button } from "../../components/button.tsx";
import { Switch } from "../../components/choice.tsx";
import { confirm } from "../../components/confirm.tsx";
import { Show } from "../../components/loading.tsx";
import { Notice } from "../../components/notice.tsx";
import { toast } from "../../components/toast.tsx";
import { CodeEditor } from "../../editor/code-editor.tsx";
import { useLeaveGuard } from "../../router/router.ts";
import { useMayWrite } from "../../session/session.ts";
import { AnswerPreview } from "./answer-preview.tsx";
import type { ReadOperation } from "./references.ts";
import { TrialFields, trialRequest, useTrial } from "./trial.tsx";

const EMPTY: Script = {
  enabled: true,
  source: `// Runs after a body was made up, before it is sent.
const body = $$.mockResponse.json();

console.log("asked for", $$.mockRequest.path);
$$.mockResponse.setBody(body);
`,
};

interface ScriptTabProps {
  base: string;
  endpoint: ListedEndpoint;
  mock: Loaded<EndpointMock>;
  operation: ReadOperation;
}

/** The script of an endpoint: an editor, a test run, and what it logs. */
export function ScriptTab(props: ScriptTabProps): JSX.Element {
  return <Show of={props.mock} what="The script">{(set) => <ScriptEditor {...props} set={set} />}</Show>;
}

function ScriptEditor({ base, endpoint, mock, operation, set }: ScriptTabProps & { set: EndpointMock }): JSX.Element {
  const mayWrite = useMayWrite();
  const [opened, setOpened] = useState({ script: set.script ?? undefined, etag: mock.etag });
  const [draft, setDraft] = useState<Script>(set.script ?? EMPTY);
  const [trial, setTrial] = useTrial(endpoint.path, operation);
  const [outcome, setOutcome] = useState<ScriptOutcome>();
  const [error, setError] = useState<ApiError>();
  const [conflict, setConflict] = useState<{ etag: string | undefined; theirs: Script | undefined }>();
  const [busy, setBusy] = useState<"run" | "save">();
  const saved = opened.script ?? EMPTY;
  const dirty = draft.source !== saved.source || draft.enabled !== saved.enabled;
  // What was shown out of memory may be old; whoever has begun to write is told when they save.
  useEffect(() => {
    if (dirty || JSON.stringify(set.script ?? undefined) === JSON.stringify(opened.script)) return;
    setOpened({ script: set.script ?? undefined, etag: mock.etag });
    setDraft(set.script ?? EMPTY);
  }, [set.script]);
  const mayLeave = useCallback(() => confirm({ title: "Leave without saving?", body: "What you changed in the script is lost.", action: "Leave", danger: true }), []);
  useLeaveGuard(dirty && busy !== "save", mayLeave);
  const failed = (failure: unknown) => setError(failure instanceof ApiError ? failure : new ApiError(messageOf(failure), 0));

  const run = async () => {
    setBusy("run");
    setError(undefined);
    try {
      setOutcome(await ask<ScriptOutcome>("POST", `${base}/script/test`, { body: { source: draft.source, request: trialRequest(endpoint.method, endpoint.path, trial) } }));
    } catch (failure) {
      failed(failure);
    }
    setBusy(undefined);
  };
  const save = async (etag: string | undefined) => {
    setBusy("save");
    setError(undefined);
    setConflict(undefined);
    try {
      const answer = await request<Script>("PUT", `${base}/script`, { body: draft, ifMatch: etag });
      setOpened({ script: draft, etag: answer.etag });
      await mock.reload();
      toast("Script saved.");
    } catch (failure) {
      if (failure instanceof ApiError && failure.isConflict) await lookAgain();
      else failed(failure);
    }
    setBusy(undefined);
  };
  const lookAgain = async () => {
    const now = await request<EndpointMock>("GET", `${base}/mock`);
    const theirs = now.data.script ?? undefined;
    // Something else of the endpoint was changed: both fit together.
    if (JSON.stringify(theirs) === JSON.stringify(opened.script)) await save(now.etag);
    else setConflict({ etag: now.etag, theirs });
  };
  const remove = async () => {
    if (!(await confirm({ title: "Delete the script?", body: "Bodies are then sent as they are made up. Earlier releases still have the script.", action: "Delete script", danger: true }))) return;
    try {
      const answer = await request("DELETE", `${base}/script`, { ifMatch: opened.etag });
      setOpened({ script: undefined, etag: answer.etag });
      setDraft(EMPTY);
      await mock.reload();
      toast("Script deleted.");
    } catch (failure) {
      failed(failure);
    }
  };
  const place = error?.pointer.startsWith("/source");

  return (
    <div class="editor-panes">
      <div class="stack">
        <p class="muted">JavaScript that changes a made-up answer before it is sent. Custom mocks and examples are sent as they are.</p>
        <CodeEditor label="Script" hideLabel language="javascript" rows={20} value={draft.source} disabled={!mayWrite} error={place ? error?.message : undefined} onInput={(source) => setDraft({ ...draft, source })} />
        <Switch label="The script is on" checked={draft.enabled} disabled={!mayWrite} onChange={(enabled) => setDraft({ ...draft, enabled })} />
        {conflict && (
          <Notice
            tone="warn"
            title="Somebody else changed the script meanwhile"
            action={
              <span class="row">
                <Button
                  small
                  onClick={() => {
                    setOpened({ script: conflict.theirs, etag: conflict.etag });
                    setDraft(conflict.theirs ?? EMPTY);
                    setConflict(undefined);
                  }}
                >
                  Show theirs
                </Button>
                <Button small tone="primary" onClick={() => void save(conflict.etag)}>
                  Save mine over it
                </Button>
              </span>
            }
          >
            Nothing was saved, and what you wrote is still here.
          </Notice>
        )}
        {error && !place && <Notice tone="bad">{error.message}</Notice>}
        <div class="row">
          <Button tone="primary" busy={busy === "save"} disabled={!mayWrite || conflict !== undefined || (!dirty && opened.script !== undefined)} onClick={() => void save(opened.etag)}>
            Save
          </Button>
          <Button icon="play" busy={busy === "run"} onClick={() => void run()}>
            Test run
          </Button>
          {opened.script && (
            <Button tone="quiet" icon="trash" disabled={!mayWrite} onClick={() => void remove()}>
              Delete
            </Button>
          )}
        </div>
      </div>
      <section class="preview" aria-label="Test run">
        <h2>Test run</h2>
        <TrialFields method={endpoint.method} draft={trial} onChange={setTrial} />
        <div aria-live="polite" class="stack">
          {outcome ? <Outcome outcome={outcome} /> : <p class="muted">Runs what is in the editor, without saving it.</p>}
        </div>
      </section>
    </div>
  );
}

function Outcome({ outcome }: { outcome: ScriptOutcome }): JSX.Element {
  const { error, logs } = outcome;
  return (
    <>
      {error && (
        <Notice tone="bad" title="The script failed">
          {error.line ? `Line ${error.line}${error.column ? `, column ${error.column}` : ""}: ` : ""}
          {error.message}
        </Notice>
      )}
      <div class="script-log" role="log" aria-label="Console of the script" tabIndex={0}>
        {logs.length ? logs.map(({ level, text }, index) => <p key={index} class={`log-${level}`}>{text}</p>) : <p class="muted">Nothing was logged.</p>}
      </div>
      {!error && <AnswerPreview answer={outcome} />}
    </>
  );
}
