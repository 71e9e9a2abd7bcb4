// `npm run screenshots [-- name …]`: pictures of the console's pages, in docs/screenshots. A Worker with made-up data is started for it.
import { mkdirSync, statSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "./build.mjs";
import { preparePackages } from "./lib/packages.mjs";
import { inProject } from "./lib/project.mjs";
import { main, note, Problem } from "./lib/report.mjs";
import { prepare } from "./setup.mjs";

const FOLDER = inProject("docs/screenshots");
/** A repository is no place for large pictures. */
const MAX_BYTES = 150_000;
const WIDE = { width: 1200, height: 800 };
const NARROW = { width: 360, height: 740 };

/** Takes the pictures whose names are given; all, when none is. */
export async function takeScreenshots(names) {
  const { startConsole } = await import("../tests/e2e/browser.mjs");
  const { fill, PAGES, reach } = await import("../tests/e2e/console-pages.mjs");
  mkdirSync(FOLDER, { recursive: true });
  const front = await startConsole();
  try {
    const ids = await fill(front.edgemock);
    for (const shot of PAGES) {
      if (names.length && !names.includes(shot.name)) continue;
      for (const [suffix, options] of [["", { viewport: WIDE, colorScheme: "light" }], ["-dark", { viewport: WIDE, colorScheme: "dark" }], ["-narrow", { viewport: NARROW, colorScheme: "light" }]]) {
        await take(await reach(front, shot, ids, options), `${shot.name}${suffix}.png`);
      }
    }
  } finally {
    await front.stop();
  }
}

async function take(page, name) {
  const file = path.join(FOLDER, name);
  await page.screenshot({ path: file });
  await page.context().close();
  const { size } = statSync(file);
  note(`${path.relative(inProject(), file)}  ${Math.round(size / 1000)} kB`);
  if (size > MAX_BYTES) throw new Problem(`${name} has ${size} bytes; ${MAX_BYTES} are allowed.`, { next: "Show less, or in a smaller window." });
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  await main(async () => {
    await preparePackages();
    await build(await prepare());
    await takeScreenshots(process.argv.slice(2));
  });
}
