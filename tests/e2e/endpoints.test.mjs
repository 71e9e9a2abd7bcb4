// Endpoints, responses and shared schemas by hand: made, changed and deleted without importing anything.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { exactly, openapi } from "./documents.mjs";
import { startEdgemock } from "./harness.mjs";

let edgemock;
before(async () => {
  edgemock = await startEdgemock();
});
after(() => edgemock?.stop());

const json = (schema) => ({ "application/json": { schema } });
const responding = (schema) => ({ responses: { 200: { description: "Fine", content: json(schema) } } });
const at = (project, rest) => `/v1/projects/${project}/${rest}`;
const manage = async (method, where, body) => {
  const answer = await edgemock.manage(method, where, body);
  return { status: answer.status, code: answer.body.errorCode, message: answer.body.errorMessage, data: answer.body.data, meta: answer.body.meta };
};
const call = async (project, path, method = "GET") => {
  const response = await edgemock.fetch(`/m1/${project}-0-default${path}`, { method });
  const text = await response.text();
  return { status: response.status, body: text ? JSON.parse(text) : undefined };
};

test("an endpoint without any document", async () => {
  const project = await edgemock.project();
  const made = await manage("POST", at(project, "endpoints"), { method: "GET", path: "/hello/{name}", name: "Hello", folder: "By hand", operation: responding(exactly({ hello: true })) });
  assert.equal(made.status, 201);
  assert.deepEqual([made.data.method, made.data.path, made.data.name, made.data.folder, made.data.format], ["GET", "/hello/{name}", "Hello", "By hand", "OpenAPI 3.1"]);
  assert.equal(made.data.release.published, true);
  assert.deepEqual(await call(project, "/hello/you"), { status: 200, body: { hello: true } });
  const second = await manage("POST", at(project, "endpoints"), { method: "DELETE", path: "/hello/{name}" });
  assert.equal(second.status, 201);
  assert.equal((await call(project, "/hello/you", "DELETE")).status, 200);
  assert.equal((await manage("POST", at(project, "endpoints"), { method: "GET", path: "/hello/{name}" })).code, "409002");
  const faulty = await manage("POST", at(project, "endpoints"), { method: "GET", path: "/faulty", operation: responding({ type: "integer", minimum: 5, maximum: 3 }) });
  assert.match(JSON.stringify(faulty.data.problems), /`minimum` 5 exceeds `maximum` 3/);
});

test("an imported endpoint is changed, keeps its id, and moves", async () => {
  const document = openapi({ "/a/{id}": { parameters: [{ name: "id", in: "path", required: true, schema: { type: "integer" } }], get: responding({ $ref: "#/components/schemas/A" }), delete: { responses: { 204: { description: "Gone" } } } }, "/b": { get: responding(exactly({ b: 1 })) } }, { A: exactly({ version: 1 }) });
  const project = await edgemock.project({ document });
  const list = (await manage("GET", at(project, "endpoints"))).data;
  const { id } = list.find(({ method, path }) => method === "GET" && path === "/a/{id}");
  const read = await manage("GET", at(project, `endpoints/${id}`));
  assert.equal(read.data.operation.responses["200"].description, "Fine");
  assert.deepEqual(read.data.responses.map(({ key, status }) => [key, status]), [["200", 200]]);

  const changed = await manage("PATCH", at(project, `endpoints/${id}`), { name: "Renamed", path: "/c/{id}" });
  assert.deepEqual([changed.status, changed.data.id, changed.data.name, changed.data.path], [200, id, "Renamed", "/c/{id}"]);
  assert.equal(changed.data.operation.parameters[0].name, "id");
  assert.deepEqual((await call(project, "/c/7")).body, { version: 1 });
  assert.equal((await call(project, "/a/7")).status, 405);
  assert.equal((await call(project, "/a/7", "DELETE")).status, 204);
  assert.deepEqual((await call(project, "/b")).body, { b: 1 });
  assert.equal((await manage("PATCH", at(project, `endpoints/${id}`), { path: "/b" })).code, "409002");

  // The others of the document are still of one document: a schema changes them all.
  assert.equal((await manage("PUT", at(project, "schemas/A"), exactly({ version: 2 }))).status, 200);
  assert.deepEqual((await call(project, "/c/7")).body, { version: 2 });
  assert.equal((await manage("DELETE", at(project, `endpoints/${id}`))).status, 200);
  assert.equal((await call(project, "/c/7")).status, 404);
  assert.equal((await manage("GET", at(project, `endpoints/${id}`))).code, "404003");
  await edgemock.restart();
  assert.deepEqual((await call(project, "/b")).body, { b: 1 });
});

