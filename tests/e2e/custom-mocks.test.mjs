// Custom mocks: which one answers, what it answers, and the API that they are made with.
import assert from "node:assert/strict";
import { after, before, beforeEach, describe, test } from "node:test";
import { exactly, openapi } from "./documents.mjs";
import { startEdgemock } from "./harness.mjs";

const json = (schema, more = {}) => ({ "application/json": { schema, ...more } });
const PET = { type: "object", required: ["id", "name", "price"], properties: { id: { type: "integer" }, name: { type: "string" }, price: { type: "number" }, tags: { type: "array", minItems: 2, items: { type: "object", required: ["label"], properties: { label: { type: "string" } } } } } };
const responses = {
  200: { description: "A pet", headers: { "X-Rate": { schema: { const: "7" } } }, content: json(PET, { example: { id: 1, name: "Example", price: 1 } }) },
  404: { description: "None", content: json(exactly({ gone: true })) },
};
const DOCUMENT = openapi({
  "/pets/{id}": { get: { responses }, post: { responses }, put: { responses } },
  "/other": { get: { responses: { 200: { description: "Other", content: json(exactly({ other: true })) } } } },
});

let edgemock;
let project;
let endpoints;
before(async () => {
  edgemock = await startEdgemock();
  project = await edgemock.project({ document: DOCUMENT });
  endpoints = (await edgemock.manage("GET", `/v1/projects/${project}/endpoints`)).body.data;
});
after(() => edgemock?.stop());

const endpoint = (method, path = "/pets/{id}") => endpoints.find((one) => one.method === method && one.path === path).id;
const mocks = (method) => `/v1/projects/${project}/endpoints/${endpoint(method)}/custom-mocks`;
const call = (path, options) => edgemock.fetch(`/m1/${project}-0-default${path}`, options);

/** Sets the custom mocks of an endpoint and gives them as stored. */
async function set(method, list) {
  const answer = await edgemock.manage("PUT", mocks(method), list);
  assert.equal(answer.status, 200, JSON.stringify(answer.body));
  return answer.body.data;
}

/** What a request is answered: the text of the mock that answered, or `made`. */
async function answered(path, options) {
  const response = await call(path, options);
  const text = await response.text();
  return text.startsWith("mock:") ? text.slice(5) : "made";
}

const text = (name, conditions, more = {}) => ({ name, conditions, response: { body: { type: "text", text: `mock:${name}` }, ...more } });
const where = (location, name, comparison, value) => ({ location, name, comparison, value });

