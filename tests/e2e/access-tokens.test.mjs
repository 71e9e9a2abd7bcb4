// Access tokens, their rights, the audit list, and projects that come and go.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { after, before, describe, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { versioned } from "./documents.mjs";
import { startEdgemock } from "./harness.mjs";

const SETTINGS = (project) => `/v1/projects/${project}/mock-settings`;
const IMPORT = (project) => `/v1/projects/${project}/import-openapi`;
const TOKEN = /^emk_[0-9A-Za-z]{39}$/;
const DAY = 24 * 60 * 60 * 1000;

let edgemock;
before(async () => {
  edgemock = await startEdgemock();
});
after(() => edgemock?.stop());

/** A request from an address of its own, so that failures of one test do not lock out another. */
let addresses = 0;
const elsewhere = () => ({ headers: { "cf-connecting-ip": `198.51.100.${(addresses += 1)}` } });
const as = (token, method, where, body) => edgemock.manage(method, where, body, { token, ...elsewhere() });
const admin = (method, where, body) => edgemock.manage(method, where, body);

function assertRefused({ status, body }, code, ...parts) {
  assert.equal(body?.errorCode, code, JSON.stringify(body));
  assert.equal(String(status), code.slice(0, 3));
  assert.equal(body.success, false);
  for (const part of parts) assert.ok(body.errorMessage.includes(part), `${part}: ${body.errorMessage}`);
}

async function create(fields) {
  const made = await admin("POST", "/v1/access-tokens", { name: "Test", validity: 7, ...fields });
  assert.equal(made.status, 201, JSON.stringify(made.body));
  return made.body.data;
}

/** Waits for the outcome of a change of a project: it is reported behind the answer. */
async function newest(where, accept) {
  for (let attempt = 0; ; attempt += 1) {
    const entries = (await admin("GET", where)).body.data.entries;
    if (accept(entries)) return entries;
    assert.ok(attempt < 50, JSON.stringify(entries.slice(0, 3)));
    await sleep(100);
  }
}

