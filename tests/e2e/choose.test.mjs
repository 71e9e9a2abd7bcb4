// What callers can wish for, by query and by `Prefer`: response, example, delay, the same answer again.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { exactly, openapi } from "./documents.mjs";
import { startEdgemock } from "./harness.mjs";

const json = (schema, more = {}) => ({ "application/json": { schema, ...more } });
const response = (content, more = {}) => ({ description: "An answer", ...(content && { content }), ...more });
/** Bodies that were made have `made` and no more. */
const OPEN = { type: "object", required: ["made"], properties: { made: { const: true } } };

const DOCUMENT = openapi({
  "/pets": {
    get: {
      responses: {
        200: response(json(OPEN, { examples: { wrong: { value: { made: "no" } }, cat: { value: { made: true, cat: 1 } }, "dog, big": { value: { made: true, dog: 1 } } } })),
        404: response(json(exactly({ none: true }), { examples: { lost: { value: { none: true } } } }), { "x-apidog-name": "Not there" }),
        "x-404:Gone": response(json(exactly({ gone: true }))),
        "5XX": response(json(exactly({ broken: true }))),
        204: response(),
      },
    },
    post: { responses: { 201: response(json(exactly({ posted: true }))), default: response(json(exactly({ other: true }))) } },
  },
  "/greeting": { get: { responses: { 200: response({ "text/plain": { schema: { type: "string" }, example: "Good morning" } }) } } },
  "/exported": { get: { responses: { 200: response(json({ type: "object" }, { example: '{"exported": true}' })) } } },
  "/markup": { get: { responses: { 200: response({ "application/xml": { schema: OPEN, example: "<made>yes</made>" } }) } } },
});

let edgemock;
let project;
before(async () => {
  edgemock = await startEdgemock();
  project = await edgemock.project({ document: DOCUMENT });
  await edgemock.eventually(`/m1/${project}-0-default/pets`, ({ status }) => status === 200);
});
after(() => edgemock?.stop());

const get = (path, headers = {}, options = {}) => edgemock.fetch(`/m1/${project}-0-default${path}`, { headers, ...options });

/** The same wish by query and by header: status and body of both. */
async function wish(path, wishes, options) {
  const query = Object.entries(wishes).map(([name, value]) => `__${name}=${encodeURIComponent(value)}`).join("&");
  const quoted = (value) => (/[,; ]/.test(value) ? `"${value}"` : value);
  const prefer = Object.entries(wishes).map(([name, value]) => `${name}=${quoted(value)}`).join(", ");
  const answers = [await get(`${path}?${query}`, {}, options), await get(path, { prefer }, options)];
  const [byQuery, byHeader] = await Promise.all(answers.map(async (answer) => [answer.status, await answer.text()]));
  assert.deepEqual(byHeader, byQuery, `${query}, Prefer: ${prefer}`);
  return { status: byQuery[0], body: byQuery[1] && JSON.parse(byQuery[1]) };
}

async function assertRefused(path, wishes, status, ...parts) {
  const answer = await wish(path, wishes);
  assert.equal(answer.status, status);
  assert.deepEqual(Object.keys(answer.body), ["apidogError"]);
  assert.equal(answer.body.apidogError.code, status);
  const { message } = answer.body.apidogError;
  for (const part of parts) assert.ok(message.includes(part), `${part}: ${message}`);
}

