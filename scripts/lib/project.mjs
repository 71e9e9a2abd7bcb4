// Where things are, and which versions of the tools this project is built with.
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

/** The project's root folder. */
export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");

/**
 * Build tools that cargo compiles (worker-build, wasm-bindgen) live here and not in ~/.cargo/bin, so that their versions
 * follow this project. Several clones can share one folder: set EDGEMOCK_TOOLS.
 */
export const TOOLS = path.resolve(process.env.EDGEMOCK_TOOLS || path.join(ROOT, ".tools"));

export const WASM_TARGET = "wasm32-unknown-unknown";
export const WORKER_BUILD_VERSION = "0.8.7";

/** A path inside the project. */
export function inProject(...parts) {
  return path.join(ROOT, ...parts);
}

/** Shortens paths inside the project for messages. */
export function shown(file) {
  const relative = path.relative(ROOT, file);
  return relative && !relative.startsWith("..") ? relative : file;
}

/** The version of `crate` in Cargo.lock: the wasm-bindgen command and library must be of the same version. */
export function lockedVersion(crate) {
  const lock = readFileSync(inProject("Cargo.lock"), "utf8");
  const found = lock.match(new RegExp(`name = "${crate}"\\nversion = "([^"]+)"`));
  if (!found) throw new Error(`Cargo.lock has no package ${crate}`);
  return found[1];
}

/** The content of a JSON file, or `fallback` when it is absent or half-written. */
export function readJson(file, fallback = undefined) {
  if (!existsSync(file)) return fallback;
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return fallback;
  }
}
