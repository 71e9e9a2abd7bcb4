// The console's pages about endpoints, in a real browser: the tree, a request, custom mocks, scripts, fields, name rules.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { expectAccessible, expectNoFaults, expectNoSideways, startConsole, visit } from "./browser.mjs";
import { exactly, openapi } from "./documents.mjs";
import { petstore } from "./harness.mjs";

const json = (schema) => ({ "application/json": { schema } });
const PET = { type: "object", required: ["id", "name"], properties: { id: { type: "integer" }, name: { type: "string" }, parent: { $ref: "#/components/schemas/Pet" } } };
const DOCUMENT = openapi(
  {
    "/pets/{id}": {
      parameters: [{ name: "id", in: "path", required: true, schema: { type: "integer" }, example: 7 }],
      get: { summary: "One pet", tags: ["Pets"], parameters: [{ name: "page", in: "query", schema: { type: "integer" }, example: 2 }], responses: { 200: { description: "The pet", content: json({ $ref: "#/components/schemas/Pet" }) }, 404: { description: "No such pet", content: json(exactly({ gone: true })) } } },
      post: { summary: "Change a pet", tags: ["Pets"], requestBody: { content: json({ type: "object", properties: { name: { type: "string", example: "Rex" } } }) }, responses: { 201: { description: "Changed", content: json(exactly({ ok: true })) } } },
    },
    "/other": { get: { summary: "Something else", responses: { 200: { description: "Other", content: json({ type: "object", required: ["code"], properties: { code: { type: "string" } } }) } } } },
  },
  { Pet: PET },
);

let front;
let edgemock;
let project;
let ids;
before(async () => {
  front = await startConsole();
  edgemock = front.edgemock;
  project = await edgemock.project({ document: DOCUMENT, settings: { cloudMock: true, access: "token" } });
  const { body } = await edgemock.manage("GET", `/v1/projects/${project}/endpoints`);
  ids = Object.fromEntries(body.data.map(({ id, method, path }) => [`${method} ${path}`, id]));
});
after(() => front?.stop());

const place = (name, tab) => `#/projects/${project}/endpoints/${ids[name]}${tab ? `?tab=${tab}` : ""}`;
const api = (name, rest = "") => `/v1/projects/${project}/endpoints/${ids[name]}${rest}`;
const open = (where, options) => front.signedIn(where, options);
const close = async (page) => {
  // Chromium itself writes style attributes into an editor when somebody types over coloured text; the policy keeps them out, and
  // nothing is missing. Other pages are held to none at all.
  page.faults = page.faults.filter((fault) => !fault.startsWith("Applying inline style"));
  expectNoFaults(page);
  await page.context().close();
};
const clipboard = (page) => page.evaluate(() => navigator.clipboard.readText());
/** Sets the custom mocks of an endpoint and gives their ids. */
async function set(name, mocks) {
  const { status, body } = await edgemock.manage("PUT", api(name, "/custom-mocks"), mocks);
  assert.equal(status, 200, JSON.stringify(body));
  return body.data.map(({ id }) => id);
}
const stored = async (name) => (await edgemock.manage("GET", api(name, "/custom-mocks"))).body.data;
const fixed = (name, value, conditions = []) => ({ name, conditions, response: { body: { type: "json", value } } });
const on = (page, value) => ({ location: "query", name: "page", comparison: "equal", value });

