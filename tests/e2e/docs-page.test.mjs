// The public page of a project: closed at first, the document without secrets, a policy of its own, and the mock to try.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { expectAccessible, expectNoFaults, expectNoSideways, startConsole } from "./browser.mjs";
import { exactly, openapi } from "./documents.mjs";
import { petstore } from "./harness.mjs";

let front;
let edgemock;
before(async () => {
  front = await startConsole();
  edgemock = front.edgemock;
});
after(() => front?.stop());

const settings = (project, body) => edgemock.manage("PATCH", `/v1/projects/${project}/mock-settings`, body);
const visit = (project, where = "", options = {}) => front.open(`../docs/${project}${where}`, options);
const head = async (response) => ({ status: response.status, headers: [...response.headers].filter(([name]) => !/^(date|content-length|cf-|connection|keep-alive)/.test(name)), body: await response.text() });

test("what is not public and what is not there answer the same", async () => {
  const project = await edgemock.project({ document: petstore() });
  for (const rest of ["", "/openapi.json"]) {
    const [closed, unknown] = await Promise.all([edgemock.fetch(`/docs/${project}${rest}`).then(head), edgemock.fetch(`/docs/999999${rest}`).then(head)]);
    assert.equal(closed.status, 404);
    assert.deepEqual(closed, unknown);
  }
  await settings(project, { publicDocs: true });
  await edgemock.eventually(`/docs/${project}`, ({ status }) => status === 200);
  for (const where of ["x", `${project}x`, `0${"9".repeat(20)}`, `${project}/other`, `${project}/openapi.json/x`, "", "-1"]) assert.equal((await edgemock.fetch(`/docs/${where}`)).status, 404, where);
  assert.equal((await edgemock.fetch(`/docs/${project}`, { method: "POST" })).status, 404);
  await settings(project, { publicDocs: false });
  await edgemock.eventually(`/docs/${project}/openapi.json`, ({ status }) => status === 404);
  await settings(project, { publicDocs: true });
  await edgemock.eventually(`/docs/${project}`, ({ status }) => status === 200);
  await edgemock.manage("DELETE", `/v1/projects/${project}`);
  await edgemock.eventually(`/docs/${project}`, ({ status }) => status === 404);
});

test("the document names the mock alone, and holds no secret", async () => {
  const secret = "token-that-nobody-may-see";
  const document = { ...openapi({ "/a": { servers: [{ url: "https://internal.example" }], get: { "x-apidog-folder": "F", responses: { 200: { description: "", content: { "application/json": { schema: { type: "string", "x-apidog-mock": "secret-field" } } } } } } } }), servers: [{ url: "https://internal.example" }] };
  const project = await edgemock.project({ document, settings: { cloudMock: true, access: "token", token: secret, publicDocs: true } });
  const [endpoint] = (await edgemock.manage("GET", `/v1/projects/${project}/endpoints`)).body.data;
  const base = `/v1/projects/${project}/endpoints/${endpoint.id}`;
  await edgemock.manage("POST", `${base}/custom-mocks`, { name: "secret-mock", response: {} });
  await edgemock.manage("PUT", `${base}/script`, { source: "'secret-script'" });
  const answer = await edgemock.eventually(`/docs/${project}/openapi.json`, ({ status }) => status === 200);
  const text = await answer.text();
  for (const hidden of [secret, "secret", "internal.example", "x-apidog", "x-edgemock"]) assert.ok(!text.includes(hidden), hidden);
  const shown = JSON.parse(text);
  assert.deepEqual(shown.servers.map(({ url }) => url), [`${edgemock.url}/m1/${project}-0-default`]);
  assert.equal(shown.components.securitySchemes.mockToken.name, "apidogToken");
  // It is kept until something is published.
  const tag = answer.headers.get("etag");
  assert.equal((await edgemock.fetch(`/docs/${project}/openapi.json`, { headers: { "if-none-match": tag } })).status, 304);
  await edgemock.manage("PATCH", base, { name: "Renamed" });
  const renewed = await edgemock.eventually(`/docs/${project}/openapi.json`, ({ headers }) => headers.get("etag") !== tag);
  assert.match(await renewed.text(), /Renamed/);
});

