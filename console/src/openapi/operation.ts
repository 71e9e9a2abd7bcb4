import { escaped, type Place, type Resolve, type Schema } from "./schema.ts";

/** A parameter of a request. */
export interface Parameter {
  name: string;
  in: "path" | "query" | "header" | "cookie";
  required: boolean;
  description: string;
  schema: unknown;
  place: Place;
  /** A value that the document gives as an example. */
  example: unknown;
}

/** One of the forms that a body has. */
export interface Media {
  type: string;
  /** Absent where the document says nothing of it. */
  schema: unknown;
  place: Place;
  examples: { name: string; value: unknown }[];
}

export interface Body {
  required: boolean;
  description: string;
  content: Media[];
}

export interface ResponseView {
  key: string;
  description: string;
  headers: { name: string; description: string; schema: unknown; place: Place }[];
  content: Media[];
}

/** An operation, whatever version of OpenAPI it is written in. */
export interface OperationView {
  summary: string;
  description: string;
  deprecated: boolean;
  parameters: Parameter[];
  body: Body | undefined;
  responses: ResponseView[];
}

/** What stands outside of an operation and holds for it. */
export interface Around {
  /** Those of its path. */
  parameters?: unknown;
  /** Of Swagger 2.0. */
  consumes?: unknown;
  produces?: unknown;
}

const object = (value: unknown): Schema | undefined => (typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Schema) : undefined);
const text = (value: unknown): string => (typeof value === "string" ? value : "");
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

interface At {
  value: Schema;
  place: Place;
}

/** Follows the reference of something that is no schema. */
function follow(value: unknown, place: Place, resolve: Resolve): At | undefined {
  let found = object(value);
  for (let hops = 0; found && typeof found["$ref"] === "string" && hops < 20; hops++) {
    place = { part: found["$ref"], pointer: "" };
    found = object(resolve(found["$ref"]));
  }
  return found && { value: found, place };
}

const below = (place: Place, pointer: string): Place => ({ part: place.part, pointer: place.pointer + pointer });

/** Reads an operation. What is not as OpenAPI has it is passed over. */
export function viewOf(operation: unknown, around: Around, resolve: Resolve): OperationView {
  const root = object(operation) ?? {};
  const parameters = new Map<string, At>();
  // Those of the operation come instead of those of the path; where the latter stand is not known here.
  for (const [source, base] of [[around.parameters, "?"], [root["parameters"], ""]] as const) {
    for (const [index, value] of list(source).entries()) {
      const found = follow(value, { part: base, pointer: `/parameters/${index}` }, resolve);
      if (found) parameters.set(`${text(found.value["in"])} ${text(found.value["name"])}`, found);
    }
  }
  const all = [...parameters.values()];
  return {
    summary: text(root["summary"]),
    description: text(root["description"]),
    deprecated: root["deprecated"] === true,
    parameters: all.flatMap(({ value, place }) => parameterOf(value, place)),
    body: bodyOf(root, all, around, resolve),
    responses: Object.entries(object(root["responses"]) ?? {}).flatMap(([key, value]) => {
      if (key.startsWith("x-") && !/^x-\d{3}:/.test(key)) return [];
      const found = follow(value, { part: "", pointer: `/responses/${escaped(key)}` }, resolve);
      return found ? [responseOf(key, found, root, around, resolve)] : [];
    }),
  };
}

function parameterOf(value: Schema, place: Place): Parameter[] {
  const where = text(value["in"]);
  if (where !== "path" && where !== "query" && where !== "header" && where !== "cookie") return [];
  const content = Object.entries(object(value["content"]) ?? {})[0];
  const schema = value["schema"] ?? object(content?.[1])?.["schema"] ?? value;
  const examples = Object.values(object(value["examples"]) ?? {}).map((example) => object(example)?.["value"]);
  const own = object(schema) ?? {};
  const example = value["example"] ?? examples[0] ?? own["example"] ?? list(own["examples"])[0] ?? own["default"];
  const pointer = value["schema"] === undefined ? "" : "/schema";
  return [{ name: text(value["name"]), in: where, required: value["required"] === true || where === "path", description: text(value["description"]), schema, place: below(place, pointer), example }];
}

function bodyOf(root: Schema, parameters: At[], around: Around, resolve: Resolve): Body | undefined {
  const found = follow(root["requestBody"], { part: "", pointer: "/requestBody" }, resolve);
  if (found) return { required: found.value["required"] === true, description: text(found.value["description"]), content: contentOf(found.value["content"], below(found.place, "/content")) };
  // Swagger 2.0
  const types = list(root["consumes"] ?? around.consumes).map(String);
  const whole = parameters.find(({ value }) => value["in"] === "body");
  if (whole) {
    const media = (type: string): Media => ({ type, schema: whole.value["schema"], place: below(whole.place, "/schema"), examples: [] });
    return { required: whole.value["required"] === true, description: text(whole.value["description"]), content: (types.length ? types : ["application/json"]).map(media) };
  }
  const fields = parameters.filter(({ value }) => value["in"] === "formData");
  if (!fields.length) return undefined;
  const properties = Object.fromEntries(fields.map(({ value }) => [text(value["name"]), value]));
  const required = fields.filter(({ value }) => value["required"] === true).map(({ value }) => text(value["name"]));
  const schema = { type: "object", properties, required };
  const type = types.find((one) => /form/.test(one)) ?? "application/x-www-form-urlencoded";
  return { required: required.length > 0, description: "", content: [{ type, schema, place: { part: "?", pointer: "" }, examples: [] }] };
}

function contentOf(value: unknown, place: Place): Media[] {
  return Object.entries(object(value) ?? {}).map(([type, media]) => {
    const own = object(media) ?? {};
    const named = Object.entries(object(own["examples"]) ?? {}).map(([name, example]) => ({ name, value: object(example)?.["value"] }));
    const single = own["example"] === undefined ? [] : [{ name: "example", value: own["example"] }];
    return { type, schema: own["schema"] ?? own["itemSchema"], place: below(place, `/${escaped(type)}/schema`), examples: [...single, ...named] };
  });
}

function responseOf(key: string, { value, place }: At, root: Schema, around: Around, resolve: Resolve): ResponseView {
  const headers = Object.entries(object(value["headers"]) ?? {}).flatMap(([name, header]) => {
    const found = follow(header, below(place, `/headers/${escaped(name)}`), resolve);
    if (!found) return [];
    const inner = found.value["schema"] === undefined ? "" : "/schema";
    return [{ name, description: text(found.value["description"]), schema: found.value["schema"] ?? found.value, place: below(found.place, inner) }];
  });
  let content = contentOf(value["content"], below(place, "/content"));
  if (!content.length && value["schema"] !== undefined) {
    const types = list(root["produces"] ?? around.produces).map(String);
    const examples = object(value["examples"]) ?? {};
    content = (types.length ? types : ["application/json"]).map((type) => ({
      type,
      schema: value["schema"],
      place: below(place, "/schema"),
      examples: examples[type] === undefined ? [] : [{ name: "example", value: examples[type] }],
    }));
  }
  return { key, description: text(value["description"]), headers, content };
}
