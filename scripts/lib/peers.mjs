// Programs of others that ours are measured beside.
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { run, tail } from "./process.mjs";
import { readJson } from "./project.mjs";
import { Problem, step } from "./report.mjs";

/** Installs packages (`{name: version}`) into a folder unless they are there. Their install scripts (telemetry) do not run. */
export async function installPeers(folder, peers) {
  const installed = (name) => readJson(path.join(folder, "node_modules", name, "package.json"))?.version;
  if (Object.entries(peers).every(([name, version]) => installed(name) === version)) return;
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, "package.json"), JSON.stringify({ private: true, dependencies: peers }));
  await step("Peers: npm install", async (progress) => {
    const { code, output } = await run("npm", ["install", "--ignore-scripts", "--no-audit", "--no-fund"], { cwd: folder, onLine: progress });
    if (code !== 0) throw new Problem("The peers cannot be installed.", { why: tail(output), next: `cd ${folder} && npm install` });
  });
}