describe("a token", () => {
  test("is shown once, and works", async () => {
    const before = Date.now();
    const made = await create({ name: "CI", validity: 30 });
    assert.match(made.token, TOKEN);
    assert.equal(made.prefix, made.token.slice(0, 8));
    const expires = Date.parse(made.expiresAt);
    assert.ok(expires >= before + 30 * DAY && expires <= Date.now() + 30 * DAY, made.expiresAt);
    const { token, ...shown } = made;
    assert.deepEqual(shown, { id: made.id, name: "CI", prefix: made.prefix, createdAt: made.createdAt, expiresAt: made.expiresAt, lastUsedAt: null, readOnly: false, projects: null, fullRights: true });

    assert.equal((await as(token, "GET", "/v1/projects")).status, 200);
    const { status, body } = await admin("GET", "/v1/access-tokens");
    assert.equal(status, 200);
    assert.ok(!JSON.stringify(body).includes(token.slice(8)));
    assert.ok(!JSON.stringify(body).includes(createHash("sha256").update(token).digest("hex")));
    const listed = body.data.find(({ id }) => id === made.id);
    const { lastUsedAt, ...rest } = listed;
    assert.ok(Date.parse(lastUsedAt) >= before, lastUsedAt);
    assert.deepEqual({ ...rest, lastUsedAt: null }, shown);
    assert.deepEqual((await admin("GET", `/v1/access-tokens/${made.id}`)).body.data, listed);
    assert.deepEqual((await as(token, "GET", "/v1/me")).body.data, listed);
    await edgemock.restart();
    assert.equal((await as(token, "GET", "/v1/projects")).status, 200);
  });

  test("the admin token is one too", async () => {
    const me = (await admin("GET", "/v1/me")).body.data;
    assert.deepEqual([me.id, me.name, me.fullRights, me.expiresAt], [null, "ADMIN_TOKEN", true, null]);
  });

  test("keeps working when its name or date changes", async () => {
    const { id, token } = await create({ validity: "unlimited" });
    const renamed = (await admin("PATCH", `/v1/access-tokens/${id}`, { name: "Renamed" })).body.data;
    assert.deepEqual([renamed.name, renamed.expiresAt], ["Renamed", null]);
    const dated = (await admin("PATCH", `/v1/access-tokens/${id}`, { expiresAt: "2999-12-31" })).body.data;
    assert.deepEqual([dated.name, dated.expiresAt, dated.token], ["Renamed", "3000-01-01T00:00:00.000Z", undefined]);
    assert.equal((await as(token, "GET", "/v1/projects")).status, 200);
  });

  test("expires, and a new date brings it back", async () => {
    const { id, token } = await create({ validity: undefined, expiresAt: new Date(Date.now() + 1500).toISOString() });
    assert.equal((await as(token, "GET", "/v1/projects")).status, 200);
    await sleep(1600);
    assertRefused(await as(token, "GET", "/v1/projects"), "401002", "expired");
    await admin("PATCH", `/v1/access-tokens/${id}`, { validity: 7 });
    assert.equal((await as(token, "GET", "/v1/projects")).status, 200);
  });

  test("is revoked at once", async () => {
    const project = await edgemock.project({ document: versioned("r") });
    const { id, token } = await create();
    assert.equal((await as(token, "PATCH", SETTINGS(project), { locale: "de" })).status, 200);
    assert.equal((await admin("DELETE", `/v1/access-tokens/${id}`)).status, 200);
    for (const [method, where, body] of [["GET", "/v1/projects"], ["GET", SETTINGS(project)], ["PATCH", SETTINGS(project), { locale: "fr" }], ["GET", "/v1/nothing"]]) {
      assertRefused(await as(token, method, where, body), "401001", "revoked");
    }
    assert.equal((await admin("GET", SETTINGS(project))).body.data.locale, "de");
    assertRefused(await admin("DELETE", `/v1/access-tokens/${id}`), "404011");
    assertRefused(await admin("PATCH", `/v1/access-tokens/${id}`, { name: "x" }), "404011");
    // Ids are not given out again: the audit list has them.
    assert.ok((await create()).id > id);
  });

  test("two made at once are two", async () => {
    const [one, other] = await Promise.all([create({ name: "Twin" }), create({ name: "Twin" })]);
    assert.notEqual(one.id, other.id);
    assert.notEqual(one.token, other.token);
    for (const { token } of [one, other]) assert.equal((await as(token, "GET", "/v1/me")).status, 200);
  });

  test("wrong fields are named", async () => {
    const cases = [
      [{ name: "x" }, "/validity"],
      [{ name: "x", validity: 8 }, "/validity"],
      [{ name: "x", expiresAt: "2020-01-01" }, "/expiresAt"],
      [{ name: "x", validity: 7, expiresAt: "2999-01-01" }, "/expiresAt"],
      [{ validity: 7 }, "/name"],
      [{ name: "ADMIN_TOKEN", validity: 7 }, "/name"],
      [{ name: "x", validity: 7, projects: [404404] }, "/projects/0"],
      [{ name: "x", validity: 7, rights: "all" }, "/rights"],
    ];
    for (const [body, pointer] of cases) assertRefused(await admin("POST", "/v1/access-tokens", body), "422001", pointer);
    assertRefused(await admin("GET", "/v1/access-tokens/0"), "422001");
    assertRefused(await admin("POST", "/v1/access-tokens", { name: "x".repeat(70_000) }), "413001");
  });
});

