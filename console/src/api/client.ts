import { currentToken, endSession } from "../session/session.ts";
import { ApiError, errorFrom } from "./error.ts";

/** What the API answered. */
export interface Answer<T> {
  /** What stands under `data`. */
  data: T;
  /** What stands beside it under `meta`, for lists. */
  meta: Meta | undefined;
  /** The version of what was read or written: to be sent as `ifMatch` with the next change. */
  etag: string | undefined;
  /** The HTTP status. */
  status: number;
  /** `Location` of a 202: where the state of the work is to be read. */
  location: string | undefined;
}

/** About a list that is read by pages. */
export type Meta = Record<string, unknown>;

/** How a request differs from a plain one. */
export interface RequestOptions {
  /** Sent as JSON. */
  body?: unknown;
  /** The version that the change is based on. */
  ifMatch?: string | undefined;
  /** Ends the request early. */
  signal?: AbortSignal | undefined;
  /** Instead of the session's token: to try one out. A refusal then ends no session. */
  token?: string | undefined;
  /** Further headers. */
  headers?: Record<string, string>;
  /** Told how much of the body is sent, from 0 to 1. */
  onProgress?: ((sent: number) => void) | undefined;
}

const UNREACHABLE = "The server cannot be reached. Check the connection, then try again; nothing was lost.";

/**
 * Asks the management API. `path` begins after `/v1`: `/projects/7`.
 *
 * @throws {ApiError} whatever goes wrong. A 401 ends the session besides.
 */
export async function request<T>(method: string, path: string, options: RequestOptions = {}): Promise<Answer<T>> {
  const token = options.token ?? currentToken();
  const headers: Record<string, string> = { accept: "application/json", ...options.headers };
  if (token) headers["authorization"] = `Bearer ${token}`;
  if (options.ifMatch) headers["if-match"] = options.ifMatch;
  const body = options.body === undefined ? undefined : JSON.stringify(options.body);
  if (body !== undefined) headers["content-type"] = "application/json";
  const raw = await send(method, `/v1${path}`, headers, body, options);
  const parsed = parse(raw.text);
  if (raw.status >= 200 && raw.status < 300) {
    const envelope = parsed as { data?: T; meta?: Meta } | null;
    return {
      data: (envelope?.data ?? parsed ?? raw.text) as T,
      meta: envelope?.meta,
      etag: raw.header("etag") ?? undefined,
      status: raw.status,
      location: raw.header("location") ?? undefined,
    };
  }
  const error = errorFrom(raw.status, parsed, Number(raw.header("retry-after")) || 0);
  // Another session may have begun since it was asked.
  if (error.status === 401 && options.token === undefined && token === currentToken()) endSession(error);
  throw error;
}

/** `request`, of which only the data is of interest. */
export async function ask<T>(method: string, path: string, options?: RequestOptions): Promise<T> {
  return (await request<T>(method, path, options)).data;
}

interface Raw {
  status: number;
  text: string;
  header(name: string): string | null;
}

async function send(method: string, url: string, headers: Record<string, string>, body: string | undefined, options: RequestOptions): Promise<Raw> {
  if (options.onProgress) return upload(method, url, headers, body, options);
  let response: Response;
  try {
    response = await fetch(url, { method, headers, body: body ?? null, signal: options.signal ?? null, cache: "no-store", credentials: "omit" });
    return { status: response.status, text: await response.text(), header: (name) => response.headers.get(name) };
  } catch (error) {
    if (options.signal?.aborted) throw error;
    throw new ApiError(UNREACHABLE, 0);
  }
}

/** `fetch` does not tell how much of a body is sent. */
function upload(method: string, url: string, headers: Record<string, string>, body: string | undefined, options: RequestOptions): Promise<Raw> {
  return new Promise((resolve, reject) => {
    const call = new XMLHttpRequest();
    call.open(method, url);
    for (const [name, value] of Object.entries(headers)) call.setRequestHeader(name, value);
    call.upload.onprogress = ({ loaded, total, lengthComputable }) => lengthComputable && options.onProgress?.(loaded / total);
    call.upload.onload = () => options.onProgress?.(1);
    call.onload = () => resolve({ status: call.status, text: call.responseText, header: (name) => call.getResponseHeader(name) });
    call.onerror = () => reject(new ApiError(UNREACHABLE, 0));
    call.onabort = () => reject(new DOMException("Stopped", "AbortError"));
    options.signal?.addEventListener("abort", () => call.abort());
    call.send(body ?? null);
  });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
