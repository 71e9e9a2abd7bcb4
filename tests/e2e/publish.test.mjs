// Publishing: what is acknowledged survives, what callers see is one release or another, and KV agrees in the end.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { versioned } from "./documents.mjs";
import { startEdgemock } from "./harness.mjs";

let edgemock;
before(async () => {
  edgemock = await startEdgemock({ vars: { DEBUG_HEADERS: "1" } });
});
after(() => edgemock?.stop());

const url = (project, path = "/version") => `/m1/${project}-0-default${path}`;
const load = (project, version) => edgemock.manage("POST", `/v1/projects/${project}/import-openapi`, { input: versioned(version) });
const served = async (project) => (await (await edgemock.fetch(url(project))).json()).version;
const pointer = async (project) => {
  const namespace = await edgemock.miniflare.getKVNamespace("MOCKS");
  return JSON.parse(await namespace.get(`project:${project}`));
};

async function until(condition, what, withinMs = 20_000) {
  const end = Date.now() + withinMs;
  while (!(await condition())) {
    assert.ok(Date.now() < end, `${what}: not within ${withinMs} ms`);
    await sleep(200);
  }
}

test("an import is stored although KV takes no writes, and published when it does again", async () => {
  const project = await edgemock.project({ document: versioned("old") });
  assert.equal(await served(project), "old");
  await edgemock.kvFaults({ failWrites: true });
  const { status, body } = await load(project, "new");
  assert.equal(status, 200);
  assert.equal(body.data.release.published, false);
  assert.equal(await served(project), "old");
  const endpoints = (await edgemock.manage("GET", `/v1/projects/${project}/endpoints`)).body.data;
  assert.equal(endpoints.length, 3);
  await edgemock.kvFaults({ failWrites: false });
  await until(async () => (await served(project)) === "new", "the new release");
});

test("a restart before publishing loses nothing", async () => {
  const project = await edgemock.project({ document: versioned("old") });
  await edgemock.kvFaults({ failWrites: true });
  assert.equal((await load(project, "after the restart")).body.data.release.published, false);
  await edgemock.restart();
  await until(async () => (await served(project)) === "after the restart", "the new release");
});

test("imports at once end as one of them, and KV agrees with the database", async () => {
  const project = await edgemock.project({ document: versioned("0") });
  const answers = await Promise.all(["1", "2", "3", "4", "5"].map((version) => load(project, version)));
  for (const { status, body } of answers) {
    assert.equal(status, 200);
    assert.equal(body.data.counters.endpointCreated, 0);
  }
  const newest = Math.max(...answers.map(({ body }) => body.data.release.id));
  await until(async () => (await pointer(project)).release >= newest, "the newest release");
  const version = await served(project);
  assert.ok(["1", "2", "3", "4", "5"].includes(version), version);
  await edgemock.restart();
  assert.equal(await served(project), version);
  // The last one in order is what is stored: importing it again changes nothing.
  const again = (await load(project, version)).body.data;
  assert.equal(again.counters.endpointIgnored, 3);
  assert.equal(again.release.published, true);
});

test("settings changed one after another end as the last one", async () => {
  const project = await edgemock.project({ document: versioned("s") });
  const patch = (body) => edgemock.manage("PATCH", `/v1/projects/${project}/mock-settings`, body);
  for (const token of ["token-one", "token-two", "token-three"]) await patch({ access: "token", token });
  await until(async () => (await edgemock.fetch(`${url(project)}?apidogToken=token-three`)).status === 200, "the last token");
  assert.equal((await edgemock.fetch(`${url(project)}?apidogToken=token-two`)).status, 403);
});

test("what is published is small and holds no token", async () => {
  const project = await edgemock.project({ document: versioned("p"), settings: { cloudMock: true, access: "token", token: "very-secret-token" } });
  const namespace = await edgemock.miniflare.getKVNamespace("MOCKS");
  const text = await namespace.get(`project:${project}`);
  assert.ok(text.length < 1000, `${text.length} bytes`);
  const { keys } = await namespace.list({ prefix: `pack:${project}:` });
  assert.ok(keys.length >= 2);
  for (const value of [text, ...(await Promise.all(keys.map(({ name }) => namespace.get(name))))]) assert.ok(!value.includes("very-secret-token"));
});

test("an identical import writes nothing to KV", async () => {
  const project = await edgemock.project({ document: versioned("same") });
  const before = await edgemock.kv();
  await load(project, "same");
  assert.equal((await edgemock.kv()).writes, before.writes);
});

test("mocks are served while KV cannot be read", async () => {
  const project = await edgemock.project({ document: versioned("held") });
  assert.equal(await served(project), "held");
  await edgemock.kvFaults({ failReads: true });
  try {
    assert.equal(await served(project), "held");
    await sleep(11_000);
    for (let n = 0; n < 3; n += 1) assert.equal(await served(project), "held");
    const cold = await edgemock.fetch(url(404406));
    assert.equal(cold.status, 503);
    assert.ok(cold.headers.get("retry-after"));
    assert.equal((await cold.json()).apidogError.code, 503);
  } finally {
    await edgemock.kvFaults({ failReads: false });
  }
});

test("damaged values in KV are an error for their project alone, and are put there again", async () => {
  const project = await edgemock.project({ document: versioned("d") });
  const other = await edgemock.project({ document: versioned("other") });
  const namespace = await edgemock.miniflare.getKVNamespace("MOCKS");
  const { keys } = await namespace.list({ prefix: `pack:${project}:` });
  for (const { name } of keys) {
    const bytes = new Uint8Array(await namespace.get(name, "arrayBuffer"));
    await namespace.put(name, bytes.slice(0, bytes.length / 2));
  }
  await edgemock.restart();
  assert.equal((await edgemock.fetch(url(project))).status, 503);
  assert.equal(await served(other), "other");
  await until(async () => (await edgemock.fetch(url(project))).status === 200, "the packs");
  assert.equal(await served(project), "d");
  await (await edgemock.miniflare.getKVNamespace("MOCKS")).put(`project:${project}`, "not json");
  await edgemock.restart();
  const broken = await edgemock.fetch(url(project));
  assert.equal(broken.status, 503);
  assert.ok(broken.headers.get("retry-after"));
});

test("what another version of edgemock published is published again", async () => {
  const project = await edgemock.project({ document: versioned("v") });
  const older = { ...(await pointer(project)), format: 0 };
  await (await edgemock.miniflare.getKVNamespace("MOCKS")).put(`project:${project}`, JSON.stringify(older));
  await edgemock.restart();
  assert.equal((await edgemock.fetch(url(project))).status, 503);
  await until(async () => (await edgemock.fetch(url(project))).status === 200, "the pointer");
  assert.equal(await served(project), "v");
});
