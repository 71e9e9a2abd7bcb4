// `npm run build`: compiles the Worker and leaves index.js, index_bg.wasm and quickjs.wasm in build/, unless nothing changed, and
// bundles the console.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { cargoTool } from "./lib/cargo-tools.mjs";
import { withLock } from "./lib/lock.mjs";
import { MANAGEMENT_DOCUMENT, writeManagementDocument } from "./lib/management-document.mjs";
import { buildMeteredQuickJs } from "./lib/metered-quickjs.mjs";
import { ask, run, tail } from "./lib/process.mjs";
import { packageCommand } from "./lib/packages.mjs";
import { inProject, ROOT, shown, WORKER_BUILD_VERSION } from "./lib/project.mjs";
import { main, note, Problem, step } from "./lib/report.mjs";
import { prepare } from "./setup.mjs";

const BUILD = inProject("build");
const COMPILED = ["index.js", "index_bg.wasm"];
const OUTPUTS = [...COMPILED, "quickjs.wasm"];
const STAMP = path.join(BUILD, ".inputs");
/** What the compiled Worker depends on besides the tools. Absent ones are skipped. */
const INPUTS = ["Cargo.toml", "Cargo.lock", "src", "schemas", ".cargo", "build.rs", "rust-toolchain.toml", "package-lock.json", "scripts/build.mjs", "scripts/lib/metered-quickjs.mjs", "scripts/lib/management-document.mjs"];

/**
 * `EDGEMOCK_QUICK=1` builds in half the time or less, for trying things out: without link-time optimisation and wasm-opt. What it
 * makes behaves the same and is larger and slower; nothing is to be measured with it, nor deployed.
 */
const QUICK = process.env.EDGEMOCK_QUICK === "1";
const QUICK_PROFILE = {
  CARGO_PROFILE_RELEASE_LTO: "off",
  CARGO_PROFILE_RELEASE_CODEGEN_UNITS: "16",
  CARGO_PROFILE_RELEASE_OPT_LEVEL: "1",
  CARGO_PROFILE_RELEASE_INCREMENTAL: "true",
};

/** Builds the console, and the release Worker if its inputs changed. */
export async function build(toolchain) {
  // Imported late: esbuild is among the packages that are installed first.
  const { buildConsole } = await import("./build-console.mjs");
  await buildConsole();
  if (isBuilt(fingerprint(toolchain))) return;
  await withLock(inProject(".tools"), "build", async () => {
    const inputs = fingerprint(toolchain);
    if (isBuilt(inputs)) return;
    await step(`Release Worker: worker-build --release${QUICK ? ", quick" : ""}`, (progress) => compile(toolchain, inputs, progress));
  });
}

async function compile(toolchain, inputs, progress) {
  rmSync(STAMP, { force: true });
  const env = {
    PATH: process.env.PATH,
    ...toolchain.env,
    WASM_BINDGEN_BIN: cargoTool("wasm-bindgen"),
    WASM_OPT_BIN: packageCommand("wasm-opt"),
    ESBUILD_BIN: packageCommand("esbuild"),
    ...(QUICK && QUICK_PROFILE),
  };
  const { code, output } = await run(cargoTool("worker-build"), ["--release", ...(QUICK ? ["--no-opt"] : [])], { cwd: ROOT, env, onLine: progress });
  const missing = COMPILED.filter((file) => !existsSync(path.join(BUILD, file)));
  if (code === 0 && !missing.length) {
    await addEntry();
    await buildMeteredQuickJs(path.join(BUILD, "quickjs.wasm"));
    await writeManagementDocument();
  } else {
    throw new Problem("The Worker did not build.", {
      why: code === 0 ? `worker-build left no ${missing.join(", ")} in build/` : errors(output),
      next: "Fix what the compiler names, then run npm run build.",
    });
  }
  writeFileSync(STAMP, record(inputs));
  return { done: `Release Worker built: ${size()}` };
}

/** Puts src/worker/entry.js in front of what worker-build made, and the script sandbox beside it, as one file. */
async function addEntry() {
  renameSync(path.join(BUILD, "index.js"), path.join(BUILD, "worker.js"));
  const external = ["./index_bg.wasm", "./quickjs.wasm", "cloudflare:*"].map((name) => `--external:${name}`);
  const bundle = ["--bundle", "--format=esm", "--minify", "--conditions=workerd", ...external];
  const args = [inProject("src/worker/entry.js"), ...bundle, `--outfile=${path.join(BUILD, "index.js")}`];
  const { code, output } = await run(packageCommand("esbuild"), args, { cwd: ROOT });
  rmSync(path.join(BUILD, "worker.js"));
  if (code !== 0) throw new Problem("The entry module did not build.", { why: tail(output, 30), next: "Fix src/worker/entry.js, then run npm run build." });
}

/** From the first error on: what cargo compiled before is of no interest. */
function errors(output) {
  const first = output.search(/^(error|Error)/m);
  return first < 0 ? tail(output, 30) : tail(output.slice(first), 80);
}

/** A hash over the content of all inputs and the versions of the tools. */
function fingerprint(toolchain) {
  const hash = createHash("sha256");
  hash.update(`${QUICK}\n${WORKER_BUILD_VERSION}\n${toolchain.name}\n${ask("rustc", ["--version"], { env: toolchain.env })}\n`);
  for (const input of INPUTS) addToHash(hash, inProject(input));
  return hash.digest("hex");
}

function addToHash(hash, file) {
  if (!existsSync(file)) return;
  if (statSync(file).isDirectory()) {
    for (const name of readdirSync(file).sort()) addToHash(hash, path.join(file, name));
  } else {
    hash.update(`${shown(file)}\n`).update(readFileSync(file));
  }
}

/** The stamp's text: inputs and the outputs' sizes, so that a file that was cut off or deleted is noticed. */
function record(inputs) {
  return [inputs, ...OUTPUTS.map((file) => statSync(path.join(BUILD, file)).size)].join("\n");
}

function isBuilt(inputs) {
  if (!existsSync(STAMP) || OUTPUTS.some((file) => !existsSync(path.join(BUILD, file))) || !existsSync(MANAGEMENT_DOCUMENT)) return false;
  return readFileSync(STAMP, "utf8") === record(inputs);
}

/** The compiled size, as it is and as gzip. */
export function size() {
  const wasm = readFileSync(path.join(BUILD, "index_bg.wasm"));
  const kilobytes = (bytes) => `${Math.round(bytes / 1024).toLocaleString("en")} KiB`;
  return `build/index_bg.wasm ${kilobytes(wasm.length)} (${kilobytes(gzipSync(wasm).length)} as gzip)`;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  await main(async () => {
    await build(await prepare());
    const { buildConsole, told } = await import("./build-console.mjs");
    note(`In build/: ${OUTPUTS.join(", ")}; ${size()}`);
    note(told(await buildConsole()));
  });
}