describe("which one answers", () => {
  test("the first whose conditions all hold, in order; switched-off ones never", async () => {
    await set("GET", [
      { ...text("off", []), enabled: false },
      text("both", [where("query", "page", "equal", "2"), where("header", "X-Kind", "equal", "beta")]),
      text("page", [where("query", "page", "equal", 2)]),
      text("cookie", [where("cookie", "session", "exists")]),
      text("path", [where("path", "id", "in", ["7", "8"])]),
      text("regex", [where("query", "name", "regex", "^a.c$")]),
      text("far", [where("query", "page", "greaterOrEqual", 100)]),
    ]);
    const cases = [
      ["/pets/1?page=2", { "x-kind": "beta" }, "both"],
      ["/pets/1?page=2", {}, "page"],
      ["/pets/1", { cookie: "a=1; session=x" }, "cookie"],
      ["/pets/7", {}, "path"],
      ["/pets/1?name=abc", {}, "regex"],
      ["/pets/1?page=250", {}, "far"],
      ["/pets/1", {}, "made"],
      ["/pets/1?page=3", {}, "made"],
    ];
    for (const [path, headers, expected] of cases) assert.equal(await answered(path, { headers }), expected, path);
  });

  test("bodies: JSONPath, names, forms, text", async () => {
    await set("POST", [
      text("path", [where("body", "$.user.name", "equal", "Ada")]),
      text("item", [where("body", "$.items[*].id", "equal", 3)]),
      text("name", [where("body", "kind", "notEqual", "x"), where("body", "kind", "exists")]),
      text("text", [where("body", "", "contains", "hello")]),
    ]);
    const body = (value, type = "application/json") => ({ method: "POST", body: typeof value === "string" ? value : JSON.stringify(value), headers: { "content-type": type } });
    const multipart = new FormData();
    multipart.append("kind", "z");
    const cases = [
      [body({ user: { name: "Ada" } }), "path"],
      [body({ items: [{ id: 1 }, { id: 3 }] }), "item"],
      [body({ kind: "y" }), "name"],
      [body({ kind: "x" }), "made"],
      [body("kind=y&a=1", "application/x-www-form-urlencoded"), "name"],
      [{ method: "POST", body: multipart }, "name"],
      [body("well, hello there", "text/plain"), "text"],
      [body('{"user": {"name": "Ada"'), "made"],
      [{ method: "POST" }, "made"],
    ];
    for (const [options, expected] of cases) assert.equal(await answered("/pets/1", options), expected, String(options.body));
  });

  test("the caller's address", async () => {
    await set("GET", [
      text("office", [where("ip", "", "in", ["10.0.0.0/8", "2001:db8::/32"])]),
      text("range", [where("ip", "", "equal", "192.168.1.5-192.168.1.9")]),
    ]);
    for (const [ip, expected] of [["10.9.8.7", "office"], ["2001:db8::7", "office"], ["192.168.1.7", "range"], ["192.168.1.10", "made"]]) {
      assert.equal(await answered("/pets/1", { headers: { "cf-connecting-ip": ip } }), expected, ip);
    }
  });

  test("a declared answer that is asked for comes first; custom mocks can be asked for too", async () => {
    const [first, second] = await set("GET", [text("always", []), text("never", [where("query", "x", "equal", "y")])]);
    assert.equal(await answered("/pets/1"), "always");
    assert.equal((await call("/pets/1?__code=404")).status, 404);
    assert.deepEqual(await (await call("/pets/1?__example=example")).json(), { id: 1, name: "Example", price: 1 });
    assert.equal(await answered("/pets/1?__mock=none"), "made");
    assert.equal(await answered("/pets/1?__mock=never"), "never");
    assert.equal(await answered("/pets/1", { headers: { prefer: `mock=${second.id}` } }), "never");
    const unknown = await call("/pets/1?__mock=12345");
    assert.equal(unknown.status, 404);
    assert.match((await unknown.json()).apidogError.message, new RegExp(`${first.id} \\(always\\), ${second.id} \\(never\\), none`));
    // Without any custom mock the wish is refused as well.
    assert.equal((await call("/other?__mock=1")).status, 404);
    assert.equal((await call("/other?__mock=none")).status, 200);
  });
});

