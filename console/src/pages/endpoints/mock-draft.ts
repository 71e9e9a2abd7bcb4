import type { Condition, CustomMock, Location, MockBody } from "../../api/endpoint-types.ts";

/** A custom mock as it stands in the form: everything is text. */
export interface MockDraft {
  name: string;
  enabled: boolean;
  conditions: { location: Location; name: string; comparison: string; value: string }[];
  status: string;
  delay: string;
  headers: { name: string; value: string }[];
  bodyType: MockBody["type"];
  contentType: string;
  /** Of a JSON body, as text. */
  json: string;
  /** Of a text or template. */
  text: string;
  /** The declared response that a generated body is made from; empty for the first. */
  response: string;
  fields: { path: string; value: string }[];
}

/** What a new one begins with. */
export const NEW_MOCK: MockDraft = {
  name: "",
  enabled: true,
  conditions: [],
  status: "200",
  delay: "0",
  headers: [],
  bodyType: "json",
  contentType: "",
  json: "{\n  \n}",
  text: "",
  response: "",
  fields: [],
};

/** Why a draft is no custom mock yet, with the pointer that the API would name. */
export class DraftFault extends Error {
  readonly pointer: string;
  constructor(message: string, pointer: string) {
    super(message);
    this.pointer = pointer;
  }
}

/** A value as it is written in a field: texts as they are, unless they look like something else. */
export function valueText(value: unknown): string {
  if (value === undefined || value === null) return "";
  if (typeof value === "string" && literal(value) === undefined && !value.startsWith('"')) return value;
  return JSON.stringify(value);
}

/** What a field means: numbers, `true`, lists and quoted texts as JSON has them, anything else as text. */
export function valueOf(text: string): unknown {
  const found = literal(text.trim());
  return found === undefined ? text : found;
}

function literal(text: string): unknown {
  if (!/^(-?\d|true$|false$|null$|[[{"])/.test(text)) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    // Digits that a number would lose stay text.
    return typeof value === "number" && !Number.isSafeInteger(value) && String(value) !== text ? undefined : value;
  } catch {
    return undefined;
  }
}

export function draftOfMock(mock: CustomMock): MockDraft {
  const { body } = mock.response;
  return {
    ...NEW_MOCK,
    name: mock.name,
    enabled: mock.enabled,
    conditions: mock.conditions.map(({ location, name, comparison, value }) => ({ location, name, comparison, value: valueText(value) })),
    status: mock.response.status === undefined ? "" : String(mock.response.status),
    delay: String(mock.response.delay),
    headers: mock.response.headers.map((header) => ({ ...header })),
    bodyType: body.type,
    contentType: "contentType" in body ? (body.contentType ?? "") : "",
    json: body.type === "json" ? JSON.stringify(body.value, null, 2) : NEW_MOCK.json,
    text: "text" in body ? body.text : "",
    response: body.type === "generated" ? (body.response ?? "") : "",
    fields: body.type === "generated" ? body.fields.map(({ path, value }) => ({ path, value: valueText(value) })) : [],
  };
}

/** Comparisons that ask for no value. */
export const WITHOUT_VALUE: ReadonlySet<string> = new Set(["exists", "absent", "empty", "notEmpty"]);

/**
 * The custom mock that a draft describes, without its id.
 *
 * @throws {DraftFault} for what is no number or no JSON.
 */
export function mockOf(draft: MockDraft): Omit<CustomMock, "id"> {
  const number = (text: string, pointer: string): number => {
    const value = Number(text);
    if (!text.trim() || !Number.isInteger(value)) throw new DraftFault("Has to be a whole number.", pointer);
    return value;
  };
  return {
    name: draft.name,
    enabled: draft.enabled,
    conditions: draft.conditions.map(({ location, name, comparison, value }): Condition => ({ location, name: location === "ip" ? "" : name, comparison, ...(!WITHOUT_VALUE.has(comparison) && { value: valueOf(value) }) })),
    response: {
      ...(draft.status.trim() && { status: number(draft.status, "/response/status") }),
      delay: draft.delay.trim() ? number(draft.delay, "/response/delay") : 0,
      headers: draft.headers.filter(({ name }) => name.trim()),
      body: bodyOfDraft(draft),
    },
  };
}

function bodyOfDraft(draft: MockDraft): MockBody {
  const contentType = draft.contentType.trim() ? { contentType: draft.contentType.trim() } : {};
  switch (draft.bodyType) {
    case "empty":
      return { type: "empty" };
    case "json":
      try {
        return { type: "json", value: JSON.parse(draft.json) as unknown, ...contentType };
      } catch (error) {
        throw new DraftFault(`Is no JSON: ${(error as Error).message}.`, "/response/body");
      }
    case "text":
    case "template":
      return { type: draft.bodyType, text: draft.text, ...contentType };
    case "generated":
      return { type: "generated", ...(draft.response && { response: draft.response }), fields: draft.fields.filter(({ path }) => path.trim()).map(({ path, value }) => ({ path, value: valueOf(value) })) };
  }
}