describe("rights", () => {
  test("a read-only token changes nothing", async () => {
    const project = await edgemock.project({ document: versioned("ro") });
    const { id, token } = await create({ readOnly: true });
    for (const where of ["/v1/projects", SETTINGS(project), `/v1/projects/${project}/endpoints`, "/v1/audit", "/v1/me"]) {
      assert.equal((await as(token, "GET", where)).status, 200, where);
    }
    for (const [method, where, body] of [
      ["POST", "/v1/projects", { name: "No" }],
      ["PATCH", SETTINGS(project), { cloudMock: false }],
      ["POST", IMPORT(project), { input: versioned("no") }],
      ["PATCH", `/v1/projects/${project}`, { name: "No" }],
      ["DELETE", `/v1/projects/${project}`],
      ["POST", `/v1/projects/${project}/restore`],
      ["GET", "/v1/access-tokens"],
      ["POST", "/v1/access-tokens", { name: "More", validity: 7 }],
      ["PATCH", `/v1/access-tokens/${id}`, { readOnly: false }],
      ["DELETE", `/v1/access-tokens/${id}`],
    ]) {
      assertRefused(await as(token, method, where, body), "403012", "/v1/me");
    }
    assert.equal((await admin("GET", SETTINGS(project))).body.data.cloudMock, true);
    // What it may is not part of the token: it can be changed.
    await admin("PATCH", `/v1/access-tokens/${id}`, { readOnly: false });
    assert.equal((await as(token, "PATCH", SETTINGS(project), { locale: "de" })).status, 200);
  });

  test("a limited token sees its projects alone", async () => {
    const [own, other] = [await edgemock.project({ document: versioned("own") }), await edgemock.project()];
    const { id, token } = await create({ projects: [own] });
    assert.deepEqual((await as(token, "GET", "/v1/projects")).body.data.map(({ id }) => id), [own]);
    assert.equal((await as(token, "PATCH", SETTINGS(own), { locale: "de" })).status, 200);
    assert.equal((await as(token, "POST", IMPORT(own), { input: versioned("own 2") })).status, 200);
    assert.equal((await as(token, "PATCH", `/v1/projects/${own}`, { name: "Own" })).status, 200);
    const unknown = (await as(token, "GET", SETTINGS(404404))).body.errorMessage;
    for (const [method, where, body] of [
      ["GET", `/v1/projects/${other}`],
      ["GET", SETTINGS(other)],
      ["PATCH", SETTINGS(other), { cloudMock: false }],
      ["DELETE", `/v1/projects/${other}`],
      ["GET", `/v1/audit?project=${other}`],
    ]) {
      const refused = await as(token, method, where, body);
      assertRefused(refused, "404002");
      assert.equal(refused.body.errorMessage, unknown.replace("404404", other));
    }
    for (const [method, where, body] of [
      ["POST", "/v1/projects", { name: "No" }],
      ["DELETE", `/v1/projects/${own}`],
      ["POST", "/v1/access-tokens", { name: "More", validity: 7 }],
      ["PATCH", `/v1/access-tokens/${id}`, { projects: null }],
    ]) {
      assertRefused(await as(token, method, where, body), "403012");
    }
    const seen = (await as(token, "GET", "/v1/audit")).body.data.entries;
    assert.ok(seen.length > 0);
    for (const { project } of seen) assert.equal(project, own);
  });
});

