// `npm run contract`: many more requests against the management API than `npm test` makes, other ones each time, judged by its
// OpenAPI document. `-- --seconds=600` says for how long.
import { build } from "./build.mjs";
import { modernNode } from "./lib/packages.mjs";
import { run } from "./lib/process.mjs";
import { ROOT } from "./lib/project.mjs";
import { main, note, Problem } from "./lib/report.mjs";
import { prepare } from "./setup.mjs";

await main(async () => {
  const seconds = Number(process.argv.find((option) => option.startsWith("--seconds="))?.slice(10) ?? 300);
  if (!(seconds >= 1)) throw new Problem("--seconds has to be a number.", { next: "npm run contract -- --seconds=600" });
  await build(await prepare());
  note(`Requests for ${seconds} s …`);
  const args = ["--test", "--test-reporter=spec", "--test-name-pattern=Schemathesis", "tests/e2e/contract.test.mjs"];
  const env = { NO_COLOR: "1", FORCE_COLOR: "0", EDGEMOCK_CONTRACT_SECONDS: String(seconds) };
  const { code, output } = await run(modernNode(), args, { cwd: ROOT, env, limitMs: (seconds + 300) * 1000 });
  note(output);
  if (code !== 0) throw new Problem("The server does not keep to its document.", { next: "Mend what the report names, in the server or in schemas/management." });
});
