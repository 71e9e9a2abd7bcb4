// Requests per second of the built Worker, as a share of what a JavaScript Worker reaches that answers a constant body of the
// same size. Both run in workerd and are loaded in turn: machine noise hits both. Nothing is between the load generator and them,
// unless `--proxied` asks for Miniflare's own entry Worker, whose cost is added to both. Run by `npm run bench`.
import { readFileSync } from "node:fs";
import { showcase } from "../../scripts/lib/demo.mjs";
import { startBuiltWorker, startScript } from "../../scripts/lib/local-worker.mjs";
import { inProject } from "../../scripts/lib/project.mjs";
import { load, quantile } from "./load.mjs";

const quick = process.argv.includes("--quick");
const direct = !process.argv.includes("--proxied");
const CONNECTIONS = 16;
const ROUNDS = quick ? 3 : 16;
const SECONDS = quick ? 0.5 : 0.75;
// V8 compiles wasm again, function by function, while it is hot: that takes some ten thousand requests.
const WARM_SECONDS = quick ? 2 : 12;
const AIM = 0.8;
const ADMIN_TOKEN = "bench";
const PROJECT = 1;

const document = readFileSync(inProject("schemas/petstore.yaml"), "utf8");
const edgemock = await startBuiltWorker({ direct, vars: { ADMIN_TOKEN } });
let worst = Infinity;
let failures = 0;
try {
  await publish();
  for (const where of showcase(document).slice(0, 2)) worst = Math.min(worst, await compare(where));
} finally {
  await edgemock.stop();
}
console.log(worst >= AIM ? `The aim of ${AIM} is reached.` : `The aim of ${AIM} is missed.`);
if (failures) {
  console.log(`${failures} answers were not 200: the figures are worth nothing.`);
  process.exitCode = 1;
}

async function manage(method, where, body) {
  const headers = { authorization: `Bearer ${ADMIN_TOKEN}`, "content-type": "application/json" };
  const response = await fetch(edgemock.url + where, { method, headers, body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`${method} ${where} answered ${response.status}: ${await response.text()}`);
}

async function publish() {
  await manage("POST", "/v1/projects", { id: PROJECT, name: "Bench" });
  await manage("POST", `/v1/projects/${PROJECT}/import-openapi`, { input: document });
  await manage("PATCH", `/v1/projects/${PROJECT}/mock-settings`, { cloudMock: true, access: "public" });
}

/** Some bodies of a mock, once it is published. */
async function sample(url) {
  const bodies = [];
  for (let attempt = 0; attempt < 200 && bodies.length < 51; attempt += 1) {
    const response = await fetch(url);
    const body = await response.text();
    if (response.ok) bodies.push(body);
    else await new Promise((resolve) => setTimeout(resolve, 100));
  }
  if (!bodies.length) throw new Error(`${url} does not answer 200`);
  return bodies.sort((one, other) => one.length - other.length);
}

/** Loads the mock at `where` and its constant counterpart in turn, prints the figures, gives the ratio. */
async function compare(where) {
  const url = `${edgemock.url}/m1/${PROJECT}-0-default${where}`;
  const bodies = await sample(url);
  const body = bodies[Math.floor(bodies.length / 2)];
  const constant = await startScript(
    `const body = ${JSON.stringify(body)};
     const headers = { "content-type": "application/json", "cache-control": "no-store" };
     export default { fetch() { return new Response(body, { headers }); } };`,
    { direct },
  );
  try {
    const servers = [{ name: "edgemock", url }, { name: "constant", url: constant.url }];
    for (const server of servers) {
      server.rounds = [];
      await load(server.url, { connections: CONNECTIONS, seconds: WARM_SECONDS });
    }
    for (let round = 0; round < ROUNDS; round += 1) {
      // Whoever comes second finds a warmer machine: change places.
      for (const server of round % 2 ? [...servers].reverse() : servers) {
        server.rounds.push(await load(server.url, { connections: CONNECTIONS, seconds: SECONDS }));
      }
    }
    return report(where, body, servers);
  } finally {
    await constant.stop();
  }
}

function report(where, body, servers) {
  console.log(`GET ${where}  (${Buffer.byteLength(body)} bytes of JSON, ${CONNECTIONS} connections, ${ROUNDS} × ${SECONDS} s each)`);
  for (const { name, rounds } of servers) {
    const latencies = rounds.flatMap((round) => round.latencies).sort((one, other) => one - other);
    const perSecond = middle(rounds.map((round) => round.perSecond));
    failures += rounds.reduce((sum, round) => sum + round.failures, 0);
    console.log(
      `  ${name.padEnd(9)} ${Math.round(perSecond).toLocaleString("en").padStart(8)} requests/s` +
        `   p50 ${quantile(latencies, 0.5).toFixed(2)} ms   p99 ${quantile(latencies, 0.99).toFixed(2)} ms`,
    );
  }
  const [ours, theirs] = servers.map(({ rounds }) => rounds.map((round) => round.perSecond));
  const ratios = ours.map((perSecond, round) => perSecond / theirs[round]);
  console.log(`  ratio     ${middle(ratios).toFixed(2)}   (rounds: ${ratios.map((ratio) => ratio.toFixed(2)).join(" ")})\n`);
  return middle(ratios);
}

function middle(values) {
  return quantile([...values].sort((one, other) => one - other), 0.5);
}