describe("responses", () => {
  test("by code", async () => {
    assert.deepEqual(await wish("/pets", { code: "404" }), { status: 404, body: { none: true } });
    assert.deepEqual(await wish("/pets", { code: "503" }), { status: 503, body: { broken: true } });
    assert.deepEqual(await wish("/pets", { code: "204" }), { status: 204, body: "" });
    assert.deepEqual(await wish("/pets", { code: "422" }, { method: "POST" }), { status: 422, body: { other: true } });
  });

  test("by name", async () => {
    assert.deepEqual(await wish("/pets", { response: "gone" }), { status: 404, body: { gone: true } });
    assert.deepEqual(await wish("/pets", { response: "x-404:Gone" }), { status: 404, body: { gone: true } });
    assert.deepEqual(await wish("/pets", { response: "Not there" }), { status: 404, body: { none: true } });
    assert.deepEqual(await wish("/pets", { response: "Default" }, { method: "POST" }), { status: 500, body: { other: true } });
  });

  test("by id before everything else, and leftovers do no harm", async () => {
    const endpoints = (await edgemock.manage("GET", `/v1/projects/${project}/endpoints`)).body.data;
    const pets = endpoints.find(({ method, path }) => method === "GET" && path === "/pets");
    const gone = pets.responses.find(({ key }) => key === "x-404:Gone");
    assert.deepEqual(await (await get(`/pets?apidogResponseId=${gone.id}&__code=503`)).json(), { gone: true });
    for (const leftover of ["undefined", "", "null", "999999999"]) {
      const answer = await get(`/pets?apidogResponseId=${leftover}&apidogApiId=${leftover}&__code=404`);
      assert.deepEqual([answer.status, await answer.json()], [404, { none: true }], leftover);
    }
  });

  test("that are not there are refused, with those that are", async () => {
    await assertRefused("/pets", { code: "418" }, 404, "code=418", "200, 204, 404 (Not there), x-404:Gone, 5XX");
    await assertRefused("/pets", { response: "Lost" }, 404, "response=Lost", "x-404:Gone");
    await assertRefused("/pets", { code: "abc" }, 400, "code=abc", "from 200 to 599");
    await assertRefused("/pets", { dynamic: "maybe" }, 400, "true or false");
    await assertRefused("/pets", { delay: "60001" }, 400, "from 0 to 60000");
  });

  test("nonsense in Prefer is passed over", async () => {
    for (const prefer of [",,;;==", "return=minimal, respond-async", '"', 'x="code=404, ', "code", "code=", "__code=404"]) {
      const answer = await get("/pets", { prefer });
      assert.deepEqual([answer.status, await answer.json()], [200, { made: true }], prefer);
    }
  });
});

