// What `npm run bench` measures: edgemock beside a Worker that answers a constant, a Worker written by hand with
// json-schema-faker, Prism and Mockoon. All serve the same document on this machine; within a round each is loaded in turn, so
// that whatever else the machine does hits all of them. Processor time per request is the figure to trust: unlike requests per
// second it does not depend on who else wants the processor. `--quick` for a first look, `--only NAME,NAME`, `--keep` to
// leave the committed results alone.
import { mkdirSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import path from "node:path";
import { inProject, TOOLS } from "../../scripts/lib/project.mjs";
import { endChildren } from "../../scripts/lib/process.mjs";
import { bars, short } from "./chart.mjs";
import { largeDocument, LIST_ITEMS, schemaOf, smallDocument } from "./documents.mjs";
import { load, quantile, warm } from "./load.mjs";
import { cpuOf, memoryOf } from "./processes.mjs";
import { constant, edgemock, faker, mockoon, prismDynamic, prismStatic } from "./servers.mjs";

const quick = process.argv.includes("--quick");
const wished = process.argv.includes("--only") ? process.argv[process.argv.indexOf("--only") + 1].split(",") : undefined;
const CONNECTIONS = 16;
/** A process may be faster or slower than its like for as long as it lives, by more than what is to be found out: so all start several times. */
const STARTS = quick ? 1 : 4;
/** Short ones, and many: what else the machine does, it often does for seconds, and it is to hit all in a turn alike. */
const ROUNDS = quick ? 6 : 12;
const SECONDS = 0.25;
/** Requests before anything is measured: of Workers, and of programs that answer some hundred a second. */
const WARM_REQUESTS = quick ? 5000 : 30_000;
const WARM_SLOW = 500;
const WARM_SECONDS = 10;
const FOLDER = path.join(TOOLS, "bench");
const RESULTS = inProject("benches/results");
const LARGE_OPERATIONS = 1000;

const FLOOR = "constant";
const PROGRAMS = {
  edgemock,
  [FLOOR]: constant,
  "json-schema-faker": faker,
  "Prism static": prismStatic,
  "Prism dynamic": prismDynamic,
  Mockoon: mockoon,
};
const LOADS = [
  {
    document: smallDocument(),
    endpoints: [
      { title: "a small object", path: "/products/{id}", where: "/products/7" },
      { title: `a list of ${LIST_ITEMS} rich objects`, path: "/orders", where: "/orders" },
    ],
  },
  {
    document: largeDocument(LARGE_OPERATIONS),
    endpoints: [{ title: `the largest operation of ${(LARGE_OPERATIONS + 1).toLocaleString("en")}`, path: "/large", where: "/large" }],
  },
];

const middle = (values) => quantile([...values].sort((one, other) => one - other), 0.5);
const results = [];
try {
  for (const one of LOADS) results.push(...(await measure(one)));
} finally {
  await endChildren();
}
report(results);

/** Some bodies of a mock, once it is published; the one of middle length. */
async function bodyOf(url) {
  const bodies = [];
  for (let attempt = 0; attempt < 200 && bodies.length < 21; attempt += 1) {
    const response = await fetch(url);
    const body = await response.text();
    if (response.ok) bodies.push(body);
    else await new Promise((resolve) => setTimeout(resolve, 100));
  }
  if (!bodies.length) throw new Error(`${url} does not answer 200`);
  return bodies.sort((one, other) => one.length - other.length)[bodies.length >> 1];
}

/** Starts all programs on a document, several times, and loads each endpoint of it; gives one result an endpoint. */
async function measure({ document, endpoints }) {
  const measured = endpoints.map(({ title, where }) => ({ title, where, servers: new Map() }));
  for (let start = 1; start <= STARTS; start += 1) {
    console.log(`▸ start ${start} of ${STARTS}`);
    const ours = await edgemock({ document });
    const bodies = {};
    for (const { where } of endpoints) bodies[where] = await bodyOf(ours.at(where));
    const schemas = Object.fromEntries(endpoints.map((endpoint) => [endpoint.where, schemaOf(document, endpoint.path)]));
    const running = [{ name: "edgemock", ...ours }];
    try {
      for (const [name, begin] of Object.entries(PROGRAMS)) {
        if (name === "edgemock" || (wished && name !== FLOOR && !wished.includes(name))) continue;
        try {
          running.push({ name, ...(await begin({ document, bodies, schemas, folder: FOLDER })) });
        } catch (error) {
          console.log(`  ${name} is left out: ${error.message}`);
        }
      }
      for (const one of measured) {
        one.bytes ??= Buffer.byteLength(bodies[one.where]);
        await endpoint(one, running);
      }
    } finally {
      for (const { stop } of running) await stop();
    }
  }
  return measured.map(({ servers, ...rest }) => ({ ...rest, rows: [...servers.values()].map(row) }));
}

/** Loads one endpoint of all that are running, in turns, and adds the rounds to those of earlier starts. */
async function endpoint({ title, where, bytes, servers: all }, running) {
  console.log(`  ${title}: GET ${where}, ${bytes.toLocaleString("en")} bytes`);
  const servers = [];
  for (const server of running) {
    const url = server.at(where);
    const first = await load(url, { connections: 1, seconds: 0.2 });
    const usable = first.requests > 0 && first.failures === 0;
    if (!usable) console.log(`    ${server.name} does not answer 200 here`);
    else servers.push({ ...server, url, rounds: [] });
  }
  for (const { name, url } of servers) {
    const isWorker = name === "edgemock" || name === FLOOR;
    await warm(url, { connections: CONNECTIONS, requests: isWorker ? WARM_REQUESTS : WARM_SLOW, seconds: WARM_SECONDS });
  }
  for (let round = 0; round < ROUNDS; round += 1) {
    // Whoever comes second finds a warmer machine: change places.
    for (const server of round % 2 ? [...servers].reverse() : servers) {
      const before = cpuOf(server.pid);
      const loaded = await load(server.url, { connections: CONNECTIONS, seconds: SECONDS });
      server.rounds.push({ ...loaded, cpu: ((cpuOf(server.pid) - before) * 1000) / loaded.requests });
    }
  }
  const floor = servers.find(({ name }) => name === FLOOR);
  if (!floor) throw new Error(`the ${FLOOR} Worker, which all are compared with, does not run`);
  for (const { name, pid, rounds } of servers) {
    // Round by round, as neighbours in time share the noise.
    const compared = rounds.map((round, at) => ({ ...round, share: round.perSecond / floor.rounds[at].perSecond, cpuShare: floor.rounds[at].cpu / round.cpu }));
    const before = all.get(name)?.rounds ?? [];
    all.set(name, { name, rounds: [...before, ...compared], memory: memoryOf(pid) / 2 ** 20 });
    const of = (what) => middle(compared.map((round) => round[what]));
    console.log(`    ${name.padEnd(18)} ${short(of("perSecond")).padStart(7)}/s  ${short(of("cpu"))} µs  ${of("share").toFixed(2)} of ${FLOOR}, ${of("cpuShare").toFixed(2)} by processor`);
  }
}

/** What all rounds of a server come to. */
function row({ name, rounds, memory }) {
  const latencies = rounds.flatMap((round) => round.latencies).sort((one, other) => one - other);
  const of = (what) => middle(rounds.map((round) => round[what]));
  const failures = rounds.reduce((sum, round) => sum + round.failures, 0);
  return { name, perSecond: of("perSecond"), p50: quantile(latencies, 0.5), p99: quantile(latencies, 0.99), cpu: of("cpu"), memory, failures, share: of("share"), cpuShare: of("cpuShare") };
}

/** What was aimed at, and what came out. */
function aims() {
  const [small, list] = results;
  const row = (result, name) => result.rows.find((one) => one.name === name);
  const list_ = [
    ["share of the constant Worker's requests per second, small object", 0.85, row(small, "edgemock").share],
    ["the same by processor time", 0.85, row(small, "edgemock").cpuShare],
    ["times the json-schema-faker Worker, list", 5, row(list, "edgemock").perSecond / row(list, "json-schema-faker")?.perSecond],
    ["times Prism dynamic, list", 10, row(list, "edgemock").perSecond / row(list, "Prism dynamic")?.perSecond],
  ].map(([what, aim, value]) => ({ what, aim: `≥ ${aim}`, value, met: value >= aim }));
  const p99 = row(small, "edgemock").p99 / row(small, FLOOR).p99;
  return [...list_, { what: "p99 as a multiple of the constant Worker's, small object", aim: "≤ 2", value: p99, met: p99 <= 2 }].filter(({ value }) => Number.isFinite(value));
}

function report(measured) {
  const failed = measured.flatMap(({ title, rows }) => rows.filter((row) => row.failures).map((row) => ({ title, ...row })));
  for (const { title, name, failures } of failed) console.log(`${name} failed ${failures} times (${title})`);
  const table = measured.map(({ title, where, bytes, rows }) => {
    const lines = rows.map((row) => `| ${[row.name, short(row.perSecond), row.share.toFixed(2), short(row.p50), short(row.p99), short(row.cpu), row.cpuShare.toFixed(2), short(row.memory)].join(" | ")} |`);
    return [
      `## ${title[0].toUpperCase()}${title.slice(1)}: \`GET ${where}\`, ${bytes.toLocaleString("en")} bytes`,
      "",
      "| | requests/s | share of constant | p50 ms | p99 ms | processor µs/request | share by processor | memory MB |",
      "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
      ...lines,
    ].join("\n");
  });
  const aimed = aims().map(({ what, aim, value, met }) => `| ${what} | ${aim} | ${short(value)} | ${met ? "met" : "missed"} |`);
  const text = `# Beside others

\`npm run bench\`, ${new Date().toISOString().slice(0, 10)}: ${CONNECTIONS} connections, ${STARTS * ROUNDS} rounds of ${SECONDS} s each, in turns, all servers started ${STARTS} times, on ${cpus().length} × ${cpus()[0]?.model.trim() ?? "unknown"}.
**constant** is a Worker that returns one fixed string: no Worker is faster. **json-schema-faker** is a Worker as one would write it by hand.
Other work on the machine blurs requests per second and latencies; processor time per request it blurs much less.

![](bench.svg)

| aim | | measured | |
| --- | --- | ---: | --- |
${aimed.join("\n")}

${table.join("\n\n")}
`;
  console.log(`\n${text}`);
  if (failed.some(({ name }) => name === "edgemock" || name === FLOOR)) {
    console.log("edgemock or the Worker it is compared with failed: the figures are worth nothing.");
    process.exitCode = 1;
  } else if (!process.argv.includes("--keep")) {
    mkdirSync(RESULTS, { recursive: true });
    writeFileSync(path.join(RESULTS, "bench.md"), text);
    const groups = measured.map(({ title, rows }) => ({ title, bars: rows.map(({ name, cpu }) => ({ name, value: cpu })) }));
    writeFileSync(path.join(RESULTS, "bench.svg"), bars("Processor time per request (less is better)", "µs", groups));
  }
}
