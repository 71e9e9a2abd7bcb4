// The management API against its own OpenAPI document: Schemathesis makes requests of it, good and bad ones, and judges
// every answer by what the document says.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { joinManagementDocument } from "./management-document.mjs";
import { run } from "./process.mjs";

/**
 * `positive_data_acceptance` is left out: what makes an endpoint's path or a script right, no schema says. `max_response_time`
 * would measure the machine.
 */
const CHECKS = [
  ...["not_a_server_error", "status_code_conformance", "content_type_conformance", "response_headers_conformance", "response_schema_conformance"],
  ...["negative_data_rejection", "unsupported_method", "allow_header_conformance", "use_after_free", "ensure_resource_availability", "ignored_auth"],
];

/** What is a refusal of bad data: every status that says so, not only those that most APIs use. */
const CONFIGURATION = `[checks.negative_data_rejection]
expected-statuses = [400, 401, 403, 404, 405, 409, 412, 413, 415, 422, 429]
`;

/** One endpoint with two responses, a schema, and paths with texts of all kinds. */
const DOCUMENT = {
  openapi: "3.1.0",
  info: { title: "Contract", version: "1" },
  paths: {
    "/pets/{petId}": {
      get: { responses: { 200: { description: "Fine", content: { "application/json": { schema: { $ref: "#/components/schemas/Pet" } } } }, 404: { description: "None" } } },
      delete: { responses: { 204: { description: "Gone" } } },
    },
  },
  components: { schemas: { Pet: { type: "object", properties: { name: { type: "string" } } }, Doomed: { type: "string" } } },
};

/** Makes what requests can be about. `manage(method, where, body, headers)` gives the `data` of the answer. */
export async function prepareSubjects(manage) {
  const project = (await manage("POST", "/v1/projects", { name: "Contract" })).id;
  const at = `/v1/projects/${project}`;
  await manage("POST", `${at}/import-openapi`, { input: DOCUMENT });
  const [branch, doomedBranch] = [12, 13];
  for (const targetBranchId of [branch, doomedBranch]) await manage("POST", `${at}/import-openapi`, { input: DOCUMENT, options: { targetBranchId } });
  const [endpoint, doomed] = await manage("GET", `${at}/endpoints`);
  const mock = async () => (await manage("POST", `${at}/endpoints/${endpoint.id}/custom-mocks`, { name: "Contract", response: { status: 418 } })).id;
  await manage("PUT", `${at}/endpoints/${endpoint.id}/script`, { source: "1" });
  const job = (await manage("POST", `${at}/import-openapi`, { input: DOCUMENT }, { prefer: "respond-async" })).id;
  const token = async () => (await manage("POST", "/v1/access-tokens", { name: "Contract", validity: 7 })).id;
  const ids = { projectId: project, branchId: branch, endpointId: endpoint.id, responseId: endpoint.responses[0].id, customMockId: await mock(), releaseId: 1, jobId: job, tokenId: await token(), name: "Pet" };
  const deleted = (await manage("POST", "/v1/projects", { name: "Doomed" })).id;
  const doomedIds = {
    deleteProject: { projectId: deleted },
    restoreProject: { projectId: deleted },
    deleteBranch: { branchId: doomedBranch },
    deleteEndpoint: { endpointId: doomed.id },
    deleteResponse: { responseId: endpoint.responses[1].id },
    deleteCustomMock: { customMockId: await mock() },
    deleteToken: { tokenId: await token() },
    deleteSchema: { name: "Doomed" },
  };
  return { ids, doomedIds };
}

/** The document with ids that are there in its paths, and with answers closed: a member that it does not name is a fault. */
async function documentFor({ ids, doomedIds }) {
  const document = await joinManagementDocument();
  const known = (name, value) => ({ name, in: "path", required: true, schema: typeof value === "number" ? { type: "integer", enum: [value] } : { type: "string", enum: [value] } });
  for (const [where, item] of Object.entries(document.paths)) {
    const names = [...where.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    for (const operation of Object.values(item).filter((one) => one.operationId)) {
      const own = { ...ids, ...doomedIds[operation.operationId] };
      operation.parameters = [...(operation.parameters ?? []), ...names.map((name) => known(name, own[name]))];
    }
    if (item.parameters) item.parameters = item.parameters.filter((one) => one.in !== "path" && !/\/(Project|Endpoint)Id$/.test(one.$ref ?? ""));
  }
  document.components.parameters.BranchId.schema = { type: "integer", enum: [0, ids.branchId] };
  // A project that the run makes with an id of its choice may be the very one that another request takes for missing.
  const made = document.paths["/v1/projects"].post.requestBody.content["application/json"].schema;
  delete made.properties.id;
  made.additionalProperties = true;
  for (const [, item] of Object.entries(document.paths)) for (const operation of Object.values(item)) close(operation.responses);
  close(document.components.responses);
  for (const [name, schema] of Object.entries(document.components.schemas)) if (!OF_REQUESTS.test(name)) close(schema);
  return document;
}

/** What only requests are made of. They say themselves what they take. */
const OF_REQUESTS = /^(Import(Request|Options)|ExportRequest|.*Patch|New.*)$/;

function close(schema) {
  if (typeof schema !== "object" || schema === null) return;
  if (schema.properties) schema.additionalProperties ??= false;
  for (const [keyword, part] of Object.entries(schema)) {
    // Conditions beside `properties` name a part of them only.
    if (!schema.properties || !["allOf", "anyOf", "oneOf"].includes(keyword)) close(part);
  }
}

/**
 * Runs Schemathesis. `command` is its program, `ready()` is called when all is there that requests can be about; `examples` counts the requests of each kind for one operation, `seconds`,
 * where given, are filled with more of them. A `seed` makes the requests the same every time. Gives `{code, output}` of it.
 */
export async function checkContract({ command, url, token, manage, ready, examples, seconds, seed, onLine }) {
  const folder = mkdtempSync(path.join(tmpdir(), "edgemock-contract-"));
  try {
    const file = path.join(folder, "openapi.json");
    writeFileSync(file, JSON.stringify(await documentFor(await prepareSubjects(manage))));
    writeFileSync(path.join(folder, "schemathesis.toml"), CONFIGURATION);
    await ready();
    const args = [
      ...["run", file, "--url", url, "--header", `Authorization: Bearer ${token}`, "--checks", CHECKS.join(",")],
      ...["--max-examples", String(examples), "--continue-on-failure"],
      ...(seconds === undefined ? [] : ["--max-time", String(seconds)]),
      ...(seed === undefined ? ["--generation-database", "none"] : ["--seed", String(seed), "--generation-deterministic"]),
      ...["--suppress-health-check", "all", "--no-color", "--warnings", "off"],
    ];
    return await run(command, args, { cwd: folder, limitMs: ((seconds ?? 180) + 120) * 1000, onLine });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
