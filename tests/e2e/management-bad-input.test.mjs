// Bad input to the management API, made out of its OpenAPI document: every operation, every parameter, every field. The answer
// is always a 4xx in the one error envelope, says which field it is, and nothing has changed.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { gzipSync } from "node:zlib";
import { prepareSubjects } from "../../scripts/lib/contract.mjs";
import { joinManagementDocument } from "../../scripts/lib/management-document.mjs";
import { startEdgemock } from "./harness.mjs";

const DOCUMENT = await joinManagementDocument();
/** Take what clients of Apidog send: unknown fields, any type of content; imports take YAML too. */
const LENIENT = ["import", "importCollection", "export"];
const IMPORTS = ["import", "importCollection"];

let edgemock;
let subjects;
before(async () => {
  edgemock = await startEdgemock();
  subjects = await prepareSubjects(done);
});
after(() => edgemock?.stop());

async function done(method, where, body, headers) {
  const answer = await edgemock.manage(method, where, body, { headers });
  assert.ok(answer.status < 300, `${method} ${where}: ${JSON.stringify(answer.body)}`);
  return answer.body.data;
}

const resolve = (schema) => (schema?.$ref ? schema.$ref.slice(2).split("/").reduce((value, name) => value[name], DOCUMENT) : schema);

/** All operations, with their parameters and the schema and example of their JSON body. */
const OPERATIONS = Object.entries(DOCUMENT.paths).flatMap(([where, item]) =>
  Object.entries(item)
    .filter(([, operation]) => operation.operationId && operation.security?.length !== 0)
    .map(([method, operation]) => {
      const parameters = [...(item.parameters ?? []), ...(operation.parameters ?? [])].map(resolve);
      const json = operation.requestBody?.content["application/json"];
      return { id: operation.operationId, method: method.toUpperCase(), where, parameters, schema: json && resolve(json.schema), example: json?.example };
    }),
);
const WITH_BODY = OPERATIONS.filter(({ schema }) => schema);

/** A path with ids that are there, or with `changed` ones. */
const pathOf = ({ where }, changed = {}) => where.replace(/\{(\w+)\}/g, (_, name) => changed[name] ?? encodeURIComponent(subjects.ids[name]));

async function send({ method }, where, { body, headers = {} } = {}) {
  const response = await edgemock.fetch(where, { method, body, headers: { authorization: `Bearer ${edgemock.adminToken}`, ...(body !== undefined && { "content-type": "application/json" }), ...headers } });
  return { status: response.status, headers: response.headers, text: await response.text() };
}

/** The answer is a refusal with one of these statuses, and names the pointer. */
function assertRefused({ status, headers, text }, statuses, what, pointer) {
  const said = `${what} → ${status} ${text.slice(0, 400)}`;
  assert.ok(statuses.includes(status), said);
  assert.match(headers.get("content-type"), /^application\/json/, said);
  const { success, errorCode, errorMessage, ...rest } = JSON.parse(text);
  assert.deepEqual([success, errorCode.slice(0, 3), rest], [false, String(status), {}], said);
  if (pointer) assert.ok(errorMessage.includes(`(at ${pointer}`), `${said}: wanted ${pointer}`);
}

/** Sends requests a few at a time. */
async function all(items, work) {
  const waiting = [...items];
  await Promise.all(Array.from({ length: 6 }, async () => {
    for (let item; (item = waiting.shift()) !== undefined; ) await work(item);
  }));
}

/** Everything that the API shows of what the requests are about. */
async function state() {
  const { projectId, endpointId } = subjects.ids;
  const at = `/v1/projects/${projectId}`;
  const wanted = ["/v1/projects", "/v1/access-tokens", at, `${at}/mock-settings`, `${at}/folders`, `${at}/endpoints`, `${at}/endpoints/${endpointId}`, `${at}/schemas`, `${at}/schemas/Pet`, `${at}/releases`];
  const shown = await Promise.all(wanted.map((where) => done("GET", where)));
  return JSON.stringify(shown, (name, value) => (name === "lastUsedAt" ? undefined : value));
}

/** Tests of bad input: together, they change nothing. */
const refusals = (name, work) =>
  describe(name, () => {
    let untouched;
    before(async () => {
      untouched = await state();
    });
    work();
    test("nothing has changed", async () => assert.equal(await state(), untouched));
  });

