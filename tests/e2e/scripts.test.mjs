// Mock scripts in the whole flow: saved, run for requests, tested, and what of their faults is for whom. What the sandbox itself
// does and withstands is in script-sandbox.test.mjs.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { exactly, openapi } from "./documents.mjs";
import { startEdgemock } from "./harness.mjs";

const DOCUMENT = openapi({
  "/pets/{id}": {
    post: {
      responses: {
        200: { description: "A pet", headers: { "X-Rate": { schema: { const: "7" } } }, content: { "application/json": { schema: exactly({ name: "Rex", age: 3 }), example: { name: "Rex", age: 3 } } } },
        404: { description: "None", content: { "application/json": { schema: exactly({ none: true }) } } },
      },
    },
    get: { responses: { 200: { description: "A pet", content: { "application/json": { schema: exactly({ plain: true }) } } } } },
  },
});

let edgemock;
let project;
let base;
before(async () => {
  edgemock = await startEdgemock();
  project = await edgemock.project({ document: DOCUMENT });
  const endpoints = (await edgemock.manage("GET", `/v1/projects/${project}/endpoints`)).body.data;
  base = `/v1/projects/${project}/endpoints/${endpoints.find(({ method }) => method === "POST").id}`;
});
after(() => edgemock?.stop());

async function save(source, more = {}) {
  const { status, body } = await edgemock.manage("PUT", `${base}/script`, { source, ...more });
  assert.equal(status, 200, JSON.stringify(body));
}
const call = (path = "/pets/7", { headers, body = '{"kind": "dog", "owner": {"name": "Ada"}}' } = {}) =>
  edgemock.fetch(`/m1/${project}-0-default${path}`, { method: "POST", headers: { "content-type": "application/json", ...headers }, body });

describe("scripts", () => {
  test("change the answer by what the request says", async () => {
    await save(`
      const made = $$.mockResponse.json();
      made.id = $$.mockRequest.getParam("id");
      made.page = Number($$.mockRequest.getParam("page"));
      made.owner = $$.mockRequest.body.toJSON().owner.name;
      made.agent = $$.mockRequest.headers.get("X-Agent");
      $$.mockResponse.setBody(made);
      $$.mockResponse.setCode(202);
      $$.mockResponse.headers.set("X-Made", "by script");
      $$.mockResponse.headers.remove("X-Rate");`);
    const response = await call("/pets/7?page=3&apidogToken=secret", { headers: { "x-agent": "test" } });
    assert.equal(response.status, 202);
    assert.deepEqual(await response.json(), { name: "Rex", age: 3, id: "7", page: 3, owner: "Ada", agent: "test" });
    assert.equal(response.headers.get("x-made"), "by script");
    assert.equal(response.headers.get("x-rate"), null);
    assert.equal(response.headers.get("x-edgemock-script"), null);
  });

  test("run for made-up bodies alone, of this endpoint alone, and not when switched off", async () => {
    await save(`$$.mockResponse.setBody({ script: true })`);
    assert.deepEqual(await (await call()).json(), { script: true });
    assert.deepEqual(await (await call("/pets/7?__code=404")).json(), { script: true });
    assert.deepEqual(await (await call("/pets/7?__dynamic=false")).json(), { name: "Rex", age: 3 });
    assert.deepEqual(await (await edgemock.fetch(`/m1/${project}-0-default/pets/7`)).json(), { plain: true });
    const mock = await edgemock.manage("POST", `${base}/custom-mocks`, { response: { body: { type: "json", value: { custom: true } } } });
    assert.deepEqual(await (await call()).json(), { custom: true });
    await edgemock.manage("DELETE", `${base}/custom-mocks/${mock.body.data.id}`);
    await save(`$$.mockResponse.setBody({ script: true })`, { enabled: false });
    assert.deepEqual(await (await call()).json(), { name: "Rex", age: 3 });
  });

  test("with a seed repeat themselves, with a tag", async () => {
    await save(`$$.mockResponse.setBody({ random: Math.random(), now: Date.now(), id: require("mockjs").mock("@guid") })`);
    const [one, two] = [await call("/pets/7?__seed=5"), await call("/pets/7?__seed=5")];
    assert.ok(one.headers.get("etag"));
    assert.equal(one.headers.get("etag"), two.headers.get("etag"));
    assert.equal(await one.text(), await two.text());
    assert.notEqual(await (await call()).text(), await (await call()).text());
  });

  test("wait without being in the way of others", async () => {
    await save(`$$.mockResponse.setDelay(600)`);
    const began = Date.now();
    const slow = call();
    const quick = await edgemock.fetch(`/m1/${project}-0-default/pets/7`);
    assert.equal(quick.status, 200);
    assert.ok(Date.now() - began < 550);
    await slow;
    assert.ok(Date.now() - began >= 550);
  });

  test("fail clearly for everybody, in detail for the owner, and the next request is served", async () => {
    const cases = [
      [`console.log("the secret", 7);\nnull.x;`, /threw an error/, 2],
      [`for (;;) {}`, /ran for too long/],
      [`const a = []; for (;;) a.push(new Array(10000).fill("x"));`, /memory|too long/],
      [`const f = () => f() + 1; f();`, /too deeply/],
      [`$$.mockResponse.setBody("x".repeat(10 * 1024 * 1024))`, /cannot be sent/],
      [`$$.mockResponse.setCode(42)`, /cannot be sent|threw/],
      [`Object.prototype.toJSON = () => { throw new Error("trick") }; Array.prototype.push = null; $$.mockResponse.setBody({ a: 1 })`, null],
    ];
    for (const [source, what, line] of cases) {
      await save(source);
      const response = await call();
      const text = await response.text();
      if (what) {
        assert.equal(response.status, 500, source);
        const { apidogError } = JSON.parse(text);
        assert.equal(apidogError.code, 500);
        assert.match(apidogError.message, what, source);
        assert.ok(!text.includes("secret") && !text.includes("null"), text);
      }
      assert.equal(response.headers.get("x-edgemock-script"), null);
      const wrong = await call("/pets/7", { headers: { "x-edgemock-owner": "wrong" } });
      assert.equal(wrong.headers.get("x-edgemock-script"), null);
      const owner = await call("/pets/7", { headers: { "x-edgemock-owner": edgemock.adminToken } });
      const report = JSON.parse(owner.headers.get("x-edgemock-script"));
      if (what) assert.ok(report.error, source);
      if (line) assert.equal(report.error.line, line);
      if (line) assert.match(JSON.stringify(report.logs), /the secret/);
      assert.equal((await edgemock.fetch(`/m1/${project}-0-default/pets/7`)).status, 200);
    }
  });
});

