// `npm run setup`: makes everything that building needs. `npm start`, `npm test`, `npm run build` and `npm run bench` do it too.
import { pathToFileURL } from "node:url";
import { prepareCargoTools } from "./lib/cargo-tools.mjs";
import { ask } from "./lib/process.mjs";
import { preparePackages } from "./lib/packages.mjs";
import { main, note, Problem } from "./lib/report.mjs";
import { prepareWasmToolchain } from "./lib/wasm-toolchain.mjs";

/** Installs what is missing and gives the toolchain that compiles for wasm32. */
export async function prepare() {
  if (!ask("cargo", ["--version"])) {
    throw new Problem("Rust is not installed.", {
      why: "The command cargo was not found in PATH.",
      next: ["Install it from https://rustup.rs, open a new terminal and run this again."],
    });
  }
  await preparePackages();
  const toolchain = await prepareWasmToolchain();
  await prepareCargoTools();
  return toolchain;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  await main(async () => {
    const toolchain = await prepare();
    note(`Everything that building needs is here (wasm32 by ${toolchain.name}).`);
  });
}