refusals("ids in paths", () => {
  const OVERFLOWING = ["0", "-1", "+1", "007", "1.0", "1e3", "0x10", "9007199254740992", "18446744073709551615", "18446744073709551616", "9".repeat(400), "abc", "%00", "%20" + "1", "%EF%BC%91", "%ff"];
  const ABSENT = ["2147483647", "2147483648", "4294967296", "9007199254740991"];

  for (const operation of OPERATIONS.filter(({ where }) => where.includes("Id}"))) {
    test(operation.id, async () => {
      const names = [...operation.where.matchAll(/\{(\w+Id)\}/g)].map(([, name]) => name);
      const body = operation.schema && JSON.stringify(operation.example);
      await all(names.flatMap((name) => [...OVERFLOWING.map((id) => [name, id, [422]]), ...ABSENT.map((id) => [name, id, [404]])]), async ([name, id, statuses]) => {
        const pointer = statuses[0] === 422 ? (["projectId", "endpointId"].includes(name) ? `/${name}` : "/id") : undefined;
        assertRefused(await send(operation, pathOf(operation, { [name]: id }), { body }), statuses, `${operation.method} ${operation.where} with ${name} ${id}`, pointer);
      });
    });
  }
});

refusals("parameters in queries", () => {
  for (const operation of OPERATIONS) {
    const numbers = operation.parameters.filter((one) => one.in === "query" && ["integer", "boolean"].includes(resolve(one.schema).type));
    if (!numbers.length) continue;
    test(operation.id, async () => {
      for (const { name, schema } of numbers) {
        const zero = resolve(schema).minimum === 0 ? [] : ["0"];
        for (const value of ["", ...zero, "-1", "%2B5", "x", "1.5", "99999999999999999999", "%00", "%D9%A3"]) {
          assertRefused(await send(operation, `${pathOf(operation)}?${name}=${value}`), [422], `${operation.id}?${name}=${value}`, `/${name}`);
        }
      }
    });
  }
});

refusals("bodies that cannot be read", () => {
  for (const operation of WITH_BODY) {
    test(operation.id, async () => {
      const example = JSON.stringify(operation.example);
      const first = Array.isArray(operation.example) ? '{"a": 1' : example.slice(0, -1);
      const repeated = `${first}, ${first.slice(1)}}`;
      const bodies = {
        "cut off": example.slice(0, -1),
        "UTF-16": Buffer.from(`\ufeff${example}`, "utf16le"),
        "invalid UTF-8": Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]),
        "a lone surrogate": '{"name": "\\ud800"}',
        "gzip without saying so": gzipSync(example),
        "nested deeply": `${"[".repeat(60_000)}`,
        "NUL bytes": Buffer.alloc(100),
        "HTML": "<!doctype html><title>502</title>",
        "a number of 10,000 digits": "1".repeat(10_000),
        ...(operation.id !== "export" && { "nothing": "" }),
        ...(!LENIENT.includes(operation.id) && { "no JSON": "name: Shop", "two values": `${example} ${example}`, "a member twice": repeated }),
      };
      await all(Object.entries(bodies), async ([name, body]) => {
        assertRefused(await send(operation, pathOf(operation), { body }), [422], `${operation.id}: ${name}`, name === "a member twice" ? "/" : undefined);
      });
    });
  }
});

refusals("bodies that say they are something else", () => {
  for (const operation of WITH_BODY) {
    test(operation.id, async () => {
      const body = JSON.stringify(operation.example);
      const headers = [{ "content-encoding": "gzip" }, { "content-encoding": "br" }, { "content-encoding": "nonsense" }];
      if (!IMPORTS.includes(operation.id)) headers.push(...["text/html", "application/xml", "multipart/form-data; boundary=x", "application/json; charset=utf-16", "x"].map((type) => ({ "content-type": type })));
      await all(headers, async (one) => {
        const coded = one["content-encoding"] === "gzip" ? gzipSync(body) : body;
        assertRefused(await send(operation, pathOf(operation), { body: coded, headers: one }), [415], `${operation.id}: ${JSON.stringify(one)}`);
      });
    });
  }
});

refusals("bodies of 25 MiB and one byte", () => {
  const LENGTH = 25 * 1024 * 1024 + 1;
  for (const operation of WITH_BODY) {
    test(operation.id, async () => {
      const body = IMPORTS.includes(operation.id) ? `{"input": "openapi: 3.1.0 #${"x".repeat(LENGTH)}"}` : `${" ".repeat(LENGTH)}${JSON.stringify(operation.example)}`;
      // The answer comes before the end of the body: a client that goes on sending may find the connection closed instead.
      const answer = await Array.from({ length: 5 }).reduce((earlier) => earlier.catch(() => send(operation, pathOf(operation), { body })), Promise.reject());
      assertRefused(answer, [413], operation.id);
    });
  }
});

