// What the management API only tries: previews of custom mocks, samples, references; and why the mock answered as it did.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { exactly, openapi } from "./documents.mjs";
import { startEdgemock } from "./harness.mjs";

const json = (schema, more = {}) => ({ "application/json": { schema, ...more } });
const DOCUMENT = openapi(
  {
    "/pets/{id}": {
      parameters: [{ name: "id", in: "path", required: true, schema: { $ref: "#/components/schemas/Id" } }],
      get: { responses: { 200: { description: "Pet", content: json({ $ref: "#/components/schemas/Pet" }, { example: { id: 1, name: "Example" } }) }, "x-404:Göne": { description: "None", content: json(exactly({ gone: true })) } } },
      post: { responses: { 200: { description: "Pet", content: json({ $ref: "#/components/schemas/Pet" }) } } },
    },
  },
  { Pet: { type: "object", required: ["id", "name"], properties: { id: { $ref: "#/components/schemas/Id" }, name: { type: "string" }, parent: { $ref: "#/components/schemas/Pet" } } }, Id: { type: "integer" }, Unused: {} },
);

let edgemock;
let project;
let ids;
before(async () => {
  edgemock = await startEdgemock();
  project = await edgemock.project({ document: DOCUMENT });
  const { body } = await edgemock.manage("GET", `/v1/projects/${project}/endpoints`);
  ids = Object.fromEntries(body.data.map(({ id, method }) => [method, id]));
});
after(() => edgemock?.stop());

const at = (method, rest) => `/v1/projects/${project}/endpoints/${ids[method]}${rest}`;
const preview = (customMock, request = {}) => edgemock.manage("POST", at("GET", "/custom-mocks/preview"), { customMock, request, seed: 1 });
const data = ({ status, body }) => {
  assert.equal(status, 200, JSON.stringify(body));
  return body.data;
};

test("a preview says what a custom mock answers, and which condition is in its way; nothing is kept", async () => {
  const condition = (name, value) => ({ location: "query", name, comparison: "equal", value });
  const mock = { conditions: [condition("a", 1), condition("b", 2)], response: { status: 404, delay: 5, headers: [{ name: "X-N", value: "{{ request.path.id }}" }], body: { type: "template", text: '{"page": {{ request.query.b }}}' } } };
  const fit = data(await preview(mock, { query: "a=1&b=2", pathParameters: { id: "7" } }));
  assert.deepEqual([fit.fits, fit.unmetCondition, fit.status, fit.delay, fit.body], [true, null, 404, 5, '{"page":2}']);
  assert.ok(fit.headers.some(([name, value]) => name === "X-N" && value === "7"));
  const unfit = data(await preview(mock, { query: "a=1&b=3" }));
  assert.deepEqual([unfit.fits, unfit.unmetCondition, unfit.body], [false, 1, '{"page":3}']);
  const made = data(await preview({ response: { body: { type: "generated", fields: [{ path: "/name", value: "Rex" }] } } }));
  assert.equal(JSON.parse(made.body).name, "Rex");
  const failed = data(await preview({ response: { body: { type: "template", text: '{{ "abc" * 2 }}' } } }));
  assert.match(failed.error, /line 1/);
  assert.ok(!failed.error.includes("18446744073709551615"), failed.error);
  assert.deepEqual(data(await edgemock.manage("GET", at("GET", "/custom-mocks"))), []);
  const refused = await preview({ response: { status: 99 } });
  assert.deepEqual([refused.status, refused.body.errorMessage.endsWith("(at /customMock/response/status)")], [422, true]);
  assert.equal((await edgemock.manage("POST", `/v1/projects/${project}/endpoints/999999/custom-mocks/preview`, { customMock: { response: {} } })).status, 404);
});

