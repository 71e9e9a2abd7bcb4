// `npm run import-cost`: what large documents cost the built Worker; benches/worker/import-cost.mjs tells the options.
import { spawnSync } from "node:child_process";
import { build } from "./build.mjs";
import { modernNode } from "./lib/packages.mjs";
import { inProject, ROOT } from "./lib/project.mjs";
import { main } from "./lib/report.mjs";
import { prepare } from "./setup.mjs";

await main(async () => {
  await build(await prepare());
  const { status } = spawnSync(modernNode(), [inProject("benches/worker/import-cost.mjs"), ...process.argv.slice(2)], { cwd: ROOT, stdio: "inherit" });
  process.exitCode = status ?? 1;
});
