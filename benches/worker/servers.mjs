// The programs that `npm run bench` loads: each serves the same document on loopback, with nothing before it.
import { writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { startBuiltWorker, startScript } from "../../scripts/lib/local-worker.mjs";
import { freePort } from "../../scripts/lib/port.mjs";
import { run, start, tail } from "../../scripts/lib/process.mjs";
import { packageCommand } from "../../scripts/lib/packages.mjs";
import { children } from "./processes.mjs";

const ADMIN_TOKEN = "bench";
const PROJECT = 1;
/** How long a program may take to serve its document. */
const LISTEN_MS = 120_000;

/** Runs what starts a workerd, and finds its process. */
async function withProcess(begin) {
  const before = new Set(children());
  const started = await begin();
  return { ...started, pid: children().find((pid) => !before.has(pid)) };
}

/** Calls the management API of a local Worker. */
export function manager(url) {
  return async (method, where, body) => {
    const headers = { authorization: `Bearer ${ADMIN_TOKEN}`, "content-type": "application/json" };
    const response = await fetch(url + where, { method, headers, body: body && JSON.stringify(body) });
    const answer = await response.text();
    if (!response.ok) throw new Error(`${method} ${where} answered ${response.status}: ${answer.slice(0, 500)}`);
    return JSON.parse(answer).data;
  };
}

/** Makes an open project of a document. */
export async function publish(manage, id, document) {
  await manage("POST", "/v1/projects", { id, name: `Bench ${id}` });
  const imported = await manage("POST", `/v1/projects/${id}/import-openapi`, { input: JSON.stringify(document) });
  await manage("PATCH", `/v1/projects/${id}/mock-settings`, { cloudMock: true, access: "public" });
  return imported;
}

/** The built Worker, with its management API and the addresses of its mocks. */
export async function startEdgemock(options = {}) {
  const worker = await withProcess(() => startBuiltWorker({ direct: true, vars: { ADMIN_TOKEN }, ...options }));
  return { ...worker, manage: manager(worker.url), mock: (where, project = PROJECT) => `${worker.url}/m1/${project}-0-default${where}` };
}

export async function edgemock({ document }) {
  const worker = await startEdgemock();
  await publish(worker.manage, PROJECT, document);
  return { ...worker, at: (where) => worker.mock(where) };
}

/** A Worker that answers the same body every time: the least that any Worker costs. `bodies` are by path. */
export async function constant({ bodies }) {
  const source = `const bodies = new Map(Object.entries(${JSON.stringify(bodies)}));
    const headers = { "content-type": "application/json", "cache-control": "no-store" };
    export default { fetch(request) { return new Response(bodies.get(request.url.slice(request.url.indexOf("/", 8))), { headers }); } };`;
  const worker = await withProcess(() => startScript(source, { direct: true }));
  return { ...worker, at: (where) => worker.url + where };
}

/**
 * A Worker such as one would write it by hand: the schema comes from KV, json-schema-faker makes the value. In its favour, the
 * schema is read once and kept.
 */
export async function faker({ schemas, folder }) {
  const source = path.join(folder, "faker-worker.js");
  writeFileSync(
    source,
    `import { generate } from "json-schema-faker";
     const kept = new Map();
     export default {
       async fetch(request, env) {
         const where = new URL(request.url).pathname;
         if (request.method === "PUT") return new Response(await env.SCHEMAS.put(where, request.body));
         if (!kept.has(where)) kept.set(where, await env.SCHEMAS.get(where, "json"));
         const value = await generate(kept.get(where), { alwaysFakeOptionals: true });
         return Response.json(value, { headers: { "cache-control": "no-store" } });
       },
     };`,
  );
  const bundled = path.join(folder, "faker-bundle.js");
  const args = [source, "--bundle", "--format=esm", "--minify", "--platform=browser", `--outfile=${bundled}`];
  const { code, output } = await run(packageCommand("esbuild"), args, { cwd: folder });
  if (code !== 0) throw new Error(tail(output));
  const { readFileSync } = await import("node:fs");
  const kv = { SCHEMAS: { type: "kv", id: "SCHEMAS" } };
  const worker = await withProcess(() => startScript(readFileSync(bundled, "utf8"), { direct: true, env: kv }));
  for (const [where, schema] of Object.entries(schemas)) {
    const stored = await fetch(worker.url + where, { method: "PUT", body: JSON.stringify(schema) });
    await stored.text();
  }
  return { ...worker, at: (where) => worker.url + where };
}

/** A program of npm that serves a document's file. `args` get the port and the file. */
const program = (script, args) => async ({ document, folder }) => {
  const [port, file] = [await freePort(), path.join(folder, "document.json")];
  writeFileSync(file, JSON.stringify(document));
  const child = start(process.execPath, [path.join(folder, "node_modules", script), ...args(String(port), file)], { cwd: folder });
  let ended = false;
  child.finished.then(() => (ended = true));
  const stop = async () => {
    try {
      process.kill(-child.pid, "SIGKILL");
    } catch {
      // Gone already.
    }
    await child.finished;
  };
  const url = `http://127.0.0.1:${port}`;
  for (const until = Date.now() + LISTEN_MS; Date.now() < until && !ended; await sleep(200)) {
    try {
      await (await fetch(url, { signal: AbortSignal.timeout(2000) })).text();
      return { pid: child.pid, url, stop, at: (where) => url + where };
    } catch {
      // Not yet.
    }
  }
  await stop();
  throw new Error(`${script} does not serve the document`);
};

const PRISM = "@stoplight/prism-cli/dist/index.js";
export const prismStatic = program(PRISM, (port, file) => ["mock", "-h", "127.0.0.1", "-p", port, file]);
export const prismDynamic = program(PRISM, (port, file) => ["mock", "-d", "-h", "127.0.0.1", "-p", port, file]);
export const mockoon = program("@mockoon/cli/bin/run.js", (port, file) => ["start", "-d", file, "-p", port, "-l", "127.0.0.1", "-X", "--disable-admin-api", "--repair"]);