describe("the tree", () => {
  test("is searched, walked by keys, and leads to endpoints", async () => {
    const page = await open(`#/projects/${project}/endpoints`);
    const tree = page.getByRole("tree", { name: "Endpoints" });
    const items = tree.getByRole("treeitem");
    await items.first().waitFor();
    assert.equal(await items.count(), 4);
    const active = () => tree.evaluate((one) => document.getElementById(one.getAttribute("aria-activedescendant"))?.textContent);
    await tree.focus();
    for (const [key, expected] of [["ArrowDown", /^Pets/], ["ArrowRight", /One pet/], ["End", /Something else/], ["Home", /^Pets/], ["ArrowLeft", /^Pets/]]) {
      await page.keyboard.press(key);
      assert.match(await active(), expected, key);
    }
    assert.equal(await items.count(), 2, "the folder is closed");
    // Typing searches, wherever one is in the tree.
    await page.keyboard.type("change pet");
    await tree.getByText("Change a pet").waitFor();
    assert.equal(await page.getByRole("searchbox").inputValue(), "change pet");
    assert.equal(await items.count(), 2);
    await page.keyboard.press("ArrowDown");
    assert.match(await active(), /Change a pet/);
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "POST /pets/{id}" }).waitFor();
    assert.equal(await tree.locator("[aria-selected=true]").count(), 1);
    await page.getByRole("button", { name: "Clear search" }).click();
    await page.getByRole("searchbox").fill("nowhere");
    await page.getByText("Nothing has nowhere in its method").waitFor();
    await close(page);
  });

  test("renders what is in sight of 1,500 operations, and stays quick", async (t) => {
    const paths = {};
    for (let index = 0; index < 1500; index++) {
      paths[`/group${index % 30}/thing${index}/{id}`] = { [index % 3 ? "get" : "delete"]: { summary: `Operation ${index}`, tags: [`Group ${index % 30}`], responses: { 200: { description: "" } } } };
    }
    const large = await edgemock.project({ document: openapi(paths) });
    const page = await open(`#/projects/${large}/endpoints`);
    const tree = page.getByRole("tree", { name: "Endpoints" });
    await tree.getByRole("treeitem").first().waitFor();
    await page.evaluate(() => {
      globalThis.long = [];
      new PerformanceObserver((list) => globalThis.long.push(...list.getEntries().map(({ duration }) => Math.round(duration)))).observe({ type: "longtask" });
    });
    await tree.focus();
    const active = () => tree.evaluate((one) => document.getElementById(one.getAttribute("aria-activedescendant"))?.textContent);
    await page.keyboard.press("End");
    assert.match(await active(), /Operation 1499/);
    await page.keyboard.press("Home");
    for (const letter of "get thing1007") await page.keyboard.type(letter);
    await page.getByText("1 of 1500", { exact: true }).waitFor();
    await tree.getByText("Operation 1007").waitFor();
    await page.getByRole("searchbox").fill("");
    await tree.evaluate((one) => (one.scrollTop = one.scrollHeight / 2));
    await page.waitForFunction(() => document.querySelectorAll("[role=treeitem]").length > 5);
    const rendered = await tree.getByRole("treeitem").count();
    assert.ok(rendered < 80, `${rendered} lines are rendered`);
    t.diagnostic(`tasks longer than 50 ms, in ms: ${JSON.stringify(await page.evaluate(() => globalThis.long))}`);
    await close(page);
  });
});

