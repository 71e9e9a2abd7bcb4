// `npm run screenshots [-- name …]`: pictures of the console's pages, in docs/screenshots. A Worker with made-up data is started for it.
import { mkdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "./build.mjs";
import { preparePackages } from "./lib/packages.mjs";
import { inProject } from "./lib/project.mjs";
import { main, note, Problem } from "./lib/report.mjs";
import { prepare } from "./setup.mjs";

const FOLDER = inProject("docs/screenshots");
/** A repository is no place for large pictures. */
const MAX_BYTES = 150_000;
const WIDE = { width: 1200, height: 800 };
const NARROW = { width: 360, height: 740 };

/**
 * What is pictured. `where` gets the ids of the project; `act` brings the page to the state that is of interest.
 */
const SHOTS = [
  { name: "sign-in", where: () => "", signedOut: true },
  { name: "projects", where: () => "#/projects" },
  { name: "import", where: ({ project }) => `#/projects/${project}/import` },
  { name: "import-result", where: ({ project }) => `#/projects/${project}/import`, act: importFaulty },
  { name: "settings", where: ({ project }) => `#/projects/${project}/settings` },
  { name: "releases", where: ({ project }) => `#/projects/${project}/releases`, act: (page) => page.getByRole("button", { name: "Release 2", exact: true }).click() },
  { name: "access-tokens", where: () => "#/access-tokens" },
  { name: "new-token", where: () => "#/access-tokens", act: (page) => page.getByRole("button", { name: "New access token" }).click() },
  { name: "audit", where: () => "#/audit" },
];

const FAULTY = `openapi: 3.1.0
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

async function importFaulty(page) {
  await page.getByRole("tab", { name: "Paste" }).click();
  await page.getByLabel("Document", { exact: true }).fill(FAULTY);
  await page.getByRole("button", { name: "Import", exact: true }).click();
  await page.getByRole("heading", { name: "Imported" }).waitFor();
}

/** Projects, tokens and releases to look at. */
async function fill(edgemock) {
  const project = await edgemock.project({ name: "Petstore", id: 2689726, document: readFileSync(inProject("schemas/petstore.yaml"), "utf8"), settings: { cloudMock: true, access: "token" } });
  await edgemock.project({ name: "Shop checkout", id: 3104455 });
  await edgemock.project({ name: "Identity", id: 3120871 });
  const gone = await edgemock.project({ name: "Warehouse (old)", id: 1880342 });
  await edgemock.manage("DELETE", `/v1/projects/${gone}`);
  await edgemock.manage("POST", "/v1/access-tokens", { name: "CI", validity: 90, projects: [project] });
  await edgemock.manage("POST", "/v1/access-tokens", { name: "Ada Lovelace", validity: 365 });
  await edgemock.manage("POST", "/v1/access-tokens", { name: "Dashboard", validity: "unlimited", readOnly: true });
  const { body } = await edgemock.manage("GET", `/v1/projects/${project}/endpoints`);
  return { project, endpoints: body.data };
}

/** Takes the pictures whose names are given; all, when none is. */
export async function takeScreenshots(names) {
  const { startConsole } = await import("../tests/e2e/browser.mjs");
  mkdirSync(FOLDER, { recursive: true });
  const front = await startConsole();
  try {
    const ids = await fill(front.edgemock);
    for (const shot of SHOTS) {
      if (names.length && !names.includes(shot.name)) continue;
      for (const [suffix, options] of [["", { viewport: WIDE, colorScheme: "light" }], ["-dark", { viewport: WIDE, colorScheme: "dark" }], ["-narrow", { viewport: NARROW, colorScheme: "light" }]]) {
        await take(front, shot, ids, suffix, options);
      }
    }
  } finally {
    await front.stop();
  }
}

async function take(front, { name, where, act, signedOut }, ids, suffix, options) {
  const page = await front.open(where(ids), { ...options, ...(!signedOut && { token: front.edgemock.adminToken }) });
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.waitForLoadState("networkidle");
  await act?.(page, ids);
  await page.waitForLoadState("networkidle");
  const file = path.join(FOLDER, `${name}${suffix}.png`);
  await page.screenshot({ path: file });
  await page.context().close();
  const { size } = statSync(file);
  note(`${path.relative(inProject(), file)}  ${Math.round(size / 1000)} kB`);
  if (size > MAX_BYTES) throw new Problem(`${name}${suffix}.png has ${size} bytes; ${MAX_BYTES} are allowed.`, { next: "Show less, or in a smaller window." });
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  await main(async () => {
    await preparePackages();
    await build(await prepare());
    await takeScreenshots(process.argv.slice(2));
  });
}
