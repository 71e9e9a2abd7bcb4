// `npm run wrangler -- <arguments>` and `npm run deploy`: wrangler, with a Node.js that it runs on.
import { spawnSync } from "node:child_process";
import { main } from "./lib/report.mjs";
import { preparePackages, wrangler } from "./lib/packages.mjs";
import { ROOT } from "./lib/project.mjs";

await main(async () => {
  await preparePackages();
  const { command, args, env } = wrangler();
  const { status } = spawnSync(command, [...args, ...process.argv.slice(2)], { cwd: ROOT, env: { ...process.env, ...env }, stdio: "inherit" });
  process.exitCode = status ?? 1;
});
