import { request } from "../../api/client.ts";
import { ApiError } from "../../api/error.ts";
import type { Imported } from "../../api/types.ts";
import { kindOf, type Source } from "./source.ts";

/** Options of an import, as the API takes them. */
export interface Options {
  endpointOverwriteBehavior: "OVERWRITE_EXISTING" | "AUTO_MERGE" | "KEEP_EXISTING" | "CREATE_NEW";
  prependBasePath: boolean;
  deleteUnmatchedResources: boolean;
}

/** How far an import is. */
export interface Progress {
  phase: "sending" | "working";
  /** Of what is done in this phase, from 0 to 1; absent where nobody knows. */
  done?: number;
}

/** How often the state of an import that goes on by itself is asked for, in milliseconds. */
const ASK_EVERY = 700;

/** The state of an import that the server does by itself. */
interface Job {
  state: string;
  progress?: { done: number; total: number };
  result?: Imported;
  error?: { errorCode?: string; errorMessage?: string };
}

/** Imports, and tells how far it is. */
export async function runImport(project: string, source: Source, options: Options, onProgress: (progress: Progress) => void, signal: AbortSignal): Promise<Imported> {
  const collection = source.kind === "text" && kindOf(source.text) === "Postman collection";
  const path = `/projects/${project}/${collection ? "import-postman-collection" : "import-openapi"}`;
  const input = source.kind === "text" ? source.text : { url: source.url, ...(source.username && { basicAuth: { username: source.username, password: source.password } }) };
  const body = { input, options: { ...options, schemaOverwriteBehavior: options.endpointOverwriteBehavior } };
  onProgress({ phase: "sending", done: 0 });
  const answer = await request<Imported | Job>("POST", path, {
    body,
    signal,
    onProgress: (done) => onProgress(done < 1 ? { phase: "sending", done } : { phase: "working" }),
  });
  if (answer.status !== 202 || !answer.location) return answer.data as Imported;
  return follow(answer.location.replace(/^.*\/v1\//, "/"), onProgress, signal);
}

/** Asks for the state until it is done. */
async function follow(path: string, onProgress: (progress: Progress) => void, signal: AbortSignal): Promise<Imported> {
  for (;;) {
    const { data } = await request<Job>("GET", path, { signal });
    if (data.result) return data.result;
    if (data.error) throw new ApiError(data.error.errorMessage ?? "The import failed.", 422, data.error.errorCode);
    onProgress({ phase: "working", ...(data.progress && { done: data.progress.done / Math.max(1, data.progress.total) }) });
    await new Promise((resolve) => setTimeout(resolve, ASK_EVERY));
    signal.throwIfAborted();
  }
}
