// QuickJS with a meter: every turn of a loop and every call inside the wasm takes from a counter, and so does copying memory.
//
// QuickJS asks now and then whether to go on, but not inside its built-in functions, and those can run for hours:
// `Array.prototype.indexOf.call({ length: 2 ** 53 - 1 })`. Nothing else could stop it: a Worker has no clock while it computes,
// and no second thread. The counter is an exported global, `fuel`; below zero, the wasm traps. What a script may do is then the
// same on every machine.
import { createHash } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { packageCommand } from "./packages.mjs";
import { run, tail } from "./process.mjs";
import { inProject } from "./project.mjs";
import { Problem } from "./report.mjs";

const SOURCE = inProject("node_modules/@jitl/quickjs-wasmfile-release-sync/dist/emscripten-module.wasm");
const SELF = inProject("scripts/lib/metered-quickjs.mjs");
/** What the wasm uses. With all features on, wasm-opt writes forms that no runtime reads yet. */
const FEATURES = ["bulk-memory", "bulk-memory-opt", "sign-ext", "mutable-globals", "nontrapping-float-to-int", "multivalue", "reference-types"].map((name) => `--enable-${name}`);

/** wasm-opt puts a call of this at the start of functions and loops, and before returns. */
const TICK = "log_execution";
const METER = `
 (global $fuel (mut i32) (i32.const 2147483647))
 (export "fuel" (global $fuel))
 (func $${TICK} (param i32)
  (global.set $fuel (i32.sub (global.get $fuel) (i32.const 1)))
  (if (i32.lt_s (global.get $fuel) (i32.const 0)) (then (unreachable))))
 (func $charge (param $bytes i32)
  (global.set $fuel (i32.sub (global.get $fuel) (i32.shr_u (local.get $bytes) (i32.const 6))))
  (if (i32.lt_s (global.get $fuel) (i32.const 0)) (then (unreachable))))
 (func $charged_copy (param $to i32) (param $from i32) (param $bytes i32)
  (call $charge (local.get $bytes))
  (memory.copy (local.get $to) (local.get $from) (local.get $bytes)))
 (func $charged_fill (param $to i32) (param $byte i32) (param $bytes i32)
  (call $charge (local.get $bytes))
  (memory.fill (local.get $to) (local.get $byte) (local.get $bytes)))
)
`;

/** Writes the metered wasm to `target`. Made once for each version of QuickJS and kept in `.tools/`: it takes half a minute. */
export async function buildMeteredQuickJs(target) {
  const hash = createHash("sha256");
  for (const file of [SOURCE, SELF, inProject("node_modules/binaryen/package.json")]) hash.update(readFileSync(file));
  const kept = inProject(".tools", `quickjs-${hash.digest("hex").slice(0, 16)}.wasm`);
  if (!existsSync(kept)) await make(kept);
  copyFileSync(kept, target);
}

async function make(kept) {
  mkdirSync(path.dirname(kept), { recursive: true });
  const [text, made] = [`${kept}.wat`, `${kept}.made`];
  try {
    await wasmOpt([...FEATURES, `--${TICK.replace("_", "-")}`, SOURCE, "-S", "-o", text]);
    writeFileSync(text, metered(readFileSync(text, "utf8")));
    // Inlined by -O3, the meter costs next to nothing; as a call it doubles the time.
    await wasmOpt([...FEATURES, "-O3", text, "-o", made]);
    renameSync(made, kept);
  } finally {
    for (const file of [text, made]) rmSync(file, { force: true });
  }
}

/** The text of the module with the meter in the place of what wasm-opt imports. */
function metered(text) {
  const imported = new RegExp(`^ \\(import "[^"]+" "${TICK}" .*\\n`, "m");
  const ticks = text.split(`(call $${TICK}`).length - 1;
  if (!imported.test(text) || ticks < 2000 || !text.trimEnd().endsWith(")")) {
    throw new Problem("QuickJS cannot be metered.", { why: `wasm-opt wrote another text than expected, with ${ticks} places to count at.`, next: "Look at scripts/lib/metered-quickjs.mjs." });
  }
  const counted = text.replace(imported, "").replace(/\(memory\.copy\b/g, "(call $charged_copy").replace(/\(memory\.fill\b/g, "(call $charged_fill");
  return counted.trimEnd().slice(0, -1) + METER;
}

async function wasmOpt(args) {
  const { code, output } = await run(packageCommand("wasm-opt"), args, { cwd: inProject() });
  if (code !== 0) throw new Problem("QuickJS cannot be metered.", { why: tail(output, 10), next: "npm run build" });
}
