// The way of somebody who has just deployed: from an empty console to a copied URL that answers, and back to one that asks for a token.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { expectNoFaults, startConsole } from "./browser.mjs";
import { petstore } from "./harness.mjs";

let front;
before(async () => {
  front = await startConsole();
});
after(() => front?.stop());

const copied = async (page) => {
  await page.getByRole("button", { name: "Copy mock URL" }).click();
  await page.getByText("Copied").first().waitFor();
  return page.evaluate(() => navigator.clipboard.readText());
};

/** Asks until the publication is everywhere. */
const answered = async (url, status) => (await front.edgemock.eventually(url.slice(front.edgemock.url.length), (response) => response.status === status)).json();

test("from a new deployment to a copied URL that answers", async () => {
  const page = await front.open();
  await page.getByLabel("Access token").fill(front.edgemock.adminToken);
  await page.getByRole("button", { name: "Sign in" }).click();

  // Each empty page leads to the next step.
  await page.getByRole("heading", { name: "Create the first project" }).waitFor();
  await page.getByRole("button", { name: "New project" }).click();
  await page.getByRole("dialog").getByLabel("Name").fill("Petstore");
  await page.getByRole("button", { name: "Create project" }).click();
  await page.getByRole("heading", { name: "Import", level: 1 }).waitFor();
  await page.getByRole("link", { name: "Endpoints" }).click();
  await page.getByRole("heading", { name: "No endpoints yet" }).waitFor();
  await page.getByRole("link", { name: "Import a document" }).click();
  await page.getByLabel("File to import").setInputFiles({ name: "petstore.yaml", mimeType: "text/yaml", buffer: Buffer.from(petstore()) });
  await page.getByRole("button", { name: "Import", exact: true }).click();
  await page.getByRole("heading", { name: "Imported", level: 1 }).waitFor();
  await page.getByRole("button", { name: "Switch it on" }).click();
  await page.getByText("The cloud mock is on", { exact: true }).waitFor();
  await page.getByRole("link", { name: "Open the endpoints" }).click();

  await page.getByRole("treeitem").filter({ hasText: "/pets/featured" }).click();
  await page.getByRole("tab", { name: "Mock", exact: true }).waitFor();
  const url = await copied(page);
  assert.match(url, /\/m1\/\d+-0-default\/pets\/featured$/);
  assert.equal(typeof (await answered(url, 200)), "object");

  // And the same at once, in the page.
  await page.getByRole("button", { name: "Request", exact: true }).click();
  await page.locator(".request-result").getByText("200").first().waitFor();

  // Closed, the URL carries the token; without it nothing answers.
  await page.getByRole("link", { name: "Settings" }).click();
  await page.getByLabel("Token authentication").click();
  await page.getByText("The mock asks for its token", { exact: true }).waitFor();
  await page.getByRole("link", { name: "Endpoints" }).click();
  await page.getByRole("treeitem").filter({ hasText: "/pets/featured" }).click();
  await page.getByLabel("With token").waitFor();
  const closed = await copied(page);
  assert.match(closed, /apidogToken=/);
  await front.edgemock.eventually(url.slice(front.edgemock.url.length), ({ status }) => status >= 400);
  assert.equal(typeof (await answered(closed, 200)), "object");
  expectNoFaults(page);
});
