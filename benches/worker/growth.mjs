// What `npm run growth` measures: whether an answer costs more where there is more around it (operations, projects, custom mocks,
// name rules), what an import costs by the size of its document, and what the first answer of a new process costs. Written to
// benches/results/growth.md and .svg. `--only operations,projects,mocks,rules,imports,cold`, `--keep` to leave the results alone.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { inProject } from "../../scripts/lib/project.mjs";
import { lines, short } from "./chart.mjs";
import { largeDocument, smallDocument } from "./documents.mjs";
import { load, quantile, warm } from "./load.mjs";
import { cpuOf, memoryOf } from "./processes.mjs";
import { publish, startEdgemock } from "./servers.mjs";

const wished = process.argv.includes("--only") ? process.argv[process.argv.indexOf("--only") + 1].split(",") : undefined;
const WHERE = "/products/7";
const ROUNDS = 9;
const SECONDS = 0.5;
const WARM_REQUESTS = 10_000;
const CONNECTIONS = 16;
const RESULTS = inProject("benches/results");
const middle = (values) => quantile([...values].sort((one, other) => one - other), 0.5);

/** Waits until a mock answers 200. */
async function answers(url) {
  for (let attempt = 0; attempt < 300; attempt += 1) {
    const response = await fetch(url);
    await response.text();
    if (response.ok) return;
    await sleep(100);
  }
  throw new Error(`${url} does not answer 200`);
}

/** Processor time of one request, in µs, at each of some sets of URLs of one worker; in turns. */
async function costs(worker, sets) {
  const measured = sets.map(() => []);
  for (const urls of sets) await warm(urls, { connections: CONNECTIONS, requests: WARM_REQUESTS });
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [at, urls] of sets.entries()) {
      const before = cpuOf(worker.pid);
      const { requests, failures } = await load(urls, { connections: CONNECTIONS, seconds: SECONDS });
      if (failures) throw new Error(`${urls} failed ${failures} times`);
      measured[at].push(((cpuOf(worker.pid) - before) * 1000) / requests);
    }
  }
  return measured.map(middle);
}

/** One project a count, all in one isolate: `prepare` makes each differ by it. */
async function perProject(counts, document, prepare) {
  const worker = await startEdgemock();
  try {
    for (const [at, count] of counts.entries()) {
      await publish(worker.manage, at + 1, document(count));
      await prepare?.(worker, at + 1, count);
    }
    const sets = counts.map((_, at) => [worker.mock(WHERE, at + 1)]);
    for (const [url] of sets) await answers(url);
    const measured = await costs(worker, sets);
    return counts.map((count, at) => [count, measured[at]]);
  } finally {
    await worker.stop();
  }
}

async function projects() {
  const counts = [1, 10, 100];
  const worker = await startEdgemock();
  try {
    const urls = [];
    for (let id = 1; id <= counts.at(-1); id += 1) {
      await publish(worker.manage, id, smallDocument());
      urls.push(worker.mock(WHERE, id));
    }
    for (const url of urls) await answers(url);
    const measured = await costs(worker, counts.map((count) => urls.slice(0, count)));
    return counts.map((count, at) => [count, measured[at]]);
  } finally {
    await worker.stop();
  }
}

async function withMocks(worker, project, count) {
  const endpoints = await worker.manage("GET", `/v1/projects/${project}/endpoints`);
  const endpoint = endpoints.find((one) => one.path === "/products/{id}").id;
  const mocks = Array.from({ length: count }, (_, at) => ({
    name: `Mock ${at}`,
    conditions: [{ location: "query", name: "page", comparison: "equal", value: String(at) }],
    response: { status: 200, body: { type: "template", text: "{}" } },
  }));
  await worker.manage("PUT", `/v1/projects/${project}/endpoints/${endpoint}/custom-mocks`, mocks);
}

async function withRules(worker, project, count) {
  const nameRules = Array.from({ length: count }, (_, at) => ({ pattern: `thing${at}*`, match: "wildcard", types: ["string"], expression: "{{$string.numeric(length=6)}}" }));
  await worker.manage("PATCH", `/v1/projects/${project}/mock-settings`, { nameRules });
}

/** Size in MB, seconds and MB of memory of imports; each in a process of its own. */
async function imports() {
  const found = [];
  // 5,000 operations at most: a document of 25 MB is large because of what is written about each.
  for (const [operations, words] of [[100, 16], [1000, 16], [3000, 120], [5000, 440], [5000, 800]]) {
    const input = JSON.stringify(largeDocument(operations, { words }));
    const worker = await startEdgemock();
    try {
      await worker.manage("POST", "/v1/projects", { id: 1, name: "Import" });
      const idle = memoryOf(worker.pid);
      let most = idle;
      const watch = setInterval(() => (most = Math.max(most, memoryOf(worker.pid))), 50);
      const [cpu, began] = [cpuOf(worker.pid), performance.now()];
      let outcome = "";
      try {
        await worker.manage("POST", "/v1/projects/1/import-openapi", { input });
      } catch (error) {
        outcome = error.message.slice(0, 300);
      }
      clearInterval(watch);
      const one = { megabytes: input.length / 2 ** 20, operations, seconds: (performance.now() - began) / 1000, cpu: (cpuOf(worker.pid) - cpu) / 1000, memory: (most - idle) / 2 ** 20, outcome };
      console.log(`  ${short(one.megabytes)} MB, ${operations} operations: ${short(one.cpu)} s of processor, ${short(one.memory)} MB ${outcome}`);
      found.push(one);
    } finally {
      await worker.stop();
    }
  }
  return found;
}

