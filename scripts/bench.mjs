// `npm run bench`: edgemock beside a constant Worker, json-schema-faker in a Worker, Prism and Mockoon; what it prints is also
// written to benches/results/. `-- --quick` for a first look; benches/worker/run.mjs tells the other options. Peers are installed into
// .tools/bench at pinned versions.
import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { build } from "./build.mjs";
import { modernNode } from "./lib/packages.mjs";
import { run, tail } from "./lib/process.mjs";
import { inProject, readJson, ROOT, TOOLS } from "./lib/project.mjs";
import { main, note, Problem, step } from "./lib/report.mjs";
import { prepare } from "./setup.mjs";

const PEERS = { "@mockoon/cli": "9.9.0", "@stoplight/prism-cli": "5.16.0", "json-schema-faker": "0.6.3" };
const FOLDER = path.join(TOOLS, "bench");

/** Installs the peers unless they are there. Their install scripts (telemetry) do not run. */
async function installPeers() {
  const installed = (name) => readJson(path.join(FOLDER, "node_modules", name, "package.json"))?.version;
  if (Object.entries(PEERS).every(([name, version]) => installed(name) === version)) return;
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(path.join(FOLDER, "package.json"), JSON.stringify({ private: true, dependencies: PEERS }));
  await step("Peers: npm install", async (progress) => {
    const { code, output } = await run("npm", ["install", "--ignore-scripts", "--no-audit", "--no-fund"], { cwd: FOLDER, onLine: progress });
    if (code !== 0) throw new Problem("The peers cannot be installed.", { why: tail(output), next: `cd ${FOLDER} && npm install` });
  });
}

await main(async () => {
  await build(await prepare());
  await installPeers();
  note("Measuring; other work on this machine blurs the figures.\n");
  const { status } = spawnSync(modernNode(), [inProject("benches/worker/run.mjs"), ...process.argv.slice(2)], { cwd: ROOT, stdio: "inherit" });
  process.exitCode = status ?? 1;
});
