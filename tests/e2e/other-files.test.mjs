// Files of other kinds: a Postman collection and a project file are imported and served; what an import cannot take it says.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { startEdgemock } from "./harness.mjs";

const fixture = (name) => JSON.parse(readFileSync(new URL(`../fixtures/${name}`, import.meta.url), "utf8"));

let edgemock;
before(async () => {
  edgemock = await startEdgemock();
});
after(() => edgemock?.stop());

const post = (project, route, body) => edgemock.manage("POST", `/v1/projects/${project}/${route}`, body);

test("a Postman collection becomes endpoints with examples", async () => {
  const project = await edgemock.project();
  const { status, body } = await post(project, "import-postman-collection", { input: JSON.stringify(fixture("shop.postman.json")) });
  assert.equal(status, 200, JSON.stringify(body));
  const { counters, errors } = body.data;
  assert.equal(counters.endpointCreated, 3);
  assert.equal(counters.endpointFolderCreated, 1);
  assert.equal(counters.endpointCaseCreated, 2);
  assert.ok(!("schemaCreated" in counters));
  assert.deepEqual(errors, []);
  const where = `/m1/${project}-0-default/pets/7`;
  const made = await (await edgemock.eventually(where, ({ status }) => status === 200)).json();
  assert.equal(typeof made.name, "string");
  const example = await edgemock.fetch(`${where}?__example=Tom`);
  assert.deepEqual(await example.json(), { id: 8, name: "Tom", born: null });
  assert.equal((await edgemock.fetch(`${where}?__code=404`)).status, 404);
  const again = await post(project, "import-openapi", { input: { collection: fixture("shop.postman.json") } });
  assert.equal(again.body.data.counters.endpointIgnored, 3);
  assert.ok(again.body.data.problems.some(({ message }) => message.includes("Postman collection")));
});

test("a project file brings its custom mocks and its settings", async () => {
  const { body: made } = await edgemock.manage("POST", "/v1/projects", { name: "Shop" });
  const project = made.data.id;
  const { status, body } = await post(project, "import-openapi", { input: fixture("shop.project.json") });
  assert.equal(status, 200, JSON.stringify(body));
  assert.equal(body.data.counters.endpointCreated, 1);
  assert.ok(body.data.problems.some(({ message }) => message.includes("test scenarios: 1")));
  const settings = (await edgemock.manage("GET", `/v1/projects/${project}/mock-settings`)).body.data;
  assert.equal(settings.cloudMock, true);
  assert.equal(settings.locale, "zh_CN");
  const base = `/m1/${project}-0-default/orders`;
  const order = await (await edgemock.eventually(`${base}/5`, ({ status }) => status === 200)).json();
  assert.equal(order.昵称, "阿猫");
  const missing = await edgemock.fetch(`${base}/404`);
  assert.equal(missing.status, 404);
  assert.equal(missing.headers.get("x-reason"), "none");
  assert.deepEqual(await missing.json(), { message: "没有这个订单" });
});

test("folders have ids that an import can name", async () => {
  const project = await edgemock.project();
  const document = (path, folder) => ({ openapi: "3.1.0", paths: { [path]: { get: { "x-apidog-folder": folder, responses: { 200: { description: "" } } } } } });
  await post(project, "import-openapi", { input: document("/a", "Shop") });
  const folders = async () => (await edgemock.manage("GET", `/v1/projects/${project}/folders`)).body.data;
  const [{ id, path, type }] = await folders();
  assert.deepEqual([path, type], ["Shop", "endpoint"]);
  await post(project, "import-openapi", { input: document("/b", "Pets"), options: { targetEndpointFolderId: String(id) } });
  assert.deepEqual((await folders()).map((folder) => folder.path), ["Shop", "Shop/Pets"]);
  const unknown = await post(project, "import-openapi", { input: document("/b", "Pets"), options: { targetEndpointFolderId: 999999 } });
  assert.equal(unknown.body.errorCode, "422001");
  assert.match(unknown.body.errorMessage, /\/options\/targetEndpointFolderId/);
  const kept = await post(project, "import-openapi", { input: document("/a", "Elsewhere") });
  assert.equal(kept.status, 200);
  const shown = (await edgemock.manage("GET", `/v1/projects/${project}/endpoints`)).body.data;
  assert.equal(shown.find((endpoint) => endpoint.path === "/a").folder, "Shop");
});

test("an import that imports nothing says so, and removes nothing", async () => {
  const project = await edgemock.project({ document: { openapi: "3.1.0", paths: { "/a": { get: { responses: { 200: { description: "" } } } } } } });
  const empty = await post(project, "import-openapi", { input: { openapi: "3.1.0", paths: {} }, options: { deleteUnmatchedResources: true } });
  assert.equal(empty.status, 200);
  assert.equal(empty.body.data.errors[0].code, "NOTHING_IMPORTED");
  assert.equal((await edgemock.manage("GET", `/v1/projects/${project}/endpoints`)).body.data.length, 1);
  const odd = await post(project, "import-postman-collection", { input: { info: { name: "x" }, item: [{ name: "a", request: { method: "BREW", url: "/a" } }] } });
  assert.equal(odd.body.data.counters.endpointFailed, 1);
  assert.deepEqual(odd.body.data.errors.map(({ code }) => code), ["NOTHING_IMPORTED", "ENDPOINT_FAILED"]);
});
