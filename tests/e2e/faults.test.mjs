// KV that is slow, fails, gives old values, loses packs, cuts or corrupts them, and objects that restart: no wrong answer, no mixed
// release, errors only where nothing better is there, and an end to it without help.
import assert from "node:assert/strict";
import { after, afterEach, before, describe, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { answers, exactly, openapi, versioned } from "./documents.mjs";
import { startEdgemock } from "./harness.mjs";

const SOUND = { failReads: false, failWrites: false, slowReads: 0, slowWrites: 0, lose: "", damage: "", chance: 1 };

let edgemock;
let clock = 0;
before(async () => {
  edgemock = await startEdgemock();
});
afterEach(() => edgemock.kvFaults(SOUND));
after(() => edgemock?.stop());

const call = (project, path = "/version") => edgemock.fetch(`/m1/${project}-0-default${path}`);
const load = (project, document) => edgemock.manage("POST", `/v1/projects/${project}/import-openapi`, { input: document });
const version = async (project) => (await (await call(project)).json()).version;
const namespace = () => edgemock.miniflare.getKVNamespace("MOCKS");
const crash = () => edgemock.fetch("/__test/crash", { method: "POST" });
/** Time passes, for the Worker and its objects alike. */
const later = (milliseconds) => edgemock.kvFaults({ clock: (clock += milliseconds) });

async function until(condition, what, withinMs = 20_000) {
  const end = Date.now() + withinMs;
  while (!(await condition())) {
    assert.ok(Date.now() < end, `${what}: not within ${withinMs} ms`);
    await sleep(100);
  }
}

/** All that KV has of a project: `{key: bytes}`. */
async function published(project) {
  const kv = await namespace();
  const { keys } = await kv.list();
  const own = keys.map(({ name }) => name).filter((name) => name.split(":")[1] === String(project));
  return Object.fromEntries(await Promise.all(own.map(async (key) => [key, await kv.get(key, "arrayBuffer")])));
}

async function put(values) {
  const kv = await namespace();
  await Promise.all(Object.entries(values).map(([key, value]) => kv.put(key, value)));
}

describe("KV", () => {
  test("that is slow does not hold up who is served already", async () => {
    const project = await edgemock.project({ document: versioned("slow") });
    assert.equal(await version(project), "slow");
    // The read ends by itself after 10 seconds; what is held is used after one.
    await edgemock.kvFaults({ slowReads: 30_000 });
    await later(60_000);
    const answered = await Promise.race([version(project), sleep(8000).then(() => "late")]);
    assert.equal(answered, "slow");
    const cold = await call(404_500);
    assert.equal(cold.status, 503);
    assert.ok(cold.headers.get("retry-after"));
  });

  test("that fails for an hour is no matter of callers who were served before, and nothing has to be done when it is back", async () => {
    const project = await edgemock.project({ document: versioned("before") });
    assert.equal(await version(project), "before");
    await edgemock.kvFaults({ failReads: true, failWrites: true });
    for (let minutes = 0; minutes < 60; minutes += 10) {
      await later(600_000);
      assert.equal(await version(project), "before");
    }
    const { body } = await load(project, versioned("after"));
    assert.equal(body.data.release.published, false);
    await edgemock.kvFaults(SOUND);
    await later(600_000);
    await until(async () => (await version(project)) === "after", "the new release");
  });

  test("that gives an old pointer takes nobody back to an older release", async () => {
    const project = await edgemock.project({ document: versioned("one") });
    assert.equal(await version(project), "one");
    const old = (await published(project))[`project:${project}`];
    await load(project, versioned("two"));
    await until(async () => (await version(project)) === "two", "the second release");
    const now = (await published(project))[`project:${project}`];
    await put({ [`project:${project}`]: old });
    for (const passed of [12_000, 3_000, 12_000, 12_000]) {
      await later(passed);
      for (let n = 0; n < 3; n += 1) assert.equal(await version(project), "two");
      await sleep(100);
    }
    await put({ [`project:${project}`]: now });
    await later(60_000);
    assert.equal(await version(project), "two");
  });

  test("that has the pointer of a release and not its packs: the release before is served, and the packs are put again", async () => {
    const project = await edgemock.project({ document: versioned("one") });
    const before = await published(project);
    await load(project, versioned("two"));
    const after = await published(project);
    // As another isolate sees it: it has served the first release, and never heard of the second one.
    const kv = await namespace();
    await put({ [`project:${project}`]: before[`project:${project}`] });
    await crash();
    assert.equal(await version(project), "one");
    for (const key of Object.keys(after)) if (!(key in before)) await kv.delete(key);
    await put({ [`project:${project}`]: after[`project:${project}`] });
    await later(120_000);
    for (let n = 0; n < 50; n += 1) {
      const response = await call(project);
      assert.equal(response.status, 200);
      assert.ok(["one", "two"].includes((await response.json()).version));
    }
    await until(async () => (await version(project)) === "two", "the second release");
  });

  test("that loses packs, and records of a large release", async () => {
    const many = (told) => openapi(Object.fromEntries(Array.from({ length: 40 }, (_, n) => [`/e${n}`, { get: answers(exactly({ told, filler: `${n} `.repeat(6000) })) }])));
    const project = await edgemock.project({ document: many("old") });
    const before = await published(project);
    await load(project, many("new"));
    const after = await published(project);
    await put({ [`project:${project}`]: before[`project:${project}`] });
    await crash();
    assert.equal((await (await call(project, "/e0")).json()).told, "old");
    // The table of routes is there, the records are not.
    const kv = await namespace();
    const lost = Object.keys(after).filter((key) => !(key in before) && new Uint8Array(after[key])[1] === "e".charCodeAt(0));
    assert.ok(lost.length >= 2, String(lost));
    await Promise.all(lost.map((key) => kv.delete(key)));
    await put({ [`project:${project}`]: after[`project:${project}`] });
    await later(120_000);
    await call(project, "/e0");
    for (let n = 0; n < 40; n += 1) {
      const response = await call(project, `/e${n}`);
      assert.equal(response.status, 200, `/e${n}`);
      assert.ok(["old", "new"].includes((await response.json()).told));
    }
    const unknown = await call(project, "/unknown");
    assert.ok([404, 503].includes(unknown.status));
    await until(async () => (await (await call(project, "/e39")).json()).told === "new", "the new release");
  });

  test("that cuts or corrupts packs, under whoever comes first: the right answer or 503, never another", async () => {
    const project = await edgemock.project({ document: versioned("sound") });
    for (const damage of ["cut", "flip"]) {
      for (let round = 0; round < 12; round += 1) {
        await edgemock.kvFaults({ damage, chance: 0.6 });
        await crash();
        for (let n = 0; n < 3; n += 1) {
          const response = await call(project, "/pets/7");
          assert.ok([200, 503].includes(response.status), String(response.status));
          if (response.status === 200) assert.deepEqual(await response.json(), { version: "sound", pet: true });
          else assert.ok(response.headers.get("retry-after"));
        }
      }
    }
    await edgemock.kvFaults(SOUND);
    await until(async () => (await call(project)).status === 200, "a sound answer");
  });

  test("whose values were damaged to stay is mended without help", async () => {
    const project = await edgemock.project({ document: versioned("mended") });
    const sound = await published(project);
    const damaged = Object.fromEntries(
      Object.entries(sound).map(([key, value], index) => {
        const bytes = new Uint8Array(value.slice(0));
        bytes[Math.floor((bytes.length * (index + 1)) / 5)] ^= 1;
        return [key, bytes];
      }),
    );
    for (const key of Object.keys(sound)) {
      await put({ [key]: damaged[key] });
      await later(120_000);
      await crash();
      const first = await call(project);
      assert.ok([200, 503].includes(first.status), key);
      await until(async () => (await call(project)).status === 200, key);
      assert.equal(await version(project), "mended");
      assert.deepEqual(new Uint8Array((await published(project))[key]), new Uint8Array(sound[key]), key);
    }
  });
});

describe("objects", () => {
  test("that restart in the midst of changes keep what they acknowledged, and callers see one release or another", async () => {
    const project = await edgemock.project({ document: versioned("0") });
    await edgemock.kvFaults({ slowWrites: 50 });
    let acknowledged = "0";
    const asked = ["0"];
    for (let round = 1; round <= 3; round += 1) {
      const next = String(round);
      asked.push(next);
      const importing = load(project, versioned(next)).then(({ status }) => status === 200 && (acknowledged = next), () => false);
      await sleep(round * 40);
      await edgemock.restart();
      await edgemock.kvFaults({ clock });
      await importing;
      const seen = await version(project);
      assert.ok(asked.includes(seen) && Number(seen) >= Number(acknowledged) - 1, `${seen} after ${acknowledged} was acknowledged`);
      await until(async () => Number(await version(project)) >= Number(acknowledged), acknowledged);
    }
    // What was not acknowledged may be there or not; the next change is.
    assert.equal((await load(project, versioned("last"))).status, 200);
    await until(async () => (await version(project)) === "last", "the last one");
  });
});
