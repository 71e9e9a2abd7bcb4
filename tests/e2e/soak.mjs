// Load for a while, with one fault after another: `npm run soak`, and for some seconds in soak.test.mjs. Every answer is compared.
//
//   npm run soak -- --seconds 180 --connections 100
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { answers, exactly, openapi } from "./documents.mjs";
import { startEdgemock } from "./harness.mjs";

const SOUND = { failReads: false, failWrites: false, slowReads: 0, slowWrites: 0, lose: "", damage: "", chance: 1 };
/** What happens to KV in turns. `harmless`: callers who were served before must not notice. */
const PHASES = [
  { name: "sound", faults: {}, harmless: true },
  { name: "slow", faults: { slowReads: 400, slowWrites: 200 }, harmless: true },
  { name: "reads fail", faults: { failReads: true }, harmless: true },
  { name: "writes fail", faults: { failWrites: true }, harmless: true },
  { name: "half of all fails", faults: { failReads: true, chance: 0.5 }, harmless: true },
  { name: "packs are lost", faults: { lose: "pack:", chance: 0.3 } },
  { name: "packs are cut", faults: { damage: "cut", chance: 0.3 } },
  { name: "packs are corrupted", faults: { damage: "flip", chance: 0.3 } },
  { name: "the instance is lost", faults: {}, crash: true },
];
const PROJECTS = 3;
const ENDPOINTS = 20;
/** A request that takes longer is lost. */
const LOST_MS = 15_000;

const document = (project, version) =>
  openapi(Object.fromEntries(Array.from({ length: ENDPOINTS }, (_, endpoint) => [`/e${endpoint}`, { get: answers(exactly({ project, endpoint, version, filler: "x".repeat(2000) })) }])));

/** The memory of the workerd that this process started, in megabytes; `undefined` where the system does not tell. */
function megabytes() {
  try {
    const sizes = readdirSync("/proc").filter((name) => /^\d+$/.test(name)).map((pid) => {
      try {
        const [, command, parent] = /^\d+ \((.*)\) \S (\d+)/.exec(readFileSync(`/proc/${pid}/stat`, "utf8"));
        if (!command.startsWith("workerd") || Number(parent) !== process.pid) return 0;
        return Number(/^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))[1]) / 1024;
      } catch {
        return 0;
      }
    });
    return Math.max(...sizes) || undefined;
  } catch {
    return undefined;
  }
}

const middle = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

/** Runs it and gives what was counted: `{requests, unavailable, lost, imports, phases, memory}`. What is wrong is thrown. */
export async function soak({ seconds, connections = 100, tell = () => {} }) {
  const edgemock = await startEdgemock();
  try {
    return await run(edgemock, { seconds, connections, tell });
  } finally {
    await edgemock.stop();
  }
}

