// Another version of edgemock on the same data: older records and newer ones. Data stays, and is published again by itself.
import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { DatabaseSync } from "node:sqlite";
import { describe, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { startBuiltWorker } from "../../scripts/lib/local-worker.mjs";
import { versioned } from "./documents.mjs";

const vars = { ADMIN_TOKEN: "admin-token-of-this-test" };
const authorization = `Bearer ${vars.ADMIN_TOKEN}`;
const manage = async (worker, method, where, body) => {
  const response = await fetch(worker.url + where, { method, headers: { authorization }, body: body && JSON.stringify(body) });
  return { status: response.status, body: await response.json() };
};

/** The endpoints, without the port that changes with each start. */
const listed = async (worker, project) => {
  const { data } = (await manage(worker, "GET", `/v1/projects/${project}/endpoints`)).body;
  return data.map(({ mockUrl, mockUrlById, ...rest }) => rest);
};

/** The databases of all objects below a folder. */
function databases(folder) {
  return readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith(".sqlite"))
    .map((name) => path.join(folder, name));
}

/** Makes the data of a project look as another version leaves it: the format of its records, and records that only it can read. */
function asOfFormat(folder, format) {
  let changed = 0;
  for (const file of databases(folder)) {
    const database = new DatabaseSync(file);
    try {
      const own = database.prepare("SELECT count(*) AS n FROM sqlite_master WHERE name IN ('endpoint', 'pack', 'meta')").get().n === 3;
      if (!own) continue;
      database.prepare("UPDATE meta SET value = ? WHERE key = 'format'").run(String(format));
      database.prepare("UPDATE endpoint SET record = x'0102030405'").run();
      database.exec("PRAGMA wal_checkpoint(TRUNCATE)");
      changed += 1;
    } finally {
      database.close();
    }
  }
  return changed;
}

const CASES = [
  { kind: "older", other: (ours) => ours - 1, contact: "a management request" },
  { kind: "newer", other: (ours) => ours + 1, contact: "a mock request" },
];

describe("another version's data", () => {
  for (const { kind, other, contact } of CASES) {
    test(`${kind}: published again by ${contact}, nothing lost`, async () => {
      const folder = mkdtempSync(path.join(tmpdir(), "edgemock-upgrade-"));
      let worker = await startBuiltWorker({ vars, persist: folder });
      try {
        const project = (await manage(worker, "POST", "/v1/projects", { name: "Kept" })).body.data.id;
        await manage(worker, "POST", `/v1/projects/${project}/import-openapi`, { input: versioned("kept") });
        await manage(worker, "PATCH", `/v1/projects/${project}/mock-settings`, { cloudMock: true, locale: "de" });
        const endpoints = await listed(worker, project);
        const mock = { name: "kept", conditions: [{ location: "query", name: "custom", comparison: "exists" }], response: { status: 418 } };
        assert.equal((await manage(worker, "POST", `/v1/projects/${project}/endpoints/${endpoints[0].id}/custom-mocks`, mock)).status, 201);
        const call = (query = "") => fetch(`${worker.url}/m1/${project}-0-default/version${query}`);
        assert.equal((await call()).status, 200);
        const kv = await worker.miniflare.getKVNamespace("MOCKS");
        const key = `project:${project}`;
        const pointer = JSON.parse(await kv.get(key));
        // What that version has published: a pointer of its format. A newer one has a checksum, which this test cannot know:
        // the object's database decides.
        await kv.put(key, JSON.stringify({ ...pointer, format: other(pointer.format) }));
        await worker.stop();
        assert.ok(asOfFormat(folder, other(pointer.format)) >= 1);

        worker = await startBuiltWorker({ vars, persist: folder });
        const until = Date.now() + 15_000;
        if (contact === "a management request") {
          assert.equal((await manage(worker, "GET", `/v1/projects/${project}/endpoints`)).status, 200);
          assert.equal((await call()).status, 200, "the first mock request after it");
        } else {
          const first = await call();
          assert.ok([200, 503].includes(first.status), String(first.status));
          if (first.status === 503) assert.ok(first.headers.get("retry-after"));
        }
        let response = await call();
        for (; response.status !== 200; response = await call()) {
          assert.ok(Date.now() < until, `still ${response.status}`);
          await sleep(200);
        }
        assert.deepEqual(await response.json(), { version: "kept" });
        assert.equal((await call("?custom")).status, 418);
        const renewed = JSON.parse(await (await worker.miniflare.getKVNamespace("MOCKS")).get(key));
        assert.equal(renewed.format, pointer.format);
        assert.ok(renewed.release >= pointer.release);
        assert.deepEqual(await listed(worker, project), endpoints);
        assert.equal((await manage(worker, "GET", `/v1/projects/${project}/mock-settings`)).body.data.locale, "de");
      } finally {
        await worker.stop();
        rmSync(folder, { recursive: true, force: true });
      }
    });
  }
});
