// The OpenAPI document of the management API: joined from the parts in schemas/management.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { inProject } from "./project.mjs";

const PARTS = inProject("schemas/management");

/** Where the built document lies: among the static files, so that it takes no room in the Worker. */
export const MANAGEMENT_DOCUMENT = inProject("console/public/v1/openapi.json");

const METHODS = ["get", "put", "post", "delete", "patch"];

/** Of which form an operation is; `x-answers` says what each form is answered. */
const FORMS = {
  token: (operation) => operation.security?.length !== 0,
  input: (operation, parameters) => operation.requestBody || parameters.some((one) => one.in !== "header"),
  id: (operation, parameters) => parameters.some((one) => one.in === "path"),
  body: (operation) => operation.requestBody,
  condition: (operation, parameters) => parameters.some((one) => one.name === "If-Match"),
};

/** Puts the parts together. */
export async function joinManagementDocument() {
  // Imported late: it is among the packages that building installs first.
  const { parse } = await import("yaml");
  // Anchors share objects, and each operation is completed for itself.
  const readPart = (name) => JSON.parse(JSON.stringify(parse(readFileSync(path.join(PARTS, name), "utf8"), { merge: true })));
  const { "x-answers": answers, ...document } = readPart("openapi.yaml");
  for (const name of readdirSync(PARTS).sort()) {
    if (name === "openapi.yaml") continue;
    const part = readPart(name);
    add(document.paths, part.paths, name);
    add(document.components.schemas, part.components?.schemas, name);
  }
  for (const item of Object.values(document.paths)) {
    for (const operation of METHODS.map((method) => item[method]).filter(Boolean)) complete(document, item, operation, answers);
  }
  return document;
}

/** Adds what every operation of its form has: the header with the version, and answers. */
function complete(document, item, operation, answers) {
  const resolved = (one) => (one.$ref ? document.components.parameters[one.$ref.split("/").pop()] : one);
  const parameters = [...(item.parameters ?? []), ...(operation.parameters ?? [])].map(resolved);
  const responses = { ...operation.responses };
  for (const { when, answers: statuses } of answers) {
    if (!FORMS[when](operation, parameters)) continue;
    for (const status of statuses) responses[status] ??= { $ref: `#/components/responses/${status}` };
  }
  operation.responses = responses;
  if (FORMS.token(operation)) operation.parameters = [...(operation.parameters ?? []), { $ref: "#/components/parameters/ApiVersion" }];
}

function add(target, members = {}, part) {
  for (const [name, value] of Object.entries(members)) {
    if (name in target) throw new Error(`schemas/management/${part}: ${name} is there twice`);
    target[name] = value;
  }
}

/** Writes the document to where the Worker serves it from. */
export async function writeManagementDocument() {
  mkdirSync(path.dirname(MANAGEMENT_DOCUMENT), { recursive: true });
  writeFileSync(MANAGEMENT_DOCUMENT, JSON.stringify(await joinManagementDocument()));
}
