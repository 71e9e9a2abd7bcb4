// Threats of docs/security.md that no other file tests.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import { Response as Made } from "miniflare";
import { inProject } from "../../scripts/lib/project.mjs";
import { answers, exactly, openapi, versioned } from "./documents.mjs";
import { startEdgemock } from "./harness.mjs";

const MOCK_TOKEN = "mock-token-0123456789";
const PASSWORD = "import-password-0123456789";
const SCRIPT = "<script>fetch('/v1/projects')</script>";
const example = (type, value) => ({ get: { responses: { 200: { description: "", headers: { "Content-Security-Policy": { schema: { const: "default-src *" } }, "X-Content-Type-Options": { schema: { const: "" } } }, content: { [type]: { schema: { type: "string" }, example: value } } } } } });

/** Types of body that a browser runs, or could be talked into running. */
const ACTIVE = {
  "/html": ["text/html", `<!doctype html>${SCRIPT}`],
  "/xhtml": ["application/xhtml+xml", `<html xmlns="http://www.w3.org/1999/xhtml">${SCRIPT}</html>`],
  "/svg": ["image/svg+xml", `<svg xmlns="http://www.w3.org/2000/svg">${SCRIPT}</svg>`],
  "/xml": ["text/xml", `<?xml-stylesheet href="x.xsl"?><x xmlns="http://www.w3.org/1999/xhtml">${SCRIPT}</x>`],
  "/script": ["text/javascript", "fetch('/v1/projects')"],
  "/plain": ["text/plain", SCRIPT],
  "/unknown": ["x/y", SCRIPT],
  "/disguised": ["application/json+xml", `"<x xmlns='http://www.w3.org/1999/xhtml'>${SCRIPT}</x>"`],
};

const lines = [];
const fetched = [];
let hang = false;
async function internet(request) {
  fetched.push(request.url);
  if (request.url.includes("slow")) {
    hang = true;
    await new Promise(() => {});
  }
  return new Made("no", { status: 500 });
}

let edgemock;
let project;
let slowImport;
before(async () => {
  edgemock = await startEdgemock({ internet, onLog: (line) => lines.push(line) });
  const pages = Object.fromEntries(Object.entries(ACTIVE).map(([path, [type, value]]) => [path, example(type, value)]));
  project = await edgemock.project({ document: openapi({ ...pages, "/a": { get: answers(exactly({ a: true })), post: answers(exactly({ a: true })) } }), settings: { cloudMock: true, access: "token", token: MOCK_TOKEN } });
  // It ends after 20 seconds; the other tests run meanwhile.
  slowImport = edgemock.manage("POST", `/v1/projects/${project}/import-openapi`, { input: { url: `https://ada:x@slow.example/openapi.json` } }).then((refused) => {
    assert.equal(refused.status, 422);
    return edgemock.manage("POST", `/v1/projects/${project}/import-openapi`, { input: { url: "https://slow.example/openapi.json?key=query-secret-0123456789", basicAuth: { username: "ada", password: PASSWORD } } });
  });
  // Where only some tests are run, nobody waits for it.
  slowImport.catch(() => {});
});
after(() => edgemock?.stop());

const get = (path, options = {}) => edgemock.fetch(`/m1/${project}-0-default${path}`, { ...options, headers: { apidogToken: MOCK_TOKEN, ...options.headers } });
const endpoint = async (path) => (await edgemock.manage("GET", `/v1/projects/${project}/endpoints`)).body.data.find((known) => known.path === path).id;

function assertHarmless(response, what) {
  assert.equal(response.headers.get("x-content-type-options"), "nosniff", what);
  // JSON is no page, and with `nosniff` nothing makes it one.
  if (response.headers.get("content-type") === "application/json") return;
  assert.equal(response.headers.get("content-security-policy"), "sandbox; default-src 'none'", what);
  assert.equal(response.headers.get("referrer-policy"), "no-referrer", what);
}

