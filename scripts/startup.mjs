// `npm run startup`: what a new isolate pays for the built Worker's wasm before its first answer: V8's compilation and the
// instantiation, each in a process of its own, best and middle of several. Over its budget it fails.
import { spawnSync } from "node:child_process";
import { statSync } from "node:fs";
import { modernNode } from "./lib/packages.mjs";
import { inProject } from "./lib/project.mjs";
import { main, note, Problem } from "./lib/report.mjs";

/** Milliseconds that compiling and instantiating may take together, at best. */
const BUDGET_MS = 30;
const RUNS = 15;
const WASM = inProject("build", "index_bg.wasm");

/** Run in a fresh process: nothing is compiled or cached yet. Imports are empty functions, none is called. */
const MEASURE = `
  const bytes = require("node:fs").readFileSync(process.argv[1]);
  const began = performance.now();
  const wasm = new WebAssembly.Module(bytes);
  const compiled = performance.now();
  const imports = {};
  for (const { module, name, kind } of WebAssembly.Module.imports(wasm)) {
    (imports[module] ??= {})[name] = kind === "tag" ? (WebAssembly.JSTag ?? new WebAssembly.Tag({ parameters: ["externref"] })) : () => {};
  }
  const ready = performance.now();
  new WebAssembly.Instance(wasm, imports);
  console.log(JSON.stringify([compiled - began, performance.now() - ready]));
`;

await main(async () => {
  if (!statSync(WASM, { throwIfNoEntry: false })) throw new Problem("There is no built Worker.", { next: "Build it: npm run build" });
  const runs = Array.from({ length: RUNS }, () => {
    const { status, stdout, stderr } = spawnSync(modernNode(), ["-e", MEASURE, WASM], { encoding: "utf8" });
    if (status !== 0) throw new Problem(`The wasm does not start: ${stderr.trim()}`, { next: "Build it again: npm run build" });
    return JSON.parse(stdout);
  });
  const sorted = (at) => runs.map((run) => run[at]).sort((one, other) => one - other);
  const shown = (list) => `${list[0].toFixed(1)} ms at best, ${list[RUNS >> 1].toFixed(1)} ms in the middle of ${RUNS}`;
  const [compile, instantiate] = [sorted(0), sorted(1)];
  note(`size         ${Math.round(statSync(WASM).size / 1024).toLocaleString("en")} KiB`);
  note(`compile      ${shown(compile)}`);
  note(`instantiate  ${shown(instantiate)}`);
  const best = compile[0] + instantiate[0];
  if (best > BUDGET_MS) throw new Problem(`Starting takes ${best.toFixed(1)} ms at best; the budget is ${BUDGET_MS} ms.`, { next: "See what grew: npm run build prints the size." });
  note(`within the budget of ${BUDGET_MS} ms`);
});
