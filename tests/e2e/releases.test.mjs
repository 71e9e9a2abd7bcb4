// Releases: which there were, what changed, and bringing an older one back.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { versioned } from "./documents.mjs";
import { startEdgemock } from "./harness.mjs";

let edgemock;
let project;
const where = (rest) => `/v1/projects/${project}/${rest}`;
const version = async () => (await (await edgemock.fetch(`/m1/${project}-0-default/version`)).json()).version;
const importing = async (document, options) => (await edgemock.manage("POST", where("import-openapi"), { input: document, options })).body.data.release;
const releases = async () => (await edgemock.manage("GET", where("releases"))).body.data;
const mocksOf = (id) => where(`endpoints/${id}/custom-mocks`);

before(async () => {
  edgemock = await startEdgemock();
  project = await edgemock.project({ document: versioned(1) });
});
after(() => edgemock?.stop());

describe("releases", () => {
  test("are listed with their state, and tell what changed", async () => {
    const first = (await releases())[0];
    assert.deepEqual([first.current, first.state], [true, "published"]);
    const document = versioned(2);
    document.paths["/new"] = document.paths["/version"];
    delete document.paths["/pets/{id}"].delete;
    const { id } = await importing(document, { deleteUnmatchedResources: true });
    assert.equal(id, first.id + 1);
    const read = (await edgemock.manage("GET", where(`releases/${id}`))).body.data;
    assert.deepEqual([read.state, read.current, read.endpoints, read.settingsChanged], ["published", true, 3, false]);
    assert.deepEqual([read.changes.added.count, read.changes.removed.count, read.changes.changed.count], [1, 1, 2]);
    assert.equal(read.changes.added.endpoints[0].path, "/new");
    assert.equal((await releases())[1].state, "superseded");
    const settings = await edgemock.manage("PATCH", where("mock-settings"), { maxBodyDepth: 3 });
    const changed = (await edgemock.manage("GET", where(`releases/${settings.body.data.release.id}`))).body.data;
    assert.deepEqual([changed.settingsChanged, changed.changes.changed.count], [true, 0]);
  });

  test("an older one comes back whole, settings apart, and that can be undone", async () => {
    const endpoints = (await edgemock.manage("GET", where("endpoints"))).body.data;
    const pets = endpoints.find(({ path }) => path === "/pets/{id}").id;
    await edgemock.manage("POST", mocksOf(pets), { name: "kept", response: { status: 418 } });
    const good = (await releases())[0].id;
    await edgemock.manage("PUT", mocksOf(pets), []);
    await importing(versioned(3), { deleteUnmatchedResources: true });
    await edgemock.manage("PATCH", where("mock-settings"), { maxBodyDepth: 5 });
    const bad = (await releases())[0].id;
    assert.equal(await version(), 3);
    assert.equal((await edgemock.fetch(`/m1/${project}-0-default/new`)).status, 404);

    const { status, body } = await edgemock.manage("POST", where(`releases/${good}/roll-back`));
    assert.equal(status, 200);
    assert.deepEqual(body.data.release, { id: bad + 1, published: true });
    assert.equal(await version(), 2);
    assert.equal((await edgemock.fetch(`/m1/${project}-0-default/new`)).status, 200);
    assert.equal((await edgemock.fetch(`/m1/${project}-0-default/pets/1`)).status, 418);
    assert.equal((await edgemock.fetch(`/m2/${project}-0-default/${pets}`)).status, 418);
    assert.equal((await edgemock.manage("GET", where("mock-settings"))).body.data.maxBodyDepth, 5);
    // What is imported after it starts from what came back.
    const again = (await edgemock.manage("POST", where("import-openapi"), { input: versioned(2) })).body.data.counters;
    assert.equal(again.endpointCreated, 1);

    await edgemock.manage("POST", where(`releases/${bad}/roll-back`));
    assert.equal(await version(), 3);
    await edgemock.restart();
    assert.equal(await version(), 3);
  });

  test("that are not there are named", async () => {
    for (const [method, rest] of [["GET", "releases/999"], ["POST", "releases/999/roll-back"]]) {
      assert.equal((await edgemock.manage(method, where(rest))).body.errorCode, "404006");
    }
  });
});
