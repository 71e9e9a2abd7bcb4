// What holds on every page of the console: accessible in dark and light, from 360 px on, with large text, by keyboard alone.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { expectAccessible, expectNoFaults, expectNoSideways, startConsole } from "./browser.mjs";
import { fill, PAGES, reach } from "./console-pages.mjs";

let front;
let ids;
before(async () => {
  front = await startConsole();
  ids = await fill(front.edgemock);
});
after(() => front?.stop());

for (const shown of PAGES) {
  test(`${shown.name}: accessible in light and dark, at every width, with text at 200 %`, async () => {
    const page = await reach(front, shown, ids);
    for (const colorScheme of ["light", "dark"]) {
      await page.emulateMedia({ colorScheme });
      await expectAccessible(page, `${shown.name}, ${colorScheme}`);
    }
    for (const width of [1600, 768, 360]) {
      await page.setViewportSize({ width, height: 800 });
      await expectNoSideways(page, `${shown.name} at ${width} px`);
    }
    await expectAccessible(page, `${shown.name} at 360 px`);
    // Everything is measured in rem. Where the browser's own setting is larger, the narrow layout comes earlier besides.
    for (const width of [1280, 720]) {
      await page.setViewportSize({ width, height: 800 });
      await page.evaluate(() => (document.documentElement.style.fontSize = "200%"));
      await expectNoSideways(page, `${shown.name} with text at 200 % at ${width} px`);
    }
    expectNoFaults(page);
    await page.context().close();
  });
}

/** What has the focus, and whether one sees that. */
const focused = (page) =>
  page.evaluate(() => {
    const one = document.activeElement;
    const drawn = (element) => element && getComputedStyle(element).outlineStyle !== "none" && parseFloat(getComputedStyle(element).outlineWidth) > 0;
    return { name: one?.getAttribute("aria-label") ?? one?.textContent?.trim() ?? "", tag: one?.tagName, visible: drawn(one) || drawn(one?.closest("label")) };
  });

test("by keyboard alone: from signing in to a project that is imported and switched on", async () => {
  const page = await front.open();
  const keyboard = page.keyboard;
  /** Moves the focus on until it is on what is called so. */
  const tabTo = async (name) => {
    for (let steps = 0; steps < 60; steps++) {
      await keyboard.press("Tab");
      const at = await focused(page);
      if (at.tag !== "BODY") assert.ok(at.visible, `the focus on ${at.tag} ${at.name} is not to be seen`);
      if (at.name === name) return;
    }
    assert.fail(`${name} is not reached by Tab`);
  };
  await page.getByLabel("Access token").waitFor();
  await keyboard.press("Tab");
  await keyboard.type(front.edgemock.adminToken);
  await keyboard.press("Enter");
  await page.getByRole("heading", { name: "Projects", level: 1 }).waitFor();
  await page.getByRole("button", { name: "New project" }).waitFor();
  // What is still to come would move the focus.
  await page.waitForLoadState("networkidle");
  await tabTo("New project");
  await keyboard.press("Enter");
  await page.getByRole("dialog").waitFor();
  // Escape closes, and the focus is back where it was.
  await keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await page.waitForFunction(() => document.activeElement !== document.body);
  assert.equal((await focused(page)).name, "New project");
  await keyboard.press("Enter");
  await page.getByRole("dialog").waitFor();
  await keyboard.type("By keyboard");
  await keyboard.press("Enter");
  await page.getByRole("heading", { name: "Import", level: 1 }).waitFor();
  await page.waitForFunction(() => document.activeElement?.tagName === "H1");
  await tabTo("File");
  await keyboard.press("ArrowRight");
  await page.getByLabel("Document", { exact: true }).waitFor();
  await keyboard.press("Tab");
  await keyboard.type('{"openapi": "3.1.0", "paths": {"/a": {"get": {"responses": {"200": {"description": ""}}}}}}');
  await tabTo("Import");
  await keyboard.press("Enter");
  await page.getByRole("heading", { name: "Imported", level: 1 }).waitFor();
  await page.getByRole("button", { name: "Switch it on" }).waitFor();
  await tabTo("Switch it on");
  await keyboard.press("Enter");
  await page.getByText("The cloud mock is on", { exact: true }).waitFor();
  expectNoFaults(page);
});

test("the first stop of Tab leads past the navigation", async () => {
  const page = await front.signedIn("#/audit");
  await page.getByRole("heading", { name: "Audit" }).waitFor();
  await page.keyboard.press("Tab");
  assert.equal((await focused(page)).name, "Skip to content");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  assert.equal((await focused(page)).tag, "SELECT");
});

/** Answers requests of the page with a list of nothing, and shows it again. */
async function emptied(page, where) {
  await page.route(where, (route) => route.fulfill({ json: { success: true, data: where.includes("audit") ? { entries: [], next: null } : [] } }));
  await page.reload();
}

const STATES = {
  "no projects": { where: () => "#/projects", act: (page) => emptied(page, "**/v1/projects"), shows: "Create the first project" },
  "no releases": { where: () => `#/projects/${ids.project}/releases`, act: (page) => emptied(page, "**/v1/projects/*/releases"), shows: "Nothing was published yet" },
  "no access tokens": { where: () => "#/access-tokens", act: (page) => emptied(page, "**/v1/access-tokens"), shows: "There are no access tokens yet" },
  "no changes": { where: () => "#/audit", act: (page) => emptied(page, "**/v1/audit*"), shows: "Nothing was changed yet" },
  "a page that there is not": { where: () => "#/nowhere", shows: "There is no such page" },
  "a project that there is not": { where: () => "#/projects/1/settings", shows: "The settings cannot be shown" },
  "a server that fails": {
    where: () => "#/access-tokens",
    act: async (page) => {
      await page.route("**/v1/access-tokens", (route) => route.fulfill({ status: 500, body: "" }));
      await page.reload();
    },
    shows: "The access tokens cannot be shown",
  },
  "a question": { where: () => `#/projects/${ids.project}/settings`, act: (page) => page.getByRole("button", { name: "Delete project" }).click(), shows: "stops answering at once, and nobody can manage it" },
  "changes to save": { where: () => `#/projects/${ids.project}/settings`, act: (page) => page.getByLabel("Locale").selectOption("de"), shows: "There are changes that are not saved." },
  "a token's projects": { where: () => "#/access-tokens", act: (page) => page.getByRole("button", { name: "Change CI" }).click(), shows: "Projects within reach" },
  "a refused import": {
    where: () => `#/projects/${ids.project}/import`,
    act: async (page) => {
      await page.getByRole("tab", { name: "Paste" }).click();
      await page.getByLabel("Document", { exact: true }).fill("nothing");
      await page.getByText("Options").click();
      await page.getByRole("switch", { name: "Remove what the document lacks" }).click();
      await page.getByRole("button", { name: "Import", exact: true }).click();
    },
    shows: "Nothing was imported",
  },
};

for (const [name, { where, act, shows }] of Object.entries(STATES)) {
  test(`${name}: accessible, in a narrow window too`, async () => {
    const page = await front.signedIn(where());
    await act?.(page);
    await page.getByText(shows).first().waitFor();
    for (const colorScheme of ["light", "dark"]) {
      await page.emulateMedia({ colorScheme });
      await expectAccessible(page, `${name}, ${colorScheme}`);
    }
    await page.setViewportSize({ width: 360, height: 740 });
    await expectNoSideways(page, `${name} at 360 px`);
    await page.context().close();
  });
}
