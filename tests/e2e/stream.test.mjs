// Bodies of items: event streams, JSON lines and JSON sequences, made while they are sent.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { openapi } from "./documents.mjs";
import { startEdgemock } from "./harness.mjs";

const EVENT = {
  type: "object",
  required: ["event", "data"],
  additionalProperties: false,
  properties: { event: { const: "tick" }, data: { type: "object", required: ["id"], properties: { id: { type: "string", format: "uuid" } } } },
};
const LINE = { type: "object", required: ["id"], properties: { id: { type: "string", format: "uuid" } } };
const as = (type, schema) => ({ get: { responses: { 200: { description: "Items", content: { [type]: { schema } } } } } });
const DOCUMENT = openapi({
  "/events": as("text/event-stream", EVENT),
  "/lines": as("application/x-ndjson", LINE),
  "/list": as("application/x-ndjson", { type: "array", items: LINE }),
  "/few": as("application/x-ndjson", { type: "array", minItems: 2, maxItems: 4, items: LINE }),
  "/unique": as("application/x-ndjson", { type: "array", uniqueItems: true, items: LINE }),
  "/sequence": as("application/json-seq", LINE),
});

let edgemock;
let project;
before(async () => {
  edgemock = await startEdgemock();
  project = await edgemock.project({ document: DOCUMENT });
  await edgemock.eventually(`/m1/${project}-0-default/events`, ({ status }) => status === 200);
});
after(() => edgemock?.stop());

const get = (path, options) => edgemock.fetch(`/m1/${project}-0-default${path}`, options);
const lines = async (path) => (await (await get(path)).text()).split("\n").filter(Boolean).map((line) => JSON.parse(line));

/** The chunks of a body, with the milliseconds from the first to each. */
async function chunks(path) {
  const answer = await get(path);
  const seen = [];
  for await (const chunk of answer.body) seen.push([performance.now(), Buffer.from(chunk).toString()]);
  return seen.map(([at, text]) => [at - seen[0][0], text]);
}

describe("items", () => {
  test("are as many as wished for, within what the schema allows", async () => {
    for (const [path, count] of [["/lines?__items=12", 12], ["/list?__items=12", 12], ["/unique?__items=12", 12], ["/few?__items=12", 4], ["/few?__items=0", 2], ["/lines?__items=0", 0], ["/lines?__items=1000", 1000]]) {
      const items = await lines(path);
      assert.equal(items.length, count, path);
      assert.equal(new Set(items.map(({ id }) => id)).size, count, path);
    }
    assert.equal((await lines("/lines")).length, 3);
    assert.ok((await lines("/list")).length >= 1);
    assert.equal((await lines("/list?limit=9")).length, 9);
  });

  test("take the form of their media type", async () => {
    const events = await get("/events?__items=2");
    assert.match(events.headers.get("content-type"), /^text\/event-stream/);
    const text = await events.text();
    assert.match(text, /^(event: tick\ndata: \{"id":"[0-9a-f-]{36}"\}\n\n){2}$/);
    assert.match(await (await get("/sequence?__items=2")).text(), /^(\u001e\{[^\n]*\}\n){2}$/);
  });

  test("that cannot be had are refused", async () => {
    for (const wish of ["items=1001", "items=-1", "items=many", "interval=60001", "interval=soon"]) {
      assert.equal((await get(`/lines?__${wish}`)).status, 400, wish);
    }
  });

  test("have no body for HEAD", async () => {
    const head = await get("/events", { method: "HEAD" });
    assert.deepEqual([head.status, await head.text()], [200, ""]);
    assert.match(head.headers.get("content-type"), /^text\/event-stream/);
  });
});

describe("streams", () => {
  test("send each item by itself, an interval apart, and end", async () => {
    const seen = await chunks("/events?__items=4&__interval=150");
    assert.equal(seen.length, 4);
    seen.forEach(([at, text], index) => {
      assert.match(text, /^event: tick\n/);
      assert.ok(at >= index * 150 - 40, `item ${index} after ${at} ms`);
    });
  });

  test("are the same bytes with a seed, however they are sent", async () => {
    for (const path of ["/events", "/list", "/unique"]) {
      const atOnce = await get(`${path}?__items=5&__seed=9`);
      const bytes = await atOnce.text();
      assert.match(atOnce.headers.get("etag"), /^"/);
      const slowly = await get(`${path}?__items=5&__seed=9&__interval=20`);
      assert.equal(await slowly.text(), bytes, path);
      assert.equal(slowly.headers.get("etag"), null);
    }
  });

  test("that nobody reads on do no harm", async () => {
    for (let time = 0; time < 10; time++) {
      const aborted = new AbortController();
      const answer = await get("/events?__items=1000&__interval=50", { signal: aborted.signal });
      const reader = answer.body.getReader();
      await reader.read();
      aborted.abort();
      await reader.cancel().catch(() => {});
    }
    assert.equal((await lines("/lines")).length, 3);
  });

  test("do not hold up others", async () => {
    const slow = get("/events?__items=3&__interval=300").then((answer) => answer.text());
    const start = performance.now();
    await lines("/lines");
    const quick = performance.now() - start;
    const text = await slow;
    assert.equal(text.split("event: tick").length, 4);
    assert.ok(quick < performance.now() - start);
  });
});
