// `npm run soak [-- --seconds 180 --connections 100]`: the built Worker under load for minutes while KV fails in every way, each
// answer compared; fails where one is wrong, where something does not recover, or memory grows.
import { spawnSync } from "node:child_process";
import { build } from "./build.mjs";
import { modernNode } from "./lib/packages.mjs";
import { inProject, ROOT } from "./lib/project.mjs";
import { main } from "./lib/report.mjs";
import { prepare } from "./setup.mjs";

await main(async () => {
  await build(await prepare());
  const { status } = spawnSync(modernNode(), [inProject("tests/e2e/soak.mjs"), ...process.argv.slice(2)], { cwd: ROOT, stdio: "inherit" });
  process.exitCode = status ?? 1;
});