/** Whether a schema allows a value, as far as the schemas of this document go. */
function allows(schema, value) {
  schema = resolve(schema);
  if (schema === true || schema === undefined) return true;
  const type = value === null ? "null" : Array.isArray(value) ? "array" : Number.isInteger(value) ? "integer" : typeof value;
  const types = [schema.type].flat();
  if (schema.type && !types.includes(type) && !(type === "integer" && types.includes("number"))) return false;
  if (schema.enum && !schema.enum.includes(value)) return false;
  if ("const" in schema && schema.const !== value) return false;
  if (typeof value === "number" && (value < (schema.minimum ?? value) || value > (schema.maximum ?? value))) return false;
  if (typeof value === "string" && (value.length < (schema.minLength ?? 0) || value.length > (schema.maxLength ?? Infinity) || !new RegExp(schema.pattern ?? "", "u").test(value))) return false;
  if (Array.isArray(value) && (value.length < (schema.minItems ?? 0) || value.length > (schema.maxItems ?? Infinity))) return false;
  if (type === "object" && (schema.required ?? []).some((name) => !(name in value))) return false;
  const some = schema.anyOf ?? schema.oneOf;
  return !some || some.some((one) => allows(one, value));
}

/** A value with all that a schema demands and nothing else. */
function sample(schema) {
  schema = resolve(schema);
  if (schema === true || (!schema.type && !schema.enum && !schema.oneOf && !schema.anyOf && !("const" in schema))) return 1;
  if ("const" in schema) return schema.const;
  if (schema.enum) return schema.enum[0];
  if (schema.oneOf && !schema.properties) return sample(schema.oneOf[0]);
  if (schema.anyOf && !schema.properties) return sample(schema.anyOf[0]);
  const type = [schema.type].flat()[0];
  if (type === "object") return Object.fromEntries((schema.required ?? []).map((name) => [name, sample(schema.properties?.[name] ?? true)]));
  if (type === "array") return [];
  if (type === "string") return schema.examples?.[0] ?? (allows(schema, "text-123") ? "text-123" : "/text-1");
  if (type === "boolean") return true;
  return schema.minimum ?? 1;
}

/** The first of them are enough far down. */
const WRONG = [null, true, -1, "wrong", 1.5, 1e300, "\u0000", [], {}];

/**
 * Faults of a body: `{pointer, body}`, where `around(value)` puts a value of the schema into a whole body. `example` is a value of the
 * schema that is otherwise right.
 */
function* faults(schema, pointer, around, depth = 0, example = {}) {
  schema = resolve(schema);
  if (schema === true || schema === undefined || depth > 6) return;
  const types = [schema.type].flat();
  for (const value of depth > 2 ? WRONG.slice(0, 4) : WRONG) {
    // What an empty object lacks is named, not the object.
    const isObject = [schema, ...(schema.oneOf ?? [])].some((one) => [resolve(one).type].flat().includes("object")) && JSON.stringify(value) === "{}";
    if (!isObject && !allows(schema, value)) yield { pointer: pointer || "/", body: around(value) };
  }
  for (const branch of schema.oneOf ?? schema.anyOf ?? []) if (resolve(branch).type && resolve(branch).properties) yield* members(resolve(branch), pointer, around, depth);
  if (types.includes("string") && schema.maxLength) {
    const start = allows({ ...schema, maxLength: undefined }, "x") ? "" : "/";
    const long = schema.pattern?.startsWith("^(default") ? `x-404:${"x".repeat(schema.maxLength)}` : start + "x".repeat(schema.maxLength);
    yield { pointer, body: around(schema.maxLength > long.length - 1 ? `${long}x` : long) };
  }
  if (types.includes("array")) {
    const item = sample(schema.items ?? true);
    if (schema.maxItems) yield { pointer: pointer || "/", body: around(Array.from({ length: schema.maxItems + 1 }, () => item)) };
    yield* faults(schema.items, `${pointer}/0`, (value) => around([value]), depth + 1);
    yield* faults(schema.items, `${pointer}/1`, (value) => around([item, value]), 6);
  }
  if (schema.properties) yield* members(schema, pointer, around, depth, example);
}

