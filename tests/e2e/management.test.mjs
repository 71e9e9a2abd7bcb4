// The management API: who may, what it takes, what it answers, and that refused requests change nothing.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { answers, exactly, openapi, versioned } from "./documents.mjs";
import { petstore, startEdgemock } from "./harness.mjs";

const IMPORT = (project) => `/v1/projects/${project}/import-openapi`;
const SETTINGS = (project) => `/v1/projects/${project}/mock-settings`;

let edgemock;
before(async () => {
  edgemock = await startEdgemock();
});
after(() => edgemock?.stop());

const create = async (body) => (await edgemock.manage("POST", "/v1/projects", body)).body;
const endpoints = async (project) => (await edgemock.manage("GET", `/v1/projects/${project}/endpoints`)).body.data;
const settings = async (project) => (await edgemock.manage("GET", SETTINGS(project))).body.data;

function assertRefused({ status, headers, body }, code, ...parts) {
  assert.equal(body?.errorCode, code, JSON.stringify(body));
  assert.equal(String(status), code.slice(0, 3));
  assert.equal(body.success, false);
  for (const part of parts) assert.ok(body.errorMessage.includes(part), `${part}: ${body.errorMessage}`);
  assert.equal(headers.get("cache-control"), "no-store");
  assert.match(headers.get("content-type"), /^application\/json/);
}

describe("access", () => {
  test("versions are public", async () => {
    const response = await edgemock.fetch("/v1/versions");
    assert.equal(response.status, 200);
    assert.deepEqual((await response.json()).data, [{ version: "2024-03-28" }]);
  });

  test("everything else wants the admin token", async () => {
    const routes = [
      ["GET", "/v1/projects"],
      ["POST", "/v1/projects"],
      ["GET", "/v1/projects/1"],
      ["PATCH", SETTINGS(1)],
      ["POST", IMPORT(1)],
      ["GET", "/v1/nothing"],
      ["PUT", "/v1/projects"],
    ];
    for (const [method, where] of routes) {
      const missing = await edgemock.manage(method, where, method === "GET" ? undefined : {}, { token: null });
      assertRefused(missing, "401001", "Authorization: Bearer");
      assert.match(missing.headers.get("www-authenticate"), /^Bearer /);
      assertRefused(await edgemock.manage(method, where, method === "GET" ? undefined : {}, { token: "wrong" }), "401001", "not valid");
    }
  });

  test("without an admin token nobody may, and the answer says how to set one", async () => {
    const closed = await startEdgemock({ vars: { ADMIN_TOKEN: "" } });
    try {
      assertRefused(await closed.manage("GET", "/v1/projects"), "503001", "wrangler secret put ADMIN_TOKEN");
    } finally {
      await closed.stop();
    }
  });

  test("no other origin may read the management API", async () => {
    const { headers } = await edgemock.manage("GET", "/v1/projects", undefined, { headers: { origin: "https://evil.example" } });
    assert.equal(headers.get("access-control-allow-origin"), null);
    const preflight = await edgemock.fetch("/v1/projects", { method: "OPTIONS", headers: { origin: "https://evil.example", "access-control-request-method": "POST" } });
    assert.equal(preflight.headers.get("access-control-allow-origin"), null);
    assert.ok(preflight.status >= 400);
  });

  test("unknown routes and methods", async () => {
    assertRefused(await edgemock.manage("GET", "/v1/nothing"), "404001", "GET /v1/nothing");
    assertRefused(await edgemock.manage("GET", "/v1"), "404001");
    const method = await edgemock.manage("DELETE", "/v1/projects");
    assertRefused(method, "405001", "GET, POST");
    assert.equal(method.headers.get("allow"), "GET, POST");
    assert.equal((await edgemock.fetch("/nothing")).status, 404);
  });
});

