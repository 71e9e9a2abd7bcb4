// The demo projects: schemas/petstore.yaml twice, once open to everyone and once behind a token.
import { createHash, randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { inProject, readJson } from "./project.mjs";
import { Problem } from "./report.mjs";

export const DOCUMENT = "schemas/petstore.yaml";
const OPEN = { id: 1000001, name: "Petstore (demo, open)" };
const GUARDED = { id: 1000002, name: "Petstore (demo, with a token)" };
/** Beside the data it tells of: who deletes the state deletes this too. */
const STAMP = inProject(".wrangler/state/edgemock-demo.json");
/** How long a publish may take to be visible in local KV. */
const PUBLISH_MS = 30_000;

/** Imports what is missing or out of date; gives `{open, guarded, token, problems, changed}` with ready URLs. */
export async function importDemo(url, adminToken) {
  const text = readFileSync(inProject(DOCUMENT), "utf8");
  const digest = createHash("sha256").update(text).digest("hex");
  const stamp = readJson(STAMP, {});
  const token = stamp.token ?? randomBytes(12).toString("base64url");
  const api = managementApi(url, adminToken);

  let problems = [];
  let changed = false;
  for (const { project, settings } of [
    { project: OPEN, settings: { cloudMock: true, access: "public" } },
    { project: GUARDED, settings: { cloudMock: true, access: "token", token } },
  ]) {
    const exists = (await api("GET", `/v1/projects/${project.id}/mock-settings`, undefined, [200, 404])).status === 200;
    if (exists && stamp.digest === digest && stamp.token) continue;
    changed = true;
    if (!exists) await api("POST", "/v1/projects", project);
    const imported = await api("POST", `/v1/projects/${project.id}/import-openapi`, { input: text });
    problems = imported.body?.data?.problems ?? [];
    await api("PATCH", `/v1/projects/${project.id}/mock-settings`, settings);
  }
  const paths = showcase(text);
  const mock = (project, where) => `${url}/m1/${project.id}-0-default${where}`;
  const open = paths.map((where) => mock(OPEN, where));
  const guarded = paths.map((where) => `${mock(GUARDED, where)}?apidogToken=${token}`);
  for (const one of [...open, ...guarded]) await answers(one);
  mkdirSync(path.dirname(STAMP), { recursive: true });
  writeFileSync(STAMP, JSON.stringify({ digest, token }), { mode: 0o600 });
  return { open, guarded, token, problems, changed };
}

function managementApi(url, adminToken) {
  return async (method, where, body, accepted = [200, 201]) => {
    const response = await fetch(url + where, {
      method,
      headers: { authorization: `Bearer ${adminToken}`, "content-type": "application/json" },
      body: body && JSON.stringify(body),
      signal: AbortSignal.timeout(60_000),
    });
    const text = await response.text();
    if (!accepted.includes(response.status)) {
      throw new Problem("The demo project could not be imported.", {
        why: `${method} ${where} answered ${response.status}: ${text.slice(0, 1000)}`,
        next: [
          response.status === 401 || response.status === 403
            ? "Delete .dev.vars and run npm start again: the token there is not the one the Worker knows."
            : `Look at ${DOCUMENT} if you changed it (git checkout ${DOCUMENT} brings it back).`,
          "To start from nothing: rm -rf .wrangler/state",
        ],
      });
    }
    return { status: response.status, body: response.ok && text ? JSON.parse(text) : undefined };
  };
}

/** Three paths to show: the first that GET answers, with parameters filled in. */
export function showcase(text) {
  const found = [...text.matchAll(/^ {2}["']?(\/[^\s"':]*)["']?:\s*\n((?: {4}.*\n|\s*\n)*)/gm)]
    .filter(([, , operations]) => /^ {4}get:/m.test(operations))
    .map(([, where]) => where.replace(/\{[^}]+\}/g, "1"));
  return found.slice(0, 3);
}

/** Publishing follows the import within moments; the URLs are printed when they work. */
async function answers(url) {
  const until = Date.now() + PUBLISH_MS;
  for (;;) {
    const response = await fetch(url, { signal: AbortSignal.timeout(10_000) });
    const body = await response.text();
    if (response.ok) return;
    if (Date.now() > until) {
      throw new Problem("The demo project was imported, but its mock does not answer.", {
        why: `GET ${url} answered ${response.status}: ${body.slice(0, 500)}`,
        next: "rm -rf .wrangler/state, then npm start. If it happens again, please report it with this message.",
      });
    }
    await sleep(200);
  }
}
