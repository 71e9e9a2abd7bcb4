// The mock plane: which answer, to whom, with which headers, and at what cost in KV reads.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { answers, exactly, openapi, versioned } from "./documents.mjs";
import { startEdgemock } from "./harness.mjs";

let edgemock;
let open;
let guarded;
const TOKEN = "s3cret-token-of-the-project";

before(async () => {
  edgemock = await startEdgemock({ vars: { DEBUG_HEADERS: "1" } });
  const document = openapi({
    "/pets": { get: answers(exactly({ list: true })), post: { responses: { 201: { description: "Made", content: { "application/json": { schema: exactly({ made: true }) } } } } } },
    "/pets/{id}": {
      get: {
        responses: {
          200: { description: "One", headers: { "X-Rate-Limit": { schema: { const: 7 } } }, content: { "application/json": { schema: exactly({ one: true }) } } },
          404: { description: "None", content: { "application/json": { schema: exactly({ none: true }) } } },
        },
      },
      delete: { responses: { 204: { description: "Gone" } } },
    },
    "/pets/mine": { get: answers(exactly({ mine: true })) },
    "/files/{name}.{extension}": { get: answers(exactly({ file: true })) },
    "/page": { get: { responses: { 200: { description: "A page", content: { "text/html": { example: "<script>alert(1)</script>" } } } } } },
  });
  open = await edgemock.project({ document });
  guarded = await edgemock.project({ document, settings: { cloudMock: true, access: "token", token: TOKEN } });
});
after(() => edgemock?.stop());

const url = (project, path) => `/m1/${project}-0-default${path}`;
const get = (project, path, options) => edgemock.fetch(url(project, path), options);

async function assertMock(response, status, body) {
  assert.equal(response.status, status);
  assert.deepEqual(await response.json(), body);
  assertHeaders(response);
}

async function assertError(response, status, ...parts) {
  assert.equal(response.status, status);
  assert.match(response.headers.get("content-type"), /^application\/json/);
  const { apidogError, ...rest } = await response.json();
  assert.deepEqual(Object.keys(rest), []);
  assert.equal(apidogError.code, status);
  for (const part of parts) assert.ok(apidogError.message.includes(part), `${part}: ${apidogError.message}`);
  assertHeaders(response);
  return apidogError.message;
}

function assertHeaders({ headers }) {
  assert.equal(headers.get("cache-control"), "no-store");
  assert.equal(headers.get("x-content-type-options"), "nosniff");
  const isJson = /^application\/json/.test(headers.get("content-type") ?? "application/json");
  if (!isJson) assert.match(headers.get("content-security-policy"), /^sandbox/);
  assert.ok(headers.get("access-control-allow-origin"));
}

