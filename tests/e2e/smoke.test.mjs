// The main path, end to end: a project, a document, a mock, a token.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { petstore, startEdgemock } from "./harness.mjs";

/** Small on purpose: what is asserted below can be read off it. */
const DOCUMENT = {
  openapi: "3.1.0",
  info: { title: "Smoke", version: "1.0.0" },
  paths: {
    "/pets": {
      get: { responses: json({ type: "array", minItems: 1, items: { $ref: "#/components/schemas/Pet" } }) },
      post: { responses: json({ $ref: "#/components/schemas/Pet" }, "201") },
    },
    "/pets/{petId}": { get: { responses: json({ $ref: "#/components/schemas/Pet" }) } },
  },
  components: {
    schemas: {
      Pet: {
        type: "object",
        required: ["id", "name", "status"],
        properties: {
          id: { type: "integer", minimum: 1 },
          name: { type: "string", minLength: 1 },
          status: { enum: ["available", "pending", "sold"] },
        },
      },
    },
  },
};

function json(schema, status = "200") {
  return { [status]: { description: "As declared.", content: { "application/json": { schema } } } };
}

function assertPet(pet) {
  assert.ok(Number.isInteger(pet.id) && pet.id >= 1, `id: ${pet.id}`);
  assert.ok(typeof pet.name === "string" && pet.name.length >= 1, `name: ${pet.name}`);
  assert.ok(["available", "pending", "sold"].includes(pet.status), `status: ${pet.status}`);
}

const ok = (response) => response.status === 200;
let edgemock;
before(async () => {
  edgemock = await startEdgemock();
});
after(() => edgemock?.stop());

test("GET /v1/versions answers without a token", async () => {
  const response = await edgemock.fetch("/v1/versions");
  assert.equal(response.status, 200);
});

test("the management API refuses a missing and a wrong admin token", async () => {
  for (const token of [null, "wrong"]) {
    const { status } = await edgemock.manage("POST", "/v1/projects", { name: "No" }, { token });
    assert.equal(status, 401);
  }
});

test("a project is created with the id it asks for, or with one of its own", async () => {
  const chosen = await edgemock.manage("POST", "/v1/projects", { id: 2689726, name: "Shop" });
  assert.equal(chosen.body.success, true);
  assert.equal(chosen.body.data.id, 2689726);
  const { body } = await edgemock.manage("POST", "/v1/projects", { name: "Shop" });
  assert.ok(Number.isInteger(body.data.id) && body.data.id > 0);
  assert.notEqual(body.data.id, 2689726);
});

test("the cloud mock is off until it is switched on", async () => {
  const { body } = await edgemock.manage("POST", "/v1/projects", { name: "Off" });
  const settings = await edgemock.manage("GET", `/v1/projects/${body.data.id}/mock-settings`);
  assert.equal(settings.status, 200);
  assert.equal(settings.body.data.cloudMock, false);
});

test("an imported document answers with bodies of its schemas", async () => {
  const project = await edgemock.project({ document: DOCUMENT });
  const list = await edgemock.eventually(`/m1/${project}-0-default/pets`, ok);
  assert.match(list.headers.get("content-type"), /^application\/json/);
  assert.ok(list.headers.get("cache-control"), "Cache-Control is always set");
  const pets = await list.json();
  assert.ok(pets.length >= 1);
  pets.forEach(assertPet);

  const one = await edgemock.fetch(`/m1/${project}-0-default/pets/7`);
  assert.equal(one.status, 200);
  assertPet(await one.json());
  const made = await edgemock.fetch(`/m1/${project}-0-default/pets`, { method: "POST", body: "{}" });
  assert.equal(made.status, 201);
  assertPet(await made.json());
});

test("unknown path and wrong method have answers of their own", async () => {
  const project = await edgemock.project({ document: DOCUMENT });
  await edgemock.eventually(`/m1/${project}-0-default/pets`, ok);
  assert.equal((await edgemock.fetch(`/m1/${project}-0-default/nothing`)).status, 404);
  const wrong = await edgemock.fetch(`/m1/${project}-0-default/pets`, { method: "DELETE" });
  assert.equal(wrong.status, 405);
  assert.match(wrong.headers.get("allow"), /GET.*POST|POST.*GET/);
});