test("samples are made with the rules that are sent, or those of the project", async () => {
  const where = `/v1/projects/${project}/sample`;
  const schema = { type: "object", required: ["code", "field"], properties: { code: { type: "string" }, field: { type: "string", "x-apidog-mock": "F" } } };
  const own = data(await edgemock.manage("POST", where, { schema, count: 2, nameRules: [{ pattern: "code", expression: "C" }] }));
  assert.deepEqual(own.values, [{ code: "C", field: "F" }, { code: "C", field: "F" }]);
  const twice = [data(await edgemock.manage("POST", where, { schema, seed: 3 })), data(await edgemock.manage("POST", where, { schema, seed: 3 }))];
  assert.deepEqual(twice[0], twice[1]);
  const referring = data(await edgemock.manage("POST", where, { schema: { $ref: "#/components/schemas/Pet" }, endpoint: ids.GET }));
  assert.ok(referring.values.every(({ id }) => Number.isInteger(id)));
  const broken = data(await edgemock.manage("POST", where, { schema: { type: "integer", minimum: 5, maximum: 3 } }));
  assert.match(broken.problems[0].message, /minimum/);
  assert.equal((await edgemock.manage("POST", where, { schema: 1 })).status, 422);
});

test("references give what an operation is read with", async () => {
  const all = data(await edgemock.manage("GET", at("GET", "/references")));
  assert.deepEqual(Object.keys(all.references).sort(), ["#/components/schemas/Id", "#/components/schemas/Pet"]);
  assert.equal(all.parameters[0].name, "id");
  const one = data(await edgemock.manage("GET", at("GET", `/references?from=${encodeURIComponent("#/components/schemas/Unused")}`)));
  assert.deepEqual(one.references, { "#/components/schemas/Unused": {} });
});

test("read-only tokens may try, and change nothing", async () => {
  const { body } = await edgemock.manage("POST", "/v1/access-tokens", { name: "Reader", validity: 7, readOnly: true });
  const { token } = body.data;
  for (const [where, sent] of [[at("GET", "/custom-mocks/preview"), { customMock: { response: {} } }], [`/v1/projects/${project}/sample`, { schema: {} }]]) {
    assert.equal((await edgemock.manage("POST", where, sent, { token })).status, 200, where);
  }
  assert.equal((await edgemock.manage("POST", at("GET", "/custom-mocks"), { response: {} }, { token })).status, 403);
});

test("a mock says why it answered so, to those who ask", async () => {
  const call = (path, headers = {}, method = "GET") => edgemock.fetch(`/m1/${project}-0-default${path}`, { headers, method });
  const why = async (...args) => JSON.parse((await call(...args)).headers.get("x-edgemock-answer"));
  const { body } = await edgemock.manage("PUT", at("GET", "/custom-mocks"), [
    { name: "Ümlaut", conditions: [{ location: "query", name: "u", comparison: "exists" }], response: {} },
    { name: "Off", enabled: false, response: {} },
  ]);
  const [mock] = body.data;
  await edgemock.eventually(`/m1/${project}-0-default/pets/1?u=1`, (response) => response.headers.get("content-type") === null);
  assert.equal((await call("/pets/1")).headers.get("x-edgemock-answer"), null);
  assert.deepEqual(await why("/pets/1?u=1&__explain=true"), { kind: "customMock", customMock: { id: mock.id, name: "Ümlaut" }, named: false });
  assert.deepEqual(await why(`/pets/1?__mock=${mock.id}`, { Prefer: "explain=true" }), { kind: "customMock", customMock: { id: mock.id, name: "Ümlaut" }, named: true });
  const made = await why("/pets/1?__explain=1");
  assert.deepEqual([made.kind, made.response.key, made.unfit], ["generated", "200", [{ id: mock.id, condition: 0 }]]);
  const named = await why("/pets/1?__explain=1&__response=g%C3%B6ne");
  assert.deepEqual([named.kind, named.response.key, named.unfit], ["generated", "x-404:Göne", undefined]);
  const example = await why("/pets/1?__explain=1&__dynamic=false");
  assert.deepEqual([example.kind, example.example], ["example", "example"]);
  // With a seed the answer is the same, whether it is asked or not.
  const [asked, not] = await Promise.all([call("/pets/1?__seed=1&__explain=true"), call("/pets/1?__seed=1")]);
  assert.equal(asked.headers.get("etag"), not.headers.get("etag"));
  // A script neither sees nor loses it.
  await edgemock.manage("PUT", at("POST", "/script"), { source: "$$.mockResponse.setBody($$.mockResponse.headers.has('x-edgemock-answer'))" });
  const scripted = await edgemock.eventually(`/m1/${project}-0-default/pets/1?__explain=true`, async () => true, { options: { method: "POST" } });
  assert.ok(scripted.headers.get("x-edgemock-answer"));
  assert.equal((await call("/pets/1?__explain=maybe")).status, 400);
});
