// Tools written in Python, each in a virtual environment of its own in the tools folder.
import { existsSync, rmSync } from "node:fs";
import path from "node:path";
import { withLock } from "./lock.mjs";
import { ask, run, tail } from "./process.mjs";
import { TOOLS } from "./project.mjs";

const SCHEMATHESIS_VERSION = "4.32.5";
/** Installing takes half a minute; without a network, pip tries for longer. */
const INSTALL_LIMIT_MS = 5 * 60_000;

/** Installs Schemathesis if it is missing. Gives `{command}`, or `{missing}`: why it cannot be had. */
export async function prepareSchemathesis() {
  const folder = path.join(TOOLS, `schemathesis-${SCHEMATHESIS_VERSION}`);
  const command = path.join(folder, "bin", "schemathesis");
  const isInstalled = () => existsSync(command) && (ask(command, ["--version"]) ?? "").includes(SCHEMATHESIS_VERSION);
  if (isInstalled()) return { command };
  const python = ask("python3", ["-c", "import sys; print(sys.version_info >= (3, 10))"]);
  if (python !== "True") return { missing: `python3 ${python === undefined ? "is not installed" : "is older than 3.10"}` };
  return withLock(TOOLS, "schemathesis", async () => {
    if (isInstalled()) return { command };
    rmSync(folder, { recursive: true, force: true });
    for (const [program, args] of [
      ["python3", ["-m", "venv", folder]],
      [path.join(folder, "bin", "pip"), ["install", "--quiet", "--disable-pip-version-check", `schemathesis==${SCHEMATHESIS_VERSION}`]],
    ]) {
      const { code, output } = await run(program, args, { limitMs: INSTALL_LIMIT_MS });
      if (code !== 0) return { missing: `${path.basename(program)} cannot install Schemathesis ${SCHEMATHESIS_VERSION}: ${tail(output, 3)}` };
    }
    return { command };
  });
}
