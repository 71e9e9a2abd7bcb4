import { ask } from "../../api/client.ts";
import type { ListedEndpoint } from "../../api/types.ts";
import { pauses } from "../../lib/pauses.ts";

type Operations = Map<string, Set<string>>;

const METHODS = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

/** Which shared schemas each operation needs, at last: `GET /pets` → names. */
let known: { project: string; operations: Promise<Operations> } | undefined;

/** The endpoints that need a shared schema, directly or by another one. Reads the project's document, once for all. */
export async function usersOf(project: string, name: string, endpoints: ListedEndpoint[]): Promise<ListedEndpoint[]> {
  if (known?.project !== project) known = { project, operations: ask<Record<string, unknown>>("POST", `/projects/${project}/export-openapi`, { body: { exportFormat: "JSON" } }).then(operationsOf) };
  try {
    const operations = await known.operations;
    return endpoints.filter((endpoint) => operations.get(`${endpoint.method.toUpperCase()} ${endpoint.path}`)?.has(name));
  } catch (error) {
    known = undefined;
    throw error;
  }
}

/** Forgets what was read: another document was imported. */
export function forgetUsers(): void {
  known = undefined;
}

async function operationsOf(document: Record<string, unknown>): Promise<Operations> {
  const pause = pauses();
  const schemas = (document["components"] as { schemas?: Record<string, unknown> } | undefined)?.schemas ?? (document["definitions"] as Record<string, unknown> | undefined) ?? {};
  const direct = new Map<string, Set<string>>();
  for (const [name, schema] of Object.entries(schemas)) {
    await pause();
    direct.set(name, references(schema));
  }
  const operations: Operations = new Map();
  for (const [path, item] of Object.entries((document["paths"] ?? {}) as Record<string, Record<string, unknown>>)) {
    for (const method of METHODS) {
      await pause();
      if (item[method] !== undefined) operations.set(`${method.toUpperCase()} ${path}`, closure(references(item[method]), direct));
    }
  }
  return operations;
}

function closure(start: Set<string>, direct: Map<string, Set<string>>): Set<string> {
  const all = new Set(start);
  for (const name of all) for (const next of direct.get(name) ?? []) all.add(next);
  return all;
}

/** The shared schemas that something refers to. Not recursive: documents can be deep. */
function references(value: unknown): Set<string> {
  const found = new Set<string>();
  const rest = [value];
  while (rest.length) {
    const one = rest.pop();
    if (one === null || typeof one !== "object") continue;
    for (const [name, inner] of Object.entries(one)) {
      const target = name === "$ref" && typeof inner === "string" ? /^#\/(?:components\/schemas|definitions)\/([^/]+)/.exec(inner)?.[1] : undefined;
      if (target) found.add(decodeURIComponent(target).replaceAll("~1", "/").replaceAll("~0", "~"));
      else rest.push(inner);
    }
  }
  return found;
}
