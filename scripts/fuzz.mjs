// `npm run fuzz`: every fuzz target for a minute, from the seeds that are kept. `-- pattern route` picks targets,
// `-- --seconds=10` another time. What fails is written to fuzz/artifacts; keep it as a test.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { inProject, ROOT } from "./lib/project.mjs";
import { main, note, Problem } from "./lib/report.mjs";

const TARGETS = ["document_import", "postman", "convert", "plan_generate", "pattern", "expression", "template", "route", "request", "plan_decode"];

await main(async () => {
  const options = process.argv.slice(2);
  const seconds = Number(options.find((option) => option.startsWith("--seconds="))?.slice(10) ?? 60);
  const chosen = options.filter((option) => !option.startsWith("--"));
  // libFuzzer's instrumentation needs unstable flags; this lets the stable compiler take them.
  const env = { ...process.env, RUSTC_BOOTSTRAP: "1" };
  if (spawnSync("cargo", ["fuzz", "--version"], { env }).status !== 0) {
    throw new Problem("cargo-fuzz is not installed.", { next: "Install it once: cargo install cargo-fuzz --locked" });
  }
  const failed = [];
  for (const target of chosen.length > 0 ? chosen : TARGETS) {
    note(`${target}, ${seconds} s`);
    // New inputs go to the first folder; the seeds stay as they are.
    const corpus = inProject("fuzz", "corpus", target);
    mkdirSync(corpus, { recursive: true });
    const limits = [`-max_total_time=${seconds}`, "-timeout=25", "-rss_limit_mb=2048", "-max_len=4096"];
    const seeds = inProject("fuzz", "seeds", target);
    const folders = existsSync(seeds) ? [corpus, seeds] : [corpus];
    const { status } = spawnSync("cargo", ["fuzz", "run", target, ...folders, "--", ...limits], { cwd: ROOT, env, stdio: "inherit" });
    if (status !== 0) failed.push(target);
  }
  if (failed.length > 0) throw new Problem(`${failed.join(", ")} failed.`, { next: "The input is in fuzz/artifacts; run it again with: cargo fuzz run TARGET FILE" });
});
