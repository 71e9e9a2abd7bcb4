// Whatever fails in between, what was acknowledged is there in the end, and callers see one release or another.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { openapi, answers, exactly, versioned } from "./documents.mjs";
import { startEdgemock } from "./harness.mjs";

let edgemock;
before(async () => {
  // An hour of retries, in seconds: the first delay is 20 ms and not 5 s.
  edgemock = await startEdgemock({ vars: { KV_RETRY_MS: "20" } });
});
after(() => edgemock?.stop());

const load = (project, document, options) => edgemock.manage("POST", `/v1/projects/${project}/import-openapi`, { input: document, options });
const call = (project, path) => edgemock.fetch(`/m1/${project}-0-default${path}`);
const endpoints = async (project) => (await edgemock.manage("GET", `/v1/projects/${project}/endpoints`)).body.data;

async function until(condition, what, withinMs = 30_000) {
  const end = Date.now() + withinMs;
  while (!(await condition())) {
    assert.ok(Date.now() < end, `${what}: not within ${withinMs} ms`);
    await sleep(200);
  }
}

/** Many endpoints with large bodies: several packs. All of them tell the same version. */
const large = (version) =>
  openapi(Object.fromEntries(Array.from({ length: 60 }, (_, n) => [`/e${n}`, { get: answers(exactly({ version, filler: `${n} `.repeat(4000) })) }])));

/** The versions that the endpoints tell; none of them may be missing. */
async function versions(project) {
  const told = await Promise.all([0, 20, 40, 59].map(async (n) => (await (await call(project, `/e${n}`)).json()).version));
  return [...new Set(told)];
}

test("a crash before, between and after the puts, and the next start goes on where it stopped", async () => {
  const project = await edgemock.project({ document: large(0) });
  const puts = (await edgemock.kv()).keys.filter((key) => key.startsWith("put pack:")).length;
  assert.ok(puts >= 3 && puts <= 20, `${puts} packs for 60 endpoints`);
  for (const done of [0, 1, Math.floor(puts / 2), puts]) {
    const version = `after ${done}`;
    await edgemock.kvFaults({ failWrites: Array(done).fill(false), failRest: true });
    const { body } = await load(project, large(version));
    assert.equal(body.data.release.published, false, version);
    assert.equal((await versions(project)).length, 1, "one release, nothing between");
    await edgemock.restart();
    await until(async () => (await versions(project))[0] === version, version);
    assert.deepEqual(await versions(project), [version]);
  }
});

test("every second put fails, and KV agrees in the end", async () => {
  const project = await edgemock.project({ document: large("a") });
  await edgemock.kvFaults({ failWrites: Array.from({ length: 200 }, (_, n) => n % 2 === 0), failRest: false });
  await load(project, large("b"));
  await load(project, large("c"));
  await until(async () => (await versions(project)).join() === "c", "the last import", 60_000);
  await edgemock.kvFaults({ failWrites: false });
});

test("KV takes no write for as long as an hour of retries: they come further apart, never end, and the state is told", async () => {
  const HOUR_MS = (3600 / 5) * 20;
  const project = await edgemock.project({ document: versioned("before") });
  await edgemock.kvFaults({ failWrites: true });
  const state = async () => (await edgemock.manage("GET", `/v1/projects/${project}/releases`)).body.data[0].state;
  try {
    const { body } = await load(project, versioned("after"));
    assert.equal(body.data.release.published, false);
    const writes = async () => (await edgemock.kv()).writes;
    const quarters = [];
    for (let from = await writes(), quarter = 0; quarter < 4; quarter += 1) {
      await sleep(HOUR_MS / 4);
      const now = await writes();
      quarters.push(now - from);
      from = now;
      assert.equal(await state(), "waiting");
      assert.equal((await (await call(project, "/version")).json()).version, "before");
    }
    assert.ok(quarters.every((attempts) => attempts > 0), `never given up: ${quarters}`);
    assert.ok(quarters[3] < quarters[0], `further and further apart: ${quarters}`);
  } finally {
    await edgemock.kvFaults({ failWrites: false });
  }
  await until(async () => (await (await call(project, "/version")).json()).version === "after", "the release");
  assert.equal(await state(), "published");
});

test("packs of the release before stay for those who hold its pointer", async () => {
  const project = await edgemock.project({ document: versioned("held") });
  const namespace = await edgemock.miniflare.getKVNamespace("MOCKS");
  const packs = async () => (await namespace.list({ prefix: `pack:${project}:` })).keys.map(({ name }) => name);
  const before = await packs();
  await load(project, versioned("newer"));
  const after = await packs();
  assert.ok(after.length > before.length);
  for (const key of before) assert.ok(after.includes(key), key);
});

test("an edit during an import: both are there", async () => {
  const project = await edgemock.project({ document: large("old") });
  const [{ id }] = await endpoints(project);
  const mock = { name: "edit", conditions: [{ location: "query", name: "edit", comparison: "exists" }], response: { status: 418 } };
  const importing = load(project, large("new"));
  const edit = edgemock.manage("POST", `/v1/projects/${project}/endpoints/${id}/custom-mocks`, mock);
  const settings = edgemock.manage("PATCH", `/v1/projects/${project}/mock-settings`, { maxBodyDepth: 4 });
  for (const { status } of await Promise.all([importing, edit, settings])) assert.ok(status < 300);
  await until(async () => (await call(project, "/e0?edit")).status === 418, "the edit");
  await until(async () => (await versions(project)).join() === "new", "the import");
  assert.equal((await edgemock.manage("GET", `/v1/projects/${project}/mock-settings`)).body.data.maxBodyDepth, 4);
});

test("a request that is sent twice has the effect of one", async () => {
  const project = await edgemock.project();
  const both = await Promise.all([load(project, versioned("twice")), load(project, versioned("twice"))]);
  const created = both.map(({ body }) => body.data.counters.endpointCreated).sort();
  assert.deepEqual(created, [0, 3]);
  assert.equal((await endpoints(project)).length, 3);
});

test("an import that fails half way changes nothing", async () => {
  const project = await edgemock.project({ document: versioned("whole") });
  const text = JSON.stringify(versioned("cut"));
  for (const input of [text.slice(0, text.length / 2), "openapi: 3.1.0\npaths: {", { openapi: "4.0.0", paths: {} }]) {
    assert.equal((await load(project, input)).status, 422);
  }
  assert.equal((await (await call(project, "/version")).json()).version, "whole");
  assert.equal((await endpoints(project)).length, 3);
});
