/** A schema as a document has it. */
export type Schema = Record<string, unknown>;

/** Gives what a reference such as `#/components/schemas/Pet` names; `undefined` where it is not at hand. */
export type Resolve = (reference: string) => unknown;

/** Where something stands: below a shared part of the document, or below the operation, whose `part` is empty. */
export interface Place {
  /** The reference of the part. */
  part: string;
  /** RFC 6901 pointer into it. */
  pointer: string;
}

/** One line of a schema's tree. */
export interface SchemaNode {
  /** What it is in its parent: the name of a property, `items`, `one of`. */
  name: string;
  /** Whether `name` is that of a property, rather than a word about the schema. */
  isProperty: boolean;
  required: boolean;
  /** With its reference followed. */
  schema: Schema;
  place: Place;
  /** The name of the shared schema that it is. */
  title: string | undefined;
  /** References that were followed from the root to here. */
  trail: readonly string[];
  /** It is a shared schema that it is part of itself. */
  cyclic: boolean;
  /** A reference that leads to nothing that is at hand. */
  missing: string | undefined;
}

/** References that are followed one after the other. */
const MAX_HOPS = 20;

const isObject = (value: unknown): value is Schema => typeof value === "object" && value !== null && !Array.isArray(value);
/** `{}` and `true` allow anything, `false` nothing. */
const schemaOf = (value: unknown): Schema => (isObject(value) ? value : value === false ? { not: {} } : {});

/** A name as it stands in a JSON pointer. */
export function escaped(name: string): string {
  return name.replaceAll("~", "~0").replaceAll("/", "~1");
}

/** The last part of a reference, as people call it. */
export function nameOf(reference: string): string {
  const last = reference.slice(reference.lastIndexOf("/") + 1);
  try {
    return decodeURIComponent(last).replaceAll("~1", "/").replaceAll("~0", "~");
  } catch {
    return last;
  }
}

/** The node of a schema that stands at a place; follows its references. */
export function nodeOf(name: string, value: unknown, place: Place, resolve: Resolve, more: Partial<Pick<SchemaNode, "isProperty" | "required" | "trail">> = {}): SchemaNode {
  let schema = schemaOf(value);
  const trail = [...(more.trail ?? [])];
  const node: SchemaNode = { name, isProperty: more.isProperty ?? false, required: more.required ?? false, schema, place, title: undefined, trail, cyclic: false, missing: undefined };
  for (let hops = 0; typeof schema["$ref"] === "string" && hops < MAX_HOPS; hops++) {
    const { $ref: reference, ...beside } = schema as { $ref: string };
    node.title ??= nameOf(reference);
    const target = resolve(reference);
    if (target === undefined) return { ...node, schema: beside, missing: reference };
    if (trail.includes(reference)) return { ...node, schema: { ...schemaOf(target), ...beside }, cyclic: true };
    trail.push(reference);
    node.place = { part: reference, pointer: "" };
    schema = { ...schemaOf(target), ...beside };
    if (isObject(target) && "$ref" in target) schema["$ref"] = target["$ref"];
  }
  return { ...node, schema };
}

/** What a schema is made of. A schema that is part of itself has nothing below it. */
export function childrenOf(node: SchemaNode, resolve: Resolve): SchemaNode[] {
  if (node.cyclic || node.missing) return [];
  const children: SchemaNode[] = [];
  collect(node, resolve, children, 0);
  return children;
}