test("a project behind a token answers only with it, wherever it is put", async () => {
  const project = await edgemock.project({ document: DOCUMENT, settings: { cloudMock: true, access: "token", token: "s3cret-token" } });
  const where = `/m1/${project}-0-default/pets`;
  await edgemock.eventually(`${where}?apidogToken=s3cret-token`, ok);
  const form = new FormData();
  form.set("apifoxToken", "s3cret-token");
  for (const [how, path, options, status] of [
    ["no token", where, {}, 401],
    ["wrong token", `${where}?apidogToken=wrong`, {}, 401],
    ["query", `${where}?apifoxToken=s3cret-token`, {}, 200],
    ["header", where, { headers: { apidogToken: "s3cret-token" } }, 200],
    ["other header", where, { headers: { APIFOXTOKEN: "s3cret-token" } }, 200],
    ["urlencoded field", where, { method: "POST", body: new URLSearchParams({ apidogToken: "s3cret-token" }) }, 201],
    ["multipart field", where, { method: "POST", body: form }, 201],
  ]) {
    const response = await edgemock.fetch(path, options);
    const body = await response.text();
    const expected = status === 401 ? response.status >= 400 && response.status < 500 : response.status === status;
    assert.ok(expected, `${how}: ${response.status} ${body.slice(0, 200)}`);
    assert.ok(!body.includes("s3cret-token"), `${how}: the token is echoed`);
  }
});

test("a warm request reads no KV, a cold isolate reads at most three keys", async () => {
  const project = await edgemock.project({ document: DOCUMENT });
  const where = `/m1/${project}-0-default/pets/7`;
  await edgemock.eventually(where, ok);
  await edgemock.restart();
  assert.equal((await edgemock.fetch(where)).status, 200);
  const cold = await edgemock.kv();
  assert.ok(cold.reads <= 3, `cold: ${cold.keys.join(", ")}`);
  assert.equal((await edgemock.fetch(where)).status, 200);
  const warm = await edgemock.kv();
  assert.equal(warm.reads, cold.reads, `warm: ${warm.keys.slice(cold.reads).join(", ")}`);
});

test("data survives a restart", async () => {
  const project = await edgemock.project({ document: DOCUMENT });
  await edgemock.eventually(`/m1/${project}-0-default/pets`, ok);
  await edgemock.restart();
  const settings = await edgemock.manage("GET", `/v1/projects/${project}/mock-settings`);
  assert.equal(settings.body.data.cloudMock, true);
  assert.equal((await edgemock.fetch(`/m1/${project}-0-default/pets`)).status, 200);
});

test("a document that is none is refused and changes nothing", async () => {
  const project = await edgemock.project({ document: DOCUMENT });
  await edgemock.eventually(`/m1/${project}-0-default/pets`, ok);
  for (const input of ["{", "just text", '{"openapi": "3.1.0", "info": {', ""]) {
    const { status, body } = await edgemock.manage("POST", `/v1/projects/${project}/import-openapi`, { input });
    assert.ok(status >= 400 && status < 500, `${JSON.stringify(input)}: ${status} ${JSON.stringify(body)}`);
  }
  assert.equal((await edgemock.fetch(`/m1/${project}-0-default/pets`)).status, 200);
});

test("the demo document imports without faults", async () => {
  const { body: made } = await edgemock.manage("POST", "/v1/projects", { name: "Demo" });
  const { status, body } = await edgemock.manage("POST", `/v1/projects/${made.data.id}/import-openapi`, { input: petstore() });
  assert.equal(status, 200, JSON.stringify(body));
  assert.equal(body.success, true);
});

test("mock paths never reach the static files, the console does", async () => {
  const asBrowser = { headers: { "sec-fetch-mode": "navigate", accept: "text/html" } };
  const mock = await edgemock.fetch("/m1/1-0-default/nothing", asBrowser);
  assert.doesNotMatch(mock.headers.get("content-type") ?? "", /html/);
  const page = await edgemock.fetch("/console/", asBrowser);
  assert.equal(page.status, 200);
  assert.match(page.headers.get("content-security-policy"), /default-src 'none'/);
});
