import { asText, sampleOf } from "../openapi/sample.ts";
import type { Media, OperationView, Parameter } from "../openapi/operation.ts";
import type { Resolve } from "../openapi/schema.ts";
import { placeholders, type Pair } from "./url.ts";

/** A request as somebody fills it in. */
export interface RequestDraft {
  path: Map<string, string>;
  query: Pair[];
  headers: Pair[];
  /** The media type of the body; empty for none. */
  mediaType: string;
  body: string;
}

/** A draft to start from: what is required is switched on, with the examples of the document. */
export function draftOf(path: string, view: OperationView, resolve: Resolve): RequestDraft {
  const value = (parameter: Parameter) => asText(parameter.example ?? sampleOf(parameter.schema, resolve));
  const at = (place: Parameter["in"]) => view.parameters.filter((parameter) => parameter.in === place);
  const pairs = (place: Parameter["in"]): Pair[] => at(place).map((parameter) => ({ name: parameter.name, value: value(parameter), on: parameter.required }));
  const known = new Map(at("path").map((parameter) => [parameter.name, value(parameter)]));
  const media = view.body?.content[0];
  return {
    path: new Map(placeholders(path).map((name) => [name, known.get(name) || "1"])),
    query: pairs("query"),
    headers: pairs("header").filter(({ name }) => !/^(accept|content-type|authorization)$/i.test(name)),
    mediaType: media?.type ?? "",
    body: media ? bodyOf(media, resolve) : "",
  };
}

/** A body of a media type: its first example, else one made from the schema. */
export function bodyOf(media: Media, resolve: Resolve): string {
  const value = media.examples[0]?.value ?? sampleOf(media.schema, resolve);
  if (/json/i.test(media.type) || media.type === "*/*") return JSON.stringify(value ?? {}, null, 2);
  if (typeof value === "string") return value;
  if (/urlencoded/i.test(media.type) && typeof value === "object" && value !== null) {
    return new URLSearchParams(Object.entries(value).map(([name, one]) => [name, asText(one)])).toString();
  }
  return "";
}

/** Whether the method may have a body. */
export function takesBody(method: string): boolean {
  return !/^(GET|HEAD|TRACE)$/i.test(method);
}