describe("getting in", () => {
  test("typos and foreign tokens are told without a look-up", async () => {
    const { token } = await create();
    assertRefused(await as(`${token.slice(0, -1)}${token.endsWith("0") ? "1" : "0"}`, "GET", "/v1/projects"), "401001", "mistyped");
    assertRefused(await as(token.slice(0, 30), "GET", "/v1/projects"), "401001", "mistyped");
    assertRefused(await as("APS-0123456789abcdef0123456789abcdef", "GET", "/v1/projects"), "401001", "Apidog");
    assertRefused(await as("wrong", "GET", "/v1/projects"), "401001", "not valid");
  });

  test("failed attempts are limited for each address; valid tokens are not", async () => {
    const { token } = await create();
    const from = (token, address, where = "/v1/projects") => edgemock.manage("GET", where, undefined, { token, headers: { "cf-connecting-ip": address } });
    const attacker = "2001:db8:1:2::1";
    assert.equal((await from(token, attacker)).status, 200);
    let limited;
    for (let attempt = 0; attempt <= 25 && limited?.status !== 429; attempt += 1) limited = await from(`guess-${attempt}`, attacker);
    assertRefused(limited, "429001", "seconds");
    const wait = Number(limited.headers.get("retry-after"));
    assert.ok(wait >= 1 && wait <= 60, String(wait));
    // The rest of its network is locked too; tokens seen before and the admin token are not, nor are other addresses.
    assertRefused(await from("another guess", "2001:db8:1:2::2"), "429001");
    assertRefused(await from((await create()).token, attacker), "429001");
    assert.equal((await from(token, attacker)).status, 200);
    assert.equal((await from(edgemock.adminToken, attacker)).status, 200);
    assertRefused(await from("a guess", "2001:db8:1:3::1"), "401001");
    // None is no attempt.
    assertRefused(await from(null, attacker), "401001");
    // What an isolate has counted ends with it; the location goes on counting.
    await edgemock.fetch("/__test/crash", { method: "POST" });
    assertRefused(await from("the next guess", attacker), "429001");
    assertRefused(await from("a guess", "2001:db8:1:3::1"), "401001");
  });

  test("a short admin token waits like a guess", async () => {
    const short = await startEdgemock({ vars: { ADMIN_TOKEN: "s3cret" } });
    try {
      const get = (token) => short.manage("GET", "/v1/projects", undefined, { token });
      assert.equal((await get("s3cret")).status, 200);
      let status;
      for (let attempt = 0; attempt <= 25 && status !== 429; attempt += 1) ({ status } = await get(`guess-${attempt}`));
      assert.equal(status, 429);
      assertRefused(await get("s3cret"), "429001");
    } finally {
      await short.stop();
    }
  });

  test("without an admin token access tokens do not work either", async () => {
    const closed = await startEdgemock({ vars: { ADMIN_TOKEN: "" } });
    try {
      const { token } = await create();
      assertRefused(await closed.manage("GET", "/v1/me", undefined, { token }), "503001", "wrangler secret put ADMIN_TOKEN");
    } finally {
      await closed.stop();
    }
  });

  test("a version of the API that there is not is refused before anything else", async () => {
    for (const name of ["X-Apidog-Api-Version", "X-Apifox-Api-Version"]) {
      const get = (version, token) => edgemock.manage("GET", "/v1/projects", undefined, { headers: { [name]: version }, ...(token !== undefined && { token }) });
      assert.equal((await get("2024-03-28")).status, 200);
      assertRefused(await get("2023-06-01"), "400001", "2023-06-01", "2024-03-28");
      assertRefused(await get("2023-06-01", null), "400001");
    }
  });

  test("inner routes and headers are out of reach", async () => {
    const project = await edgemock.project({ document: versioned("in") });
    const headers = { "x-edgemock-credential": "admin", "x-edgemock-project": String(project) };
    for (const where of ["/close", "/purge", "/republish", "/audit/1/200", "/v1/../purge", "/v1/%2e%2e/purge"]) {
      assert.equal((await edgemock.fetch(where, { method: "POST", headers })).status, 404, where);
    }
    for (const where of ["/v1/purge", "/v1/projects/%2e%2e/audit/1/200", "/v1//purge"]) {
      assert.ok([401, 404].includes((await edgemock.fetch(where, { method: "POST", headers })).status), where);
    }
    assertRefused(await edgemock.manage("GET", "/v1/me", undefined, { token: null, headers }), "401001");
    assert.equal((await edgemock.fetch(`/m1/${project}-0-default/version`)).status, 200);
  });
});