test("Swagger 2.0 is shown as OpenAPI 3", async () => {
  const document = { swagger: "2.0", info: { title: "Old", version: "1" }, host: "internal.example", basePath: "/v9", paths: { "/a": { get: { produces: ["application/json"], responses: { 200: { description: "", schema: { type: "string" } } } } } } };
  const project = await edgemock.project({ document, settings: { cloudMock: true, access: "public", publicDocs: true } });
  const shown = await (await edgemock.eventually(`/docs/${project}/openapi.json`, ({ status }) => status === 200)).json();
  assert.match(shown.openapi, /^3\./);
  assert.ok(!JSON.stringify(shown).includes("internal.example"));
});

test("the page is read and tried, by a policy that lets in no script of a mock", async () => {
  const document = openapi({
    "/pets/{id}": { parameters: [{ name: "id", in: "path", required: true, schema: { type: "integer" }, example: 7 }], get: { summary: "One pet", tags: ["Pets"], description: "<img src=x onerror=alert(1)>", responses: { 200: { description: "The pet", content: { "application/json": { schema: exactly({ rex: true }) } } } } } },
    "/evil.js": { get: { responses: { 200: { description: "", content: { "text/javascript": { example: "globalThis.taken = true" } } } } } },
  });
  document.info.description = "About <script>alert(1)</script> pets";
  const project = await edgemock.project({ document, settings: { cloudMock: true, access: "token", token: "a-token-for-visitors", publicDocs: true } });
  await edgemock.eventually(`/docs/${project}`, ({ status }) => status === 200);
  const page = await visit(project);
  await page.getByRole("heading", { level: 1, name: "Test" }).waitFor();
  await page.getByText("About <script>alert(1)</script> pets").waitFor();
  await page.getByText("It asks for a token").waitFor();
  await page.getByRole("treeitem", { name: /One pet/ }).click();
  await page.getByRole("heading", { level: 1, name: "GET /pets/{id}" }).waitFor();
  await page.getByText("<img src=x onerror=alert(1)>").waitFor();
  await page.getByText("rex", { exact: true }).waitFor();
  await page.getByRole("tab", { name: "Try it" }).click();
  const send = () => page.getByRole("button", { name: "Request", exact: true }).click();
  await send();
  await page.getByText("401 Unauthorized").waitFor();
  await page.getByLabel("Token of the mock").fill("a-token-for-visitors");
  await send();
  await page.getByText("200 OK").waitFor();
  await page.getByText('"rex"').waitFor();
  await page.reload();
  await page.getByRole("heading", { level: 1, name: "GET /pets/{id}" }).waitFor();
  for (const colorScheme of ["light", "dark"]) {
    await page.emulateMedia({ colorScheme });
    await expectAccessible(page, `the public page, ${colorScheme}`);
  }
  await page.setViewportSize({ width: 360, height: 800 });
  await expectNoSideways(page, "the public page at 360 px");
  await page.getByRole("link", { name: "All endpoints" }).click();
  await page.getByRole("tree").waitFor();
  await expectAccessible(page, "the public page's list at 360 px");
  expectNoFaults(page);
  // Neither a script that a mock answers, nor the management API, is within reach of the page.
  const reached = await page.evaluate(async (id) => {
    const script = document.createElement("script");
    script.src = `/m1/${id}-0-default/evil.js?apidogToken=a-token-for-visitors`;
    const loaded = new Promise((resolve) => ((script.onload = () => resolve("ran")), (script.onerror = () => resolve("blocked"))));
    document.head.append(script);
    const asked = await fetch("/v1/versions").then(() => "asked", () => "blocked");
    return [await loaded, asked, globalThis.taken ?? null];
  }, project);
  assert.deepEqual(reached, ["blocked", "blocked", null]);
  await page.context().close();
});

test("a page whose document is taken away says so", async () => {
  const project = await edgemock.project({ document: petstore(), settings: { cloudMock: true, access: "public", publicDocs: true } });
  await edgemock.eventually(`/docs/${project}`, ({ status }) => status === 200);
  const page = await front.open("icon.svg");
  await page.route("**/openapi.json", (route) => route.fulfill({ status: 404, body: "Nothing is here." }));
  await page.goto(`${edgemock.url}/docs/${project}`);
  await page.getByText("The document cannot be shown").waitFor();
  await page.unroute("**/openapi.json");
  await page.getByRole("button", { name: "Try again" }).click();
  await page.getByRole("tree").waitFor();
  await page.context().close();
});
