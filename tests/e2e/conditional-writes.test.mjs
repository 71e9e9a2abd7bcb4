// Conditional writes: whatever two editors can change at once.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { answers, exactly, openapi } from "./documents.mjs";
import { startEdgemock } from "./harness.mjs";

const DOCUMENT = openapi({ "/pets": { get: answers(exactly({ pets: true })) } }, { Pet: { type: "object" } });

let edgemock;
before(async () => {
  edgemock = await startEdgemock();
});
after(() => edgemock?.stop());

/** A project of its own, as the pointer of one is published once a second: its path, and that of its endpoint. */
async function project() {
  const its = `/v1/projects/${await edgemock.project({ document: DOCUMENT, name: "Conditions" })}`;
  const [endpoint] = (await edgemock.manage("GET", `${its}/endpoints`)).body.data;
  return { its, endpoint: `${its}/endpoints/${endpoint.id}`, response: `${its}/endpoints/${endpoint.id}/responses/${endpoint.responses[0].id}` };
}

const send = (method, where, body, version) => edgemock.manage(method, where, body, version === undefined ? {} : { headers: { "if-match": version } });

async function done(method, where, body, version) {
  const answer = await send(method, where, body, version);
  assert.ok(answer.status < 300, `${method} ${where} ${version}: ${JSON.stringify(answer.body)}`);
  return answer;
}

const version = async (where) => {
  const tag = (await done("GET", where)).headers.get("etag");
  assert.match(tag ?? "", /^"[0-9a-f]{24}"$/, where);
  return tag;
};

/** What is changed, by which request, as the n-th editor changes it; and whether it can be deleted by itself. */
const RESOURCES = {
  "a project": { where: ({ its }) => its, method: "PATCH", body: (n) => ({ name: `Conditions ${n}` }) },
  "mock settings": { where: ({ its }) => `${its}/mock-settings`, method: "PATCH", body: (n) => ({ maxBodyBytes: 2000 + n }) },
  "name rules": { where: ({ its }) => `${its}/mock-settings`, method: "PATCH", body: (n) => ({ nameRules: [{ pattern: `a${n}`, expression: "x" }] }) },
  "an endpoint": { where: ({ endpoint }) => endpoint, method: "PATCH", body: (n) => ({ name: `Pets ${n}` }) },
  "a response": { where: ({ response }) => response, method: "PUT", body: (n) => ({ description: `Fine ${n}` }) },
  "a shared schema": { where: ({ its }) => `${its}/schemas/Pet`, method: "PUT", body: (n) => ({ type: "object", maxProperties: n }), deletes: true },
  "custom mocks": { where: ({ endpoint }) => `${endpoint}/custom-mocks`, method: "PUT", body: (n) => [{ name: `m${n}`, response: {} }] },
  "a script": { where: ({ endpoint }) => `${endpoint}/script`, method: "PUT", body: (n) => ({ source: `${n}` }), deletes: true },
  "an access token": {
    where: async () => `/v1/access-tokens/${(await done("POST", "/v1/access-tokens", { name: "Edited", validity: 7 })).body.data.id}`,
    method: "PATCH",
    body: (n) => ({ name: `Edited ${n}` }),
    deletes: true,
  },
};

describe("of two editors, the second one is told", { concurrency: true }, () => {
  for (const [name, resource] of Object.entries(RESOURCES)) {
    test(name, async () => {
      const { method } = resource;
      const where = await resource.where(await project());
      await done(method, where, resource.body(1));
      const seen = await version(where);
      assert.equal(await version(where), seen, "reading changes nothing");

      const first = await done(method, where, resource.body(2), seen);
      const now = await version(where);
      assert.notEqual(now, seen);
      assert.equal(first.headers.get("etag"), now, "the answer to a change has the new version");

      const before = (await done("GET", where)).body;
      for (const stale of [seen, `${seen}, "other"`, seen.slice(1, -1), '""', ","]) {
        const second = await send(method, where, resource.body(3), stale);
        assert.deepEqual([second.status, second.body.errorCode], [412, "412001"], `${stale}: ${JSON.stringify(second.body)}`);
        assert.match(second.body.errorMessage, /Read it again, and send its `ETag` as `If-Match`/);
      }
      assert.deepEqual((await done("GET", where)).body, before, "nothing was changed");

      await done(method, where, resource.body(4), "*");
      const listed = `"other", W/${await version(where)}`;
      await done(method, where, resource.body(5), listed);
      await done(method, where, resource.body(6));
      if (!resource.deletes) return;
      assert.equal((await send("DELETE", where, undefined, seen)).status, 412);
      await done("DELETE", where, undefined, await version(where));
      assert.equal((await send("GET", where)).status, 404);
    });
  }

  test("what is not there any more, or not yet", async () => {
    const { its } = await project();
    const at = (rest) => its + rest;
    const created = await send("PUT", at("/schemas/New"), { type: "string" }, "*");
    assert.equal(created.status, 412, "`*` asks for something that is there");
    assert.equal((await send("GET", at("/schemas/New"))).status, 404);
    assert.equal((await send("PATCH", at("/endpoints/999999"), { name: "x" }, "*")).status, 404);
    assert.equal((await send("DELETE", "/v1/access-tokens/999999", undefined, "*")).status, 404);
  });

  test("endpoints, responses and projects that are deleted", async () => {
    const { its } = await project();
    const at = (rest) => its + rest;
    const made = await done("POST", at("/endpoints"), { method: "GET", path: "/made" });
    const where = at(`/endpoints/${made.body.data.id}`);
    assert.equal(made.headers.get("etag"), await version(where));
    const added = await done("POST", `${where}/responses`, { key: "404", response: { description: "None" } });
    const response = added.body.data.responses.find(({ key }) => key === "404");
    assert.equal(added.headers.get("etag"), await version(`${where}/responses/${response.id}`));
    assert.equal((await send("DELETE", `${where}/responses/${response.id}`, undefined, made.headers.get("etag"))).status, 412);
    await done("DELETE", `${where}/responses/${response.id}`, undefined, added.headers.get("etag"));
    assert.equal((await send("DELETE", where, undefined, '"stale"')).status, 412);
    await done("DELETE", where, undefined, await version(where));

    const gone = await done("POST", "/v1/projects", { name: "Gone" });
    const whole = `/v1/projects/${gone.body.data.id}`;
    assert.equal(gone.headers.get("etag"), await version(whole));
    assert.equal((await send("DELETE", whole, undefined, '"stale"')).status, 412);
    await done("DELETE", whole, undefined, gone.headers.get("etag"));
  });

  test("four changes at once with the same version: one is made", async () => {
    const where = `${(await project()).its}/mock-settings`;
    const seen = await version(where);
    const both = await Promise.all([1, 2, 3, 4].map((n) => send("PATCH", where, { maxBodyBytes: 5000 + n }, seen)));
    assert.deepEqual(both.map(({ status }) => status).sort(), [200, 412, 412, 412]);
  });
});