describe("what it answers", () => {
  const one = async (response) => {
    await set("GET", [{ name: "one", response }]);
    return call("/pets/7?q=5");
  };

  test("status, headers, delay and a fixed body", async () => {
    const began = Date.now();
    const response = await one({ status: 418, delay: 120, headers: [{ name: "X-A", value: "1" }, { name: "X-A", value: "2" }, { name: "Content-Type", value: "application/vnd.tea+json" }], body: { type: "json", value: { tea: [1, 2.50, null] } } });
    assert.ok(Date.now() - began >= 100);
    assert.equal(response.status, 418);
    assert.equal(response.headers.get("x-a"), "1, 2");
    assert.equal(response.headers.get("content-type"), "application/vnd.tea+json");
    assert.equal(await response.text(), '{"tea":[1,2.5,null]}');
  });

  test("a body made up, with members set", async () => {
    const response = await one({ body: { type: "generated", fields: [{ path: "/name", value: "Fixed" }, { path: "$.tags[*].label", value: "{{$string.numeric(length=3)}}" }, { path: "/price", value: "19.9" }, { path: "/extra/deep", value: [1] }] } });
    assert.equal(response.status, 200);
    assert.equal(response.headers.get("x-rate"), "7");
    const body = await response.json();
    assert.equal(body.id, 7);
    assert.equal(body.name, "Fixed");
    assert.equal(body.price, 19.9);
    assert.deepEqual(body.extra, { deep: [1] });
    assert.ok(body.tags.length >= 2);
    for (const { label } of body.tags) assert.match(label, /^\d{3}$/);
    const gone = await one({ body: { type: "generated", response: "404" } });
    assert.equal(gone.status, 404);
    assert.deepEqual(await gone.json(), { gone: true });
  });

  test("templates: tags, filters, placeholders, the request; what cannot end ends", async () => {
    const template = (text, contentType) => one({ body: { type: "template", text, contentType } });
    const made = await template('{"n": [{% for i in range(2) %}{{ loop.index0 }},{% endfor %}], "q": "{{ request.query.q }}", "id": {{ request.path.id }}, "first": "@first", "d": "{{$string.numeric(length=2)}}", "t": "{{ \'ab\'|upper }}",}');
    const body = await made.json();
    assert.deepEqual([body.n, body.q, body.id, body.t], [[0, 1], "5", 7, "AB"]);
    assert.match(body.d, /^\d\d$/);
    assert.match(body.first, /^[A-Z]/);
    const text = await template("{% if request.query.q == 5 %}five{% else %}other{% endif %}", "text/plain");
    assert.equal(await text.text(), "five");
    for (const bomb of ["{% for a in range(100000) %}{% for b in range(100000) %}x{% endfor %}{% endfor %}", "{% set a = 'x' %}{% for i in range(60) %}{% set a = a ~ a %}{% endfor %}{{ a }}"]) {
      const response = await template(bomb, "text/plain");
      assert.equal(response.status, 500, bomb);
      assert.equal((await response.json()).apidogError.code, 500);
      assert.equal((await call("/other")).status, 200);
    }
  });

  test("no body where there is none", async () => {
    const empty = await one({ status: 204, body: { type: "text", text: "ignored" } });
    assert.equal(empty.status, 204);
    assert.equal(await empty.text(), "");
    const plain = await one({});
    assert.equal(plain.status, 200);
    assert.equal(await plain.text(), "");
  });

  test("a seed makes it repeatable", async () => {
    await set("GET", [{ name: "one", response: { body: { type: "generated", fields: [{ path: "/name", value: "{{$string.uuid}}" }] } } }]);
    const [one, two] = [await call("/pets/7?__seed=1"), await call("/pets/7?__seed=1")];
    const tag = one.headers.get("etag");
    assert.ok(tag);
    assert.equal(await one.text(), await two.text());
    assert.equal((await call("/pets/7?__seed=1", { headers: { "if-none-match": tag } })).status, 304);
  });
});

describe("the default method of an endpoint", () => {
  test("comes before the project's", async () => {
    await set("GET", []);
    const where = `/v1/projects/${project}/endpoints/${endpoint("GET")}/mock`;
    const isExample = async (query = "") => (await (await call(`/pets/9${query}`)).json()).name === "Example";
    assert.equal(await isExample(), false);
    assert.equal((await edgemock.manage("PATCH", where, { defaultMethod: "example" })).status, 200);
    assert.equal(await isExample(), true);
    assert.equal(await isExample("?__dynamic=true"), false);
    await edgemock.manage("PATCH", `/v1/projects/${project}/mock-settings`, { exampleFirst: true });
    await edgemock.manage("PATCH", where, { defaultMethod: "smart" });
    assert.equal(await isExample(), false);
    await edgemock.manage("PATCH", where, { defaultMethod: null });
    assert.equal(await isExample(), true);
    await edgemock.manage("PATCH", `/v1/projects/${project}/mock-settings`, { exampleFirst: false });
  });
});