/** The first answer of a new process, as a project that is published finds it. */
async function cold() {
  const persist = mkdtempSync(path.join(tmpdir(), "edgemock-growth-"));
  const options = { persist, vars: { ADMIN_TOKEN: "bench", DEBUG_HEADERS: "1" } };
  try {
    const first = await startEdgemock(options);
    await publish(first.manage, 1, smallDocument());
    await answers(first.mock(WHERE));
    await first.stop();
    const runs = [];
    for (let run = 0; run < 7; run += 1) {
      const worker = await startEdgemock(options);
      const ask = async () => {
        const [cpu, began] = [cpuOf(worker.pid), performance.now()];
        const response = await fetch(worker.mock(WHERE));
        await response.text();
        return { ms: performance.now() - began, cpu: cpuOf(worker.pid) - cpu, reads: Number(response.headers.get("x-edgemock-kv-reads")), status: response.status };
      };
      const one = await ask();
      runs.push({ ...one, warm: await ask() });
      if (one.status !== 200) throw new Error(`the first answer was ${one.status}`);
      await worker.stop();
    }
    return { ms: middle(runs.map(({ ms }) => ms)), cpu: middle(runs.map(({ cpu }) => cpu)), reads: Math.max(...runs.map(({ reads }) => reads)), warm: middle(runs.map(({ warm }) => warm.ms)), warmReads: Math.max(...runs.map(({ warm }) => warm.reads)) };
  } finally {
    rmSync(persist, { recursive: true, force: true });
  }
}

const SERIES = {
  operations: { title: "operations in the document", run: () => perProject([3, 30, 300, 3000], (count) => largeDocument(count)) },
  projects: { title: "projects in one isolate", run: projects },
  mocks: { title: "custom mocks of the endpoint, none of which fits", run: () => perProject([1, 10, 100, 200], smallDocument, withMocks) },
  rules: { title: "name rules of the project", run: () => perProject([1, 10, 100, 200], smallDocument, withRules) },
};

const include = (name) => !wished || wished.includes(name);
const series = [];
for (const [name, { title, run }] of Object.entries(SERIES)) {
  if (!include(name)) continue;
  console.log(`▸ ${title}`);
  const points = await run();
  console.log(points.map(([count, cpu]) => `  ${count}: ${short(cpu)} µs`).join("\n"));
  series.push({ name, title, points });
}
if (include("imports")) console.log("▸ imports");
const imported = include("imports") ? await imports() : [];
if (include("cold")) console.log("▸ a new process");
const start = include("cold") ? await cold() : undefined;
if (start) console.log(`  first answer ${short(start.ms)} ms, ${start.reads} reads of KV; the next ${short(start.warm)} ms, ${start.warmReads} reads`);

if (!wished && !process.argv.includes("--keep")) {
  const rows = series.map(({ title, points }) => `| ${title} | ${points.map(([count, cpu]) => `${count.toLocaleString("en")}: ${short(cpu)}`).join(" · ")} | ${(points.at(-1)[1] / points[0][1]).toFixed(2)} |`);
  const text = `# Growth

\`npm run growth\`, ${new Date().toISOString().slice(0, 10)}. The same small answer, with more and more around it; processor time of one request in µs,
HTTP included, measured in turns.

![](growth.svg)

| what there is more of | µs per request | last ÷ first |
| --- | --- | ---: |
${rows.join("\n")}

Operations are found in a trie, projects in a table, and name rules were applied at import: none of these should cost anything. An
endpoint with custom mocks reads the request's headers, and tries conditions until those of one mock hold.

## Imports

Processor time of the whole of it: reading, compiling, sampling bodies, storing, publishing. Memory is what the process grew by, which
includes local storage.

| document | operations | processor s | s | memory MB | |
| ---: | ---: | ---: | ---: | ---: | --- |
${imported.map((one) => `| ${one.megabytes.toFixed(1)} MB | ${one.operations.toLocaleString("en")} | ${short(one.cpu)} | ${short(one.seconds)} | ${short(one.memory)} | ${one.outcome || "imported"} |`).join("\n")}

## A new process

First answer after ${short(start.ms)} ms (${short(start.cpu)} ms of processor) with ${start.reads} reads of KV, the next after ${short(start.warm)} ms with ${start.warmReads}. Before
it, V8 has compiled the wasm: \`npm run startup\`.
`;
  mkdirSync(RESULTS, { recursive: true });
  writeFileSync(path.join(RESULTS, "growth.md"), text);
  writeFileSync(path.join(RESULTS, "growth.svg"), lines("Processor time of a small answer, by what there is around it", { x: "how many", y: "µs", series }));
}