test("responses are added, replaced and deleted", async () => {
  const project = await edgemock.project({ document: openapi({ "/a": { get: responding(exactly({ fine: true })) } }) });
  const [{ id, responses }] = (await manage("GET", at(project, "endpoints"))).data;
  const base = at(project, `endpoints/${id}/responses`);
  const added = await manage("POST", base, { key: "404", response: { description: "None", content: { "application/json": { schema: {}, examples: { lost: { value: { lost: 1 } } } } } } });
  assert.equal(added.status, 201);
  assert.deepEqual((await call(project, "/a?__example=lost")), { status: 404, body: { lost: 1 } });
  assert.equal((await manage("POST", base, { key: "404", response: {} })).code, "409003");
  assert.equal((await manage("POST", base, { key: "99", response: {} })).code, "422001");
  const listed = (await manage("GET", base)).data;
  assert.deepEqual(listed.map(({ key }) => key), ["200", "404"]);
  assert.equal(listed[0].id, responses[0].id);
  const other = listed[1].id;
  assert.equal((await manage("PUT", `${base}/${other}`, { description: "Now", content: json(exactly({ now: 1 })) })).status, 200);
  assert.deepEqual((await call(project, `/a?apidogResponseId=${other}`)), { status: 404, body: { now: 1 } });
  assert.equal((await manage("GET", `${base}/${other}`)).data.response.description, "Now");
  assert.equal((await manage("DELETE", `${base}/${other}`)).status, 200);
  assert.equal((await call(project, "/a?__code=404")).status, 404);
  assert.equal((await manage("GET", `${base}/${other}`)).code, "404007");
});

test("schemas are listed, read and deleted", async () => {
  const project = await edgemock.project({ document: openapi({ "/a": { get: responding({ $ref: "#/components/schemas/Pet%20food" }) } }, { "Pet food": exactly({ food: 1 }), Other: {} }) });
  assert.deepEqual((await manage("GET", at(project, "schemas"))).data.map(({ name }) => name), ["Pet food", "Other"]);
  assert.equal((await manage("GET", at(project, "schemas/Pet%20food"))).data.schema.properties.food.const, 1);
  assert.equal((await manage("DELETE", at(project, "schemas/Other"))).status, 200);
  assert.equal((await manage("DELETE", at(project, "schemas/Other"))).code, "404008");
  assert.equal((await manage("GET", at(project, "schemas/Other"))).code, "404008");
  assert.equal((await manage("PUT", at(project, "schemas/New"), 5)).code, "422001");
  assert.equal((await manage("PUT", at(project, "schemas/New"), { type: "string" })).status, 200);
});

describe("lists", () => {
  test("are searched and paged", async () => {
    const paths = Object.fromEntries(Array.from({ length: 30 }, (_, n) => [`/item${n}`, { get: { summary: `Number ${n}`, tags: [n % 2 ? "Odd" : "Even"], ...responding({}) } }]));
    const project = await edgemock.project({ document: openapi(paths) });
    const find = (query) => manage("GET", at(project, `endpoints?${query}`));
    assert.equal((await find("")).data.length, 30);
    const page = await find("folder=Odd&limit=4&page=2");
    assert.deepEqual(page.data.map(({ path }) => path), ["/item9", "/item11", "/item13", "/item15"]);
    assert.deepEqual(page.meta, { total: 15, page: 2, limit: 4 });
    assert.deepEqual((await find("search=number+item29")).data.map(({ path }) => path), ["/item29"]);
    assert.equal((await find("limit=0")).code, "422001");
    assert.equal((await find("sort=name")).code, "422001");
  });
});