describe("routing", () => {
  test("by method and path, literal before templated", async () => {
    await assertMock(await get(open, "/pets"), 200, { list: true });
    await assertMock(await get(open, "/pets", { method: "POST", body: "{}" }), 201, { made: true });
    await assertMock(await get(open, "/pets/7"), 200, { one: true });
    await assertMock(await get(open, "/pets/mine"), 200, { mine: true });
    await assertMock(await get(open, "/files/a%2Fb.tar.gz"), 200, { file: true });
    await assertMock(await get(open, "/pets/caf%C3%A9?x=1"), 200, { one: true });
    for (const branch of ["0-default", "1234567-default", "0-0", "5-7654321"]) {
      await assertMock(await edgemock.fetch(`/m1/${open}-${branch}/pets`), 200, { list: true });
    }
    await assertMock(await edgemock.fetch(`/mock/${open}/pets`), 200, { list: true });
  });

  test("by endpoint id and response id", async () => {
    const endpoints = (await edgemock.manage("GET", `/v1/projects/${open}/endpoints`)).body.data;
    const one = endpoints.find(({ method, path }) => method === "GET" && path === "/pets/{id}");
    await assertMock(await edgemock.fetch(`/m2/${open}-0-default/${one.id}`), 200, { one: true });
    const none = one.responses.find(({ key }) => key === "404");
    await assertMock(await edgemock.fetch(`/m2/${open}-0-default/${one.id}?apidogResponseId=${none.id}`), 404, { none: true });
    await assertMock(await get(open, `/pets/7?apidogResponseId=${none.id}`), 404, { none: true });
    await assertMock(await get(open, "/pets/7?apidogResponseId=undefined"), 200, { one: true });
    await assertMock(await get(open, `/whatever?apidogApiId=${one.id}`), 200, { one: true });
    await assertError(await edgemock.fetch(`/m2/${open}-0-default/999999`), 404, "999999");
    assert.equal((await edgemock.fetch(new URL(one.mockUrl.replace("{id}", "1")).pathname)).status, 200);
    assert.equal((await edgemock.fetch(new URL(one.mockUrlById).pathname)).status, 200);
  });

  test("unknown paths and methods help", async () => {
    await assertError(await get(open, "/pet"), 404, "GET /pet", "Did you mean GET /pets?");
    const wrong = await get(open, "/pets", { method: "DELETE" });
    for (const method of ["GET", "POST", "HEAD", "OPTIONS"]) assert.ok(wrong.headers.get("allow").includes(method));
    await assertError(wrong, 405, "DELETE");
    await assertError(await edgemock.fetch("/m1/shop-0-default/pets"), 400, "/m1/{projectId}-0-default/{path}");
    await assertError(await get(open, `/${"x".repeat(16_500)}`), 414);
  });

  test("HEAD and OPTIONS", async () => {
    const head = await get(open, "/pets/7", { method: "HEAD" });
    assert.equal(head.status, 200);
    assert.equal(await head.text(), "");
    assert.match(head.headers.get("content-type"), /^application\/json/);
    assert.equal((await get(open, "/nothing", { method: "HEAD" })).status, 404);
    const options = await get(open, "/pets/7", { method: "OPTIONS" });
    assert.equal(options.status, 204);
    for (const method of ["GET", "DELETE", "HEAD", "OPTIONS"]) assert.ok(options.headers.get("allow").includes(method));
    const gone = await get(open, "/pets/7", { method: "DELETE" });
    assert.equal(gone.status, 204);
    assert.equal(await gone.text(), "");
  });
});

describe("answers", () => {
  test("declared headers are sent and readable from any origin", async () => {
    const response = await get(open, "/pets/7", { headers: { origin: "https://app.example" } });
    assert.equal(response.headers.get("x-rate-limit"), "7");
    assert.match(response.headers.get("access-control-expose-headers"), /X-Rate-Limit/i);
    assert.equal(response.headers.get("access-control-allow-origin"), "https://app.example");
    assert.match(response.headers.get("vary"), /Origin/);
  });

  test("preflights get what they ask for, whatever the project", async () => {
    const ask = (where) =>
      edgemock.fetch(where, {
        method: "OPTIONS",
        headers: { origin: "https://app.example", "access-control-request-method": "PATCH", "access-control-request-headers": "apidogtoken,content-type,x-anything" },
      });
    for (const where of [url(open, "/pets"), url(guarded, "/pets"), url(404404, "/pets"), url(open, "/nothing")]) {
      const response = await ask(where);
      assert.equal(response.status, 204);
      assert.equal(response.headers.get("access-control-allow-origin"), "https://app.example");
      assert.equal(response.headers.get("access-control-allow-methods"), "PATCH");
      assert.equal(response.headers.get("access-control-allow-headers"), "apidogtoken,content-type,x-anything");
    }
  });

  test("a page in a mock has no rights here", async () => {
    const page = await get(open, "/page");
    assert.match(page.headers.get("content-type"), /^text\/html/);
    assert.match(page.headers.get("content-security-policy"), /sandbox/);
    assertHeaders(page);
  });
});

