// `npm run bench`: edgemock beside a constant Worker, json-schema-faker in a Worker, Prism and Mockoon; what it prints is also
// written to benches/results/. `-- --quick` for a first look; benches/worker/run.mjs tells the other options. Peers are installed into
// .tools/bench at pinned versions.
import { spawnSync } from "node:child_process";
import path from "node:path";
import { build } from "./build.mjs";
import { modernNode } from "./lib/packages.mjs";
import { installPeers } from "./lib/peers.mjs";
import { inProject, ROOT, TOOLS } from "./lib/project.mjs";
import { main, note } from "./lib/report.mjs";
import { prepare } from "./setup.mjs";

const PEERS = { "@mockoon/cli": "9.9.0", "@stoplight/prism-cli": "5.16.0", "json-schema-faker": "0.6.3" };
const FOLDER = path.join(TOOLS, "bench");

await main(async () => {
  await build(await prepare());
  await installPeers(FOLDER, PEERS);
  note("Measuring; other work on this machine blurs the figures.\n");
  const { status } = spawnSync(modernNode(), [inProject("benches/worker/run.mjs"), ...process.argv.slice(2)], { cwd: ROOT, stdio: "inherit" });
  process.exitCode = status ?? 1;
});
