import type { ListedEndpoint } from "../api/types.ts";
import type { Resolve } from "../openapi/schema.ts";

/** A document as it is shown to visitors. */
export interface PublicDocument {
  title: string;
  version: string;
  description: string;
  /** Where the mock answers. */
  server: string;
  /** The header that the mock's token is sent in; absent where it asks for none. */
  tokenHeader: string | undefined;
  operations: PublicOperation[];
  resolve: Resolve;
}

export interface PublicOperation {
  endpoint: ListedEndpoint;
  operation: unknown;
  /** Of its path. */
  parameters: unknown;
}

const METHODS = ["get", "post", "put", "patch", "delete", "head", "options", "trace"];

const object = (value: unknown): Record<string, unknown> => (typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {});
const text = (value: unknown): string => (typeof value === "string" ? value : "");

/** What a reference within a document names. */
export function resolver(root: unknown): Resolve {
  return (reference) => {
    if (!reference.startsWith("#/")) return undefined;
    let at: unknown = root;
    for (const part of reference.slice(2).split("/")) {
      let name = part;
      try {
        name = decodeURIComponent(part);
      } catch {
        // As it stands.
      }
      name = name.replaceAll("~1", "/").replaceAll("~0", "~");
      if (typeof at !== "object" || at === null || !Object.hasOwn(at, name)) return undefined;
      at = (at as Record<string, unknown>)[name];
    }
    return at;
  };
}

/** Reads a document. What is not as OpenAPI has it is passed over. */
export function readDocument(root: unknown): PublicDocument {
  const { info, servers, paths, components } = object(root);
  const { title, version, description } = object(info);
  const server = text(object(Array.isArray(servers) ? servers[0] : undefined)["url"]);
  const resolve = resolver(root);
  const scheme = object(object(object(components)["securitySchemes"])["mockToken"]);
  const operations: PublicOperation[] = [];
  for (const [path, value] of Object.entries(object(paths))) {
    let item = object(value);
    if (typeof item["$ref"] === "string") item = object(resolve(item["$ref"]));
    for (const method of METHODS) {
      const operation = object(item[method]);
      if (!(method in item)) continue;
      const tags = operation["tags"];
      const url = `${server}${path}`;
      operations.push({
        endpoint: {
          id: operations.length + 1,
          method: method.toUpperCase(),
          path,
          name: text(operation["summary"]) || text(operation["operationId"]) || path,
          folder: Array.isArray(tags) ? text(tags[0]).replaceAll("/", " · ") : "",
          mockUrl: url,
          mockUrlById: url,
          branchId: 0,
          responses: [],
        },
        operation,
        parameters: item["parameters"],
      });
    }
  }
  return { title: text(title) || "API", version: text(version), description: text(description), server, tokenHeader: text(scheme["name"]) || undefined, operations, resolve };
}

/** A name for an operation's address that stays when others come and go. */
export function anchorOf({ method, path }: Pick<ListedEndpoint, "method" | "path">): string {
  return `#/${method.toLowerCase()}${path.startsWith("/") ? "" : "/"}${encodeURI(path)}`;
}

/** The operation that an address names. */
export function operationAt(document: PublicDocument, hash: string): PublicOperation | undefined {
  return document.operations.find(({ endpoint }) => anchorOf(endpoint) === hash || anchorOf(endpoint) === encodeURI(decoded(hash)));
}

function decoded(hash: string): string {
  try {
    return decodeURI(hash);
  } catch {
    return hash;
  }
}