describe("active content in a mock", () => {
  test("of an example has no rights on this origin, whatever it is and declares", async () => {
    for (const [path, [type, value]] of Object.entries(ACTIVE)) {
      const response = await get(`${path}?__example=example`);
      assert.ok(response.headers.get("content-type").startsWith(type), path);
      // Pictures, and what is of no known type, are our own.
      if (!/^(image|x|application.json)/.test(type)) assert.equal(await response.text(), value);
      assertHarmless(response, path);
    }
    for (const path of ["/nothing/<script>", "/html?__code=418", "/html?__code=<script>"]) {
      const response = await get(path);
      assert.ok(response.status >= 400);
      assert.match(response.headers.get("content-type"), /^application\/json/);
      assertHarmless(response, path);
    }
  });

  test("of a custom mock or a script has none either, nor do its headers reach further", async () => {
    const where = `/v1/projects/${project}/endpoints/${await endpoint("/a")}`;
    const forbidden = ["Content-Security-Policy", "X-Content-Type-Options", "Access-Control-Allow-Origin", "Service-Worker-Allowed", "Clear-Site-Data", "Strict-Transport-Security", "Refresh", "Content-Length", "Transfer-Encoding", "Referrer-Policy"];
    for (const name of forbidden) {
      const { status } = await edgemock.manage("PUT", `${where}/custom-mocks`, [{ name: "x", conditions: [], response: { headers: [{ name, value: "*" }], body: { type: "text", text: "x" } } }]);
      const response = await get("/a");
      if (status < 300) assert.notEqual(response.headers.get(name), "*", name);
      assertHarmless(response, name);
    }
    const mocks = [{ name: "page", conditions: [{ location: "query", name: "page", comparison: "exists" }], response: { headers: [{ name: "Content-Type", value: "text/html" }], body: { type: "text", text: SCRIPT } } }];
    assert.equal((await edgemock.manage("PUT", `${where}/custom-mocks`, mocks)).status, 200);
    const source = "const { headers } = $$.mockResponse; headers.set('Content-Type', 'text/html'); headers.set('Content-Security-Policy', 'default-src *'); $$.mockResponse.setBody('<script>1</script>');";
    assert.equal((await edgemock.manage("PUT", `${where}/script`, { enabled: true, source })).status, 200);
    for (const type of ["application/json, text/html", "application/json+xml", "text/html; +json", ""]) {
      const disguised = [{ name: "page", conditions: [], response: { headers: [{ name: "Content-Type", value: type }], body: { type: "text", text: SCRIPT } } }];
      const { status } = await edgemock.manage("PUT", `${where}/custom-mocks`, disguised);
      const response = await get("/a");
      if (status < 300) assert.match(response.headers.get("content-security-policy"), /^sandbox/, type);
      assertHarmless(response, type);
    }
    assert.equal((await edgemock.manage("PUT", `${where}/custom-mocks`, mocks)).status, 200);
    const page = await get("/a?page");
    assert.match(page.headers.get("content-type"), /^text\/html/);
    assert.equal(await page.text(), SCRIPT);
    assertHarmless(page, "a custom mock");
    const scripted = await get("/a");
    assert.match(scripted.headers.get("content-type"), /^text\/html/);
    assert.match(await scripted.text(), /<script>1/);
    assertHarmless(scripted, "a script");
    await edgemock.manage("DELETE", `${where}/script`);
    await edgemock.manage("PUT", `${where}/custom-mocks`, []);
  });

  test("cannot be put beside the console", async () => {
    const page = await edgemock.fetch("/console/");
    assert.equal(page.status, 200);
    const policy = page.headers.get("content-security-policy");
    assert.match(policy, /default-src 'none'/);
    assert.doesNotMatch(policy.replace(/style-src[^;]*/, ""), /unsafe-inline|unsafe-eval|\*/);
    assert.match(policy, /frame-ancestors 'none'/);
    assert.match(policy, /base-uri 'none'/);
    assert.equal(page.headers.get("referrer-policy"), "no-referrer");
    for (const path of ["/console/../m1", `/console/%2e%2e/m1/${project}-0-default/html`, `/console//m1/${project}-0-default/html`]) {
      assert.ok(!(await (await edgemock.fetch(path, { headers: { apidogToken: MOCK_TOKEN } })).text()).includes(SCRIPT) || (await get("/html")).headers.get("content-security-policy").includes("sandbox"));
    }
  });
});

