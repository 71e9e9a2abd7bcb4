// Rust itself. On a person's machine it is the person's to install; a build machine, such as that of a Deploy to Cloudflare
// button, has none and nobody to ask: there rustup is fetched into the tools folder, and nothing outside it is touched.
import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { withLock } from "./lock.mjs";
import { ask, run, tail } from "./process.mjs";
import { TOOLS, WASM_TARGET } from "./project.mjs";
import { Problem, step } from "./report.mjs";

const FOLDER = path.join(TOOLS, "rust");
const BIN = path.join(FOLDER, "cargo", "bin");
/** Where rustup's installer is fetched from. */
const INSTALLER = process.env.EDGEMOCK_RUSTUP_URL || "https://sh.rustup.rs";
const FETCH_MS = 60_000;

/** Whether Rust may be installed without being asked for: on build machines, or where somebody says so. */
function mayInstall() {
  const { EDGEMOCK_INSTALL_RUST: wish, WORKERS_CI, CF_PAGES } = process.env;
  if (wish !== undefined) return wish === "1";
  return Boolean(WORKERS_CI || CF_PAGES);
}

/** Makes sure that there is a `cargo`. */
export async function prepareRust() {
  if (existsSync(path.join(BIN, "cargo"))) useOwn();
  if (ask("cargo", ["--version"])) return;
  if (!mayInstall()) {
    throw new Problem("Rust is not installed.", {
      why: "The command cargo was not found in PATH.",
      next: [
        "Install it from https://rustup.rs, open a new terminal and run this again;",
        "or let it be installed into this folder alone: EDGEMOCK_INSTALL_RUST=1 npm run build",
      ],
    });
  }
  await withLock(TOOLS, "rust", async () => {
    if (existsSync(path.join(BIN, "cargo"))) return;
    await step(`Rust by rustup, from ${INSTALLER} into the tools folder`, install);
  });
  useOwn();
}

function useOwn() {
  if (!process.env.PATH.split(path.delimiter).includes(BIN)) process.env.PATH = `${BIN}${path.delimiter}${process.env.PATH}`;
  Object.assign(process.env, { CARGO_HOME: path.join(FOLDER, "cargo"), RUSTUP_HOME: path.join(FOLDER, "rustup") });
}

async function install(progress) {
  const next = ["Run this again: the network may have been away;", "or install Rust from https://rustup.rs, or build on another machine and copy build/ (docs/operating.md)."];
  let script;
  try {
    const response = await fetch(INSTALLER, { signal: AbortSignal.timeout(FETCH_MS) });
    if (!response.ok) throw new Error(`it answered ${response.status}`);
    script = await response.text();
    if (!script.startsWith("#!/")) throw new Error("what it gave is no script");
  } catch (error) {
    throw new Problem(`Rust's installer cannot be fetched from ${INSTALLER}.`, { why: error.cause?.code ?? error.cause?.message ?? error.message, next });
  }
  mkdirSync(FOLDER, { recursive: true });
  const file = path.join(FOLDER, "rustup-init.sh");
  writeFileSync(file, script);
  const args = [file, "-y", "--no-modify-path", "--profile", "minimal", "--default-toolchain", "stable", "--target", WASM_TARGET];
  const env = { CARGO_HOME: path.join(FOLDER, "cargo"), RUSTUP_HOME: path.join(FOLDER, "rustup"), RUSTUP_INIT_SKIP_PATH_CHECK: "yes" };
  const { code, output } = await run("sh", args, { env, onLine: progress });
  if (code !== 0 || !existsSync(path.join(BIN, "cargo"))) {
    // Half an installation is none.
    rmSync(FOLDER, { recursive: true, force: true });
    throw new Problem("Rust cannot be installed.", { why: tail(output, 8) || "The installer ended without saying anything.", next });
  }
  return { done: "Rust installed" };
}
