// What outlives an import: changes by hand, as the overwrite behaviours say.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { answers, exactly, openapi, versioned } from "./documents.mjs";
import { startEdgemock } from "./harness.mjs";

let edgemock;
before(async () => {
  edgemock = await startEdgemock();
});
after(() => edgemock?.stop());

const at = (project, rest) => `/v1/projects/${project}/${rest}`;
const manage = (...request) => edgemock.done(...request);
const load = (project, input, options, route = "import-openapi") => manage("POST", at(project, route), { input, options });
const exported = (project) => manage("POST", at(project, "export-openapi"), {});
const call = async (project, path) => (await edgemock.fetch(`/m1/${project}-0-default${path}`)).json();

const pet = (more) => ({ type: "object", required: ["name"], properties: { name: { type: "string" }, ...more } });
const petShop = ({ description = "All pets", summary = "List", more = {} } = {}) =>
  openapi({ "/pets": { get: answers({ type: "array", items: { $ref: "#/components/schemas/Pet" } }, { summary, description }) } }, { Pet: pet(more) });

/** A project whose one endpoint and schema somebody worked on. */
async function edited() {
  const project = await edgemock.project({ document: petShop() });
  const [{ id }] = await manage("GET", at(project, "endpoints"));
  const { operation } = await manage("GET", at(project, `endpoints/${id}`));
  await manage("PATCH", at(project, `endpoints/${id}`), { operation: { ...operation, description: "Pets that are for sale" } });
  await manage("PUT", at(project, "schemas/Hint"), exactly({ hint: true }));
  await manage("POST", at(project, `endpoints/${id}/responses`), { key: "503", response: { description: "Closed", content: { "application/json": { schema: { $ref: "#/components/schemas/Hint" } } } } });
  await manage("PUT", at(project, "schemas/Pet"), pet({ name: { type: "string", "x-apidog-mock": "Rex" } }));
  await manage("POST", at(project, `endpoints/${id}/custom-mocks`), { name: "mine", conditions: [{ location: "query", name: "mine", comparison: "exists" }], response: { status: 200, body: { type: "json", value: { mine: true } } } });
  return { project, id };
}
const LATER = () => petShop({ summary: "List pets", more: { age: { type: "integer" } } });

for (const behavior of ["AUTO_MERGE", "MERGE_KEEP_NEWER"]) {
  test(`${behavior}: what was changed by hand stays, the rest follows the document`, async () => {
    const { project, id } = await edited();
    const options = { endpointOverwriteBehavior: behavior, schemaOverwriteBehavior: behavior };
    for (const time of ["once", "twice"]) {
      const { counters } = await load(project, LATER(), options);
      if (time === "twice") assert.deepEqual([counters.endpointIgnored, counters.schemaIgnored], [1, 2], "merged again, nothing changes");
      const { operation } = await manage("GET", at(project, `endpoints/${id}`));
      assert.deepEqual([operation.summary, operation.description], ["List pets", "Pets that are for sale"], time);
      assert.deepEqual(Object.keys(operation.responses), ["200", "503"]);
      const { components } = await exported(project);
      assert.deepEqual(Object.keys(components.schemas), ["Pet", "Hint"]);
      assert.deepEqual(components.schemas.Pet.properties, { name: { type: "string", "x-apidog-mock": "Rex" }, age: { type: "integer" } });
      assert.ok((await call(project, "/pets")).every(({ name }) => name === "Rex"));
      assert.deepEqual(await call(project, "/pets?__code=503"), { hint: true });
      assert.deepEqual(await call(project, "/pets?mine"), { mine: true });
    }
    // Taken out of the document: what nobody touched goes, by the same rule.
    await load(project, petShop({ summary: "Shorter" }), options);
    const { properties } = (await exported(project)).components.schemas.Pet;
    assert.deepEqual(Object.keys(properties), ["name"]);
  });
}

test("OVERWRITE_EXISTING: the document replaces it, custom mocks stay", async () => {
  const { project, id } = await edited();
  await load(project, LATER(), { endpointOverwriteBehavior: "OVERWRITE_EXISTING" });
  const { operation } = await manage("GET", at(project, `endpoints/${id}`));
  assert.deepEqual([operation.description, Object.keys(operation.responses)], ["All pets", ["200"]]);
  assert.equal((await exported(project)).components.schemas.Pet.properties.name["x-apidog-mock"], undefined);
  assert.deepEqual(await call(project, "/pets?mine"), { mine: true });
  // It counts as the document's from now on.
  await load(project, petShop({ description: "Newer" }), { endpointOverwriteBehavior: "AUTO_MERGE" });
  assert.equal((await manage("GET", at(project, `endpoints/${id}`))).operation.description, "Newer");
});