describe("projects", () => {
  test("are created with a chosen or a generated id, and listed", async () => {
    assert.deepEqual(await create({ id: 2689726, name: "Shop" }), { success: true, data: { id: 2689726, name: "Shop" } });
    const { data } = await create({ name: "Other" });
    assert.match(String(data.id), /^\d{7}$/);
    const listed = (await edgemock.manage("GET", "/v1/projects")).body.data;
    for (const [id, name] of [[2689726, "Shop"], [data.id, "Other"]]) {
      assert.equal(listed.find((project) => project.id === id)?.name, name);
      assert.equal((await edgemock.manage("GET", `/v1/projects/${id}`)).body.data.name, name);
    }
    const largest = Number.MAX_SAFE_INTEGER;
    assert.equal((await create({ id: largest, name: "Largest" })).data.id, largest);
    assert.deepEqual(await settings(largest), { cloudMock: false, access: "public", token: null, ...DEFAULTS });
  });

  test("an id is given once", async () => {
    await create({ id: 7001, name: "First" });
    assertRefused(await edgemock.manage("POST", "/v1/projects", { id: 7001, name: "First" }), "409001", "7001");
    const both = await Promise.all([1, 2].map((n) => edgemock.manage("POST", "/v1/projects", { id: 7002, name: `Race ${n}` })));
    assert.deepEqual(both.map(({ status }) => status).sort(), [200, 409]);
  });

  test("wrong fields are named", async () => {
    const cases = [
      [{ id: 0, name: "x" }, "/id"],
      [{ id: "7", name: "x" }, "/id"],
      [{ id: 2 ** 53, name: "x" }, "/id"],
      [{ id: 5 }, "/name"],
      [{ name: "" }, "/name"],
      [{ name: "x".repeat(101) }, "/name"],
      [{ name: "x", color: "red" }, "/color"],
      [[], "object"],
    ];
    for (const [body, part] of cases) assertRefused(await edgemock.manage("POST", "/v1/projects", body), "422001", part);
    const broken = await edgemock.fetch("/v1/projects", { method: "POST", headers: { authorization: `Bearer ${edgemock.adminToken}` }, body: '{\n"name": }' });
    assertRefused({ status: broken.status, headers: broken.headers, body: await broken.json() }, "422002", "line 2, column 9");
  });

  test("an unknown project is unknown everywhere", async () => {
    for (const [method, where, body] of [
      ["GET", "/v1/projects/404404"],
      ["GET", SETTINGS(404404)],
      ["PATCH", SETTINGS(404404), { cloudMock: true }],
      ["POST", IMPORT(404404), { input: "{}" }],
      ["GET", "/v1/projects/404404/endpoints"],
    ]) {
      assertRefused(await edgemock.manage(method, where, body), "404002", "404404");
    }
    for (const id of ["0", "x", "-1", "9007199254740992"]) assertRefused(await edgemock.manage("GET", `/v1/projects/${id}`), "422001");
  });
});

/** What bodies are made by when nobody said otherwise. */
const DEFAULTS = {
  ...{ maxBodyBytes: 256 * 1024, maxBodyDepth: 14, locale: "en", timeZone: "UTC" },
  ...{ acceptLanguage: false, exampleFirst: false, requestValidation: false, securityValidation: false, nameRules: [], builtInNameRules: true, publicDocs: false, rateLimit: null },
};

describe("mock settings", () => {
  test("are off at first and change one by one", async () => {
    const { data } = await create({ name: "Settings" });
    assert.deepEqual(await settings(data.id), { cloudMock: false, access: "public", token: null, ...DEFAULTS });
    const patch = async (body) => {
      const answer = await edgemock.manage("PATCH", SETTINGS(data.id), body);
      assert.equal(answer.status, 200, JSON.stringify(answer.body));
      const { release, ...rest } = answer.body.data;
      assert.equal(release.published, true);
      assert.deepEqual(rest, await settings(data.id));
      return rest;
    };
    assert.deepEqual(await patch({ cloudMock: true }), { cloudMock: true, access: "public", token: null, ...DEFAULTS });
    const made = await patch({ access: "token" });
    assert.match(made.token, /^[\w-]{21}$/);
    const rotated = await patch({ rotateToken: true });
    assert.match(rotated.token, /^[\w-]{21}$/);
    assert.notEqual(rotated.token, made.token);
    assert.equal((await patch({ token: "chosen-token" })).token, "chosen-token");
    assert.deepEqual(await patch({}), { cloudMock: true, access: "token", token: "chosen-token", ...DEFAULTS });
    assert.deepEqual(await patch({ cloudMock: false, access: "public" }), { cloudMock: false, access: "public", token: "chosen-token", ...DEFAULTS });
    const bounded = await patch({ maxBodyBytes: 4096, maxBodyDepth: 3 });
    assert.deepEqual([bounded.maxBodyBytes, bounded.maxBodyDepth], [4096, 3]);
  });

  test("wrong fields are named and change nothing", async () => {
    const { data } = await create({ name: "Wrong" });
    const before = await settings(data.id);
    for (const [body, part] of [
      [{ cloudMock: "yes" }, "/cloudMock"],
      [{ cloudMock: true, access: "open" }, "/access"],
      [{ cloudMock: true, token: "short" }, "/token"],
      [{ cloudMock: true, token: "x".repeat(129) }, "/token"],
      [{ cloudMock: true, locale: "klingon" }, "/locale"],
      [{ cloudMock: true, timeZone: "Mars/Olympus" }, "/timeZone"],
      [{ cloudMock: true, nameRules: [{ pattern: "x", expression: "{{$person.fulName}}" }] }, "did you mean `person.fullName`"],
      [{ cloudMock: true, language: "en" }, "/language"],
      [{ cloudMock: true, maxBodyDepth: 0 }, "/maxBodyDepth"],
    ]) {
      assertRefused(await edgemock.manage("PATCH", SETTINGS(data.id), body), "422001", part);
    }
    assert.deepEqual(await settings(data.id), before);
  });

  test("outlive a restart", async () => {
    const { data } = await create({ name: "Restart" });
    await edgemock.manage("PATCH", SETTINGS(data.id), { cloudMock: true, access: "token", token: "kept-token" });
    await edgemock.restart();
    assert.deepEqual(await settings(data.id), { cloudMock: true, access: "token", token: "kept-token", ...DEFAULTS });
  });
});

