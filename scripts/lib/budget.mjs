// What the built Worker may weigh and how long it may take to start, as benches/budget.json has it.
import { readFileSync, statSync, writeFileSync } from "node:fs";
import { inProject, readJson } from "./project.mjs";

const FILE = inProject("benches", "budget.json");
/** Growth that passes: noise, and what is too little to talk about. */
const TOLERANCE = 1.05;
const BUILT = ["index_bg.wasm", "index.js", "quickjs.wasm"];

/** Bytes of what is deployed, and of the code in its wasm: V8 checks each of these before the first answer. */
export function sizes() {
  const files = BUILT.map((name) => [name, statSync(inProject("build", name)).size]);
  return { ...Object.fromEntries(files), "code in index_bg.wasm": codeBytes(readFileSync(inProject("build", "index_bg.wasm"))) };
}

/** The length of a wasm module's code section. */
export function codeBytes(wasm) {
  let at = 8;
  const unsigned = () => {
    let [value, shift, byte] = [0, 0, 0];
    do {
      byte = wasm[at];
      at += 1;
      value += (byte & 127) * 2 ** shift;
      shift += 7;
    } while (byte & 128);
    return value;
  };
  while (at < wasm.length) {
    const id = wasm[at];
    at += 1;
    const length = unsigned();
    if (id === 10) return length;
    at += length;
  }
  return 0;
}

/** Lines that tell figures beside their budget, and which of them are above it. `kind` is `bytes` or `startup`. */
export function judge(kind, figures, show) {
  const budget = readJson(FILE, {})[kind] ?? {};
  const [lines, over] = [[], []];
  for (const [name, value] of Object.entries(figures)) {
    const allowed = budget[name];
    const change = allowed ? ` (${value >= allowed ? "+" : ""}${((value / allowed - 1) * 100).toFixed(1)} % of ${show(allowed)})` : " (no budget)";
    lines.push(`${name.padEnd(24)} ${show(value).padStart(12)}${change}`);
    if (allowed === undefined || value > allowed * TOLERANCE) over.push(name);
  }
  return { lines, over };
}

/** Makes the figures the budget. */
export function accept(bytes, startup) {
  writeFileSync(FILE, `${JSON.stringify({ bytes, startup }, null, 2)}\n`);
}
