import { childrenOf, nodeOf, type Resolve, type SchemaNode } from "./schema.ts";

/** How deep a sample goes. */
const MAX_DEPTH = 6;

/** Something to start from when a body has to be filled in: examples and defaults where there are any, else by type. */
export function sampleOf(schema: unknown, resolve: Resolve): unknown {
  return sample(nodeOf("", schema, { part: "", pointer: "" }, resolve), resolve, 0);
}

function sample(node: SchemaNode, resolve: Resolve, depth: number): unknown {
  const { schema } = node;
  for (const keyword of ["example", "default", "const"]) if (keyword in schema) return schema[keyword];
  for (const keyword of ["examples", "enum"]) {
    const values = schema[keyword];
    if (Array.isArray(values) && values.length) return values[0] as unknown;
  }
  const types = Array.isArray(schema["type"]) ? schema["type"] : [schema["type"]];
  const type = types.find((one) => one !== "null");
  const children = depth < MAX_DEPTH ? childrenOf(node, resolve) : [];
  const branch = children.find(({ name }) => name === "one of" || name === "any of");
  if (type === "array" || (!type && children.some(({ name }) => name === "items"))) {
    const items = children.find(({ name }) => name === "items");
    return items && !items.cyclic ? [sample(items, resolve, depth + 1)] : [];
  }
  const properties = children.filter((child) => child.isProperty && !child.cyclic && child.schema["readOnly"] !== true);
  if (properties.length || type === "object") {
    const own = Object.fromEntries(properties.map((child) => [child.name, sample(child, resolve, depth + 1)]));
    const more = branch ? sample(branch, resolve, depth + 1) : undefined;
    return typeof more === "object" && more !== null && !Array.isArray(more) ? { ...own, ...more } : own;
  }
  if (branch) return sample(branch, resolve, depth + 1);
  return plain(String(type ?? ""), String(schema["format"] ?? ""), schema["minimum"]);
}

function plain(type: string, format: string, minimum: unknown): unknown {
  switch (type) {
    case "integer":
    case "number":
      return typeof minimum === "number" ? minimum : 1;
    case "boolean":
      return true;
    case "string":
      return { date: "2025-01-01", "date-time": "2025-01-01T12:00:00Z", email: "ada@example.com", uuid: "3fa85f64-5717-4562-b3fc-2c963f66afa6", uri: "https://example.com" }[format] ?? "text";
    default:
      return null;
  }
}

/** A value as it is written into a parameter. */
export function asText(value: unknown): string {
  if (value === undefined || value === null) return "";
  return typeof value === "object" ? (Array.isArray(value) ? value.map(asText).join(",") : JSON.stringify(value)) : String(value);
}
