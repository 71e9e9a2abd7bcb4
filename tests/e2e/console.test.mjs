// The console in a real Chromium: signing in and out, projects, imports, settings, releases, access tokens, the audit list.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { expectNoFaults, startConsole, visit } from "./browser.mjs";
import { FAULTY } from "./console-pages.mjs";
import { petstore } from "./harness.mjs";

let front;
before(async () => {
  front = await startConsole();
});
after(() => front?.stop());

const heading = (page, name) => page.getByRole("heading", { level: 1, name, exact: true });
const dialog = (page) => page.getByRole("dialog");
const button = (page, name) => page.getByRole("button", { name, exact: true });
const clipboard = (page) => page.evaluate(() => navigator.clipboard.readText());

/** An access token made for a test, with what the API says of it. */
async function accessToken(fields) {
  const { status, body } = await front.edgemock.manage("POST", "/v1/access-tokens", { name: "Test", validity: 7, ...fields });
  assert.equal(status, 201, JSON.stringify(body));
  return body.data;
}

async function signIn(page, token) {
  await page.getByLabel("Access token").fill(token);
  await page.keyboard.press("Enter");
}

test("signing in: refusals say why, the token stays in the tab and is forgotten by signing out", async () => {
  const page = await front.open("#/audit");
  await heading(page, "Sign in to edgemock").waitFor();
  await page.keyboard.press("Tab");
  await button(page, "Sign in").click();
  await page.getByText("Enter an access token.").waitFor();
  await signIn(page, "nonsense");
  await page.getByText("The token is not valid. Send an access token").waitFor();
  await signIn(page, "emk_0123456789012345678901234567890123456789");
  await page.getByText(/The access token is not valid|The token is not valid/).waitFor();
  await signIn(page, "tökén");
  await page.getByText("An access token has only letters, digits and signs.").waitFor();
  assert.equal(await page.evaluate(() => sessionStorage.length), 0);

  // Where one wanted to go is where one lands.
  await signIn(page, `  ${front.edgemock.adminToken} `);
  await heading(page, "Audit").waitFor();
  await page.reload();
  await heading(page, "Audit").waitFor();
  assert.equal(await page.evaluate(() => localStorage.length + document.cookie.length), 0);
  const other = await page.context().newPage();
  await other.goto(page.url());
  await heading(other, "Sign in to edgemock").waitFor();

  await button(page, "Sign out").click();
  await heading(page, "Sign in to edgemock").waitFor();
  assert.equal(await page.evaluate(() => sessionStorage.length), 0);
  await page.reload();
  await heading(page, "Sign in to edgemock").waitFor();
  expectNoFaults(page);
});

test("an expired token and a read-only one are told apart from a wrong one", async () => {
  const expired = await accessToken({ name: "Short", validity: undefined, expiresAt: new Date(Date.now() + 1500).toISOString() });
  const reader = await accessToken({ name: "Reader", readOnly: true });
  const project = await front.edgemock.project({ name: "Seen only" });
  await new Promise((resolve) => setTimeout(resolve, 1600));
  const page = await front.open();
  await signIn(page, expired.token);
  await page.getByText(/The access token expired at/).waitFor();
  await signIn(page, reader.token);
  await heading(page, "Projects").waitFor();
  await page.getByText("This token is read-only: you see everything and change nothing.").waitFor();
  await page.getByText("Read-only", { exact: true }).waitFor();
  assert.equal(await button(page, "New project").count(), 0);
  await visit(page, `/projects/${project}/settings`);
  const cloudMock = page.getByRole("switch", { name: "Answer mock requests" });
  await cloudMock.waitFor();
  assert.ok(await cloudMock.isDisabled());
  await visit(page, "/access-tokens");
  await page.getByText("This takes full rights").waitFor();
  await visit(page, `/projects/${project}/import`);
  await page.getByText(/it cannot import/).waitFor();
  expectNoFaults(page);
});