describe("import", () => {
  const sum = (counters, part) => Object.entries(counters).filter(([name]) => name.endsWith(part)).reduce((all, [, count]) => all + count, 0);

  test("answers Apidog's counters", async () => {
    const { data } = await create({ name: "Counters" });
    const first = await edgemock.manage("POST", IMPORT(data.id), { input: petstore() }, { headers: { "x-apidog-api-version": "2024-03-28" } });
    assert.equal(first.status, 200, JSON.stringify(first.body));
    assert.equal(first.body.success, true);
    const { counters, errors } = first.body.data;
    assert.equal(Object.keys(counters).length, 16);
    assert.deepEqual(errors, []);
    assert.equal(sum(counters, "Failed"), 0);
    assert.equal(counters.endpointCreated, (await endpoints(data.id)).length);
    const again = (await edgemock.manage("POST", IMPORT(data.id), { input: petstore() })).body.data;
    assert.equal(again.counters.endpointIgnored, counters.endpointCreated);
    assert.equal(again.counters.schemaIgnored, counters.schemaCreated);
    assert.equal(sum(again.counters, "Created") + sum(again.counters, "Updated"), 0);
    assert.deepEqual(again.release, first.body.data.release);
  });

  test("takes a document in every shape that clients send", async () => {
    const document = versioned("a");
    const yaml = "openapi: 3.1.0\ninfo: {title: Y, version: '1'}\npaths:\n  /version: {get: {responses: {200: {description: fine}}}}\n";
    const swagger = { swagger: "2.0", info: { title: "S", version: "1" }, paths: { "/old": { get: { responses: { 200: { description: "Fine", schema: exactly({ old: true }) } } } } } };
    for (const input of [document, JSON.stringify(document), { data: document }, { data: JSON.stringify(document) }, { content: yaml }, yaml, swagger]) {
      const { data } = await create({ name: "Shapes" });
      const { status, body } = await edgemock.manage("POST", IMPORT(data.id), { input });
      assert.equal(status, 200, JSON.stringify(body));
      assert.ok(body.data.counters.endpointCreated >= 1, JSON.stringify(body));
    }
  });

  test("endpoint and response ids stay", async () => {
    const { data } = await create({ name: "Ids" });
    await edgemock.manage("POST", IMPORT(data.id), { input: versioned("a") });
    const before = await endpoints(data.id);
    const changed = openapi({
      "/new": { get: answers(exactly({ new: true })) },
      "/pets/{id}": { get: { responses: { 404: { description: "None" }, 200: { description: "Now without a body" } } } },
      "/version": { get: answers(exactly({ version: "b" })) },
    });
    const { counters } = (await edgemock.manage("POST", IMPORT(data.id), { input: changed })).body.data;
    assert.equal(counters.endpointCreated, 1);
    assert.equal(counters.endpointUpdated, 2);
    const after = await endpoints(data.id);
    assert.equal(after.length, before.length + 1);
    for (const old of before) {
      const now = after.find(({ id }) => id === old.id);
      assert.deepEqual([now.method, now.path], [old.method, old.path]);
      for (const response of old.responses) {
        const same = now.responses.find(({ key }) => key === response.key);
        assert.equal(same?.id, response.id);
      }
    }
    const ids = after.flatMap(({ id, responses }) => [id, ...responses.map((response) => response.id)]);
    assert.equal(new Set(ids).size, ids.length);
  });

  test("options decide about what is there already", async () => {
    const { data } = await create({ name: "Options" });
    const run = async (input, options) => (await edgemock.manage("POST", IMPORT(data.id), { input, options })).body.data.counters;
    await run(versioned("a"));
    const kept = await run(versioned("b"), { endpointOverwriteBehavior: "KEEP_EXISTING" });
    assert.deepEqual([kept.endpointIgnored, kept.endpointUpdated], [3, 0]);
    await run(openapi({ "/only": { get: answers(exactly({ only: true })) } }), { deleteUnmatchedResources: true });
    assert.deepEqual((await endpoints(data.id)).map(({ path }) => path), ["/only"]);
    const based = { ...openapi({ "/x": { get: answers(exactly({ x: true })) } }), servers: [{ url: "https://api.example.com/v2" }] };
    await run(based, { prependBasePath: true });
    assert.ok((await endpoints(data.id)).some(({ path }) => path === "/v2/x"));
  });

  test("faults are listed with their pointers, and the rest works", async () => {
    const { data } = await create({ name: "Faults" });
    const document = openapi({
      "/good": { get: answers(exactly({ good: true })) },
      "/dangling": { get: answers({ $ref: "#/components/schemas/Missing" }) },
      "/external": { get: answers({ $ref: "https://example.com/other.json" }) },
      "/contradiction": { get: answers({ type: "integer", minimum: 5, maximum: 3 }) },
    });
    const { status, body } = await edgemock.manage("POST", IMPORT(data.id), { input: document });
    assert.equal(status, 200);
    assert.equal(body.data.counters.endpointCreated, 4);
    for (const where of ["/paths/~1dangling", "/paths/~1external", "/paths/~1contradiction"]) {
      assert.ok(body.data.problems.some(({ pointer, message, severity }) => pointer.startsWith(where) && message && severity), `${where}: ${JSON.stringify(body.data.problems)}`);
    }
    await edgemock.manage("PATCH", SETTINGS(data.id), { cloudMock: true });
    const mock = await edgemock.fetch(`/m1/${data.id}-0-default/good`);
    assert.deepEqual(await mock.json(), { good: true });
    for (const path of ["dangling", "external", "contradiction"]) {
      assert.equal((await edgemock.fetch(`/m1/${data.id}-0-default/${path}`)).status, 200, path);
    }
  });

  test("what cannot be imported says what and where, and changes nothing", async () => {
    const project = await edgemock.project({ document: versioned("kept") });
    const before = await endpoints(project);
    const release = (await edgemock.manage("PATCH", SETTINGS(project), {})).body.data.release;
    const deep = "[".repeat(10_000) + "]".repeat(10_000);
    const bomb = `a0: &a0 x\n${Array.from({ length: 30 }, (_, n) => `a${n + 1}: &a${n + 1} [*a${n}, *a${n}, *a${n}, *a${n}, *a${n}, *a${n}, *a${n}, *a${n}]`).join("\n")}\n`;
    const whole = JSON.stringify(versioned("cut"));
    const cases = [
      [{ input: whole.slice(0, -20) }, "line 1, column"],
      [{ input: "openapi: 3.1.0\npaths:\n  - [" }, "line 3"],
      [{ input: "just text" }, ""],
      [{ input: { hello: "world" } }, ""],
      [{ input: { openapi: "4.0.0", paths: {} } }, "4.0.0"],
      [{ input: deep }, "nested"],
      [{ input: bomb }, ""],
      [{ input: "" }, "empty"],
      [{ swagger: versioned("x") }, "/input"],
      [{ input: 5 }, "/input"],
      [{ input: versioned("x"), options: { prependBasePath: "yes" } }, "/options/prependBasePath"],
      [{ input: { url: "http://127.0.0.1/openapi.json" } }, ""],
      [{ input: { url: "http://169.254.169.254/latest" } }, ""],
      [{ input: { url: "file:///etc/passwd" } }, ""],
    ];
    for (const [body, part] of cases) {
      const refused = await edgemock.manage("POST", IMPORT(project), body);
      assert.equal(refused.status, 422, JSON.stringify(refused.body).slice(0, 300));
      assertRefused(refused, refused.body.errorCode, part);
    }
    const raw = await edgemock.fetch(IMPORT(project), { method: "POST", headers: { authorization: `Bearer ${edgemock.adminToken}` }, body: '{"input": {"openapi"' });
    assert.equal(raw.status, 422);
    assert.match((await raw.json()).errorMessage, /line 1, column/);
    const large = await edgemock.manage("POST", IMPORT(project), { input: `openapi: 3.1.0\n# ${"x".repeat(26 * 1024 * 1024)}` });
    assertRefused(large, "413002", "allowed");
    const huge = await edgemock.manage("POST", IMPORT(project), { input: "x".repeat(33 * 1024 * 1024) });
    assertRefused(huge, "413001", "too long");

    assert.deepEqual(await endpoints(project), before);
    assert.deepEqual((await edgemock.manage("PATCH", SETTINGS(project), {})).body.data.release, release);
    assert.deepEqual(await (await edgemock.fetch(`/m1/${project}-0-default/version`)).json(), { version: "kept" });
  });
});
