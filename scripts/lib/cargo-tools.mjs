// worker-build and wasm-bindgen, compiled by cargo into the tools folder.
import { existsSync, rmSync } from "node:fs";
import path from "node:path";
import { withLock } from "./lock.mjs";
import { ask, run, tail, typed } from "./process.mjs";
import { lockedVersion, TOOLS, WORKER_BUILD_VERSION } from "./project.mjs";
import { note, Problem, step, yellow } from "./report.mjs";

/** Shared by the tools, which have crates in common; kept until both are installed, so that an interrupted build goes on. */
const TARGET = path.join(TOOLS, "target");

/** Where a tool that cargo installs ends up. */
export function cargoTool(command) {
  return path.join(TOOLS, "bin", command);
}

/** Installs what is missing or of another version. */
export async function prepareCargoTools() {
  const wanted = [
    { crate: "worker-build", command: "worker-build", version: WORKER_BUILD_VERSION },
    { crate: "wasm-bindgen-cli", command: "wasm-bindgen", version: lockedVersion("wasm-bindgen") },
  ];
  if (wanted.every(isInstalled)) return;
  await withLock(TOOLS, "cargo-tools", async () => {
    for (const tool of wanted) {
      if (!isInstalled(tool)) await install(tool);
    }
    rmSync(TARGET, { recursive: true, force: true });
  });
}

function isInstalled({ command, version }) {
  const file = cargoTool(command);
  return existsSync(file) && (ask(file, ["--version"]) ?? "").split(/\s+/).includes(version);
}

async function install({ crate, version }) {
  const args = ["install", "--root", TOOLS, "--force", `${crate}@${version}`];
  const locked = ["install", "--locked", ...args.slice(1)];
  // The tools run for a second and compile for minutes: less optimised, they are ready sooner.
  const env = { CARGO_TARGET_DIR: TARGET, CARGO_PROFILE_RELEASE_OPT_LEVEL: "1", CARGO_PROFILE_RELEASE_LTO: "off" };
  await step(`${crate} ${version}: cargo install (2 to 5 minutes, once)`, async (progress) => {
    let { code, output } = await run("cargo", locked, { env, onLine: progress });
    if (code !== 0 && /^error: (failed to select a version|failed to download|no matching package)/m.test(output)) {
      // A registry mirror that is behind may lack a version that the tool's own lock file names.
      note(yellow(`  Its locked dependencies cannot be had (${reason(output)}); trying the newest compatible ones.`));
      ({ code, output } = await run("cargo", args, { env, onLine: progress }));
    }
    if (code !== 0) {
      throw new Problem(`Cannot install ${crate} ${version}.`, { why: tail(output), next: typed("cargo", locked) });
    }
    return { done: `${crate} ${version} installed` };
  });
}

function reason(output) {
  return output.split("\n").find((line) => line.startsWith("error"))?.replace(/^error: /, "").slice(0, 120) ?? "see above";
}