describe("header injection", () => {
  test("by a request through templates of a custom mock, and by scripts, ends as text", async () => {
    const where = `/v1/projects/${project}/endpoints/${await endpoint("/a")}`;
    const mocks = [{ name: "echo", conditions: [{ location: "query", name: "echo", comparison: "exists" }], response: { headers: [{ name: "X-Echo", value: "{{ request.query.echo }}" }], body: { type: "template", text: "ok", contentType: "text/plain" } } }];
    assert.equal((await edgemock.manage("PUT", `${where}/custom-mocks`, mocks)).status, 200);
    for (const evil of ["a\r\nSet-Cookie: evil=1", "a\nSet-Cookie: evil=1", "a\rSet-Cookie: evil=1", "a\0b", "a\u2028Set-Cookie: evil=1", "é\r\n\r\n<script>", "x".repeat(10_000)]) {
      const response = await get(`/a?echo=${encodeURIComponent(evil)}`);
      assert.ok([200, 500].includes(response.status));
      assert.equal(response.headers.get("set-cookie"), null, JSON.stringify(evil));
      assert.ok((response.headers.get("x-echo") ?? "").length <= 1024);
      assertHarmless(response, evil.slice(0, 20));
    }
    for (const [name, value] of [["X-A\r\nSet-Cookie", "x"], ["X-A", "x\r\nSet-Cookie: evil=1"], ["", "x"], ["X A", "x"]]) {
      const { status } = await edgemock.manage("PUT", `${where}/custom-mocks`, [{ name: "x", conditions: [], response: { headers: [{ name, value }] } }]);
      if (status < 300) assert.equal((await get("/a")).headers.get("set-cookie"), null);
      else assert.equal(status, 422);
    }
    await edgemock.manage("PUT", `${where}/custom-mocks`, []);
    const source = "const { headers } = $$.mockResponse; headers.set('X-B', 'x\\r\\nSet-Cookie: evil=1'); headers.set('X-C\\r\\nSet-Cookie', 'evil=1');";
    assert.equal((await edgemock.manage("PUT", `${where}/script`, { enabled: true, source })).status, 200);
    assert.equal((await get("/a")).headers.get("set-cookie"), null);
    await edgemock.manage("DELETE", `${where}/script`);
  });
});

describe("caches", () => {
  test("keep no answer that a token was needed for, and none by a header that they do not know of", async () => {
    for (const path of ["/a", "/a?__seed=1", `/a?apidogToken=${MOCK_TOKEN}`, "/nothing", "/a?__code=418"]) {
      for (const headers of [{}, { origin: "https://app.example" }, { range: "bytes=0-1" }]) {
        const response = await get(path, { headers });
        assert.match(response.headers.get("cache-control"), /^no-(store|cache)$/, path);
        // What is kept by no cache need not say what it depends on.
        if (headers.origin || response.headers.has("etag")) assert.match(response.headers.get("vary"), /Origin, Accept/);
        if (response.headers.get("cache-control") === "no-cache") assert.ok(response.headers.get("etag"));
      }
    }
    for (const where of ["/v1/versions", "/v1/projects", "/v1/nothing", "/nothing", "/"]) {
      assert.equal((await edgemock.fetch(where)).headers.get("cache-control"), "no-store", where);
    }
  });

  test("are not poisoned by headers that name another host or path", async () => {
    const evil = { "x-forwarded-host": "evil.example", "x-original-url": "/v1/projects", "x-rewrite-url": "/v1/projects", "x-forwarded-proto": "evil", forwarded: "host=evil.example", "x-http-method-override": "DELETE" };
    for (const where of [`/m1/${project}-0-default/a`, "/v1/versions", "/v1/projects", "/"]) {
      const response = await edgemock.fetch(where, { headers: { apidogToken: MOCK_TOKEN, ...evil } });
      const plain = await edgemock.fetch(where, { headers: { apidogToken: MOCK_TOKEN } });
      assert.equal(response.status, plain.status, where);
      const text = await response.text();
      assert.ok(!text.includes("evil") && ![...response.headers.values()].some((value) => value.includes("evil")), where);
    }
  });
});