describe("the mock of an endpoint", () => {
  test("shows its URLs, by path and id, with and without the token", async () => {
    await set("GET /pets/{id}", [fixed("Special", { special: true }, [on("page", "99")])]);
    const page = await open(place("GET /pets/{id}"));
    const copied = async (name) => {
      await page.getByRole("button", { name, exact: true }).click();
      return clipboard(page);
    };
    const token = (await edgemock.manage("GET", `/v1/projects/${project}/mock-settings`)).body.data.token;
    const base = edgemock.url;
    assert.equal(await copied("Copy mock URL"), `${base}/m1/${project}-0-default/pets/{id}?apidogToken=${token}`);
    await page.getByRole("button", { name: "By id" }).click();
    await page.getByLabel("With token").uncheck();
    const byId = `${base}/m2/${project}-0-default/${ids["GET /pets/{id}"]}`;
    assert.equal(await copied("Copy mock URL"), byId);
    // Each answer has a URL of its own, and it leads there.
    await page.getByLabel("With token").check();
    const urls = [await copied("Copy URL of 404 No such pet"), await copied("Copy URL of Special")];
    const answers = await Promise.all(urls.map(async (url) => (await fetch(url)).json()));
    assert.deepEqual(answers, [{ gone: true }, { special: true }]);
    await close(page);
  });

  test("is asked, and says why it answered so", async () => {
    await set("GET /pets/{id}", [fixed("On page two", { two: [1, { a: 2 }] }, [on("page", "2")]), fixed("On page three", { three: true }, [on("page", "3")])]);
    const page = await open(place("GET /pets/{id}"));
    const request = page.getByRole("form", { name: "Request" });
    const result = page.getByRole("region", { name: "Answer", exact: true });
    const send = () => request.getByRole("button", { name: "Request", exact: true }).click();
    // The example of the document replaces what stands there until it is read.
    await page.waitForFunction(() => [...document.querySelectorAll("input")].some((input) => input.value === "7"));
    assert.equal(await request.getByLabel("id").inputValue(), "7");
    await send();
    await result.getByText("200 OK").waitFor();
    await result.getByText("made up from the schema of response 200").waitFor();
    await result.getByText(/Did not fit: On page two/).waitFor();
    // A parameter of the document, switched on.
    await request.getByLabel("Send parameter page").check();
    await send();
    await result.getByText(/custom mock On page two is the first whose conditions hold/).waitFor();
    await result.getByText('"two"').waitFor();
    // Lists and objects fold.
    await result.getByRole("button", { name: "Fold line 2" }).click();
    assert.equal(await result.getByText('"a"').count(), 0);
    await result.getByRole("button", { name: "Unfold line 2" }).click();
    await result.getByText('"a"').waitFor();
    await result.getByRole("tab", { name: /Headers/ }).click();
    await result.getByText("content-type", { exact: true }).waitFor();
    assert.match(await result.innerText(), /\d+ ms/);
    // Copied, it is what was sent.
    await request.getByRole("button", { name: "curl" }).click();
    assert.match(await clipboard(page), /^curl '.*\/pets\/7\?page=2&apidogToken=/);
    await request.getByRole("button", { name: "fetch" }).click();
    assert.match(await clipboard(page), /^const response = await fetch\(".*page=2/);
    // Another answer is wished for.
    await request.getByLabel("Answer").selectOption({ label: "404 No such pet" });
    await send();
    await result.getByText("404 Not Found").waitFor();
    await close(page);
  });

  test("sends bodies, and tells of requests that fail", async () => {
    const page = await open(place("POST /pets/{id}"));
    const body = page.getByLabel("Content of the body");
    await page.waitForFunction(() => document.querySelector("textarea")?.value.includes("Rex"));
    await body.fill('{"name": "Bob"}');
    const [sent] = await Promise.all([page.waitForRequest((one) => one.url().includes("/m1/")), page.getByRole("button", { name: "Request", exact: true }).click()]);
    assert.deepEqual([sent.method(), sent.postData(), sent.headers()["content-type"]], ["POST", '{"name": "Bob"}', "application/json"]);
    await page.getByText("201 Created").waitFor();
    await page.route("**/m1/**", (route) => route.abort());
    await page.getByRole("button", { name: "Request", exact: true }).click();
    await page.getByText("No answer came.").waitFor();
    assert.equal(await page.getByText("201 Created").count(), 0, "an old answer is not shown for the new one");
    await close(page);
  });

  test("is switched on where it is off", async () => {
    const off = await edgemock.project({ document: DOCUMENT, settings: { cloudMock: false } });
    const { body } = await edgemock.manage("GET", `/v1/projects/${off}/endpoints`);
    const page = await open(`#/projects/${off}/endpoints/${body.data[0].id}`);
    await page.getByRole("button", { name: "Switch it on" }).click();
    await page.getByText("The cloud mock is on.").waitFor();
    assert.equal((await edgemock.manage("GET", `/v1/projects/${off}/mock-settings`)).body.data.cloudMock, true);
    await close(page);
  });

  test("its schemas are a tree that ends where it turns in a circle", async () => {
    const page = await open(place("GET /pets/{id}", "doc"));
    await page.getByText("The pet", { exact: true }).waitFor();
    await page.locator(".doc-response").first().getByText("parent").waitFor();
    await page.getByText("as above").waitFor();
    await page.getByText("id", { exact: true }).first().waitFor();
    await close(page);
  });
});

describe("custom mocks", () => {
  const NAME = "GET /other";
  test("are made with a preview, and answer", async () => {
    await set(NAME, []);
    const page = await open(place(NAME, "mocks"));
    await page.getByRole("button", { name: "Make the first" }).click();
    await page.getByLabel("Name", { exact: true }).fill("Sold out");
    await page.getByRole("button", { name: "Add condition" }).click();
    await page.getByLabel("Name in condition 1").fill("sold");
    await page.getByLabel("Value of condition 1").fill("1");
    await page.getByLabel("Status").fill("410");
    await page.getByRole("combobox", { name: "Body" }).selectOption({ label: "Template" });
    const editor = page.getByRole("textbox", { name: "Template of the body" });
    await page.locator(".code-editor:not(.code-editor-coming)").waitFor();
    await editor.fill('{"sold": {{ request.query.sold }}}');
    const preview = page.getByRole("region", { name: "Preview" });
    await preview.getByText("Condition 1 does not hold").waitFor();
    await preview.getByText("The request that it is tried with").click();
    await preview.getByRole("button", { name: "Add parameter" }).click();
    await preview.getByLabel("Name of parameter 1").fill("sold");
    await preview.getByLabel("Value of parameter sold").fill("1");
    await preview.getByText("Answers this request").waitFor();
    await preview.getByText("410 Gone").waitFor();
    // What is wrong is said where it is.
    await editor.fill("{{ request.query.sold|uper }}");
    await page.getByText(/there is no filter `uper`/).waitFor();
    await editor.fill('{"sold": {{ request.query.sold }}}');
    await preview.getByText("410 Gone").waitFor();
    await page.getByRole("button", { name: "Make custom mock" }).click();
    await page.getByText("Custom mock made.").waitFor();
    await page.getByRole("button", { name: /^Sold out/ }).waitFor();
    const [mock] = await stored(NAME);
    assert.deepEqual([mock.name, mock.response.status, mock.conditions[0].value], ["Sold out", 410, 1]);
    await close(page);
  });

  test("are put in order by keyboard and by dragging, switched, deleted", async () => {
    const [first, second, third] = await set(NAME, [fixed("One", 1), fixed("Two", 2), fixed("Three", 3)]);
    const page = await open(place(NAME, "mocks"));
    const order = async () => (await stored(NAME)).map(({ id }) => id);
    const until = async (expected) => {
      for (let attempts = 0; attempts < 100; attempts++) {
        if (JSON.stringify(await order()) === JSON.stringify(expected)) return;
        await page.waitForTimeout(50);
      }
      assert.deepEqual(await order(), expected);
    };
    await page.getByRole("button", { name: /^Move One/ }).focus();
    await page.keyboard.press("ArrowDown");
    await until([second, first, third]);
    await page.getByText("One is now 2 of 3.").waitFor();
    await page.waitForFunction(() => document.activeElement?.getAttribute("aria-label")?.startsWith("Move One"), undefined);
    await page.keyboard.press("End");
    await until([second, third, first]);
    const from = await page.getByRole("button", { name: /^Move One/ }).boundingBox();
    const to = await page.getByRole("button", { name: /^Move Two/ }).boundingBox();
    await page.mouse.move(from.x + 8, from.y + 8);
    await page.mouse.down();
    await page.mouse.move(to.x + 8, to.y + 12, { steps: 8 });
    await page.mouse.up();
    await until([first, second, third]);
    await page.getByRole("switch", { name: "Two is on" }).click();
    for (let attempts = 0; (await stored(NAME))[1].enabled && attempts < 100; attempts++) await page.waitForTimeout(50);
    assert.equal((await stored(NAME))[1].enabled, false);
    await page.getByRole("button", { name: "Delete Three" }).click();
    await page.getByRole("button", { name: "Delete custom mock" }).click();
    await page.getByText("Deleted.").waitFor();
    assert.deepEqual(await order(), [first, second]);
    await close(page);
  });

  test("two tabs: nothing is lost, and both are told", async () => {
    const [id] = await set(NAME, [fixed("Shared", 1), fixed("Neighbour", 1)]);
    const opened = async () => {
      const page = await open(place(NAME, "mocks"));
      await page.getByRole("button", { name: /^Shared/ }).click();
      await page.getByLabel("Name", { exact: true }).waitFor();
      return page;
    };
    const [mine, theirs] = await Promise.all([opened(), opened()]);
    const save = (page) => page.getByRole("button", { name: "Save", exact: true }).click();
    const saved = (page) => page.getByRole("button", { name: "New custom mock" }).waitFor();
    await theirs.getByLabel("Name", { exact: true }).fill("Theirs");
    await save(theirs);
    await saved(theirs);
    await mine.getByLabel("Name", { exact: true }).fill("Mine");
    await save(mine);
    await mine.getByText("Somebody else changed this custom mock meanwhile").waitFor();
    assert.equal(await mine.getByLabel("Name", { exact: true }).inputValue(), "Mine");
    assert.equal((await stored(NAME))[0].name, "Theirs");
    await expectAccessible(mine, "a conflict");
    await mine.getByRole("button", { name: "Save mine over it" }).click();
    await saved(mine);
    assert.deepEqual((await stored(NAME)).map(({ name }) => name), ["Mine", "Neighbour"]);
    // Something else of the endpoint was changed: that is no conflict.
    await mine.getByRole("button", { name: /^Mine/ }).click();
    await edgemock.manage("PATCH", api(NAME, "/mock"), { defaultMethod: "example" });
    await mine.getByLabel("Status").fill("202");
    await save(mine);
    await saved(mine);
    assert.equal((await stored(NAME))[0].response.status, 202);
    // Deleted by somebody: what was written can be kept.
    await mine.getByRole("button", { name: /^Mine/ }).click();
    await edgemock.manage("DELETE", api(NAME, `/custom-mocks/${id}`));
    await mine.getByLabel("Name", { exact: true }).fill("Kept");
    await save(mine);
    await mine.getByText("Somebody else deleted this custom mock meanwhile").waitFor();
    await mine.getByRole("button", { name: "Save mine as a new one" }).click();
    await saved(mine);
    assert.deepEqual((await stored(NAME)).map(({ name }) => name), ["Neighbour", "Kept"]);
    // In the list, too, a change on what is old is not made.
    await edgemock.manage("PATCH", api(NAME, "/mock"), { defaultMethod: null });
    await mine.getByRole("switch", { name: "Kept is on" }).click();
    await mine.getByText(/Somebody else changed this endpoint meanwhile/).waitFor();
    assert.equal((await stored(NAME))[1].enabled, true);
    for (const page of [mine, theirs]) await close(page);
  });

  test("an unsaved one is not left without a question", async () => {
    await set(NAME, [fixed("Draft", 1)]);
    const page = await open(place(NAME, "mocks"));
    await page.getByRole("button", { name: /^Draft/ }).click();
    await page.getByLabel("Name", { exact: true }).fill("Changed");
    await visit(page, place("GET /pets/{id}"));
    await page.getByRole("heading", { name: "Leave without saving?" }).waitFor();
    await page.getByRole("button", { name: "Cancel" }).last().click();
    assert.equal(await page.getByLabel("Name", { exact: true }).inputValue(), "Changed");
    await close(page);
  });
});

test("scripts: a test run with its console, faults, saving, two tabs", async () => {
  const NAME = "POST /pets/{id}";
  const page = await open(place(NAME, "script"));
  const editor = page.getByRole("textbox", { name: "Script" });
  await page.locator(".code-editor:not(.code-editor-coming)").waitFor();
  const write = (text) => editor.fill(text);
  const run = () => page.getByRole("button", { name: "Test run" }).click();
  await write('console.log("seen", $$.mockRequest.getParam("id")); $$.mockResponse.setCode(202);');
  await run();
  await page.getByText("seen 7").waitFor();
  await page.getByText("202 Accepted").waitFor();
  await write("let a;\nnope();");
  await run();
  await page.getByText(/Line 2.*nope/).waitFor();
  await write("if (");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.locator(".field-error").waitFor();
  await write('console.log("saved"); $$.mockResponse.setCode(203);');
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByText("Script saved.").waitFor();
  // The request shows what the script logged.
  await page.getByRole("tab", { name: "Mock", exact: true }).click();
  await page.getByRole("button", { name: "Request", exact: true }).click();
  await page.getByRole("log").getByText("saved").waitFor();
  await page.getByRole("tab", { name: /^Script/ }).click();
  await page.locator(".code-editor:not(.code-editor-coming)").waitFor();
  await edgemock.manage("PUT", api(NAME, "/script"), { source: "1 // theirs" });
  await write("2 // mine");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByText("Somebody else changed the script meanwhile").waitFor();
  assert.equal((await edgemock.manage("GET", api(NAME, "/script"))).body.data.source, "1 // theirs");
  await page.getByRole("button", { name: "Save mine over it" }).click();
  await page.getByText("Script saved.").last().waitFor();
  assert.equal((await edgemock.manage("GET", api(NAME, "/script"))).body.data.source, "2 // mine");
  await close(page);
});

test("mock fields: set with samples, in shared schemas and in operations", async () => {
  const page = await open(place("GET /pets/{id}", "fields"));
  const set = async (name, text) => {
    await page.getByRole("button", { name: new RegExp(`mock field of ${name}$`) }).first().click();
    await page.getByLabel("Mock field", { exact: true }).fill(text);
  };
  await set("name", "Rex-{{$number.int(min=5,max=5)}}");
  await page.getByText('"Rex-5"').first().waitFor();
  await page.getByText("It is part of the shared schema Pet").waitFor();
  await page.getByLabel("Mock field", { exact: true }).fill("{{$nobody.knows}}");
  await page.getByRole("region", { name: "Samples" }).locator(".field-error").first().waitFor();
  await page.getByLabel("Mock field", { exact: true }).fill("Rex-{{$number.int(min=5,max=5)}}");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByText("Mock field saved.").waitFor();
  const { body } = await edgemock.manage("GET", `/v1/projects/${project}/schemas/Pet`);
  assert.equal(body.data.schema.properties.name["x-apidog-mock"], "Rex-{{$number.int(min=5,max=5)}}");
  await page.getByRole("button", { name: "Change mock field of name" }).first().waitFor();
  await visit(page, place("GET /other", "fields"));
  await set("code", "FIXED");
  await page.getByText('"FIXED"').first().waitFor();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByRole("button", { name: "Change mock field of code" }).waitFor();
  const { operation } = (await edgemock.manage("GET", api("GET /other"))).body.data;
  assert.equal(operation.responses[200].content["application/json"].schema.properties.code["x-apidog-mock"], "FIXED");
  await close(page);
});

test("name rules: made with samples, ordered, refused where they are wrong or somebody was faster", async () => {
  const page = await open(`#/projects/${project}/name-rules`);
  const rules = async () => (await edgemock.manage("GET", `/v1/projects/${project}/mock-settings`)).body.data.nameRules.map(({ pattern }) => pattern);
  await page.getByRole("button", { name: "Make the first" }).click();
  await page.getByLabel("Property names like").fill("*_tag");
  await page.getByLabel("Hold").fill("T-{{$number.int(min=3,max=3)}}");
  await page.getByText('"T-3"').first().waitFor();
  await page.getByLabel("Try with the property").fill("other");
  await page.getByText("The rule does not match this name.").waitFor();
  await page.getByLabel("Hold").fill("{{$nobody.knows}}");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.locator(".dialog .field-error").first().waitFor();
  await page.getByLabel("Hold").fill("T");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByRole("button", { name: /^\*_tag/ }).waitFor();
  await edgemock.manage("PATCH", `/v1/projects/${project}/mock-settings`, { nameRules: [{ pattern: "*_tag", expression: "T" }, { pattern: "theirs", expression: "x" }] });
  await page.getByRole("button", { name: "New rule" }).click();
  await page.getByLabel("Property names like").fill("mine");
  await page.getByLabel("Hold").fill("y");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByText(/Somebody else changed the name rules meanwhile/).waitFor();
  assert.deepEqual(await rules(), ["*_tag", "theirs"]);
  await page.getByRole("button", { name: "Cancel" }).click();
  await page.getByRole("button", { name: /^theirs/ }).waitFor();
  await page.getByRole("button", { name: /^Move rule theirs/ }).focus();
  await page.keyboard.press("ArrowUp");
  for (let attempts = 0; (await rules())[0] !== "theirs" && attempts < 100; attempts++) await page.waitForTimeout(50);
  assert.deepEqual(await rules(), ["theirs", "*_tag"]);
  await page.getByRole("button", { name: "Delete rule theirs" }).click();
  await page.getByRole("button", { name: "Delete rule", exact: true }).click();
  await page.getByText("Rule deleted.").waitFor();
  assert.deepEqual(await rules(), ["*_tag"]);
  await close(page);
});

test("a read-only token sees all and changes nothing", async () => {
  await set("GET /other", [fixed("Seen", 1)]);
  const { body } = await edgemock.manage("POST", "/v1/access-tokens", { name: "Reader", validity: 7, readOnly: true });
  const page = await front.open(place("GET /other", "mocks"), { token: body.data.token });
  await page.getByRole("button", { name: /^Seen/ }).click();
  await page.getByRole("region", { name: "Preview" }).getByText("200 OK").waitFor();
  assert.ok(await page.getByRole("button", { name: "Save", exact: true }).isDisabled());
  await close(page);
});

// The pages as they open are checked with all others, in console-quality.test.mjs.
describe("what opens on the pages", () => {
  let shop;
  before(async () => {
    const id = await edgemock.project({ document: petstore(), settings: { cloudMock: true, access: "token", nameRules: [{ pattern: "*_iban", expression: "{{$finance.iban}}" }] } });
    const { body } = await edgemock.manage("GET", `/v1/projects/${id}/endpoints`);
    const pet = body.data.find(({ method, path }) => method === "GET" && path === "/pets/{petId}").id;
    await edgemock.manage("PUT", `/v1/projects/${id}/endpoints/${pet}/custom-mocks`, [fixed("Sold out", { sold: [true] }, [on("page", "1")]), fixed("", 1)]);
    await edgemock.manage("PUT", `/v1/projects/${id}/endpoints/${pet}/script`, { source: 'console.log("ran")' });
    shop = { pet: `#/projects/${id}/endpoints/${pet}`, rules: `#/projects/${id}/name-rules` };
  });

  const editor = (page) => page.locator(".code-editor:not(.code-editor-coming)").waitFor();
  const PAGES = [
    ["the editor of a custom mock", () => `${shop.pet}?tab=mocks`, async (page) => {
      await page.getByRole("button", { name: /^Sold out/ }).click();
      await editor(page);
      await page.locator(".preview .result").waitFor();
    }],
    ["a test run", () => `${shop.pet}?tab=script`, async (page) => {
      await editor(page);
      await page.getByRole("button", { name: "Test run" }).click();
      await page.locator(".result").waitFor();
    }],
    ["a mock field", () => `${shop.pet}?tab=fields`, async (page) => {
      await page.getByRole("button", { name: /mock field of name$/ }).first().click();
      await page.locator(".sample-values li").first().waitFor();
    }],
    ["a name rule", () => shop.rules, async (page) => {
      await page.getByRole("button", { name: /^\*_iban/ }).click();
      await page.locator(".sample-values li").first().waitFor();
    }],
  ];
  for (const [name, where, ready] of PAGES) {
    test(`${name}: accessible in both colour schemes, fits 360 px and large text`, async () => {
      const page = await open(where());
      await ready(page);
      for (const colorScheme of ["light", "dark"]) {
        await page.emulateMedia({ colorScheme });
        await expectAccessible(page, `${name}, ${colorScheme}`);
      }
      for (const width of [1600, 768, 360]) {
        await page.setViewportSize({ width, height: 800 });
        await expectNoSideways(page, `${name} at ${width} px`);
      }
      await expectAccessible(page, `${name} at 360 px`);
      await page.setViewportSize({ width: 720, height: 800 });
      await page.evaluate(() => (document.documentElement.style.fontSize = "200%"));
      await expectNoSideways(page, `${name} with text at 200 %`);
      await close(page);
    });
  }
});