/** `allOf` of objects reads as one object, so its parts are taken up. */
function collect(node: SchemaNode, resolve: Resolve, into: SchemaNode[], depth: number): void {
  const { schema, trail } = node;
  const at = (pointer: string): Place => ({ part: node.place.part, pointer: node.place.pointer + pointer });
  const add = (name: string, value: unknown, pointer: string, more: { isProperty?: boolean; required?: boolean } = {}) => {
    const node = nodeOf(name, value, at(pointer), resolve, { ...more, trail });
    // What `allOf` says of a property in several places holds together.
    const known = more.isProperty ? into.findIndex((one) => one.isProperty && one.name === name) : -1;
    const before = into[known];
    if (before) into[known] = { ...node, title: before.title ?? node.title, required: before.required || node.required, schema: { ...before.schema, ...node.schema } };
    else into.push(node);
  };
  const required = new Set(Array.isArray(schema["required"]) ? schema["required"] : []);
  for (const [index, part] of list(schema["allOf"]).entries()) {
    const inner = nodeOf("all of", part, at(`/allOf/${index}`), resolve, { trail });
    if (depth < MAX_HOPS && !inner.cyclic && !inner.missing) collect(inner, resolve, into, depth + 1);
    else into.push(inner);
  }
  for (const [name, value] of members(schema["properties"])) add(name, value, `/properties/${escaped(name)}`, { isProperty: true, required: required.has(name) });
  for (const one of into) if (one.isProperty && required.has(one.name)) one.required = true;
  for (const [name, value] of members(schema["patternProperties"])) add(`/${name}/`, value, `/patternProperties/${escaped(name)}`);
  if (isObject(schema["additionalProperties"])) add("other members", schema["additionalProperties"], "/additionalProperties");
  for (const [index, item] of list(schema["prefixItems"]).entries()) add(`item ${index}`, item, `/prefixItems/${index}`);
  if (isObject(schema["items"])) add("items", schema["items"], "/items");
  for (const [keyword, word] of [["oneOf", "one of"], ["anyOf", "any of"]] as const) {
    for (const [index, part] of list(schema[keyword]).entries()) add(word, part, `/${keyword}/${index}`);
  }
  for (const [keyword, word] of [["not", "not"], ["if", "if"], ["then", "then"], ["else", "else"]] as const) {
    if (isObject(schema[keyword])) add(word, schema[keyword], `/${keyword}`);
  }
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function members(value: unknown): [string, unknown][] {
  return isObject(value) ? Object.entries(value) : [];
}

/** Whether there is anything below a node, without making it. */
export function hasChildren({ schema, cyclic, missing }: SchemaNode): boolean {
  if (cyclic || missing) return false;
  const some = (keyword: string) => members(schema[keyword]).length > 0;
  const any = ["allOf", "oneOf", "anyOf", "prefixItems"].some((keyword) => list(schema[keyword]).length > 0);
  return any || some("properties") || some("patternProperties") || ["additionalProperties", "items", "not", "if"].some((keyword) => isObject(schema[keyword]));
}

/** What a schema allows, in a word or two: `string · date-time`, `array of Pet`, `string or null`. */
export function typeOf(node: SchemaNode, resolve: Resolve): string {
  const { schema, title } = node;
  const declared = Array.isArray(schema["type"]) ? schema["type"].map(String) : typeof schema["type"] === "string" ? [schema["type"]] : [];
  const nullable = schema["nullable"] === true || declared.includes("null");
  let word = declared.filter((type) => type !== "null").join(" or ") || implied(schema);
  if (word === "array" && isObject(schema["items"])) {
    const items = nodeOf("", schema["items"], node.place, resolve, { trail: [] });
    word = `array of ${items.title ?? typeWord(items.schema)}`;
  } else if (title && word === "object") word = title;
  const format = typeof schema["format"] === "string" ? ` · ${schema["format"]}` : "";
  return `${word}${format}${nullable ? (word === "null" ? "" : " or null") : ""}`;
}

function typeWord(schema: Schema): string {
  return typeof schema["type"] === "string" ? schema["type"] : implied(schema);
}

function implied(schema: Schema): string {
  if (list(schema["oneOf"]).length) return "one of several";
  if (list(schema["anyOf"]).length) return "any of several";
  if (schema["properties"] || schema["additionalProperties"] || list(schema["allOf"]).length) return "object";
  if (schema["items"] || schema["prefixItems"]) return "array";
  if ("const" in schema) return "constant";
  if (list(schema["enum"]).length) return "one of the values";
  return "any";
}

const BOUNDS: [string, string][] = [
  ["minimum", "≥"],
  ["maximum", "≤"],
  ["multipleOf", "multiple of"],
  ["minLength", "length ≥"],
  ["maxLength", "length ≤"],
  ["pattern", "matches"],
  ["minItems", "items ≥"],
  ["maxItems", "items ≤"],
  ["minProperties", "members ≥"],
  ["maxProperties", "members ≤"],
];

/** The rules for a value, short. */
export function rulesOf(schema: Schema): string[] {
  const rules: string[] = [];
  for (const [keyword, word] of BOUNDS) {
    const value = schema[keyword];
    if (typeof value === "number" || typeof value === "string") rules.push(`${word} ${value}`);
  }
  for (const [keyword, word] of [["exclusiveMinimum", ">"], ["exclusiveMaximum", "<"]] as const) {
    if (typeof schema[keyword] === "number") rules.push(`${word} ${schema[keyword]}`);
  }
  if (schema["uniqueItems"] === true) rules.push("no repeats");
  if ("const" in schema) rules.push(`is ${short(schema["const"])}`);
  if ("default" in schema) rules.push(`default ${short(schema["default"])}`);
  for (const [keyword, word] of [["readOnly", "read only"], ["writeOnly", "write only"], ["deprecated", "deprecated"]] as const) {
    if (schema[keyword] === true) rules.push(word);
  }
  return rules;
}

/** The values of an `enum`, as JSON. */
export function valuesOf(schema: Schema): string[] {
  return list(schema["enum"]).map(short);
}

/** A value as JSON, cut where it is long. */
export function short(value: unknown): string {
  const text = JSON.stringify(value) ?? "";
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
