import type { ListedEndpoint } from "../../api/types.ts";

/** What a problem of a document is about. */
export type Place = { kind: "endpoint"; endpoint: ListedEndpoint } | { kind: "schema"; name: string } | { kind: "document" };

const METHODS = new Set(["get", "put", "post", "delete", "options", "head", "patch", "trace", "query"]);

/** Finds what the pointers of problems are about. `document` is what was imported, where that is JSON. */
export class Places {
  readonly #byRoute = new Map<string, ListedEndpoint>();
  readonly #byPath = new Map<string, ListedEndpoint>();
  readonly #byName = new Map<string, ListedEndpoint>();

  readonly #document: unknown;

  constructor(endpoints: ListedEndpoint[], document: unknown) {
    this.#document = document;
    for (const endpoint of endpoints) {
      this.#byRoute.set(`${endpoint.method.toUpperCase()} ${endpoint.path}`, endpoint);
      if (!this.#byPath.has(endpoint.path)) this.#byPath.set(endpoint.path, endpoint);
      if (!this.#byName.has(endpoint.name)) this.#byName.set(endpoint.name, endpoint);
    }
  }

  find(pointer: string): Place {
    const [first, second, third, ...rest] = segments(pointer);
    if (first === "paths" && second !== undefined) return this.#endpoint(third, second);
    if (first === "components" && second === "schemas" && third !== undefined) return { kind: "schema", name: third };
    if (first === "definitions" && second !== undefined) return { kind: "schema", name: second };
    return this.#within([first, second, third, ...rest].filter((one) => one !== undefined));
  }

  /** By method and path; a base path may stand in front of it. */
  #endpoint(method: string | undefined, path: string): Place {
    const known = method && METHODS.has(method) ? this.#byRoute.get(`${method.toUpperCase()} ${path}`) : this.#byPath.get(path);
    const found = known ?? [...this.#byRoute.values()].find((one) => one.path.endsWith(path) && (!method || one.method.toLowerCase() === method));
    return found ? { kind: "endpoint", endpoint: found } : { kind: "document" };
  }

  /** In files of other kinds: the innermost thing around the place that tells a request. */
  #within(names: string[]): Place {
    let at = this.#document;
    let found: Place = { kind: "document" };
    for (const name of names) {
      at = at !== null && typeof at === "object" ? (at as Record<string, unknown>)[name] : undefined;
      if (at === null || typeof at !== "object") break;
      const { method, path, name: title, request } = at as Record<string, unknown>;
      const route = typeof method === "string" && typeof path === "string" ? this.#byRoute.get(`${method.toUpperCase()} ${path}`) : undefined;
      const named = request !== undefined && typeof title === "string" ? this.#byName.get(title) : undefined;
      const endpoint = route ?? named;
      if (endpoint) found = { kind: "endpoint", endpoint };
    }
    return found;
  }
}

/** The names in an RFC 6901 pointer. */
function segments(pointer: string): string[] {
  return pointer
    .split("/")
    .slice(1)
    .map((segment) => segment.replaceAll("~1", "/").replaceAll("~0", "~"));
}