test("KEEP_EXISTING: endpoints and schemas stay as they are", async () => {
  const { project, id } = await edited();
  const { counters } = await load(project, LATER(), { endpointOverwriteBehavior: "KEEP_EXISTING" });
  assert.equal(counters.endpointIgnored, 1);
  const { operation } = await manage("GET", at(project, `endpoints/${id}`));
  assert.deepEqual([operation.summary, operation.description], ["List", "Pets that are for sale"]);

  const other = await edited();
  const { counters: kept } = await load(other.project, LATER(), { schemaOverwriteBehavior: "KEEP_EXISTING" });
  assert.deepEqual([kept.endpointUpdated, kept.schemaIgnored, kept.schemaUpdated], [1, 1, 0]);
  assert.equal((await exported(other.project)).components.schemas.Pet.properties.age, undefined);
  assert.ok((await call(other.project, "/pets")).every(({ name }) => name === "Rex"));
});

test("saved responses of a collection stay as endpointCaseOverwriteBehavior says", async () => {
  const saved = (name, body) => ({ name, code: 200, status: "OK", header: [{ key: "Content-Type", value: "application/json" }], body: JSON.stringify(body) });
  const collection = (...response) => ({ info: { name: "C", _postman_id: "x", schema: "https://schema.getpostman.com/json/collection/v2.1.0/collection.json" }, item: [{ name: "One", request: { method: "GET", url: "https://api.example.com/one" }, response }] });
  const names = async (project) => {
    const { paths } = await exported(project);
    return Object.values(paths["/one"].get.responses).flatMap(({ content }) => Object.entries(content["application/json"].examples ?? {}).map(([name, { value }]) => [name, value.v]));
  };
  const cases = {
    OVERWRITE_EXISTING: [["b", 9], ["c", 3]],
    KEEP_EXISTING: [["a", 1], ["b", 2], ["c", 3]],
    AUTO_MERGE: [["a", 1], ["b", 9], ["c", 3]],
    CREATE_NEW: [["a", 1], ["b", 2], ["b (2)", 9], ["c", 3]],
  };
  for (const [behavior, expected] of Object.entries(cases)) {
    const project = await edgemock.project();
    await load(project, collection(saved("a", { v: 1 }), saved("b", { v: 2 })), {}, "import-postman-collection");
    assert.deepEqual(await names(project), [["a", 1], ["b", 2]]);
    await load(project, collection(saved("b", { v: 9 }), saved("c", { v: 3 })), { endpointCaseOverwriteBehavior: behavior }, "import-postman-collection");
    assert.deepEqual(await names(project), expected, behavior);
  }
});

test("options without effect are named", async () => {
  const project = await edgemock.project();
  const options = { moduleId: "12", importServersAsEnvironments: true, shinyNewOption: 1, prependBasePath: true };
  const { ignored } = await load(project, versioned("x"), options);
  assert.deepEqual(ignored.map(({ option }) => option), ["importServersAsEnvironments", "shinyNewOption"]);
  for (const { message } of ignored) assert.ok(message.length > 10);
  assert.deepEqual((await load(project, versioned("x"), { targetBranchId: 0, moduleId: null })).ignored, []);
});

test("a module is what a document can lack endpoints of, and what an export holds", async () => {
  const project = await edgemock.project();
  const document = (...paths) => openapi(Object.fromEntries(paths.map((path) => [path, { get: answers(exactly({})) }])));
  const paths = async () => (await manage("GET", at(project, "endpoints"))).map(({ path }) => path).sort();
  const exportOf = (options) => manage("POST", at(project, "export-openapi"), options);
  const all = { deleteUnmatchedResources: true };
  await load(project, document("/a", "/b"), all);
  assert.deepEqual((await load(project, document("/c", "/d"), { ...all, moduleId: 5 })).ignored, []);
  await load(project, document("/e"), { ...all, moduleId: "6" });
  assert.deepEqual(await paths(), ["/a", "/b", "/c", "/d", "/e"]);
  await load(project, document("/c"), { ...all, moduleId: 5 });
  assert.deepEqual(await paths(), ["/a", "/b", "/c", "/e"]);
  await load(project, document("/b", "/e"), all);
  assert.deepEqual(await paths(), ["/b", "/c", "/e"], "an endpoint belongs to where it was imported last");
  await load(project, document("/f"), { ...all, moduleId: 6 });
  assert.deepEqual(await paths(), ["/b", "/c", "/e", "/f"]);
  assert.deepEqual(Object.keys((await exportOf({ moduleId: 5 })).paths), ["/c"]);
  assert.deepEqual(Object.keys((await exportOf({ moduleId: "0" })).paths).sort(), ["/b", "/c", "/e", "/f"]);
  const other = await exportOf({ moduleId: 7 });
  assert.equal(Object.keys(other.paths).length, 4);
  assert.match(other["x-edgemock-problems"][0].message, /module 7/);
  const release = (answer) => answer.release.version ?? answer.release.id;
  const first = await load(project, document("/f"), { ...all, moduleId: 6 });
  assert.equal(release(await load(project, document("/f"), { ...all, moduleId: 6 })), release(first), "the same again changes nothing");
});
