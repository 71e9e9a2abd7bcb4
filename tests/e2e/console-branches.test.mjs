// Branches in the console, in a real browser: importing into one, looking at it, deleting it.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { expectAccessible, expectNoFaults, expectNoSideways, startConsole } from "./browser.mjs";
import { answers, exactly, openapi } from "./documents.mjs";

let front;
let project;
before(async () => {
  front = await startConsole();
  project = await front.edgemock.project({ document: openapi({ "/main": { get: answers(exactly({ of: "main" })) } }) });
});
after(() => front?.stop());

const chooser = (page) => page.getByRole("combobox", { name: "Branch" });
const item = (page, name) => page.getByRole("tree", { name: "Endpoints" }).getByRole("treeitem", { name });

test("a branch is made by an import, looked at, and deleted", async () => {
  const page = await front.signedIn(`#/projects/${project}/endpoints`);
  await item(page, /main/).waitFor();
  assert.equal(await chooser(page).count(), 0, "with one branch there is nothing to choose");

  await page.goto(`${page.url().split("#")[0]}#/projects/${project}/import`);
  await page.getByRole("tab", { name: /paste/i }).click();
  await page.getByRole("textbox", { name: /document/i }).fill(JSON.stringify(openapi({ "/sprint": { get: answers(exactly({ of: "sprint" })) } })));
  await page.getByText("Options", { exact: true }).click();
  await page.getByRole("textbox", { name: "Branch" }).fill("12");
  await page.getByRole("button", { name: "Import", exact: true }).click();
  await page.getByText(/branch 12 is new/).waitFor();
  await page.getByRole("link", { name: "Open the endpoints" }).click();

  await item(page, /sprint/).waitFor();
  assert.equal(await chooser(page).inputValue(), "12");
  assert.equal(await item(page, /main/).count(), 0);
  await expectAccessible(page, "a branch");
  await item(page, /sprint/).click();
  await page.getByRole("heading", { name: /sprint/ }).waitFor();
  await page.getByText(`/m1/${project}-12-default/sprint`).first().waitFor();
  await page.getByRole("tab", { name: "Documentation" }).click();
  assert.match(page.url(), /branch=12/);
  const here = page.url();
  assert.equal(await chooser(page).inputValue(), "12");

  // A link without the branch, such as from the audit list, leads to the same place.
  await page.goto(here.replace(/\?.*/, ""));
  await page.getByRole("heading", { name: /sprint/ }).waitFor();
  assert.equal(await chooser(page).inputValue(), "12");

  await chooser(page).selectOption("Main branch");
  await item(page, /main/).waitFor();
  assert.equal(await item(page, /sprint/).count(), 0);
  await chooser(page).selectOption("Branch 12");
  await item(page, /sprint/).waitFor();
  await page.setViewportSize({ width: 360, height: 740 });
  await expectNoSideways(page, "a branch");
  await page.setViewportSize({ width: 1280, height: 800 });

  await page.getByRole("button", { name: "Delete branch 12" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Delete branch" }).click();
  await item(page, /main/).waitFor();
  assert.equal(await chooser(page).count(), 0);
  expectNoFaults(page);
  await page.context().close();
});
