// `npm run growth`: what an answer and an import cost where there is more of everything; benches/worker/growth.mjs tells the options.
import { spawnSync } from "node:child_process";
import { build } from "./build.mjs";
import { modernNode } from "./lib/packages.mjs";
import { inProject, ROOT } from "./lib/project.mjs";
import { main, note } from "./lib/report.mjs";
import { prepare } from "./setup.mjs";

await main(async () => {
  await build(await prepare());
  note("Measuring; other work on this machine blurs the figures.\n");
  const { status } = spawnSync(modernNode(), [inProject("benches/worker/growth.mjs"), ...process.argv.slice(2)], { cwd: ROOT, stdio: "inherit" });
  process.exitCode = status ?? 1;
});
