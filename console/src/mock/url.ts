import type { ListedEndpoint } from "../api/types.ts";

/** What of an endpoint its URLs are made from. */
export type Addressed = Pick<ListedEndpoint, "id" | "path" | "mockUrl" | "mockUrlById">;
/** By its path, as callers of the real API know it, or by its id. */
export type UrlForm = "path" | "id";

/** A name with a value, as people fill it in; switched off, it is not sent. */
export interface Pair {
  name: string;
  value: string;
  on: boolean;
}

/** A request to a mock. */
export interface MockRequest {
  method: string;
  url: string;
  headers: Pair[];
  /** Absent for none. */
  body?: string | undefined;
}

const PLACEHOLDER = /\{([^{}]*)\}/g;

/** The names between braces in a path, in order. */
export function placeholders(path: string): string[] {
  return [...path.matchAll(PLACEHOLDER)].map(([, name = ""]) => name);
}

/** A path with its placeholders filled; those without a value stay. */
export function filled(path: string, values: ReadonlyMap<string, string>): string {
  return path.replace(PLACEHOLDER, (whole, name: string) => {
    const value = values.get(name);
    return value ? encodeURIComponent(value) : whole;
  });
}

/**
 * The URL of an endpoint's mock. Endpoints whose path does not begin with `/` have only the form by id.
 * `query` is appended in order.
 */
export function mockUrl(endpoint: Addressed, form: UrlForm, path: ReadonlyMap<string, string>, query: readonly Pair[]): string {
  const byPath = form === "path" && endpoint.mockUrl !== null;
  const base = byPath ? (endpoint.mockUrl ?? "") : endpoint.mockUrlById;
  const cut = byPath ? base.length - endpoint.path.length : base.length;
  const url = base.slice(0, cut) + filled(base.slice(cut), path);
  const search = query.filter(({ on, name }) => on && name).map(({ name, value }) => `${encode(name)}=${encode(value)}`);
  return search.length ? `${url}?${search.join("&")}` : url;
}

/** As `encodeURIComponent`, but for what a query may hold and people like to read. */
function encode(text: string): string {
  return encodeURIComponent(text).replace(/%(2C|3A|2F|24|40)/g, (code) => decodeURIComponent(code));
}

/** The query parameter that asks for one answer. */
export function wish(answer: Answer): Pair[] {
  switch (answer.kind) {
    case "usual":
      return [];
    case "response":
      return [{ name: "apidogResponseId", value: String(answer.id), on: true }];
    case "customMock":
      return [{ name: "__mock", value: String(answer.id), on: true }];
  }
}

/** Which answer is asked for. */
export type Answer = { kind: "usual" } | { kind: "response" | "customMock"; id: number };
