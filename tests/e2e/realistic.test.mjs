// Values that mean something, through the built Worker: languages, time zones, name rules, mock fields, pages, paths.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { answers, openapi } from "./documents.mjs";
import { startEdgemock } from "./harness.mjs";

const text = { type: "string" };
const integer = { type: "integer" };
const object = (properties) => ({ type: "object", required: Object.keys(properties), properties });
const CUSTOMER = object({
  id: integer,
  firstName: text,
  lastName: text,
  email: text,
  city: text,
  createdAt: { type: "string", format: "date-time" },
  updatedAt: { type: "string", format: "date-time" },
  sku: text,
  code: { type: "string", "x-apidog-mock": "C-{{$string.numeric(length=4)}}" },
});
const DOCUMENT = openapi({
  "/customers": { get: answers(object({ total: integer, page: integer, items: { type: "array", items: CUSTOMER } })) },
  "/customers/{customerId}": { get: answers(CUSTOMER) },
  "/broken": { get: answers(object({ a: { type: "string", "x-apidog-mock": "{{$person.fulName}}" } })) },
});

let edgemock;
let project;
before(async () => {
  edgemock = await startEdgemock();
  project = await edgemock.project({ document: DOCUMENT });
  await edgemock.eventually(`/m1/${project}-0-default/customers`, ({ status }) => status === 200);
});
after(() => edgemock?.stop());

const get = async (path, headers = {}) => (await edgemock.fetch(`/m1/${project}-0-default${path}`, { headers })).json();

/** Changes the settings and asks until the change is there. */
async function having(settings, path, accept, headers) {
  const answer = await edgemock.manage("PATCH", `/v1/projects/${project}/mock-settings`, settings);
  assert.equal(answer.status, 200, JSON.stringify(answer.body));
  const until = Date.now() + 20_000;
  for (;;) {
    const body = await get(path, headers);
    if (accept(body)) return body;
    assert.ok(Date.now() < until, `still ${JSON.stringify(body)}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

describe("realistic values", () => {
  test("agree with each other and with the request", async () => {
    const one = await get("/customers/42");
    assert.equal(one.id, 42);
    assert.match(one.code, /^C-\d{4}$/);
    assert.ok(one.createdAt <= one.updatedAt, JSON.stringify(one));
    const plain = (name) => name.toLowerCase().replace(/[^a-z]/g, "");
    assert.ok([one.firstName, one.lastName].some((name) => plain(one.email).includes(plain(name))), JSON.stringify(one));
    const list = await get("/customers?page=2&limit=12");
    assert.deepEqual([list.items.length, list.page], [12, 2]);
    assert.ok(list.total >= 24);
    assert.equal(new Set(list.items.map(({ id }) => id)).size, 12);
  });

  test("faults of mock fields are reported at import", async () => {
    const imported = await edgemock.manage("POST", `/v1/projects/${project}/import-openapi`, { input: { ...DOCUMENT, info: { title: "Again", version: "2" } } });
    const problem = imported.body.data.problems.find(({ message }) => message.includes("did you mean"));
    assert.ok(problem, JSON.stringify(imported.body.data.problems));
    assert.match(problem.pointer, /broken.*properties\/a/);
  });

  test("follow the language, the time zone and the rules of the project", async () => {
    const kana = /[\u3040-\u30ff\u4e00-\u9fff]/;
    const japanese = await having({ locale: "ja", timeZone: "Asia/Tokyo" }, "/customers/1", ({ firstName }) => kana.test(firstName));
    assert.match(japanese.createdAt, /\+09:00$/);
    assert.match(japanese.email, /^[\x21-\x7e]+$/);
    const french = await having({ acceptLanguage: true }, "/customers/1", ({ firstName }) => !kana.test(firstName), { "accept-language": "fr-CA, en;q=0.5" });
    assert.ok(!kana.test(french.city));
    assert.match((await get("/customers/1?__locale=ja")).city, kana);
    const rule = { pattern: "SKU", match: "wildcard", types: ["string"], expression: "S-{{$number.int(min=7,max=7)}}" };
    await having({ nameRules: [rule] }, "/customers/1", ({ sku }) => sku === "S-7");
    const lorem = await having({ builtInNameRules: false, locale: "en" }, "/customers/1", ({ firstName }) => /^[a-z ]+$/.test(firstName));
    assert.equal(lorem.sku, "S-7");
  });
});

test("answers at the same time are each their own", async () => {
  // Bodies leave the memory of wasm, which the next request writes to, before they are sent.
  const asked = (seed) => get(`/customers?__seed=${seed}&limit=20`);
  const seeds = Array.from({ length: 40 }, (_, at) => `own${at}`);
  const alone = [];
  for (const seed of seeds) alone.push(JSON.stringify(await asked(seed)));
  const together = await Promise.all(seeds.map(async (seed) => JSON.stringify(await asked(seed))));
  assert.deepEqual(together, alone);
  assert.equal(new Set(alone).size, seeds.length);
});