async function run(edgemock, { seconds, connections, tell }) {
  const projects = [];
  for (let index = 0; index < PROJECTS; index += 1) {
    const id = await edgemock.project();
    projects.push({ id, wanted: 0, acknowledged: 0, seen: 0 });
    await load(edgemock, projects[index], 1);
  }
  const counts = { requests: 0, unavailable: 0, lost: 0, imports: 0, phases: {} };
  const wrong = [];
  const memory = [];
  let phase = PHASES[0];
  let crashes = 0;
  let over = false;
  // Every endpoint is served once before anything fails.
  for (const project of projects) for (let endpoint = 0; endpoint < ENDPOINTS; endpoint += 1) await ask(project, endpoint);

  async function ask(project, endpoint) {
    const [began, crashed, seen] = [phase, crashes, project.seen];
    const harmless = () => began.harmless && phase.harmless && crashed === crashes;
    const fault = (what) => wrong.push(`${what} (project ${project.id}, endpoint ${endpoint}, while ${began.name}/${phase.name})`);
    counts.requests += 1;
    let status;
    let text;
    try {
      const response = await edgemock.fetch(`/m1/${project.id}-0-default/e${endpoint}`, { signal: AbortSignal.timeout(LOST_MS) });
      status = response.status;
      text = await response.text();
    } catch (error) {
      counts.lost += 1;
      // Whoever waits in an instance that is lost, waits for nothing.
      if (crashed === crashes) fault(`no answer: ${error.cause?.code ?? error.message}`);
      return;
    }
    if (status === 503) {
      counts.unavailable += 1;
      counts.phases[began.name].unavailable += 1;
      return;
    }
    if (status !== 200) {
      // A request that was in the instance when it was lost ends with the runtime's own error.
      if (!(status === 500 && crashed !== crashes)) fault(`status ${status}: ${text.slice(0, 200)}`);
      return;
    }
    const body = JSON.parse(text);
    if (body.project !== project.id || body.endpoint !== endpoint || body.filler.length !== 2000) fault(`another answer: ${text.slice(0, 100)}`);
    if (body.version > project.wanted) fault(`version ${body.version} of ${project.wanted}`);
    // Without a loss, nobody is taken back; with one, to the release before.
    if (body.version < seen - (harmless() ? 0 : 1)) fault(`version ${body.version} after ${seen}`);
    project.seen = Math.max(project.seen, body.version);
  }

  async function caller() {
    while (!over) await ask(projects[Math.floor(Math.random() * PROJECTS)], Math.floor(Math.random() * ENDPOINTS));
  }

  async function editor() {
    while (!over) {
      await sleep(1500);
      const project = projects[Math.floor(Math.random() * PROJECTS)];
      const version = project.wanted + 1;
      const imported = () => load(edgemock, project, version).then(() => true);
      // Nor does an import that is in an instance when that is lost: it is sent again.
      const lost = () => sleep(LOST_MS).then(() => false);
      while (!(await Promise.race([imported(), lost()]).catch((error) => wrong.push(`import: ${error.message}`))));
      counts.imports += 1;
    }
  }

  for (const { name } of PHASES) counts.phases[name] = { unavailable: 0 };
  const working = [...Array.from({ length: connections }, caller), editor()];
  const each = Math.max(500, Math.min(5000, (seconds * 1000) / PHASES.length / 2));
  for (const end = Date.now() + seconds * 1000; Date.now() < end; ) {
    for (phase of PHASES) {
      if (phase.crash) {
        crashes += 1;
        await edgemock.fetch("/__test/crash", { method: "POST" });
      }
      await edgemock.kvFaults({ ...SOUND, ...phase.faults });
      await sleep(each);
      memory.push(megabytes());
      tell(`${phase.name}: ${counts.requests} requests, ${counts.unavailable} times 503, ${Math.round(memory.at(-1) ?? 0)} MB`);
      if (wrong.length > 20) break;
    }
    if (wrong.length > 20) break;
  }
  over = true;
  phase = PHASES[0];
  await edgemock.kvFaults(SOUND);
  await Promise.all(working);
  await recovered(edgemock, projects);
  assert.deepEqual(wrong.slice(0, 20), [], "what was wrong");
  const known = memory.filter(Boolean);
  const [early, late] = [known.slice(0, known.length / 2), known.slice(-Math.ceil(known.length / 2))].map(middle);
  return { ...counts, memory: { early, late, most: Math.max(...known) } };
}

async function load(edgemock, project, version) {
  project.wanted = version;
  const where = `/v1/projects/${project.id}/import-openapi`;
  const { status, body } = await edgemock.manage("POST", where, { input: document(project.id, version) });
  if (status !== 200) throw new Error(`${where} answered ${status}: ${JSON.stringify(body)}`);
  project.acknowledged = version;
}

/** Everything is at its newest, without anybody's help. */
async function recovered(edgemock, projects) {
  for (const project of projects) {
    for (let endpoint = 0; endpoint < ENDPOINTS; endpoint += 1) {
      for (const end = Date.now() + 60_000; ; await sleep(200)) {
        const response = await edgemock.fetch(`/m1/${project.id}-0-default/e${endpoint}`);
        const text = await response.text();
        if (response.status === 200 && JSON.parse(text).version === project.acknowledged) break;
        assert.ok(Date.now() < end, `project ${project.id}, endpoint ${endpoint}: ${response.status} ${text.slice(0, 100)} instead of ${project.acknowledged}`);
      }
    }
  }
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { values } = parseArgs({ options: { seconds: { type: "string", default: "180" }, connections: { type: "string", default: "100" } } });
  const result = await soak({ seconds: Number(values.seconds), connections: Number(values.connections), tell: console.log });
  console.log(JSON.stringify(result, null, 2));
  const { early, late } = result.memory;
  if (late > early * 1.3 + 64) {
    console.error(`Memory grew from ${Math.round(early)} to ${Math.round(late)} MB.`);
    process.exitCode = 1;
  }
}
