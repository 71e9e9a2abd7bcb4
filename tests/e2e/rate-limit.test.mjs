// The rate limit that a project sets: for each caller, for all together, shown or enforced.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { answers, exactly, openapi } from "./documents.mjs";
import { startEdgemock } from "./harness.mjs";

const LIMITED = ["ratelimit-limit", "ratelimit-remaining", "ratelimit-reset", "ratelimit-policy"];
const DOCUMENT = openapi({
  "/a": { get: answers(exactly({ a: true })) },
  "/declared": {
    get: { responses: { 200: { description: "Fine", headers: { "RateLimit-Limit": { schema: { const: 7 } }, "X-Own": { schema: { const: "own" } } }, content: { "application/json": { schema: exactly({ b: true }) } } } } },
  },
});

let edgemock;
before(async () => {
  edgemock = await startEdgemock();
});
after(() => edgemock?.stop());

const set = async (project, rateLimit) => {
  const { status, body } = await edgemock.manage("PATCH", `/v1/projects/${project}/mock-settings`, { rateLimit });
  return { status, body };
};
const limited = async (rateLimit, settings = {}) => edgemock.project({ document: DOCUMENT, settings: { cloudMock: true, access: "public", rateLimit, ...settings } });
const call = (project, address = "192.0.2.1", path = "/a", options = {}) =>
  edgemock.fetch(`/m1/${project}-0-default${path}`, { ...options, headers: { "cf-connecting-ip": address, ...options.headers } });
const told = (response) => LIMITED.map((name) => response.headers.get(name));

