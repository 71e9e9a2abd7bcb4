import type { JSX } from "preact";
import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { invalidate } from "../../api/cache.ts";
import { ApiError, messageOf } from "../../api/error.ts";
import type { Imported } from "../../api/types.ts";
import { Button } from "../../components/button.tsx";
import { confirm } from "../../components/confirm.tsx";
import { TextArea, TextField } from "../../components/field.tsx";
import { Form } from "../../components/form.tsx";
import { FieldError } from "../../components/field-error.tsx";
import { Icon } from "../../components/icon.tsx";
import { Marked } from "../../components/marked.tsx";
import { Notice } from "../../components/notice.tsx";
import { Card, PageHeader } from "../../components/page.tsx";
import { Tabs } from "../../components/tabs.tsx";
import { toast } from "../../components/toast.tsx";
import { useLeaveGuard, type PageProps } from "../../router/router.ts";
import { useMayWrite } from "../../session/session.ts";
import { DropZone, useFileDrop } from "./drop-zone.tsx";
import { ImportOptions } from "./import-options.tsx";
import { ImportProgress } from "./import-progress.tsx";
import { ImportResult } from "./import-result.tsx";
import { followJob, runImport, unfinishedJob, type Options, type Progress } from "./run.ts";
import { kindOf, sizeOf, sourceOfFile, sourceOfText, type Source } from "./source.ts";
import { forgetUsers } from "./users.ts";

type Way = "file" | "paste" | "url";