describe("the audit list", () => {
  test("tells who changed what, and never a token", async () => {
    const project = await edgemock.project({ document: versioned("audit") });
    const { id, token } = await create({ name: "Auditee" });
    await as(token, "PATCH", SETTINGS(project), { access: "token", token: "very-secret-token" });
    await as(token, "PATCH", `/v1/projects/${project}`, { name: "Audited" });
    await as(token, "PATCH", SETTINGS(project), { locale: "klingon" });
    await as(token, "PATCH", "/v1/projects/404404", { name: "x" });
    await as(token, "GET", SETTINGS(project));
    const own = (entries) => entries.filter(({ token }) => token?.id === id);
    const entries = await newest(`/v1/audit?project=${project}`, (entries) => own(entries).length === 2 && own(entries).every(({ outcome }) => outcome === "done"));
    const [renamed, changed] = own(entries);
    assert.deepEqual(
      [renamed, changed].map(({ token, action, project, name }) => ({ token, action, project, name })),
      [
        { token: { id, name: "Auditee" }, action: "renameProject", project, name: "Audited" },
        { token: { id, name: "Auditee" }, action: "changeSettings", project, name: null },
      ],
    );
    assert.ok(Math.abs(Date.parse(renamed.at) - Date.now()) < 60_000, renamed.at);
    const imported = entries.find(({ action }) => action === "import");
    assert.deepEqual(imported.token, { id: null, name: "ADMIN_TOKEN" });
    await admin("DELETE", `/v1/access-tokens/${id}`);
    const all = (await admin("GET", "/v1/audit?limit=500")).body.data.entries;
    assert.deepEqual([all[0].action, all[0].item, all[0].name], ["deleteToken", id, "Auditee"]);
    assert.ok(all.some(({ action, item, name }) => action === "createToken" && item === id && name === "Auditee"));
    const text = JSON.stringify(all);
    for (const secret of [token, token.slice(8), edgemock.adminToken, "very-secret-token"]) assert.ok(!text.includes(secret));
  });

  test("names what was changed, also after it is gone", async () => {
    const project = await edgemock.project({ document: versioned("names"), name: "Named" });
    const at = `/v1/projects/${project}`;
    const { id, token } = await create({ name: "Namer" });
    const run = async (method, where, body) => {
      const answer = await as(token, method, at + where, body);
      assert.ok(answer.status < 300, `${method} ${where}: ${JSON.stringify(answer.body)}`);
      return answer.body.data;
    };
    const endpoint = (await run("POST", "/endpoints", { method: "POST", path: "/猫/{id}" })).id;
    const mock = (await run("POST", `/endpoints/${endpoint}/custom-mocks`, { name: "Sold out & “gone”", response: {} })).id;
    await run("PATCH", `/endpoints/${endpoint}/custom-mocks/${mock}`, { enabled: false });
    const { responses } = await run("POST", `/endpoints/${endpoint}/responses`, { key: "404", response: { description: "None" } });
    const response = responses.find(({ key }) => key === "404").id;
    await run("DELETE", `/endpoints/${endpoint}/responses/${response}`);
    await run("PUT", "/schemas/Pet", { type: "object" });
    await run("PATCH", `/endpoints/${endpoint}`, { path: "/dogs/{id}" });
    await run("DELETE", `/endpoints/${endpoint}`);
    await as(token, "PATCH", `${at}/endpoints/${endpoint}`, { path: "/none" });
    await run("PATCH", "", { name: "Renamed" });
    await run("PATCH", "/mock-settings", {});
    const own = (entries) => entries.filter(({ token }) => token?.id === id);
    const entries = own(await newest(`/v1/audit?project=${project}`, (entries) => own(entries).length === 10 && own(entries).every(({ outcome }) => outcome === "done")));
    assert.deepEqual(
      entries.reverse().map(({ action, projectName, endpoint, endpointName, item, name }) => [action, projectName, endpoint, endpointName, item, name]),
      [
        ["createEndpoint", "Named", endpoint, "POST /猫/{id}", null, null],
        ["createCustomMock", "Named", endpoint, "POST /猫/{id}", mock, "Sold out & “gone”"],
        ["changeCustomMock", "Named", endpoint, "POST /猫/{id}", mock, "Sold out & “gone”"],
        ["createResponse", "Named", endpoint, "POST /猫/{id}", response, "404"],
        ["deleteResponse", "Named", endpoint, "POST /猫/{id}", response, "404"],
        ["replaceSchema", "Named", null, null, null, "Pet"],
        ["changeEndpoint", "Named", endpoint, "POST /猫/{id}", null, null],
        ["deleteEndpoint", "Named", endpoint, "POST /dogs/{id}", null, null],
        ["renameProject", "Renamed", null, null, null, "Renamed"],
        ["changeSettings", "Renamed", null, null, null, null],
      ],
    );
    assert.equal((await edgemock.manage("PATCH", at, { name: "Bare" })).headers.get("x-edgemock-subject"), null);
  });

  test("is read page by page", async () => {
    for (let n = 0; n < 5; n += 1) await create({ name: `Page ${n}` });
    const whole = (await admin("GET", "/v1/audit?limit=7")).body.data.entries;
    const paged = [];
    let before = "";
    for (let page = 0; page < 4; page += 1) {
      const { entries, next } = (await admin("GET", `/v1/audit?limit=2${before}`)).body.data;
      assert.equal(entries.length, 2);
      paged.push(...entries);
      before = `&before=${next}`;
    }
    assert.deepEqual(paged.slice(0, 7), whole);
    assert.deepEqual((await admin("GET", "/v1/audit?before=1")).body.data, { entries: [], next: null });
    assertRefused(await admin("GET", "/v1/audit?limit=0"), "422001", "/limit");
    assertRefused(await admin("GET", "/v1/audit?projekt=7"), "422001", "/projekt");
  });
});