test("projects: created with the faults at their fields, renamed, deleted after one question, restored", async () => {
  const page = await front.signedIn("#/projects");
  await button(page, "New project").click();
  await dialog(page).getByLabel("Name").fill("");
  await button(page, "Create project").click();
  const name = dialog(page).getByLabel("Name");
  await page.getByText("Must be text of 1 to 100 characters on one line.").waitFor();
  assert.equal(await name.getAttribute("aria-invalid"), "true");
  await name.fill("Warehouse");
  await dialog(page).getByLabel("Project id (optional)").fill("x1");
  await button(page, "Create project").click();
  await page.getByText("A project's id has digits only.").waitFor();
  await dialog(page).getByLabel("Project id (optional)").fill("4711");
  await page.keyboard.press("Enter");
  // The next step is open at once.
  await heading(page, "Import").waitFor();
  assert.match(page.url(), /#\/projects\/4711\/import$/);

  await page.getByRole("navigation", { name: "Project" }).getByRole("link", { name: "Settings" }).click();
  await page.getByLabel("Name", { exact: true }).fill("Stock");
  await button(page, "Rename").click();
  await page.getByText("The project has a new name").waitFor();
  await page.locator(".crumbs").getByText("Stock").waitFor();

  await button(page, "Delete project").click();
  await dialog(page).getByText(/stops answering at once/).waitFor();
  await button(page, "Cancel").click();
  await dialog(page).waitFor({ state: "detached" });
  await button(page, "Delete project").click();
  await dialog(page).getByRole("button", { name: "Delete project" }).click();
  await heading(page, "Projects").waitFor();
  const deleted = page.getByRole("row", { name: /Stock/ });
  await deleted.getByRole("button", { name: "Restore" }).click();
  await page.getByText("Stock is back as it was").waitFor();
  await page.getByRole("link", { name: "Stock" }).waitFor();
  expectNoFaults(page);
});

test("importing a pasted document: counters, and each problem leads to its endpoint", async () => {
  const project = await front.edgemock.project({ settings: { cloudMock: false } });
  const page = await front.signedIn(`#/projects/${project}/import`);
  await page.getByRole("tab", { name: "Paste" }).click();
  await button(page, "Import").click();
  await page.getByText("Paste a document first.").waitFor();
  await page.getByLabel("Document", { exact: true }).fill("openapi: 3.1.0\npaths: [");
  await button(page, "Import").click();
  await page.getByText("Nothing was imported").waitFor();
  await page.getByLabel("Document", { exact: true }).fill(FAULTY);
  await button(page, "Import").click();
  await heading(page, "Imported").waitFor();
  await page.locator(".counter", { hasText: "Endpoints" }).getByText("2", { exact: true }).waitFor();

  const link = page.getByRole("link", { name: "GET /orders" });
  const { body } = await front.edgemock.manage("GET", `/v1/projects/${project}/endpoints`);
  const id = (path) => body.data.find((endpoint) => endpoint.path === path).id;
  assert.equal(await link.getAttribute("href"), `#/projects/${project}/endpoints/${id("/orders")}`);
  const user = page.getByRole("link", { name: "GET /customers/{id}" });
  assert.equal(await user.getAttribute("href"), `#/projects/${project}/endpoints/${id("/customers/{id}")}`);

  // The mock is off: the next step is offered here.
  await button(page, "Switch it on").click();
  await page.getByText("The cloud mock is on", { exact: true }).waitFor();
  await front.edgemock.eventually(`/m1/${project}-0-default/orders`, ({ status }) => status === 200);
  expectNoFaults(page);
});

test("importing a file: chosen or dropped, a Postman collection is told as one", async () => {
  const project = await front.edgemock.project();
  const page = await front.signedIn(`#/projects/${project}/import`);
  await page.getByLabel("File to import").setInputFiles({ name: "shop.yaml", mimeType: "text/yaml", buffer: Buffer.from(petstore()) });
  await page.getByText("shop.yaml").waitFor();
  await page.getByText(/OpenAPI · \d+ kB/).waitFor();
  await button(page, "Import").click();
  await heading(page, "Imported").waitFor();
  await button(page, "Import another document").click();

  const collection = JSON.stringify({
    info: { name: "Pets", schema: "https://schema.getpostman.com/json/collection/v2.1.0/collection.json" },
    item: [{ name: "One pet", request: { method: "GET", url: "https://example.com/pets/:id" }, response: [] }],
  });
  await page.evaluate((text) => {
    const data = new DataTransfer();
    data.items.add(new File([text], "pets.postman.json", { type: "application/json" }));
    for (const kind of ["dragover", "drop"]) document.body.dispatchEvent(new DragEvent(kind, { dataTransfer: data, bubbles: true, cancelable: true }));
  }, collection);
  await page.getByText(/Postman collection ·/).waitFor();
  await button(page, "Import").click();
  await heading(page, "Imported").waitFor();
  await page.locator(".counter", { hasText: "Endpoints" }).getByText("1", { exact: true }).waitFor();
  expectNoFaults(page);
});

test("importing from an address that may not be fetched says so at the address", async () => {
  const project = await front.edgemock.project();
  const page = await front.signedIn(`#/projects/${project}/import`);
  await page.getByRole("tab", { name: "URL" }).click();
  await page.getByLabel("Address").fill("http://127.0.0.1/openapi.json");
  await button(page, "Import").click();
  await page.locator(".field-wrong").waitFor();
  assert.equal(await page.getByLabel("Address").getAttribute("aria-invalid"), "true");
  expectNoFaults(page);
});

test("a long import tells how far it is, goes on without its page, and can be stopped", async () => {
  const project = await front.edgemock.project();
  const page = await front.signedIn(`#/projects/${project}/releases`);
  // The server's part, slowed down to be looked at.
  const job = { id: 7, state: "waiting", phase: null, operations: { done: 0, total: 0 } };
  await page.route("**/import-openapi", (route) => {
    assert.equal(route.request().headers()["prefer"], "respond-async");
    return route.fulfill({ status: 202, headers: { location: `/v1/projects/${project}/import-jobs/7` }, json: { success: true, data: job } });
  });
  await page.route("**/import-jobs", (route) => route.fulfill({ json: { success: true, data: [job] } }));
  await page.route("**/import-jobs/7", (route) => route.fulfill({ json: { success: true, data: job } }));
  await page.route("**/import-jobs/7/cancel", (route) => {
    job.state = "cancelled";
    return route.fulfill({ json: { success: true, data: job } });
  });
  job.state = "cancelled";
  await page.getByRole("link", { name: "Import" }).click();
  await page.getByRole("tab", { name: "Paste" }).click();
  await page.getByLabel("Document", { exact: true }).fill("{}");
  job.state = "waiting";
  await button(page, "Import").click();
  await page.getByText("Waiting for an import before it").waitFor();
  Object.assign(job, { state: "running", phase: "compiling", operations: { done: 412, total: 1500 } });
  await page.getByText(": 412 of 1,500").waitFor();
  assert.equal(await page.getByRole("progressbar").getAttribute("value"), "27");

  // Whoever comes back finds it again.
  await page.getByRole("link", { name: "Releases" }).click();
  await heading(page, "Releases").waitFor();
  await page.getByRole("link", { name: "Import" }).click();
  await page.getByText(": 412 of 1,500").waitFor();
  await button(page, "Stop the import").click();
  await page.getByText("The import was stopped; nothing was changed").waitFor();

  await page.getByRole("tab", { name: "Paste" }).click();
  await page.getByLabel("Document", { exact: true }).fill("{}");
  job.state = "waiting";
  await button(page, "Import").click();
  await page.getByRole("progressbar").waitFor();
  Object.assign(job, { state: "failed", error: { status: 422, errorCode: "422004", errorMessage: "the document is empty (at /input)" } });
  await page.getByText("The document is empty.").waitFor();
  expectNoFaults(page);
});

test("mock settings: the switch, the permission and the token take effect at once", async () => {
  const project = await front.edgemock.project({ document: petstore(), settings: { cloudMock: false, access: "public" } });
  const page = await front.signedIn(`#/projects/${project}/settings`);
  const settings = async () => (await front.edgemock.manage("GET", `/v1/projects/${project}/mock-settings`)).body.data;
  await page.getByRole("switch", { name: "Answer mock requests" }).click();
  await page.getByText("The cloud mock is on", { exact: true }).waitFor();
  assert.equal((await settings()).cloudMock, true);
  await page.getByRole("button", { name: "Copy base URL" }).click();
  await page.getByText("Copied").waitFor();
  assert.equal(await clipboard(page), `${front.edgemock.url}/m1/${project}-0-default`);

  await page.getByLabel("Token authentication").click();
  await page.getByText("Mock token", { exact: true }).waitFor();
  const { token } = await settings();
  assert.equal(await page.getByText(token).count(), 0);
  await page.getByRole("button", { name: "Copy mock token" }).click();
  await page.waitForFunction(async (value) => (await navigator.clipboard.readText()) === value, token);
  await page.getByRole("button", { name: "Show mock token" }).click();
  await page.getByText(token).waitFor();

  await button(page, "Rotate token").click();
  await dialog(page).getByText(/are refused from then on/).waitFor();
  await button(page, "Make a new token").click();
  await page.getByText("The mock has a new token").waitFor();
  assert.notEqual((await settings()).token, token);

  await button(page, "Use my own").click();
  await dialog(page).getByLabel("Mock token").fill("short");
  await button(page, "Use this token").click();
  await dialog(page).getByText(/Must be 8 to 128 visible ASCII characters/).waitFor();
  await dialog(page).getByLabel("Mock token").fill("chosen-by-me");
  await button(page, "Use this token").click();
  await dialog(page).waitFor({ state: "detached" });
  assert.equal((await settings()).token, "chosen-by-me");

  await page.getByRole("switch", { name: "Answer mock requests" }).click();
  await dialog(page).getByRole("button", { name: "Cancel" }).click();
  assert.equal((await settings()).cloudMock, true);
  await page.getByRole("switch", { name: "Answer mock requests" }).click();
  await button(page, "Switch off").click();
  await page.getByText("The cloud mock is off", { exact: true }).waitFor();
  assert.equal((await settings()).cloudMock, false);
  expectNoFaults(page);
});

test("mock settings: what is edited is saved as one, with faults at their fields, and never lost by leaving", async () => {
  const project = await front.edgemock.project();
  const page = await front.signedIn(`#/projects/${project}/settings`);
  await page.getByLabel("Examples first").click();
  await page.getByLabel("Locale").selectOption("de");
  await page.getByLabel("Time zone").fill("Mars/Olympus");
  await page.getByRole("switch", { name: "Check requests" }).click();
  await button(page, "Save changes").click();
  await page.getByText(/Must be the IANA name of a time zone/).waitFor();
  await page.getByLabel("Time zone").fill("Europe/Berlin");
  await page.getByLabel("Size of a body, in KiB").fill("5000");
  await button(page, "Save changes").click();
  await page.getByText(/Must be a whole number from 1024 to 4194304/).waitFor();
  await page.getByLabel("Size of a body, in KiB").fill("64");
  await page.getByLabel("Nesting, in levels").fill("5");
  await page.getByRole("switch", { name: "Limit each caller" }).click();
  await page.getByLabel("Requests", { exact: true }).fill("0");
  await button(page, "Save changes").click();
  await page.getByText(/Must be a whole number from 1 to 10000/).waitFor();
  await page.getByLabel("Requests", { exact: true }).fill("30");
  await page.getByRole("switch", { name: "Refuse what is too much" }).click();

  await page.getByRole("link", { name: "Releases" }).click();
  await dialog(page).getByText("What you changed on this page is lost.").waitFor();
  await button(page, "Stay").click();
  assert.match(page.url(), /settings$/);
  await button(page, "Save changes").click();
  await page.getByText("Saved", { exact: true }).waitFor();
  const { body } = await front.edgemock.manage("GET", `/v1/projects/${project}/mock-settings`);
  const { exampleFirst, locale, timeZone, requestValidation, maxBodyBytes, maxBodyDepth } = body.data;
  assert.deepEqual({ exampleFirst, locale, timeZone, requestValidation, maxBodyBytes, maxBodyDepth }, { exampleFirst: true, locale: "de", timeZone: "Europe/Berlin", requestValidation: true, maxBodyBytes: 65536, maxBodyDepth: 5 });
  assert.deepEqual(body.data.rateLimit, { perCaller: { requests: 30, period: 60 }, perProject: null, headers: true, enforce: false });
  // What is saved is shown as it is, and stays when something beside it changes.
  await page.reload();
  const refuse = page.getByRole("switch", { name: "Refuse what is too much" });
  await refuse.waitFor();
  assert.equal(await refuse.isChecked(), false);
  await page.getByRole("switch", { name: "Tell how much is left" }).click();
  await button(page, "Save changes").click();
  await page.getByText("Saved", { exact: true }).waitFor();
  const { body: again } = await front.edgemock.manage("GET", `/v1/projects/${project}/mock-settings`);
  assert.deepEqual(again.data.rateLimit, { ...body.data.rateLimit, headers: false });
  await page.getByRole("link", { name: "Releases" }).click();
  await heading(page, "Releases").waitFor();
  expectNoFaults(page);
});

test("the public page: opened after a question, shut at once", async () => {
  const project = await front.edgemock.project({ document: petstore() });
  const page = await front.signedIn(`#/projects/${project}/settings`);
  const toggle = page.getByRole("switch", { name: "Show the document to everybody" });
  await toggle.click();
  await dialog(page).getByText(/without any token/).waitFor();
  await button(page, "Publish").click();
  await page.getByText("The document is public").waitFor();
  const address = await page.getByRole("link", { name: "Open the page" }).getAttribute("href");
  assert.equal(address, `${front.edgemock.url}/docs/${project}`);
  await front.edgemock.eventually(`/docs/${project}`, ({ status }) => status === 200);
  await toggle.click();
  await page.getByText("The document is private").waitFor();
  expectNoFaults(page);
});

test("two tabs editing: other fields are both kept, the same field asks, and nothing is lost", async () => {
  const project = await front.edgemock.project();
  const [one, two] = [await front.signedIn(`#/projects/${project}/settings`), await front.signedIn(`#/projects/${project}/settings`)];
  const settings = async () => (await front.edgemock.manage("GET", `/v1/projects/${project}/mock-settings`)).body.data;
  for (const page of [one, two]) await page.getByLabel("Locale").waitFor();
  await one.getByLabel("Locale").selectOption("fr");
  await button(one, "Save changes").click();
  await one.getByText("Saved", { exact: true }).waitFor();
  await two.getByLabel("Nesting, in levels").fill("7");
  await button(two, "Save changes").click();
  await two.getByText("Saved", { exact: true }).waitFor();
  assert.deepEqual([(await settings()).locale, (await settings()).maxBodyDepth], ["fr", 7]);

  await one.getByLabel("Nesting, in levels").fill("3");
  await button(one, "Save changes").click();
  await one.getByText("Somebody changed this while you were editing").waitFor();
  await one.getByText(/now 7, yours is 3/).waitFor();
  assert.equal((await settings()).maxBodyDepth, 7);
  assert.equal(await one.getByLabel("Nesting, in levels").inputValue(), "3");
  await button(one, "Save mine").click();
  await one.getByText("Somebody changed this while").waitFor({ state: "detached" });
  assert.equal((await settings()).maxBodyDepth, 3);

  await two.getByLabel("Nesting, in levels").fill("9");
  await button(two, "Save changes").click();
  await button(two, "Take theirs").click();
  await two.waitForFunction(() => [...document.querySelectorAll("input")].some(({ value }) => value === "3"));
  assert.equal((await settings()).maxBodyDepth, 3);
  for (const page of [one, two]) expectNoFaults(page);
});

test("releases: what changed is told, and an earlier one is brought back", async () => {
  const project = await front.edgemock.project({ document: petstore() });
  const extra = { openapi: "3.1.0", paths: { "/extra": { get: { responses: { 200: { description: "" } } } } } };
  await front.edgemock.manage("POST", `/v1/projects/${project}/import-openapi`, { input: extra });
  const page = await front.signedIn(`#/projects/${project}/releases`);
  const first = page.locator(".release", { hasText: "Release 1" });
  await first.getByRole("button", { name: "Release 1", exact: true }).click();
  await first.getByText("Added").waitFor();
  await first.getByRole("link", { name: "/pets", exact: true }).first().waitFor();
  await first.getByRole("button", { name: "Roll back" }).click();
  await dialog(page).getByText(/Settings, tokens and other branches stay as they are now/).waitFor();
  await dialog(page).getByRole("button", { name: "Roll back" }).click();
  await page.getByText(/The project is as it was at release 1/).waitFor();
  const made = page.locator(".release", { hasText: "Release 4" });
  await made.getByText("published").waitFor();
  await made.getByRole("button", { name: "Release 4", exact: true }).click();
  await made.getByText("Removed").waitFor();
  await made.getByText("/extra").waitFor();
  expectNoFaults(page);
});

test("access tokens: shown once, renamed, given another validity, revoked", async () => {
  const page = await front.signedIn("#/access-tokens");
  await button(page, "New access token").click();
  await button(page, "Create token").click();
  await dialog(page).getByText("Must be text of 1 to 100 characters on one line.").waitFor();
  await dialog(page).getByLabel("Name").fill("Build server");
  await dialog(page).getByLabel("Valid for").selectOption("30");
  await button(page, "Create token").click();
  await dialog(page).getByText("Copy it now").waitFor();
  const token = await dialog(page).locator(".secret").textContent();
  await button(page, "Copy token").click();
  await page.waitForFunction(async (value) => (await navigator.clipboard.readText()) === value, token);
  assert.equal((await front.edgemock.manage("GET", "/v1/me", undefined, { token })).body.data.name, "Build server");
  await button(page, "I have it, close").click();
  await page.getByRole("row", { name: /Build server/ }).waitFor();
  assert.equal(await page.getByText(token).count(), 0);

  await button(page, "Change Build server").click();
  await dialog(page).getByLabel("Name").fill("Deploy");
  await dialog(page).getByLabel("Valid for").selectOption("date");
  await button(page, "Save").click();
  await dialog(page).locator(".field-wrong").waitFor();
  await dialog(page).getByLabel("Last day").fill("2090-01-31");
  await button(page, "Save").click();
  const row = page.getByRole("row", { name: /Deploy/ });
  await row.getByText("until 31 Jan 2090").waitFor();

  await button(page, "Revoke Deploy").click();
  await button(page, "Revoke token").click();
  await row.waitFor({ state: "detached" });
  assert.equal((await front.edgemock.manage("GET", "/v1/me", undefined, { token })).status, 401);
  await visit(page, "/audit");
  await page.getByText("Revoked access token · “Deploy”").waitFor();
  expectNoFaults(page);
});

test("an access token that somebody else changed meanwhile: nothing is overwritten before one decides", async () => {
  const { id } = await accessToken({ name: "Shared" });
  const change = (body) => front.edgemock.manage("PATCH", `/v1/access-tokens/${id}`, body);
  const read = async () => (await front.edgemock.manage("GET", `/v1/access-tokens/${id}`)).body.data;
  const page = await front.signedIn("#/access-tokens");
  const opened = page.waitForResponse(`**/v1/access-tokens/${id}`);
  await button(page, "Change Shared").click();
  await opened;
  await change({ readOnly: true });
  await dialog(page).getByLabel("Name").fill("Shared by all");
  await button(page, "Save").click();
  await dialog(page).getByText("Somebody changed this while you were editing").waitFor();
  assert.equal((await read()).name, "Shared");
  await button(page, "Save mine").click();
  await dialog(page).waitFor({ state: "detached" });
  // Only what was changed here was sent.
  const { name, readOnly } = await read();
  assert.deepEqual([name, readOnly], ["Shared by all", true]);
  expectNoFaults(page);
});

test("a token that is revoked meanwhile leads to signing in, with the reason, and back to the page", async () => {
  const { id, token } = await accessToken({ name: "Leaving" });
  const page = await front.open("#/projects", { token });
  await page.getByRole("table", { name: "Projects", exact: true }).waitFor();
  await front.edgemock.manage("DELETE", `/v1/access-tokens/${id}`);
  await page.getByRole("link", { name: "Audit" }).click();
  await heading(page, "Sign in to edgemock").waitFor();
  await page.getByText("You were signed out").waitFor();
  await page.getByText(/it was revoked/).waitFor();
  assert.equal(await page.evaluate(() => sessionStorage.length), 0);
  await signIn(page, front.edgemock.adminToken);
  await heading(page, "Audit").waitFor();
});

test("a server that is down is told as such, what was typed stays, and trying again works", async () => {
  const project = await front.edgemock.project();
  const page = await front.signedIn(`#/projects/${project}/settings`);
  await page.getByLabel("Locale").selectOption("it");
  await page.context().setOffline(true);
  await button(page, "Save changes").click();
  await page.getByText(/The server cannot be reached/).waitFor();
  assert.equal(await page.getByLabel("Locale").inputValue(), "it");
  await page.context().setOffline(false);
  await button(page, "Save changes").click();
  await page.getByText("Saved", { exact: true }).waitFor();

  await page.route("**/v1/projects/*/releases", (route) => route.abort());
  await page.getByRole("link", { name: "Releases" }).click();
  await page.getByText("The releases cannot be shown").waitFor();
  await page.unroute("**/v1/projects/*/releases");
  await button(page, "Try again").click();
  await button(page, "Release 1").waitFor();
  await page.route("**/v1/me", (route) => route.abort());
  await page.reload();
  await page.getByText("The console cannot start").waitFor();
  await page.unroute("**/v1/me");
  await button(page, "Try again").click();
  await heading(page, "Releases").waitFor();
});

test("the policy lets nothing in but the console's own files, and those are kept by their names", async () => {
  const index = await front.edgemock.fetch("/console/");
  const policy = index.headers.get("content-security-policy");
  assert.match(policy, /default-src 'none'.*connect-src 'self'.*frame-ancestors 'none'/);
  assert.doesNotMatch(policy, /unsafe/);
  assert.equal(index.headers.get("cache-control"), "no-cache");
  const script = /src="(\/console\/assets\/[^"]+)"/.exec(await index.text())[1];
  const file = await front.edgemock.fetch(script);
  assert.equal(file.headers.get("cache-control"), "public, max-age=31536000, immutable");
  assert.equal((await front.edgemock.fetch("/console/assets/none.js")).status, 404);
});