describe("the management API", () => {
  test("takes no credential that a browser adds by itself, so that no other page can use it", async () => {
    const change = JSON.stringify({ name: "Forged" });
    const forged = [
      { method: "POST", body: change, headers: { cookie: `token=${edgemock.adminToken}; Authorization=Bearer ${edgemock.adminToken}`, "content-type": "text/plain", origin: "https://evil.example" } },
      { method: "POST", body: change, headers: { authorization: `Basic ${btoa(`admin:${edgemock.adminToken}`)}`, origin: "https://evil.example" } },
      { method: "POST", body: new URLSearchParams({ token: edgemock.adminToken, name: "Forged" }), headers: { origin: "null" } },
    ];
    for (const options of forged) assert.equal((await edgemock.fetch("/v1/projects", options)).status, 401);
    assert.equal((await edgemock.fetch(`/v1/projects?token=${edgemock.adminToken}&access_token=${edgemock.adminToken}`, { method: "POST", body: change })).status, 401);
    assert.ok(!JSON.stringify((await edgemock.manage("GET", "/v1/projects")).body).includes("Forged"));
  });

  test("is read by no other origin and framed by nobody", async () => {
    for (const where of ["/v1/versions", "/v1/projects", "/v1/nothing", `/v1/projects/${project}/export-openapi`]) {
      for (const method of ["GET", "POST", "OPTIONS"]) {
        const response = await edgemock.fetch(where, { method, headers: { origin: "https://evil.example", authorization: `Bearer ${edgemock.adminToken}`, "access-control-request-method": "POST", "access-control-request-headers": "authorization" } });
        for (const name of ["allow-origin", "allow-credentials", "allow-headers", "allow-methods"]) assert.equal(response.headers.get(`access-control-${name}`), null, `${method} ${where}`);
        assert.equal(response.headers.get("x-content-type-options"), "nosniff");
        assert.equal(response.headers.get("referrer-policy"), "no-referrer", where);
        assert.match(response.headers.get("content-security-policy"), /default-src 'none'; frame-ancestors 'none'/, where);
        assert.equal(response.headers.get("cross-origin-resource-policy"), "same-origin", where);
      }
    }
  });
});