/** Brings a document into the project. */
export default function Import({ params }: PageProps): JSX.Element {
  const project = params["project"] ?? "";
  const mayWrite = useMayWrite();
  const [way, setWay] = useState<Way>("file");
  const [file, setFile] = useState<Source>();
  const [text, setText] = useState("");
  const [url, setUrl] = useState("");
  const [username, setUsername] = useState("");
  const [password, setPassword] = useState("");
  const [options, setOptions] = useState<Options>({ endpointOverwriteBehavior: "OVERWRITE_EXISTING", prependBasePath: false, deleteUnmatchedResources: false, targetBranchId: "" });
  const [progress, setProgress] = useState<Progress>();
  const [failure, setFailure] = useState<ApiError>();
  const [missing, setMissing] = useState<string>();
  const [result, setResult] = useState<{ imported: Imported; source: Source | undefined }>();
  const running = useRef<AbortController>(undefined);

  useEffect(
    () => () => {
      running.current?.abort();
      running.current = undefined;
    },
    [project],
  );

  const mayLeave = useCallback(() => confirm({ title: "Leave this page?", body: "The document is still being sent; nothing of it is imported then.", action: "Leave", cancel: "Stay" }), []);
  useLeaveGuard(progress?.phase === "sending", mayLeave);

  const take = useCallback(async (chosen: File) => {
    setWay("file");
    setFailure(undefined);
    setMissing(undefined);
    setResult(undefined);
    try {
      setFile(await sourceOfFile(chosen));
    } catch (error) {
      setFile(undefined);
      setMissing(messageOf(error));
    }
  }, []);

  const over = useFileDrop(take, progress !== undefined || !mayWrite);

  const chosen = (): Source | string => {
    if (way === "file") return file ?? "Choose a file first.";
    if (way === "paste") return text.trim() ? sourceOfText(text) : "Paste a document first.";
    return url.trim() ? { kind: "url", url: url.trim(), username, password } : "Enter an address first.";
  };

  const start = () => {
    const source = chosen();
    setMissing(typeof source === "string" ? source : undefined);
    if (typeof source !== "string") void follow(source, (signal) => runImport(project, source, options, setProgress, signal));
  };

  /** Waits for an import that is begun by `work`, or goes on. */
  const follow = async (source: Source | undefined, work: (signal: AbortSignal) => Promise<Imported | undefined>) => {
    const controller = new AbortController();
    running.current = controller;
    setFailure(undefined);
    setResult(undefined);
    try {
      const imported = await work(controller.signal);
      if (!imported) return toast("The import was stopped; nothing was changed");
      forgetUsers();
      invalidate(`/projects/${project}/`);
      setResult({ imported, source });
    } catch (error) {
      if (controller.signal.aborted) return;
      setFailure(error instanceof ApiError ? error : new ApiError(messageOf(error), 0));
    } finally {
      if (running.current === controller) setProgress(undefined);
    }
  };

  // An import that was begun here before, or elsewhere.
  useEffect(() => {
    const controller = new AbortController();
    unfinishedJob(project, controller.signal).then(
      (job) => {
        if (job && !running.current) void follow(undefined, (signal) => followJob(project, job.id, setProgress, signal));
      },
      // That it is not known is no fault of this page.
      () => undefined,
    );
    return () => controller.abort();
  }, [project]);

  if (!mayWrite) {
    return (
      <>
        <PageHeader title="Import" />
        <Notice>The access token that you signed in with is read-only: it cannot import.</Notice>
      </>
    );
  }
  if (result) {
    return (
      <>
        <PageHeader
          title="Imported"
          actions={
            <Button icon="upload" onClick={() => (setResult(undefined), setFile(undefined))}>
              Import another document
            </Button>
          }
        />
        <ImportResult project={project} imported={result.imported} source={result.source} />
      </>
    );
  }
  const atUrl = failure?.pointer.startsWith("/input/url") ? failure.message : undefined;
  return (
    <>
      <PageHeader title="Import">Endpoints that are here already keep their ids and their custom mocks: the same document can be imported again whenever it changes.</PageHeader>
      <Card>
        <Form onSubmit={start} label="Import">
          <Tabs
            label="Where the document comes from"
            tabs={[
              { id: "file", title: "File" },
              { id: "paste", title: "Paste" },
              { id: "url", title: "URL" },
            ]}
            selected={way}
            onSelect={(next) => {
              setWay(next);
              setMissing(undefined);
            }}
          >
            {way === "file" && (
              <div class="stack-tight">
                {file ? <Chosen source={file} onClear={() => setFile(undefined)} /> : <DropZone onFile={take} over={over} disabled={progress !== undefined} />}
                {missing && <FieldError announced>{missing}</FieldError>}
              </div>
            )}
            {way === "paste" && <TextArea label="Document" hint="JSON or YAML" mono rows={14} value={text} onInput={setText} placeholder={"openapi: 3.1.0\ninfo: …"} error={missing} />}
            {way === "url" && (
              <div class="stack">
                <TextField label="Address" hint="The server fetches it, over https, from a host on the public internet." type="url" inputMode="url" value={url} onInput={setUrl} placeholder="https://example.com/openapi.json" error={missing ?? atUrl} />
                <div class="field-pair">
                  <TextField label="User name (optional)" value={username} onInput={setUsername} />
                  <TextField label="Password (optional)" type="password" autocomplete="new-password" value={password} onInput={setPassword} />
                </div>
              </div>
            )}
          </Tabs>
          <ImportOptions options={options} onChange={setOptions} />
          {failure && !(atUrl && way === "url") && (
            <Notice tone="bad" title="Nothing was imported">
              <Marked text={failure.message} />
              {failure.pointer && (
                <>
                  {" "}
                  <code>{failure.pointer}</code>
                </>
              )}
            </Notice>
          )}
          {progress ? (
            <ImportProgress project={project} progress={progress} />
          ) : (
            <div class="row">
              <Button type="submit" tone="primary" icon="upload">
                Import
              </Button>
            </div>
          )}
        </Form>
      </Card>
    </>
  );
}

function Chosen({ source, onClear }: { source: Source; onClear: () => void }): JSX.Element | null {
  if (source.kind !== "text") return null;
  return (
    <div class="chosen-file">
      <Icon name="file" size={20} />
      <div>
        <strong>{source.name}</strong>
        <p class="hint">{[kindOf(source.text), sizeOf(source.size)].filter(Boolean).join(" · ")}</p>
      </div>
      <Button tone="quiet" small icon="close" label="Take another file" onClick={onClear} />
    </div>
  );
}
