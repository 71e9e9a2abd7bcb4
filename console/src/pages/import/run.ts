import { ask, request } from "../../api/client.ts";
import { errorFrom } from "../../api/error.ts";
import type { Imported } from "../../api/types.ts";
import { kindOf, type Source } from "./source.ts";

/** Options of an import, as the API takes them. */
export interface Options {
  endpointOverwriteBehavior: "OVERWRITE_EXISTING" | "AUTO_MERGE" | "KEEP_EXISTING" | "CREATE_NEW";
  prependBasePath: boolean;
  deleteUnmatchedResources: boolean;
  /** As it was typed; empty for the main branch. */
  targetBranchId: string;
}

/** How far an import is. */
export interface Progress {
  phase: "sending" | "waiting" | "reading" | "compiling" | "packing" | "publishing";
  /** Of what is done in this phase, from 0 to 1; absent where nobody knows. */
  done?: number;
  /** Operations that are compiled, and those that there are. */
  operations?: { done: number; total: number };
  /** The job, once the server has it; it goes on without this page, and can be stopped. */
  job?: number;
}

/** How often the state of a job is asked for, in milliseconds. */
const ASK_EVERY = 500;

/** An import that the server does by itself, as `GET …/import-jobs/{id}` shows it. */
export interface Job {
  id: number;
  state: "waiting" | "running" | "succeeded" | "failed" | "cancelled";
  phase: Exclude<Progress["phase"], "sending" | "waiting"> | null;
  operations: { done: number; total: number };
  result?: Imported;
  error?: { status?: number; errorCode?: string; errorMessage?: string };
}

/** Imports, and tells how far it is; `undefined` where somebody stopped it. */
export async function runImport(project: string, source: Source, options: Options, onProgress: (progress: Progress) => void, signal: AbortSignal): Promise<Imported | undefined> {
  const collection = source.kind === "text" && kindOf(source.text) === "Postman collection";
  const path = `/projects/${project}/${collection ? "import-postman-collection" : "import-openapi"}`;
  const input = source.kind === "text" ? source.text : { url: source.url, ...(source.username && { basicAuth: { username: source.username, password: source.password } }) };
  const { targetBranchId, ...others } = options;
  const body = { input, options: { ...others, schemaOverwriteBehavior: options.endpointOverwriteBehavior, ...(targetBranchId.trim() && { targetBranchId: targetBranchId.trim() }) } };
  onProgress({ phase: "sending", done: 0 });
  const answer = await request<Imported | Job>("POST", path, {
    body,
    signal,
    headers: { prefer: "respond-async" },
    onProgress: (done) => onProgress(done < 1 ? { phase: "sending", done } : { phase: "reading" }),
  });
  // A server may do it at once all the same.
  return answer.status === 202 ? followJob(project, (answer.data as Job).id, onProgress, signal) : (answer.data as Imported);
}

/** Asks for the state of a job until it is done; `undefined` where somebody stopped it. */
export async function followJob(project: string, id: number, onProgress: (progress: Progress) => void, signal: AbortSignal): Promise<Imported | undefined> {
  for (;;) {
    const job = await ask<Job>("GET", `/projects/${project}/import-jobs/${id}`, { signal });
    if (job.state === "cancelled") return undefined;
    if (job.state === "succeeded" && job.result) return job.result;
    if (job.state === "failed") throw errorFrom(job.error?.status ?? 422, job.error, 0);
    onProgress(progressOf(job));
    await new Promise((resolve) => setTimeout(resolve, ASK_EVERY));
    signal.throwIfAborted();
  }
}

function progressOf({ id, phase, operations }: Job): Progress {
  const { done, total } = operations;
  return { job: id, phase: phase ?? "waiting", operations, ...(phase === "compiling" && total > 0 && { done: done / total }) };
}

/** Stops a job, unless it is done by then. */
export async function cancelJob(project: string, id: number): Promise<void> {
  await ask("POST", `/projects/${project}/import-jobs/${id}/cancel`);
}

/** The job that waits or runs, begun from wherever. */
export async function unfinishedJob(project: string, signal: AbortSignal): Promise<Job | undefined> {
  const jobs = await ask<Job[]>("GET", `/projects/${project}/import-jobs`, { signal });
  return jobs.find(({ state }) => state === "waiting" || state === "running");
}