describe("projects", () => {
  const mock = async (project, instance = edgemock) => {
    const response = await instance.fetch(`/m1/${project}-0-default/version`);
    return [response.status, (await response.text()).replaceAll(String(project), "{id}")];
  };

  test("are renamed", async () => {
    const project = await edgemock.project({ name: "Before" });
    const renamed = (await admin("PATCH", `/v1/projects/${project}`, { name: " After " })).body.data;
    assert.deepEqual([renamed.id, renamed.name], [project, "After"]);
    assert.equal((await admin("GET", `/v1/projects/${project}`)).body.data.name, "After");
    assertRefused(await admin("PATCH", `/v1/projects/${project}`, { name: "" }), "422001", "/name");
    assertRefused(await admin("PATCH", `/v1/projects/${project}`, { id: 5 }), "422001", "/id");
    assertRefused(await admin("PATCH", "/v1/projects/404404", { name: "x" }), "404002");
  });

  test("are deleted and restored", async () => {
    const project = await edgemock.project({ document: versioned("kept") });
    assert.equal((await mock(project))[0], 200);
    const deleted = await admin("DELETE", `/v1/projects/${project}`);
    assert.equal(deleted.status, 200);
    assert.equal(Date.parse(deleted.body.data.restorableUntil) - Date.parse(deleted.body.data.deletedAt), 7 * DAY);
    const unknown = await mock(404404);
    assert.deepEqual(await mock(project), unknown);
    for (const [method, where, body] of [
      ["GET", `/v1/projects/${project}`],
      ["GET", SETTINGS(project)],
      ["POST", IMPORT(project), { input: versioned("no") }],
      ["DELETE", `/v1/projects/${project}`],
    ]) {
      assertRefused(await admin(method, where, body), "404010", "restore");
    }
    assertRefused(await admin("POST", "/v1/projects", { id: project, name: "Again" }), "409002", "restore");
    const listed = async (query) => (await admin("GET", `/v1/projects${query}`)).body.data.find(({ id }) => id === project);
    assert.equal(await listed(""), undefined);
    assert.equal((await listed("?deleted=true")).restorableUntil, deleted.body.data.restorableUntil);
    await edgemock.restart();
    assert.deepEqual(await mock(project), unknown);

    assert.equal((await admin("POST", `/v1/projects/${project}/restore`)).status, 200);
    assert.deepEqual(await mock(project), [200, '{"version":"kept"}']);
    assert.equal((await listed("")).id, project);
    assertRefused(await admin("POST", `/v1/projects/${project}/restore`), "409003");
    assertRefused(await admin("POST", "/v1/projects/404404/restore"), "404002");
    const actions = (await admin("GET", `/v1/audit?project=${project}`)).body.data.entries.map(({ action }) => action);
    assert.deepEqual(actions.slice(0, 2), ["restoreProject", "deleteProject"]);
  });

  test("are closed although KV takes no writes, when it does again", async () => {
    const project = await edgemock.project({ document: versioned("closed") });
    await edgemock.kvFaults({ failWrites: true });
    try {
      assert.equal((await admin("DELETE", `/v1/projects/${project}`)).status, 200);
      assertRefused(await admin("GET", `/v1/projects/${project}`), "404010");
    } finally {
      await edgemock.kvFaults({ failWrites: false });
    }
    const unknown = await mock(404404);
    await edgemock.eventually(`/m1/${project}-0-default/version`, ({ status }) => status === unknown[0], { withinMs: 40_000 });
    const namespace = await edgemock.miniflare.getKVNamespace("MOCKS");
    assert.equal(await namespace.get(`project:${project}`), null);
  });

  test("are gone after the time of grace, and their ids are free", async () => {
    const brief = await startEdgemock({ vars: { GRACE_SECONDS: "2" } });
    try {
      const project = await brief.project({ document: versioned("gone") });
      const other = await brief.project({ document: versioned("stays") });
      const made = await brief.manage("POST", "/v1/access-tokens", { name: "Limited", validity: 7, projects: [project, other] });
      const namespace = await brief.miniflare.getKVNamespace("MOCKS");
      const keys = async () => (await namespace.list()).keys.map(({ name }) => name).filter((name) => name.split(":")[1] === String(project));
      assert.ok((await keys()).length >= 3);
      await brief.manage("DELETE", `/v1/projects/${project}`);
      const until = Date.now() + 20_000;
      let read;
      do {
        await sleep(250);
        read = await brief.manage("GET", `/v1/projects/${project}`);
      } while (read.body.errorCode !== "404002" && Date.now() < until);
      assertRefused(read, "404002");
      assert.deepEqual(await keys(), []);
      assertRefused(await brief.manage("POST", `/v1/projects/${project}/restore`), "404002");
      assert.equal((await brief.manage("GET", "/v1/projects?deleted=true")).body.data.length, 0);
      const [entry] = (await brief.manage("GET", `/v1/audit?project=${project}`)).body.data.entries;
      assert.deepEqual([entry.action, entry.token], ["purgeProject", null]);

      // A new project with the old id is another project: nothing of the old one is there, nor has an old token a right to it.
      assert.equal((await brief.manage("POST", "/v1/projects", { id: project, name: "New" })).status, 200);
      assert.deepEqual((await brief.manage("GET", `/v1/projects/${project}/endpoints`)).body.data, []);
      assert.equal((await brief.manage("GET", SETTINGS(project))).body.data.cloudMock, false);
      assertRefused(await brief.manage("GET", SETTINGS(project), undefined, { token: made.body.data.token }), "404002");
      assert.equal((await brief.manage("GET", SETTINGS(other), undefined, { token: made.body.data.token })).status, 200);
      assert.equal((await brief.fetch(`/m1/${other}-0-default/version`)).status, 200);
    } finally {
      await brief.stop();
    }
  });
});
