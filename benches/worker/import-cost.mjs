// What an import costs the built Worker in workerd: time, memory, keys written to KV. Run by
//
//   npm run import-cost                                    # made documents of 1,000 operations and 5, 10, and 25 MB
//   npm run import-cost -- --operations 500 --megabytes 3
//   npm run import-cost -- api.json other.yaml             # documents of your own
//   … --save large.json                                    # keeps the made document
//
// Each document gets a Worker of its own. Processor time is what the whole of workerd used, disk included. The memory of wasm and the
// most that JavaScript held together stay under the 128 MB of a Worker; the process grows by all of that and by caches.
import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { largeDocument } from "../../scripts/lib/large-document.mjs";
import { startBuiltWorker } from "../../scripts/lib/local-worker.mjs";
import { freePort } from "../../scripts/lib/port.mjs";
import { watchJavaScript } from "./javascript-memory.mjs";

const ADMIN_TOKEN = "measure";
const PROJECT = 1;
const source = (name) => ({ type: "esm", contents: readFileSync(new URL(name, import.meta.url), "utf8") });

const { values: options, positionals: files } = parseArgs({
  allowPositionals: true,
  options: { operations: { type: "string" }, megabytes: { type: "string" }, seed: { type: "string" }, save: { type: "string" } },
});
const given = options.operations || options.megabytes || options.seed || options.save;

const row = (...cells) => console.log(`| ${cells.join(" | ")} |`);
row("document", "MB", "endpoints", "answer after s", "processor s", "wasm MB", "JavaScript MB", "process grew by MB", "keys in KV", "MB in KV", "again s, keys");
row("---", "---:", "---:", "---:", "---:", "---:", "---:", "---:", "---:", "---:", "---:");
for (const file of files) await measure(path.basename(file), readFileSync(file, "utf8"));
if (!files.length && given) await measureMade({ operations: Number(options.operations ?? 1000), megabytes: Number(options.megabytes ?? 10), seed: Number(options.seed ?? 1) });
if (!files.length && !given) for (const megabytes of [5, 10, 25]) await measureMade({ operations: 1000, megabytes });

async function measureMade(wanted) {
  const text = JSON.stringify(largeDocument(wanted));
  if (options.save) writeFileSync(options.save, text);
  await measure("made", text);
}

async function measure(name, text) {
  const inspectorPort = await freePort();
  const worker = await startBuiltWorker({
    inspectorPort,
    vars: { ADMIN_TOKEN },
    mainModule: "measured.js",
    modules: { "measured.js": source("measured.js"), "wasm-memory.js": source("wasm-memory.js") },
  });
  try {
    await manage(worker, "POST", "/v1/projects", { id: PROJECT, name });
    const javascript = await watchJavaScript(inspectorPort);
    const before = machine();
    const first = await load(worker, text);
    const after = machine();
    const held = await javascript.stop();
    const used = await (await fetch(`${worker.url}/__measure`)).json();
    const again = await load(worker, text);
    const { keys } = await (await fetch(`${worker.url}/__measure`)).json();
    const megabytes = (bytes) => (bytes / 1e6).toFixed(1);
    const { counters, release } = first.body.data;
    if (!release.published) throw new Error("not everything was published");
    const stored = used.keys.reduce((sum, [, bytes]) => sum + bytes, 0);
    const taken = counters.endpointCreated + (counters.endpointFailed ? ` (${counters.endpointFailed} failed)` : "");
    row(name, megabytes(text.length), taken, first.seconds, before && (after.seconds - before.seconds).toFixed(1), megabytes(used.wasmBytes), megabytes(held), before && megabytes(after.peak - before.resident), used.keys.length, megabytes(stored), `${again.seconds}, ${keys.length}`);
  } finally {
    await worker.stop();
  }
}

async function load(worker, text) {
  const began = performance.now();
  const body = await manage(worker, "POST", `/v1/projects/${PROJECT}/import-openapi`, { input: text });
  return { body, seconds: ((performance.now() - began) / 1000).toFixed(1) };
}

async function manage(worker, method, where, body) {
  const headers = { authorization: `Bearer ${ADMIN_TOKEN}`, "content-type": "application/json" };
  const response = await fetch(worker.url + where, { method, headers, body: JSON.stringify(body) });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${where} answered ${response.status}: ${text.slice(0, 1000)}`);
  return JSON.parse(text);
}

/** Processor seconds, resident and most resident bytes of this process's workerd; nothing where there is no /proc. */
function machine() {
  if (!existsSync("/proc/self/stat")) return undefined;
  const children = readdirSync("/proc/self/task").flatMap((task) => readFileSync(`/proc/self/task/${task}/children`, "utf8").split(" ").filter(Boolean));
  const sum = { seconds: 0, resident: 0, peak: 0 };
  for (const child of children) {
    const stat = readFileSync(`/proc/${child}/stat`, "utf8").replace(/^.*\) /, "").split(" ");
    const status = readFileSync(`/proc/${child}/status`, "utf8");
    const kilobytes = (name) => Number(new RegExp(`^${name}:\\s+(\\d+)`, "m").exec(status)?.[1] ?? 0);
    // Fields 14 and 15 of stat(5), in hundredths of a second.
    sum.seconds += (Number(stat[11]) + Number(stat[12])) / 100;
    sum.resident += kilobytes("VmRSS") * 1024;
    sum.peak += kilobytes("VmHWM") * 1024;
  }
  return sum;
}