function* members(schema, pointer, around, depth, example = {}) {
  const whole = { ...sample(schema), ...example };
  if (schema.additionalProperties === false) yield { pointer: `${pointer}/unknownField`, body: around({ ...whole, unknownField: 1 }) };
  for (const name of schema.required ?? []) {
    const { [name]: _, ...rest } = whole;
    yield { pointer: `${pointer}/${name}`, body: around(rest) };
  }
  for (const [name, property] of Object.entries(schema.properties)) {
    // What kind of body it is decides which other members there are.
    if (property.const !== undefined || name === "type") continue;
    // Of members that exclude each other, this one.
    const rivals = (schema.oneOf ?? []).flatMap((branch) => branch.required ?? []);
    const rest = rivals.includes(name) ? Object.fromEntries(Object.entries(whole).filter(([other]) => !rivals.includes(other))) : whole;
    yield* faults(property, `${pointer}/${name}`, (value) => around({ ...rest, [name]: value }), depth + 1);
  }
}

refusals("every field of every body", () => {
  for (const operation of WITH_BODY.filter(({ id }) => !LENIENT.includes(id))) {
    test(operation.id, async () => {
      const found = [...faults(operation.schema, "", (value) => value, 0, operation.example)];
      assert.ok(found.length > 3, "faults are made");
      await all(found, async ({ pointer, body }) => {
        assertRefused(await send(operation, pathOf(operation), { body: JSON.stringify(body) }), [422], `${operation.id}: ${pointer}: ${JSON.stringify(body).slice(0, 200)}`, `${pointer})`);
      });
    });
  }
});

describe("names", () => {
  const KEPT = ["مشروع", "פרויקט", "โครงการ", "प्रोजेक्ट", "店舗", "👩‍👩‍👧‍👦🏳️‍🌈", "e\u0301\u0323", "\u202eabc\u202c", "a\u200fb", "\u200b", "𝔘𝔫𝔦", "ﷺ", "İıſß", "\u{10ffff}", "a\u2028b", "'; DROP TABLE project;--", "<b>", "../x", "%00", "{{$person.fullName}}"];
  const REFUSED = ["\u0000", "a\u0000b", "a\nb", "a\tb", "\u001b[31m", "a\u007f", "a\u0085b", "a\u009f"];

  /** How something with a name is made; gives the path to read it at, and where the name is. */
  const NAMED = {
    project: { method: "POST", where: () => "/v1/projects", body: (name) => ({ name }), read: ({ id }) => [`/v1/projects/${id}`, "name"] },
    token: { method: "POST", where: () => "/v1/access-tokens", body: (name) => ({ name, validity: 7 }), read: ({ id }) => [`/v1/access-tokens/${id}`, "name"] },
    endpoint: { method: "POST", where: (at) => `${at}/endpoints`, body: (name, n) => ({ method: "GET", path: `/named/${n}`, name, folder: name }), read: ({ id }, at) => [`${at}/endpoints/${id}`, "name", "folder"] },
    "custom mock": { method: "POST", where: (at) => `${at}/endpoints/${subjects.ids.endpointId}/custom-mocks`, body: (name) => ({ name, response: {} }), read: ({ id }, at) => [`${at}/endpoints/${subjects.ids.endpointId}/custom-mocks/${id}`, "name"] },
  };

  for (const [kind, { method, where, body, read }] of Object.entries(NAMED)) {
    test(`of a ${kind}`, async () => {
      // Each change would wait for the one write a second that a pointer takes.
      await edgemock.kvFaults({ failWrites: true, silent: true });
      const at = `/v1/projects/${subjects.ids.projectId}`;
      for (const [n, name] of KEPT.entries()) {
        const made = await done(method, where(at), body(name, n));
        const [path, ...fields] = read(made, at);
        const shown = await done("GET", path);
        for (const field of fields) assert.equal(shown[field], name, `${kind}: ${JSON.stringify(name)}`);
      }
      for (const name of REFUSED) {
        const answer = await send({ method }, where(at), { body: JSON.stringify(body(name, "refused")) });
        assertRefused(answer, [422], `${kind}: ${JSON.stringify(name)}`, "/name)");
      }
    });
  }

  test("of a schema, in the path", async () => {
    const at = `/v1/projects/${subjects.ids.projectId}/schemas`;
    for (const name of KEPT.filter((name) => name !== "../x")) {
      await done("PUT", `${at}/${encodeURIComponent(name)}`, { type: "string" });
      assert.equal((await done("GET", `${at}/${encodeURIComponent(name)}`)).name, name);
    }
    for (const name of [...REFUSED, "x".repeat(201)]) {
      assertRefused(await send({ method: "PUT" }, `${at}/${encodeURIComponent(name)}`, { body: "{}" }), [422], `schema ${JSON.stringify(name)}`, "/name)");
    }
  });
});
