// Answers that are made ahead for requests that come again and again: nobody can tell them from others.
import assert from "node:assert/strict";
import { after, before, beforeEach, describe, test } from "node:test";
import { answers, openapi } from "./documents.mjs";
import { startEdgemock } from "./harness.mjs";

const id = { type: "string", format: "uuid" };
const object = (properties) => ({ type: "object", required: Object.keys(properties), properties });
const keyed = (members = {}) => object({ key: id, ...members });
const DOCUMENT = openapi({
  "/orders/{id}": { get: answers(keyed({ id: { type: "integer" } }), { parameters: [{ name: "id", in: "path", required: true, schema: { type: "integer" } }] }) },
  "/names": { get: answers(keyed({ name: { type: "string", enum: ["Zoë", "José"] } })) },
  "/mixed": { get: answers(keyed({ name: { type: "string", enum: ["Zoë", "Ann"] } })) },
  "/long": { get: answers({ type: "array", minItems: 100, maxItems: 100, items: id }) },
  "/limited": { get: { responses: { 200: { ...answers(keyed()).responses[200], headers: { "X-Limit": { schema: { type: "integer" } } } } } } },
  "/both": { get: { responses: { 200: { description: "OK", content: { "application/json": { schema: keyed() }, "application/xml": { schema: keyed() } } } } } },
});
/** More than are needed until answers are made ahead. */
const MANY = 150;

describe("answers made ahead", () => {
  let edgemock;
  before(async () => {
    edgemock = await startEdgemock();
  });
  after(() => edgemock?.stop());

  let project;
  beforeEach(async () => {
    project = await edgemock.project({ document: DOCUMENT });
    await edgemock.eventually(mock("/orders/1"), ({ status }) => status === 200);
  });

  const mock = (where) => `/m1/${project}-0-default${where}`;
  const made = async () => (await edgemock.fetch("/__test/ahead")).json();
  async function many(where, options, times = MANY) {
    const received = [];
    for (let n = 0; n < times; n += 1) {
      const response = await edgemock.fetch(where, options);
      received.push({ status: response.status, headers: Object.fromEntries(response.headers), text: await response.text() });
    }
    return received;
  }

  test("are each sent once, with the headers of all others, and answer what was asked", async () => {
    const before = await made();
    const received = [...(await many(mock("/orders/41"))), ...(await many(mock("/orders/42")))];
    assert.ok((await made()) - before > MANY, `${(await made()) - before} were made`);
    assert.equal(new Set(received.map(({ text }) => text)).size, 2 * MANY);
    const [{ headers }] = received;
    for (const [at, one] of received.entries()) {
      assert.equal(one.status, 200);
      assert.equal(JSON.parse(one.text).id, at < MANY ? 41 : 42);
      assert.deepEqual({ ...one.headers, "content-length": "", date: "" }, { ...headers, "content-length": "", date: "" });
    }
  });

  test("are as varied as others", async () => {
    const before = await made();
    const received = (await many(mock("/mixed"), {}, 2 * MANY)).map(({ text }) => JSON.parse(text));
    assert.ok((await made()) > before);
    assert.equal(new Set(received.map(({ key }) => key)).size, 2 * MANY);
    // Of 300 draws of two names, 150 give or take 9: six times as far off is one in a thousand million.
    const share = received.filter(({ name }) => name === "Zoë").length / received.length;
    assert.ok(Math.abs(share - 0.5) < 0.18, `${share} of the answers are not ASCII`);
  });

  test("keep to the origin that asks", async () => {
    const origins = ["https://one.example", "https://two.example"];
    const before = await made();
    for (let n = 0; n < MANY; n += 1) {
      const origin = origins[n % 2];
      const response = await edgemock.fetch(mock("/orders/1"), { headers: { origin } });
      await response.text();
      assert.ok([origin, "*"].includes(response.headers.get("access-control-allow-origin")), origin);
    }
    assert.ok((await made()) > before);
  });

  test("a token that is not in the address lets nobody else in", async () => {
    await edgemock.manage("PATCH", `/v1/projects/${project}/mock-settings`, { access: "token", token: "a-token-of-tests" });
    await edgemock.eventually(mock("/orders/1"), ({ status }) => status === 401);
    for (let n = 0; n < MANY; n += 1) {
      const statuses = await Promise.all([edgemock.fetch(mock("/orders/1"), { headers: { apidogToken: "a-token-of-tests" } }), edgemock.fetch(mock("/orders/1"))]);
      assert.deepEqual(statuses.map(({ status }) => status), [200, 401]);
      for (const response of statuses) await response.text();
    }
    const before = await made();
    const where = mock("/orders/1?apidogToken=a-token-of-tests");
    assert.deepEqual(new Set((await many(where)).map(({ status }) => status)), new Set([200]));
    assert.ok((await made()) > before);
    assert.equal((await many(mock("/orders/1?apidogToken=another"), {}, 3))[2].status, 403);
  });

  test("a change that is made here is seen at once", async () => {
    for (let n = 0; n < 3; n += 1) {
      await many(mock("/orders/1"));
      await edgemock.manage("PATCH", `/v1/projects/${project}/mock-settings`, { cloudMock: false });
      await edgemock.eventually(mock("/orders/1"), ({ status }) => status !== 200);
      assert.notEqual((await many(mock("/orders/1"), {}, 1))[0].status, 200);
      await edgemock.manage("PATCH", `/v1/projects/${project}/mock-settings`, { cloudMock: true });
      await edgemock.eventually(mock("/orders/1"), ({ status }) => status === 200);
    }
  });

  test("are not made where more than the address decides, or there is more to an answer", async () => {
    const before = await made();
    const seeded = await many(mock("/orders/1?__seed=7"), {}, 20);
    assert.equal(new Set(seeded.map(({ text }) => text)).size, 1);
    const types = ["application/json", "application/xml"];
    for (let n = 0; n < 40; n += 1) {
      const response = await edgemock.fetch(mock("/both"), { headers: { accept: types[n % 2] } });
      await response.text();
      assert.match(response.headers.get("content-type"), new RegExp(types[n % 2]));
    }
    for (const where of ["/names", "/long", "/limited"]) {
      const received = await many(mock(where), {}, 20);
      assert.equal(new Set(received.map(({ text }) => text)).size, 20, where);
    }
    for (const method of ["HEAD", "OPTIONS", "POST"]) await many(mock("/orders/1"), { method }, 20);
    await many(mock("/nothing"), {}, 20);
    assert.equal(await made(), before);
  });
});
