import type { MockRequest } from "./url.ts";

/** Why an answer is this one: what the mock says in `x-edgemock-answer`. */
export interface Why {
  kind: "generated" | "example" | "customMock" | "refused" | "undeclared";
  response?: { id: number; key: string };
  example?: string | null;
  customMock?: { id: number; name: string };
  /** The custom mock was asked for by its id. */
  named?: boolean;
  /** Custom mocks that did not fit, each with its first condition that does not hold. */
  unfit?: { id: number; condition: number | null }[];
}

/** What came back. */
export interface Result {
  status: number;
  statusText: string;
  headers: [string, string][];
  contentType: string;
  /** The body as text; absent where it is none. */
  text: string | undefined;
  bytes: Uint8Array;
  /** Milliseconds until the last byte. */
  duration: number;
  why: Why | undefined;
  /** What was wrong with the request, where the mock checks requests. */
  violations: string | undefined;
  warning: string | undefined;
  /** What the endpoint's script logged, for its owner. */
  script: { error: { message: string; line?: number | null } | null; logs: { level: string; text: string }[] } | undefined;
}

/** The header that the mock is asked to explain itself with; it goes into no copied request. */
const EXPLAIN = ["prefer", "explain=true"] as const;

/**
 * Sends a request to the mock. `token`, a management token, has it tell how a script ran.
 *
 * @throws {Error} where no answer comes.
 */
export async function exchange(request: MockRequest, { signal, token }: { signal: AbortSignal; token?: string | undefined }): Promise<Result> {
  const headers = new Headers();
  for (const { name, value, on } of request.headers) if (on && name.trim()) headers.append(name.trim(), value);
  headers.append(...EXPLAIN);
  if (token) headers.set("x-edgemock-owner", token);
  const began = performance.now();
  const response = await fetch(request.url, { method: request.method, headers, body: request.body ?? null, signal, cache: "no-store", credentials: "omit", redirect: "manual" });
  if (response.type === "opaqueredirect") throw new Error("The mock answers with a redirection. Browsers follow it and do not show it: copy the request as curl to see it.");
  const bytes = new Uint8Array(await response.arrayBuffer());
  const duration = performance.now() - began;
  const header = (name: string) => response.headers.get(name) ?? undefined;
  const contentType = header("content-type") ?? "";
  return {
    status: response.status,
    statusText: response.statusText,
    headers: [...response.headers].filter(([name]) => name !== "x-edgemock-answer" && name !== "x-edgemock-script"),
    contentType,
    text: textOf(bytes, contentType),
    bytes,
    duration,
    why: parsed(header("x-edgemock-answer")),
    violations: header("x-edgemock-violations"),
    warning: header("x-edgemock-warning"),
    script: parsed(header("x-edgemock-script")),
  };
}

function parsed<T>(json: string | undefined): T | undefined {
  try {
    return json === undefined ? undefined : (JSON.parse(json) as T);
  } catch {
    return undefined;
  }
}

function textOf(bytes: Uint8Array, contentType: string): string | undefined {
  if (/^(image\/(?!svg)|audio|video|font)/.test(contentType)) return undefined;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** 1234 as `1.2 KB`. */
export function sizeOf(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  return bytes < 1_000_000 ? `${(bytes / 1000).toFixed(1)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

const REASONS: Record<number, string> = { 200: "OK", 201: "Created", 202: "Accepted", 204: "No Content", 304: "Not Modified", 400: "Bad Request", 401: "Unauthorized", 403: "Forbidden", 404: "Not Found", 405: "Method Not Allowed", 406: "Not Acceptable", 409: "Conflict", 410: "Gone", 415: "Unsupported Media Type", 422: "Unprocessable Content", 429: "Too Many Requests", 500: "Internal Server Error", 502: "Bad Gateway", 503: "Service Unavailable" };

/** A status with its name, where it has a usual one. */
export function statusText(status: number): string {
  const reason = REASONS[status];
  return reason ? `${status} ${reason}` : String(status);
}

/** The tone of a status. */
export function toneOf(status: number): "good" | "accent" | "warn" | "bad" {
  if (status < 300) return "good";
  if (status < 400) return "accent";
  return status < 500 ? "warn" : "bad";
}
