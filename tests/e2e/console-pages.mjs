// The pages of the console, with made-up data to show on them: for tests of what holds on every page, and for screenshots.
import { ENDPOINT_PAGES, fillEndpoints } from "./console-endpoint-pages.mjs";
import { petstore } from "./harness.mjs";

/** All pages: `where` gets what `fill` made, `act` brings the page to the state that is of interest, `looks` names its pictures. */
export const PAGES = [
  { name: "sign-in", where: () => "", signedOut: true },
  { name: "projects", where: () => "#/projects", looks: ["light", "narrow"] },
  ...ENDPOINT_PAGES,
  { name: "import", where: ({ project }) => `#/projects/${project}/import` },
  { name: "import-result", where: ({ project }) => `#/projects/${project}/import`, act: importFaulty },
  { name: "settings", where: ({ project }) => `#/projects/${project}/settings`, looks: ["light", "dark"] },
  { name: "releases", where: ({ project }) => `#/projects/${project}/releases`, act: openRelease },
  { name: "access-tokens", where: () => "#/access-tokens" },
  { name: "new-token", where: () => "#/access-tokens", act: (page) => page.getByRole("button", { name: "New access token" }).click() },
  { name: "audit", where: () => "#/audit" },
];

/** A document in which an endpoint of its own and one by a shared schema have no valid answer. */
export const FAULTY = `openapi: 3.1.0
info: {title: Shop, version: "1"}
paths:
  /orders:
    get:
      summary: List orders
      responses:
        "200":
          description: Orders
          content:
            application/json:
              schema: {type: integer, minimum: 9, maximum: 3}
  /customers/{id}:
    get:
      summary: Get a customer
      responses:
        "200":
          description: A customer
          content:
            application/json:
              schema: {$ref: "#/components/schemas/Customer"}
components:
  schemas:
    Customer:
      type: object
      required: [id, age]
      properties:
        id: {type: string, format: uuid}
        age: {type: integer, minimum: 150, maximum: 18}
`;

async function openRelease(page) {
  await page.getByRole("button", { name: "Release 1", exact: true }).click();
  await page.getByText("endpoints in all").waitFor();
}

async function importFaulty(page) {
  await page.getByRole("tab", { name: "Paste" }).click();
  await page.getByLabel("Document", { exact: true }).fill(FAULTY);
  await page.getByRole("button", { name: "Import", exact: true }).click();
  await page.getByRole("heading", { name: "Imported" }).waitFor();
}

/** Projects, tokens and releases to look at: gives `{project, endpoints}`, the latter as the API lists them. */
export async function fill(edgemock) {
  const project = await edgemock.project({ name: "Petstore", id: 2689726, document: petstore(), settings: { cloudMock: true, access: "token" } });
  await edgemock.project({ name: "Shop checkout", id: 3104455 });
  await edgemock.project({ name: "Identity", id: 3120871 });
  const gone = await edgemock.project({ name: "Warehouse (old)", id: 1880342 });
  await edgemock.manage("DELETE", `/v1/projects/${gone}`);
  await edgemock.manage("POST", "/v1/access-tokens", { name: "CI", validity: 90, projects: [project] });
  await edgemock.manage("POST", "/v1/access-tokens", { name: "Ada Lovelace", validity: 365 });
  await edgemock.manage("POST", "/v1/access-tokens", { name: "Dashboard", validity: "unlimited", readOnly: true });
  const { body } = await edgemock.manage("GET", `/v1/projects/${project}/endpoints`);
  await fillEndpoints(edgemock, project, body.data);
  return { project, endpoints: body.data };
}

/** Opens one of the pages, in the state that is of interest. */
export async function reach(front, { where, act, signedOut }, ids, options = {}) {
  const page = await front.open(where(ids), { ...options, ...(!signedOut && { token: front.edgemock.adminToken }) });
  await page.getByRole("heading", { level: 1 }).waitFor();
  await settled(page);
  await act?.(page, ids);
  await settled(page);
  return page;
}

/** Nothing is on its way any more. */
async function settled(page) {
  await page.waitForFunction(() => !document.querySelector(".skeleton, [aria-busy=true]"));
}