describe("the API", () => {
  test("refuses what is no script, with its place", async () => {
    const { status, body } = await edgemock.manage("PUT", `${base}/script`, { source: "const a = 1;\nconst b = ;" });
    assert.equal(status, 422);
    assert.match(body.errorMessage, /line 2.*\(at \/source\)/);
    assert.equal((await edgemock.manage("PUT", `${base}/script`, {})).body.errorCode, "422001");
  });

  test("reads and deletes", async () => {
    await save("$$.mockResponse.setCode(418)");
    const read = await edgemock.manage("GET", `${base}/script`);
    assert.deepEqual(read.body.data, { enabled: true, source: "$$.mockResponse.setCode(418)" });
    assert.equal((await call()).status, 418);
    assert.equal((await edgemock.manage("DELETE", `${base}/script`)).status, 200);
    assert.equal((await call()).status, 200);
    assert.equal((await edgemock.manage("GET", `${base}/script`)).body.errorCode, "404005");
  });

  test("tests a script without saving it", async () => {
    const source = `console.log("id", $$.mockRequest.getParam("id")); $$.mockResponse.setBody({ kind: $$.mockRequest.body.kind, made: $$.mockResponse.json().name })`;
    const run = (body) => edgemock.manage("POST", `${base}/script/test`, body);
    const { status, body } = await run({ source, request: { pathParameters: { id: "9" }, body: { kind: "cat" } } });
    assert.equal(status, 200);
    assert.equal(body.data.error, null);
    assert.deepEqual(JSON.parse(body.data.body), { kind: "cat", made: "Rex" });
    assert.match(JSON.stringify(body.data.logs), /id 9/);
    const failed = await run({ source: "\n\nnull.x" });
    assert.equal(failed.body.data.error.line, 3);
    assert.equal((await run({})).body.errorCode, "404005");
    assert.equal((await run({ source: "1", surprise: 1 })).body.errorCode, "422001");
    assert.deepEqual(await (await call()).json(), { name: "Rex", age: 3 });
  });
});