describe("tokens", () => {
  const form = (name, value) => new URLSearchParams({ a: "1", [name]: value });
  const multipart = (name, value) => {
    const data = new FormData();
    data.append("file", new Blob(["x".repeat(5000)]), "a.bin");
    data.append(name, value);
    return data;
  };

  test("are taken from query, header and forms, under both names", async () => {
    for (const name of ["apidogToken", "apifoxToken"]) {
      await assertMock(await get(guarded, `/pets?${name}=${TOKEN}`), 200, { list: true });
      await assertMock(await get(guarded, "/pets", { headers: { [name]: TOKEN } }), 200, { list: true });
      await assertMock(await get(guarded, "/pets", { headers: { [name.toUpperCase()]: TOKEN } }), 200, { list: true });
      await assertMock(await get(guarded, "/pets", { method: "POST", body: form(name, TOKEN) }), 201, { made: true });
      await assertMock(await get(guarded, "/pets", { method: "POST", body: multipart(name, TOKEN) }), 201, { made: true });
    }
  });

  test("outsiders cannot tell which projects there are", async () => {
    const off = await edgemock.project({ document: versioned("off"), settings: { cloudMock: false } });
    const offAndGuarded = await edgemock.project({ document: versioned("off"), settings: { cloudMock: false, access: "token", token: "another-token" } });
    const messages = { missing: new Set(), wrong: new Set(), form: new Set() };
    for (const project of [guarded, off, offAndGuarded, 404404]) {
      for (const path of ["/pets", "/nothing", ""]) {
        messages.missing.add(await assertError(await get(project, path), 401));
        messages.wrong.add(await assertError(await get(project, `${path}?apidogToken=wrong-token`), 403));
        messages.form.add(await assertError(await get(project, path, { method: "POST", body: form("apidogToken", "wrong-token") }), 403));
      }
    }
    for (const [kind, seen] of Object.entries(messages)) assert.equal(seen.size, 1, kind);
    for (const message of [...messages.wrong]) assert.ok(!message.includes("wrong-token"));
    await assertError(await get(offAndGuarded, "/version?apidogToken=another-token"), 409, "switched off");
  });
});

describe("settings", () => {
  test("take effect at once where they were made", async () => {
    const project = await edgemock.project({ document: versioned("s"), settings: { cloudMock: false } });
    const patch = (body) => edgemock.manage("PATCH", `/v1/projects/${project}/mock-settings`, body);
    assert.equal((await get(project, "/version")).status, 401);
    await patch({ cloudMock: true });
    await assertMock(await get(project, "/version"), 200, { version: "s" });
    const { token } = (await patch({ access: "token" })).body.data;
    assert.equal((await get(project, "/version")).status, 401);
    await assertMock(await get(project, `/version?apidogToken=${token}`), 200, { version: "s" });
    await patch({ rotateToken: true });
    assert.equal((await get(project, `/version?apidogToken=${token}`)).status, 403);
    await patch({ cloudMock: false });
    assert.equal((await get(project, "/version")).status, 401);
  });

  test("a project without a document", async () => {
    const project = await edgemock.project({});
    await assertError(await get(project, "/pets"), 404);
    await assertError(await edgemock.fetch(`/m2/${project}-0-default/1`), 404);
  });
});

describe("cost", () => {
  const reads = (response) => Number(response.headers.get("x-edgemock-kv-reads"));

  test("a cold isolate reads three values, a warm one none", async () => {
    await edgemock.restart();
    const cold = await get(open, "/pets");
    assert.equal(cold.status, 200);
    assert.ok(reads(cold) <= 3, `${reads(cold)} reads`);
    const before = await edgemock.kv();
    assert.ok(before.reads <= 3, JSON.stringify(before));
    for (const path of ["/pets", "/pets/7", "/pets/mine", "/nothing"]) assert.equal(reads(await get(open, path)), 0, path);
    assert.equal((await edgemock.kv()).reads, before.reads);
  });

  test("after a panic a new instance answers, with empty caches", async () => {
    await get(open, "/pets");
    assert.equal(reads(await get(open, "/pets")), 0);
    await edgemock.fetch("/__test/crash", { method: "POST" });
    await assertMock(await get(open, "/pets"), 200, { list: true });
    await edgemock.fetch("/__test/crash", { method: "POST" });
    const cold = await get(open, "/pets");
    assert.equal(cold.status, 200);
    assert.equal(reads(cold), 3);
    assert.equal(reads(await get(open, "/pets")), 0);
    assert.equal((await edgemock.manage("GET", "/v1/projects")).status, 200);
    assert.equal((await edgemock.manage("PATCH", `/v1/projects/${open}/mock-settings`, {})).status, 200);
  });

  test("an unknown project costs one read for a while", async () => {
    assert.equal(reads(await get(404405, "/pets")), 1);
    assert.equal(reads(await get(404405, "/pets")), 0);
  });
});