describe("a rate limit", () => {
  test("for each caller: counted down, refused with Retry-After, and others are not concerned", async () => {
    const project = await limited({ perCaller: { requests: 3, period: 60 } });
    for (const remaining of ["2", "1", "0"]) {
      const response = await call(project);
      assert.equal(response.status, 200);
      const [limit, left, reset, policy] = told(response);
      assert.deepEqual([limit, left, policy], ["3", remaining, "3;w=60"]);
      assert.ok(Number(reset) >= 1 && Number(reset) <= 60, reset);
      assert.match(response.headers.get("access-control-expose-headers"), /RateLimit-Remaining/);
    }
    const refused = await call(project, "192.0.2.1", "/a", { headers: { origin: "https://app.example" } });
    assert.equal(refused.status, 429);
    const wait = Number(refused.headers.get("retry-after"));
    assert.ok(wait >= 1 && wait <= 60, String(wait));
    assert.deepEqual(told(refused), ["3", "0", String(wait), "3;w=60"]);
    assert.match(refused.headers.get("access-control-expose-headers"), /RateLimit-Reset/);
    assert.match(refused.headers.get("content-security-policy"), /sandbox/);
    const { apidogError } = await refused.json();
    assert.equal(apidogError.code, 429);
    assert.equal(apidogError.message, `This mock answers 3 requests in 60 seconds to one caller, and that many came. Try again in ${wait} seconds.`);
    assert.equal((await call(project, "192.0.2.2")).status, 200);
    assert.equal((await call(await limited({ perCaller: { requests: 3, period: 60 } }))).status, 200);
    // One network of IPv6 is one caller.
    for (let n = 1; n <= 3; n += 1) assert.equal((await call(project, `2001:db8::${n}`)).status, 200);
    assert.equal((await call(project, "2001:db8::4")).status, 429);
  });

  test("for all callers together, and beside one for each", async () => {
    const project = await limited({ perProject: { requests: 4, period: 10 }, perCaller: { requests: 2, period: 60 } });
    assert.equal((await call(project, "192.0.2.1")).status, 200);
    const second = await call(project, "192.0.2.1");
    assert.deepEqual([second.status, told(second)[3]], [200, "2;w=60"]);
    // What is refused for one caller uses nothing up for the others.
    for (let n = 0; n < 5; n += 1) assert.match(await (await call(project, "192.0.2.1")).text(), /to one caller/);
    assert.equal((await call(project, "192.0.2.2")).status, 200);
    const last = await call(project, "192.0.2.3");
    assert.deepEqual([last.status, told(last)[3]], [200, "4;w=10"]);
    const refused = await call(project, "192.0.2.4");
    assert.equal(refused.status, 429);
    assert.ok(!(await refused.text()).includes("one caller"));
  });

  test("goes on at the location where an isolate has forgotten it", async () => {
    const project = await limited({ perCaller: { requests: 10, period: 60 } });
    for (let n = 0; n < 10; n += 1) assert.equal((await call(project, "198.51.100.1")).status, 200);
    await edgemock.fetch("/__test/crash", { method: "POST" });
    const refused = await call(project, "198.51.100.1");
    assert.equal(refused.status, 429);
    assert.equal(refused.headers.get("ratelimit-remaining"), "0");
    assert.equal((await call(project, "198.51.100.2")).status, 200);
  });

  test("can be only shown, or only enforced", async () => {
    const shown = await limited({ perCaller: { requests: 1, period: 60 }, enforce: false });
    for (let n = 0; n < 4; n += 1) {
      const response = await call(shown);
      assert.deepEqual([response.status, response.headers.get("ratelimit-remaining")], [200, "0"]);
    }
    const silent = await limited({ perCaller: { requests: 1, period: 60 }, headers: false });
    assert.deepEqual(told(await call(silent)), [null, null, null, null]);
    const refused = await call(silent);
    assert.deepEqual([refused.status, ...told(refused)], [429, null, null, null, null]);
    assert.ok(refused.headers.get("retry-after"));
  });

  test("comes before declared headers of the same names, with errors too, and preflights are free", async () => {
    const project = await limited({ perCaller: { requests: 3, period: 60 } });
    const declared = await call(project, "192.0.2.9", "/declared");
    assert.deepEqual([declared.headers.get("ratelimit-limit"), declared.headers.get("x-own")], ["3", "own"]);
    const preflight = { method: "OPTIONS", headers: { origin: "https://app.example", "access-control-request-method": "GET" } };
    for (let n = 0; n < 5; n += 1) assert.equal((await call(project, "192.0.2.9", "/a", preflight)).status, 204);
    const unknown = await call(project, "192.0.2.9", "/nothing");
    assert.deepEqual([unknown.status, unknown.headers.get("ratelimit-remaining")], [404, "1"]);
    const wrong = await call(project, "192.0.2.9", "/a", { method: "DELETE" });
    assert.deepEqual([wrong.status, wrong.headers.get("ratelimit-remaining"), Boolean(wrong.headers.get("allow"))], [405, "0", true]);
    assert.equal((await call(project, "192.0.2.9")).status, 429);
  });

  test("tells outsiders nothing", async () => {
    const project = await limited({ perProject: { requests: 1, period: 60 } }, { access: "token", token: "a-mock-token" });
    const key = { headers: { apidogToken: "a-mock-token" } };
    assert.equal((await call(project, "192.0.2.1", "/a", key)).status, 200);
    assert.equal((await call(project, "192.0.2.1", "/a", key)).status, 429);
    for (const [id, options, status] of [[project, {}, 401], [404404, {}, 401], [project, { headers: { apidogToken: "wrong-token" } }, 403], [404404, { headers: { apidogToken: "wrong-token" } }, 403]]) {
      const response = await call(id, "192.0.2.1", "/a", options);
      assert.deepEqual([response.status, ...told(response)], [status, null, null, null, null]);
    }
  });

  test("is switched off again, and wrong ones are named", async () => {
    const project = await limited({ perCaller: { requests: 1, period: 60 } });
    assert.equal((await call(project)).status, 200);
    assert.equal((await call(project)).status, 429);
    const cases = [
      [{ perCaller: { requests: 0, period: 60 } }, "/rateLimit/perCaller/requests"],
      [{ perCaller: { requests: 5, period: 3600 } }, "/rateLimit/perCaller/period"],
      [{ perToken: { requests: 5, period: 60 } }, "/rateLimit/perToken"],
      [5, "/rateLimit"],
    ];
    for (const [rateLimit, pointer] of cases) {
      const { status, body } = await set(project, rateLimit);
      assert.equal(status, 422);
      assert.ok(body.errorMessage.includes(`(at ${pointer})`), body.errorMessage);
    }
    const { body } = await set(project, null);
    assert.equal(body.data.rateLimit, null);
    const free = await call(project);
    assert.deepEqual([free.status, ...told(free)], [200, null, null, null, null]);
  });
});
