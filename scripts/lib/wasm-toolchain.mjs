// A Rust compiler with a standard library for wasm32: the active toolchain, after `rustup target add` if need be, or Debian's
// packages where rustup's server cannot be reached.
import { accessSync, constants, cpSync, existsSync, mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { withLock } from "./lock.mjs";
import { ask, run, tail, typed } from "./process.mjs";
import { inProject, readJson, TOOLS, WASM_TARGET } from "./project.mjs";
import { note, Problem, step, yellow } from "./report.mjs";

/** The oldest compiler that `Cargo.toml` admits is checked by cargo itself; this only picks a route. */
const DEBIAN_PACKAGES = ["rustc-web", "cargo-web", "rust-web-src", "rust-web-clippy"];
const DEBIAN_COMMANDS = ["rustc", "cargo", "rustdoc", "cargo-clippy", "clippy-driver"];
/** Debian's commands by their usual names, in a folder that can go first in PATH without hiding anything else. */
const DEBIAN_BIN = path.join(TOOLS, "debian-bin");
const DEBIAN_LIBRARY = `/usr/lib/rustlib/${WASM_TARGET}`;
const STAMP = path.join(DEBIAN_LIBRARY, "edgemock-std.json");
const RUSTUP_ADD = ["target", "add", WASM_TARGET];

/**
 * Makes sure that wasm32 code can be compiled and says how: `env` for cargo and worker-build, `targetDir` for what they
 * write (another compiler must not share the host's), `clippy` whether there is one for that compiler.
 */
export async function prepareWasmToolchain() {
  const wish = process.env.EDGEMOCK_WASM_TOOLCHAIN;
  if (wish && !["rustup", "debian"].includes(wish)) {
    throw new Problem(`EDGEMOCK_WASM_TOOLCHAIN=${wish} is not known.`, { next: "Use rustup or debian, or unset it." });
  }
  if (wish !== "debian" && hasStandardLibrary("rustc")) return activeToolchain();
  if (wish !== "rustup" && isDebianReady()) return debianToolchain();
  return withLock(TOOLS, "wasm-toolchain", async () => {
    let why = "";
    if (wish !== "debian") {
      if (hasStandardLibrary("rustc")) return activeToolchain();
      why = await addByRustup();
      if (!why) return activeToolchain();
      if (wish === "rustup" || !ask("apt-cache", ["--version"])) throw noToolchain(why);
      note(yellow(`  ${why.split("\n").at(-1)}`));
      note("  Trying Debian's packages instead.");
    }
    if (!isDebianReady()) await installDebian(why);
    return debianToolchain();
  });
}

function activeToolchain() {
  return { name: "rustup", env: {}, targetDir: inProject("target"), clippy: ask("cargo", ["clippy", "--version"]) !== undefined };
}

function debianToolchain() {
  linkDebianCommands();
  const lld = newestLld();
  return {
    name: "debian",
    env: {
      PATH: `${DEBIAN_BIN}${path.delimiter}${process.env.PATH}`,
      // rustup's proxies pass these on to what they start; they would send cargo back to rustup's compiler.
      RUSTC: path.join(DEBIAN_BIN, "rustc"),
      CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER: lld,
      CARGO_TARGET_DIR: inProject("target", "debian"),
    },
    targetDir: inProject("target", "debian"),
    clippy: existsSync(path.join(DEBIAN_BIN, "clippy-driver")),
  };
}

/** Whether a compiler has `std` for wasm32 (rustup creates the folder before it is complete, so look for the library). */
function hasStandardLibrary(rustc, env) {
  const folder = ask(rustc, ["--print", "target-libdir", "--target", WASM_TARGET], { env });
  if (!folder || !existsSync(folder)) return false;
  return readdirSync(folder).some((file) => /^libstd-.*\.rlib$/.test(file));
}

/** Gives "" or why rustup could not add the target. */
async function addByRustup() {
  if (!ask("rustup", ["--version"])) return "rustup is not installed.";
  const server = process.env.RUSTUP_DIST_SERVER || "https://static.rust-lang.org";
  let why = "";
  try {
    await step(`Rust target ${WASM_TARGET}: rustup ${RUSTUP_ADD.join(" ")}`, async (progress) => {
      await expectReachable(server);
      const { code, output } = await run("rustup", RUSTUP_ADD, { onLine: progress, limitMs: 600_000, env: { RUSTUP_MAX_RETRIES: "1" } });
      if (code !== 0) throw new Error(tail(output, 5));
      if (!hasStandardLibrary("rustc")) {
        throw new Error(`rustup says it is installed, but the compiler does not find it; rustup target remove ${WASM_TARGET} and add it again.`);
      }
      return { done: `Rust target ${WASM_TARGET} added` };
    });
  } catch (error) {
    why = error.message;
  }
  return why;
}

/** rustup tries for minutes where packets to its server are dropped; ten seconds are enough to know. */
async function expectReachable(server) {
  if (Object.keys(process.env).some((name) => /^(https?|all)_proxy$/i.test(name))) return;
  try {
    await fetch(server, { method: "HEAD", signal: AbortSignal.timeout(10_000) });
  } catch (error) {
    throw new Error(`${server} cannot be reached: ${error.cause?.code ?? error.cause?.message ?? error.message}`);
  }
}

function noToolchain(why) {
  const rustup = ask("rustup", ["--version"]) !== undefined;
  return new Problem(`There is no Rust standard library for ${WASM_TARGET}.`, {
    why,
    next: rustup ? `rustup ${RUSTUP_ADD.join(" ")}` : "Install rustup from https://rustup.rs, then run this again.",
  });
}

function isDebianReady() {
  const compiler = ask("/usr/bin/rustc", ["--version"]);
  return compiler !== undefined && readJson(STAMP)?.compiler === compiler && newestLld() !== undefined;
}

/** The newest installed wasm linker of lld: Debian puts the version in its name. */
function newestLld() {
  const numbers = readdirSync("/usr/bin").map((file) => /^wasm-ld-(\d+)$/.exec(file)?.[1]).filter(Boolean).map(Number);
  return numbers.length ? `/usr/bin/wasm-ld-${Math.max(...numbers)}` : undefined;
}

function linkDebianCommands() {
  mkdirSync(DEBIAN_BIN, { recursive: true });
  for (const command of DEBIAN_COMMANDS) {
    const link = path.join(DEBIAN_BIN, command);
    if (existsSync(link) || !existsSync(`/usr/bin/${command}`)) continue;
    try {
      symlinkSync(`/usr/bin/${command}`, link);
    } catch (error) {
      // Two commands at once link the same file.
      if (error.code !== "EEXIST") throw error;
    }
  }
}

/** Runs a command that changes the system: as it is for root, else through sudo (asking for a password only at a terminal). */
async function asRoot(command, args, onLine) {
  const root = process.getuid?.() === 0;
  const sudo = ["sudo", ...(process.stdin.isTTY ? [] : ["-n"])];
  const line = root ? [command, ...args] : [...sudo, command, ...args];
  const env = { DEBIAN_FRONTEND: "noninteractive", LC_ALL: "C" };
  const { code, output } = await run(line[0], line.slice(1), { onLine, env, interactive: !root });
  if (code !== 0) {
    throw new Problem(`Cannot run ${typed(command, args)}`, {
      why: tail(output, 8),
      next: typed("sudo", [command, ...args]),
    });
  }
}

async function installDebian(whyNotRustup) {
  try {
    await installDebianPackages();
    await buildDebianStd();
  } catch (error) {
    if (error instanceof Problem && whyNotRustup) {
      error.why = `${error.why}\n(rustup was tried first: ${whyNotRustup})`;
      error.next.push(`or, where its server can be reached: rustup ${RUSTUP_ADD.join(" ")}`);
    }
    throw error;
  }
}

async function installDebianPackages() {
  const present = (name) => ask("dpkg-query", ["-W", "-f=${Status}", name])?.includes("install ok installed");
  const known = (name) => ask("apt-cache", ["policy", name])?.match(/Candidate: (?!\(none\))/);
  if (DEBIAN_PACKAGES.every(present) && newestLld()) return;
  await step("Debian packages of the Rust compiler and linker (apt-get install)", async (progress) => {
    if (!known(DEBIAN_PACKAGES[0])) await asRoot("apt-get", ["update"], progress);
    const missing = DEBIAN_PACKAGES.filter((name) => !known(name));
    if (missing.length) {
      throw new Problem(`This system has no package ${missing.join(", ")}.`, {
        why: "Debian 12 with its security updates has them; other releases may not.",
        next: "Install rustup and its wasm32 target on a machine that can reach static.rust-lang.org.",
      });
    }
    const numbers = (ask("apt-cache", ["search", "--names-only", "^lld-[0-9]+$"]) ?? "").match(/(?<=^lld-)\d+/gm) ?? [];
    const lld = `lld-${Math.max(...numbers.map(Number))}`;
    const packages = [...DEBIAN_PACKAGES, lld];
    try {
      await asRoot("apt-get", ["install", "-y", "--no-install-recommends", ...packages], progress);
    } catch {
      // Package lists from last month name files that are gone from the mirrors.
      await asRoot("apt-get", ["update"], progress);
      await asRoot("apt-get", ["install", "-y", "--no-install-recommends", ...packages], progress);
    }
    return { done: `Debian packages installed: ${packages.join(" ")}` };
  });
}

/** Debian ships the source of `std` but no wasm32 build of it: compile it once and put it into that compiler's sysroot. */
async function buildDebianStd() {
  await step(`Rust standard library for ${WASM_TARGET}, compiled from Debian's source (about a minute)`, async (progress) => {
    linkDebianCommands();
    const folder = path.join(TOOLS, "std");
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(path.join(folder, "src"), { recursive: true });
    writeFileSync(path.join(folder, "Cargo.toml"), '[package]\nname = "carrier"\nversion = "0.0.0"\nedition = "2021"\n\n[workspace]\n');
    writeFileSync(path.join(folder, "src/lib.rs"), "");
    const args = ["build", "--release", "--target", WASM_TARGET, "-Zbuild-std=std,panic_abort"];
    const env = {
      PATH: `${DEBIAN_BIN}${path.delimiter}${process.env.PATH}`,
      RUSTC: "/usr/bin/rustc",
      // -Zbuild-std is behind the nightly gate; Debian's stable compiler opens it for this one build.
      RUSTC_BOOTSTRAP: "1",
      CARGO_TARGET_DIR: path.join(folder, "target"),
    };
    const { code, output } = await run("/usr/bin/cargo", args, { cwd: folder, env, onLine: progress });
    if (code !== 0) {
      throw new Problem("The standard library for wasm32 did not compile.", {
        why: tail(output),
        next: `cd ${folder} && ${typed("/usr/bin/cargo", args, { RUSTC: "/usr/bin/rustc", RUSTC_BOOTSTRAP: "1" })}`,
      });
    }
    await installDebianStd(folder, progress);
    rmSync(folder, { recursive: true, force: true });
  });
}

async function installDebianStd(folder, progress) {
  const staged = path.join(folder, WASM_TARGET);
  mkdirSync(path.join(staged, "lib"), { recursive: true });
  const built = path.join(folder, "target", WASM_TARGET, "release", "deps");
  for (const file of readdirSync(built)) {
    if (/\.(rlib|rmeta)$/.test(file) && !file.startsWith("libcarrier-")) cpSync(path.join(built, file), path.join(staged, "lib", file));
  }
  const compiler = ask("/usr/bin/rustc", ["--version"]);
  writeFileSync(path.join(staged, path.basename(STAMP)), `${JSON.stringify({ compiler })}\n`);
  const parent = path.dirname(DEBIAN_LIBRARY);
  if (isWritable(parent)) {
    rmSync(DEBIAN_LIBRARY, { recursive: true, force: true });
    // The stamp goes last: a copy that was cut off has none and is made again.
    cpSync(path.join(staged, "lib"), path.join(DEBIAN_LIBRARY, "lib"), { recursive: true });
    cpSync(path.join(staged, path.basename(STAMP)), STAMP);
  } else {
    await asRoot("rm", ["-rf", DEBIAN_LIBRARY], progress);
    await asRoot("mkdir", ["-p", DEBIAN_LIBRARY], progress);
    await asRoot("cp", ["-r", path.join(staged, "lib"), DEBIAN_LIBRARY], progress);
    await asRoot("cp", [path.join(staged, path.basename(STAMP)), STAMP], progress);
  }
}

function isWritable(folder) {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
