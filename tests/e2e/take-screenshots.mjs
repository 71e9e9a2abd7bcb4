// What `npm run screenshots` runs: pictures of the pages whose names are given, of all where none is.
import { mkdirSync, statSync } from "node:fs";
import path from "node:path";
import { inProject } from "../../scripts/lib/project.mjs";
import { main, note, Problem } from "../../scripts/lib/report.mjs";
import { startConsole } from "./browser.mjs";
import { fill, PAGES, reach } from "./console-pages.mjs";

const FOLDER = inProject("docs/screenshots");
/** A repository is no place for large pictures. */
const MAX_BYTES = 150_000;
/** How a page is pictured: `looks` of the page names them, `light` where it does not. */
const LOOKS = {
  light: { suffix: "", viewport: { width: 1160, height: 760 }, colorScheme: "light" },
  dark: { suffix: "-dark", viewport: { width: 1160, height: 760 }, colorScheme: "dark" },
  narrow: { suffix: "-narrow", viewport: { width: 360, height: 740 }, colorScheme: "light" },
};

async function takeScreenshots(names) {
  mkdirSync(FOLDER, { recursive: true });
  const front = await startConsole();
  try {
    const ids = await fill(front.edgemock);
    for (const shot of PAGES) {
      if (names.length && !names.includes(shot.name)) continue;
      for (const look of shot.looks ?? ["light"]) {
        const { suffix, viewport, colorScheme } = LOOKS[look];
        await take(await reach(front, shot, ids, { colorScheme, viewport }), `${shot.name}${suffix}.png`);
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

await main(() => takeScreenshots(process.argv.slice(2)));
