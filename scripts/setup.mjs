// `npm run setup`: makes everything that building needs. `npm start`, `npm test`, `npm run build` and `npm run bench` do it too.
import { pathToFileURL } from "node:url";
import { prepareCargoTools } from "./lib/cargo-tools.mjs";
import { preparePackages } from "./lib/packages.mjs";
import { main, note } from "./lib/report.mjs";
import { prepareRust } from "./lib/rust.mjs";
import { prepareWasmToolchain } from "./lib/wasm-toolchain.mjs";

/** Installs what is missing and gives the toolchain that compiles for wasm32. */
export async function prepare() {
  await prepareRust();
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