describe("the API", () => {
  beforeEach(() => set("PUT", []));

  test("creates, reads, changes, orders and deletes", async () => {
    const list = async () => (await edgemock.manage("GET", mocks("PUT"))).body.data.map(({ name }) => name);
    const made = [];
    for (const name of ["a", "b", "c"]) {
      const { status, body } = await edgemock.manage("POST", mocks("PUT"), text(name, []));
      assert.equal(status, 201);
      made.push(body.data.id);
    }
    assert.deepEqual(await list(), ["a", "b", "c"]);
    assert.equal((await edgemock.manage("PUT", `${mocks("PUT")}/order`, [made[2], made[0], made[1]])).status, 200);
    assert.deepEqual(await list(), ["c", "a", "b"]);
    assert.equal(await answered("/pets/1", { method: "PUT" }), "c");
    const patched = await edgemock.manage("PATCH", `${mocks("PUT")}/${made[2]}`, { enabled: false });
    assert.equal(patched.body.data.enabled, false);
    assert.equal(await answered("/pets/1", { method: "PUT" }), "a");
    assert.equal((await edgemock.manage("DELETE", `${mocks("PUT")}/${made[0]}`)).status, 200);
    assert.equal(await answered("/pets/1", { method: "PUT" }), "b");
    assert.equal((await edgemock.manage("GET", `${mocks("PUT")}/${made[0]}`)).body.errorCode, "404004");
    assert.equal((await edgemock.manage("PUT", `${mocks("PUT")}/${made[1]}`, text("d", []))).body.data.id, made[1]);
    assert.equal(await answered("/pets/1", { method: "PUT" }), "d");
  });

  test("what is wrong is refused with its pointer, and changes nothing", async () => {
    await edgemock.manage("POST", mocks("PUT"), text("kept", []));
    const cases = [
      [{}, "/response"],
      [{ response: { status: 99 } }, "/response/status"],
      [{ response: { delay: 60001 } }, "/response/delay"],
      [{ response: { headers: [{ name: "X", value: "a\r\nSet-Cookie: x=1" }] } }, "/response/headers/0/value"],
      [{ response: { headers: [{ name: "Content-Security-Policy", value: "x" }] } }, "/response/headers/0/name"],
      [{ response: { body: { type: "template", text: "line\n{{$nobody.knows}}" } } }, "/response/body/text"],
      [{ conditions: [where("query", "a", "regex", "(")], response: {} }, "/conditions/0/value"],
      [{ conditions: [where("ip", "", "equal", "300.1.1.1")], response: {} }, "/conditions/0/value"],
      [{ response: {}, surprise: 1 }, "/surprise"],
    ];
    for (const [body, pointer] of cases) {
      const { status, body: answer } = await edgemock.manage("POST", mocks("PUT"), body);
      assert.equal(status, 422, JSON.stringify(body));
      assert.ok(answer.errorMessage.includes(`(at ${pointer})`), answer.errorMessage);
    }
    const template = { response: { body: { type: "template", text: "{\n  \"a\": {{ request.query.a|uper }}\n}" } } };
    const { body: told } = await edgemock.manage("POST", mocks("PUT"), template);
    assert.match(told.errorMessage, /line 2, column \d+.*upper/);
    assert.equal((await edgemock.manage("GET", mocks("PUT"))).body.data.length, 1);
    assert.equal((await edgemock.manage("GET", mocks("PUT").replace(/\d+\/custom/, "99999/custom"))).body.errorCode, "404003");
  });

  test("of two editors the second is told", async () => {
    const read = await edgemock.manage("GET", mocks("PUT"));
    const version = read.headers.get("etag");
    assert.match(version, /^"[0-9a-f]{24}"$/);
    const first = await edgemock.manage("PUT", mocks("PUT"), [text("first", [])], { headers: { "if-match": version } });
    assert.equal(first.status, 200);
    const second = await edgemock.manage("PUT", mocks("PUT"), [text("second", [])], { headers: { "if-match": version } });
    assert.equal(second.body.errorCode, "412001");
    assert.equal(await answered("/pets/1", { method: "PUT" }), "first");
    const again = await edgemock.manage("PUT", mocks("PUT"), [text("second", [])], { headers: { "if-match": first.headers.get("etag") } });
    assert.equal(again.status, 200);
  });

  test("importing the document again leaves them alone", async () => {
    await set("PUT", [text("stays", [])]);
    const changed = structuredClone(DOCUMENT);
    changed.paths["/pets/{id}"].put.summary = "Changed";
    const { body } = await edgemock.manage("POST", `/v1/projects/${project}/import-openapi`, { input: changed });
    assert.equal(body.data.counters.endpointUpdated, 1);
    assert.equal(await answered("/pets/1", { method: "PUT" }), "stays");
    await edgemock.restart();
    assert.equal(await answered("/pets/1", { method: "PUT" }), "stays");
  });
});