describe("secrets", () => {
  test("hashes are compared in constant time: there is no other comparison", () => {
    const source = readFileSync(inProject("src/auth/mock_token.rs"), "utf8");
    const [, derived] = /#\[derive\(([^)]*)\)\]\npub struct TokenHash/.exec(source);
    assert.doesNotMatch(derived, /PartialEq|Hash|Ord/);
    assert.match(source, /impl PartialEq for TokenHash \{\s*fn eq\(&self, other: &Self\) -> bool \{\s*self\.0\.ct_eq\(&other\.0\)\.into\(\)/);
  });

  test("are in no answer, whatever fails", async () => {
    const access = (await edgemock.manage("POST", "/v1/access-tokens", { name: "Secret", validity: 7 })).body.data.token;
    const secrets = [MOCK_TOKEN, access.slice(8), edgemock.adminToken];
    const told = [];
    const take = async (response) => told.push([...response.headers].flat().join("\n"), await response.text());
    for (const path of ["/a", "/nothing", "/a?__code=418", "/a?__code=x", "/a?__mock=7", "/%zz"]) {
      for (const token of [MOCK_TOKEN, `${MOCK_TOKEN}x`]) {
        await take(await edgemock.fetch(`/m1/${project}-0-default${path}${path.includes("?") ? "&" : "?"}apidogToken=${token}`, { headers: { "x-edgemock-owner": access } }));
        await take(await edgemock.fetch(`/m1/${project}-0-default${path}`, { method: "POST", body: new URLSearchParams({ apidogToken: token }) }));
        await take(await edgemock.fetch(`/m1/${project}-0-default${path}`, { method: "PUT", headers: { apifoxToken: token } }));
      }
    }
    for (const token of [access, edgemock.adminToken, `${access}x`]) {
      for (const where of ["/v1/projects", "/v1/nothing", `/v1/projects/404404?x=${token}`]) {
        await take(await edgemock.fetch(where, { headers: { authorization: `Bearer ${token}` } }));
      }
    }
    const all = told.join("\n");
    for (const secret of secrets) assert.ok(!all.includes(secret), secret.slice(0, 5));
  });

  test("are not in the log, whose lines are JSON, one for each thing that failed", async () => {
    const access = (await edgemock.manage("POST", "/v1/access-tokens", { name: "Logged", validity: 7 })).body.data.token;
    await edgemock.kvFaults({ failReads: true, failWrites: true });
    // One that this isolate has not heard of yet, and the one that it holds.
    for (const path of [`/m1/404405-0-default/a`, `/m1/${project}-0-default/a`]) {
      await edgemock.fetch(`${path}?apidogToken=${MOCK_TOKEN}`, { headers: { "x-edgemock-owner": access, apidogToken: MOCK_TOKEN } });
    }
    await edgemock.manage("PATCH", `/v1/projects/${project}/mock-settings`, { locale: "de" }, { token: access });
    await edgemock.manage("POST", `/v1/projects/${project}/import-openapi`, { input: { url: "https://gone.example/x?key=query-secret-0123456789", basicAuth: { username: "ada", password: PASSWORD } } }, { token: access });
    const late = await slowImport;
    await edgemock.kvFaults({ failReads: false, failWrites: false });
    assert.equal(late.status, 422);
    assert.match(late.body.errorMessage, /slow\.example took too long/);
    assert.ok(hang && !late.body.errorMessage.includes("query-secret"));
    const messages = lines.map(({ message }) => message);
    const failed = messages.filter((message) => message.includes('"level":"error"')).map((message) => JSON.parse(message));
    const whats = new Set(failed.map(({ what }) => what));
    for (const what of ["reading a pointer", "publishing, to be tried again", "fetching a document"]) assert.ok(whats.has(what), `${what}: ${[...whats]}`);
    assert.ok(failed.some(({ what, project: about }) => what.startsWith("publishing") && about === project));
    for (const message of messages) assert.ok(!message.includes("\n"), message);
    const text = messages.join("\n");
    for (const secret of [MOCK_TOKEN, PASSWORD, "query-secret", access.slice(8), edgemock.adminToken]) assert.ok(!text.includes(secret), secret.slice(0, 5));
  });
});

describe("revoked tokens", () => {
  test("of a mock open nothing again, even where what is published since cannot be read", async () => {
    const other = await edgemock.project({ document: versioned("r"), settings: { cloudMock: true, access: "token", token: "the-old-token" } });
    const call = (token) => edgemock.fetch(`/m1/${other}-0-default/version`, { headers: { apidogToken: token } });
    assert.equal((await call("the-old-token")).status, 200);
    await edgemock.manage("PATCH", `/v1/projects/${other}/mock-settings`, { token: "the-new-token" });
    assert.equal((await call("the-old-token")).status, 403);
    await edgemock.kvFaults({ lose: "pack:" });
    try {
      assert.equal((await call("the-old-token")).status, 403);
      await edgemock.fetch("/__test/crash", { method: "POST" });
      assert.equal((await call("the-old-token")).status, 403);
    } finally {
      await edgemock.kvFaults({ lose: "" });
    }
    // An older release comes back with its content, and without its token.
    const releases = (await edgemock.manage("GET", `/v1/projects/${other}/releases`)).body.data;
    const oldest = (releases.releases ?? releases).at(-1).id;
    await edgemock.manage("POST", `/v1/projects/${other}/releases/${oldest}/roll-back`);
    assert.equal((await call("the-old-token")).status, 403);
  });
});
