// Imports by `{url}`: the Worker's own fetch, with an internet that this file makes up.
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { Response } from "miniflare";
import { startEdgemock } from "./harness.mjs";

const DOCUMENT = { openapi: "3.1.0", info: { title: "Far away", version: "1" }, paths: { "/far": { get: { responses: { 200: { description: "", content: { "application/json": { schema: { const: { far: true } } } } } } } } } };
const YAML = `openapi: 3.1.0\ninfo: {title: Far away, version: "1"}\npaths:\n  /far:\n    get: {responses: {"200": {description: "", content: {application/json: {schema: {const: {far: true}}}}}}}\n`;

/** What the Worker asked for, in order. */
const seen = [];
const redirect = (location, status = 302) => new Response(null, { status, headers: location && { location } });
const pages = {
  "https://api.example.com/openapi.json": () => Response.json(DOCUMENT),
  "https://api.example.com/openapi.yaml": () => new Response(YAML),
  "https://api.example.com/moved": () => redirect("/openapi.yaml", 308),
  "https://api.example.com/elsewhere": () => redirect("https://cdn.example.org:8443/openapi.json"),
  "https://cdn.example.org:8443/openapi.json": () => Response.json(DOCUMENT),
  "https://api.example.com/inside": () => redirect("http://169.254.169.254/latest/meta-data"),
  "https://api.example.com/loopback": () => redirect("//127.1/openapi.json"),
  "https://api.example.com/file": () => redirect("file:///etc/passwd"),
  "https://api.example.com/nowhere": () => redirect(undefined),
  "https://api.example.com/circle": () => redirect("/circle"),
  "https://api.example.com/gone": () => new Response("{}", { status: 410 }),
  "https://api.example.com/page": () => new Response("<!doctype html><title>Sign in</title>", { headers: { "content-type": "text/html" } }),
  "https://api.example.com/half": () => new Response(JSON.stringify(DOCUMENT).slice(0, 60)),
  "https://api.example.com/huge": () => new Response(`openapi: 3.1.0\n# ${"x".repeat(26 * 1024 * 1024)}`),
  "https://api.example.com/closed": (request) => (request.headers.get("authorization") === `Basic ${btoa("ada:s3cret")}` ? Response.json(DOCUMENT) : new Response("", { status: 401 })),
  "https://api.example.com/leak": () => redirect("https://cdn.example.org:8443/openapi.json"),
};

function internet(request) {
  seen.push({ url: request.url, authorization: request.headers.get("authorization") });
  return pages[request.url]?.(request) ?? new Response("", { status: 404 });
}

describe("import by address", () => {
  let edgemock;
  before(async () => {
    edgemock = await startEdgemock({ internet });
  });
  after(() => edgemock?.stop());

  const importInto = (project, input) => edgemock.manage("POST", `/v1/projects/${project}/import-openapi`, { input });

  it("fetches JSON and YAML, follows redirects, and the mock answers", async () => {
    for (const name of ["openapi.json", "openapi.yaml", "moved", "elsewhere"]) {
      const project = await edgemock.project();
      const imported = await importInto(project, { url: `https://api.example.com/${name}` });
      assert.equal(imported.status, 200, JSON.stringify(imported.body));
      assert.equal(imported.body.data.counters.endpointCreated, 1, name);
      const answer = await edgemock.eventually(`/m1/${project}-0-default/far`, ({ status }) => status === 200);
      assert.deepEqual(await answer.json(), { far: true });
    }
  });

  it("says what is wrong, and changes nothing", async () => {
    const project = await edgemock.project({ document: DOCUMENT });
    const cases = [
      ["inside", 422, "private"],
      ["loopback", 422, "private"],
      ["file", 422, "http://"],
      ["nowhere", 422, "redirects to nowhere"],
      ["circle", 422, "redirects for the 6th time"],
      ["gone", 422, "answered 410"],
      ["missing", 422, "answered 404"],
      ["page", 422, ""],
      ["half", 422, "line 1"],
      ["huge", 413, "allowed"],
      ["closed", 422, "answered 401"],
    ];
    for (const [name, status, part] of cases) {
      const refused = await importInto(project, { url: `https://api.example.com/${name}` });
      assert.equal(refused.status, status, `${name}: ${JSON.stringify(refused.body)}`);
      assert.ok(refused.body.errorMessage.includes(part), `${name}: ${refused.body.errorMessage}`);
    }
    assert.ok(!seen.some(({ url }) => /127\.|169\.254|^file/.test(url)), "a private address was asked");
    const endpoints = await edgemock.manage("GET", `/v1/projects/${project}/endpoints`);
    assert.equal(endpoints.body.data.length, 1);
  });

  it("sends credentials to the server they were given for, and to no other", async () => {
    const project = await edgemock.project();
    const basicAuth = { username: "ada", password: "s3cret" };
    const imported = await importInto(project, { url: "https://api.example.com/closed", basicAuth });
    assert.equal(imported.status, 200, JSON.stringify(imported.body));
    seen.length = 0;
    const away = await importInto(project, { url: "https://api.example.com/leak", basicAuth });
    assert.equal(away.status, 200, JSON.stringify(away.body));
    assert.deepEqual(
      seen.map(({ authorization }) => authorization !== null),
      [true, false],
    );
  });
});
