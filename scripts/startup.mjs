// `npm run startup`: what a new isolate pays for the built Worker before its first answer: V8's compilation of its wasm modules
// (the runtime compiles all that are uploaded, QuickJS too, whether they are used or not) and the instantiation of its own. Each
// run is a process of its own, best of several. Beside it a module is compiled that never changes: what is more than 5 % above
// benches/budget.json, relative to that, fails. `-- --accept` makes what was measured the budget.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { accept, judge, sizes } from "./lib/budget.mjs";
import { calibrationWasm } from "./lib/calibration-wasm.mjs";
import { modernNode } from "./lib/packages.mjs";
import { inProject } from "./lib/project.mjs";
import { main, note, Problem } from "./lib/report.mjs";

/** Milliseconds that compiling and instantiating the Worker's own wasm may take together, at best, on a slow machine. */
const BUDGET_MS = 30;
const RUNS = 21;
const WASM = inProject("build", "index_bg.wasm");

/**
 * Run in a fresh process: nothing is compiled or cached yet. Imports are empty functions, none is called. Processor time counts the
 * threads that V8 compiles with, and not what other processes take of the machine.
 */
const MEASURE = `
  const { readFileSync } = require("node:fs");
  const [own, quickjs, calibration] = process.argv.slice(1).map((file) => readFileSync(file));
  const timed = (work) => {
    const [cpu, began] = [process.cpuUsage(), performance.now()];
    const made = work();
    const wall = performance.now() - began;
    const { user, system } = process.cpuUsage(cpu);
    return [made, wall, (user + system) / 1000];
  };
  const [, , base] = timed(() => new WebAssembly.Module(calibration));
  const [wasm, wall, compile] = timed(() => new WebAssembly.Module(own));
  const [, , quick] = timed(() => new WebAssembly.Module(quickjs));
  const imports = {};
  for (const { module, name, kind } of WebAssembly.Module.imports(wasm)) {
    (imports[module] ??= {})[name] = kind === "tag" ? (WebAssembly.JSTag ?? new WebAssembly.Tag({ parameters: ["externref"] })) : () => {};
  }
  const [, wallInstance, instantiate] = timed(() => new WebAssembly.Instance(wasm, imports));
  console.log(JSON.stringify({ base, compile, quick, instantiate, wall: wall + wallInstance }));
`;

await main(async () => {
  if (!statSync(WASM, { throwIfNoEntry: false })) throw new Problem("There is no built Worker.", { next: "Build it: npm run build" });
  const folder = mkdtempSync(path.join(tmpdir(), "edgemock-startup-"));
  const calibration = path.join(folder, "calibration.wasm");
  writeFileSync(calibration, calibrationWasm());
  const files = [WASM, inProject("build", "quickjs.wasm"), calibration];
  const runs = Array.from({ length: RUNS }, () => {
    const { status, stdout, stderr } = spawnSync(modernNode(), ["-e", MEASURE, ...files], { encoding: "utf8" });
    if (status !== 0) throw new Problem(`The wasm does not start: ${stderr.trim()}`, { next: "Build it again: npm run build" });
    return JSON.parse(stdout);
  });
  rmSync(folder, { recursive: true });
  const best = (name) => Math.min(...runs.map((run) => run[name]));
  const bytes = sizes();
  const startup = { "compile": best("compile") / best("base"), "compile QuickJS": best("quick") / best("base"), "instantiate": best("instantiate") / best("base") };
  const weight = judge("bytes", bytes, (value) => `${Math.round(value / 1024).toLocaleString("en")} KiB`);
  const time = judge("startup", startup, (value) => value.toFixed(3));
  note(`Sizes\n${weight.lines.join("\n")}\n\nProcessor time as a multiple of the calibration's ${best("base").toFixed(1)} ms\n${time.lines.join("\n")}\n`);
  note(`On this machine, at best: ${best("wall").toFixed(1)} ms until the wasm is instantiated; ${(best("compile") + best("instantiate")).toFixed(1)} ms of processor time.`);
  note(`The aim is ${BUDGET_MS} ms: ${Math.min(best("wall"), best("compile") + best("instantiate")) <= BUDGET_MS ? "reached" : "missed, on a machine that is slow or busy"}.`);
  if (process.argv.includes("--accept")) {
    accept(bytes, startup);
    note("This is the budget now.");
    return;
  }
  const over = [...weight.over, ...time.over];
  if (over.length) {
    throw new Problem(`More than 5 % above the budget, or without one: ${over.join(", ")}.`, {
      next: ["Find out what grew, or make it the budget: npm run startup -- --accept"],
    });
  }
});
