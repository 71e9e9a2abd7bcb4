// `npm run screenshots [-- name …]`: pictures of the console's pages, in docs/screenshots. A Worker with made-up data is started for it.
import { spawnSync } from "node:child_process";
import { build } from "./build.mjs";
import { modernNode } from "./lib/packages.mjs";
import { inProject, ROOT } from "./lib/project.mjs";
import { main } from "./lib/report.mjs";
import { prepare } from "./setup.mjs";

await main(async () => {
  await build(await prepare());
  const { status } = spawnSync(modernNode(), [inProject("tests/e2e/take-screenshots.mjs"), ...process.argv.slice(2)], { cwd: ROOT, stdio: "inherit" });
  process.exitCode = status ?? 1;
});