describe("examples", () => {
  test("by name, in whatever response has it", async () => {
    assert.deepEqual(await wish("/pets", { example: "cat" }), { status: 200, body: { made: true, cat: 1 } });
    assert.deepEqual(await wish("/pets", { example: "dog, big" }), { status: 200, body: { made: true, dog: 1 } });
    assert.deepEqual(await wish("/pets", { example: "lost" }), { status: 404, body: { none: true } });
    await assertRefused("/pets", { example: "bird" }, 404, "bird", "wrong, cat, dog, big, lost");
    await assertRefused("/pets", { example: "lost", code: "200" }, 404, "wrong, cat, dog, big.");
  });

  test("or made, as the caller likes", async () => {
    assert.deepEqual(await wish("/pets", { dynamic: "false" }), { status: 200, body: { made: true, cat: 1 } });
    assert.deepEqual(await wish("/pets", { dynamic: "true" }), { status: 200, body: { made: true } });
  });

  test("that contradict their schema are reported, and sent only to those who name them", async () => {
    const again = { ...DOCUMENT, info: { title: "Again", version: "2" } };
    const { body } = await edgemock.manage("POST", `/v1/projects/${project}/import-openapi`, { input: again });
    const at = "/paths/~1pets/get/responses/200/content/application~1json/examples/wrong/value";
    const problem = body.data.problems.find(({ pointer }) => pointer === at);
    assert.ok(problem, JSON.stringify(body.data.problems));
    assert.equal(problem.severity, "warning");
    assert.match(problem.message, /does not fit its schema.*\/made breaks `enum`/);
    assert.equal(body.data.problems.filter(({ message }) => message.includes("this example")).length, 1, JSON.stringify(body.data.problems));
    const answer = await get("/pets?__example=wrong");
    assert.deepEqual(await answer.json(), { made: "no" });
    assert.match(answer.headers.get("x-edgemock-warning"), /example/);
  });

  test("first, where the project says so", async () => {
    const set = async (exampleFirst) => {
      const patch = await edgemock.manage("PATCH", `/v1/projects/${project}/mock-settings`, { exampleFirst });
      assert.equal(patch.body.data.exampleFirst, exampleFirst, JSON.stringify(patch.body));
      const until = Date.now() + 20_000;
      for (;;) {
        const body = await (await get("/pets")).json();
        if ("cat" in body === exampleFirst) return;
        assert.ok(Date.now() < until, JSON.stringify(body));
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    };
    await set(true);
    assert.deepEqual(await (await get("/pets?__dynamic=true")).json(), { made: true });
    assert.deepEqual(await (await get("/exported")).json(), { exported: true });
    const markup = await get("/markup");
    assert.match(markup.headers.get("content-type"), /^application\/xml/);
    assert.equal(await markup.text(), "<made>yes</made>");
    await set(false);
  });

  test("instead of words at random in plain text", async () => {
    const greeting = await get("/greeting");
    assert.match(greeting.headers.get("content-type"), /^text\/plain/);
    assert.equal(await greeting.text(), "Good morning");
    assert.notEqual(await (await get("/greeting?__dynamic=true")).text(), "Good morning");
  });
});

describe("the same answer again", () => {
  test("has a tag, and is not sent to those who have it", async () => {
    const first = await get("/pets?__seed=tag");
    const tag = first.headers.get("etag");
    assert.match(tag, /^"[0-9a-f]{32}"$/);
    assert.equal(first.headers.get("cache-control"), "no-cache");
    assert.match(first.headers.get("vary"), /Prefer/);
    for (const [ifNoneMatch, status] of [[tag, 304], [`W/${tag}`, 304], [`"other", ${tag}`, 304], ["*", 304], ['"other"', 200]]) {
      for (const method of ["GET", "HEAD"]) {
        const answer = await get("/pets", { prefer: "seed=tag", "if-none-match": ifNoneMatch }, { method });
        assert.equal(answer.status, status, `${method} ${ifNoneMatch}`);
        assert.equal(answer.headers.get("etag"), tag);
        assert.equal(answer.headers.get("cache-control"), "no-cache");
        assert.ok(answer.headers.get("access-control-allow-origin"));
        const body = await answer.text();
        assert.equal(body !== "", status === 200 && method === "GET", `${method} ${ifNoneMatch}: ${body}`);
      }
    }
    const error = await get("/pets?__seed=tag&__code=404", { "if-none-match": "*" });
    assert.equal(error.status, 404);
    assert.notEqual(error.headers.get("etag"), tag);
    const posted = await get("/pets?__seed=tag", { "if-none-match": "*" }, { method: "POST" });
    assert.equal(posted.status, 201);
  });

  test("has none without a seed", async () => {
    const answer = await get("/pets", { "if-none-match": "*" });
    assert.equal(answer.status, 200);
    assert.equal(answer.headers.get("etag"), null);
    assert.equal(answer.headers.get("cache-control"), "no-store");
  });
});

describe("delays", () => {
  const timed = async (path, headers) => {
    const start = Date.now();
    const answer = await get(path, headers);
    return [answer.status, await answer.json(), Date.now() - start];
  };

  test("are waited for", async () => {
    for (const [path, headers] of [["/pets?__delay=400", {}], ["/pets", { prefer: "delay=400" }]]) {
      const [status, body, took] = await timed(path, headers);
      assert.deepEqual([status, body], [200, { made: true }]);
      assert.ok(took >= 380, `${took} ms`);
    }
    const [status, body, took] = await timed("/pets?__delay=400&__code=404", {});
    assert.deepEqual([status, body], [404, { none: true }]);
    assert.ok(took >= 380, `${took} ms`);
    assert.equal((await get("/pets?__delay=0")).status, 200);
  });
});
