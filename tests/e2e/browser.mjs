// A real Chromium in front of the built Worker, and what tests of the console ask of it.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { chromium } from "playwright-core";
import { chromiumFlags, prepareChromium } from "../../scripts/lib/chromium.mjs";
import { inProject } from "../../scripts/lib/project.mjs";
import { startEdgemock } from "./harness.mjs";

const AXE = readFileSync(inProject("node_modules/axe-core/axe.min.js"), "utf8");
const WITHIN_MS = 15_000;

/** A Worker and a browser. `options` are those of `startEdgemock`. */
export async function startConsole(options) {
  const executablePath = await prepareChromium();
  const edgemock = await startEdgemock(options);
  const browser = await chromium.launch({ executablePath, args: chromiumFlags() });

  const front = {
    edgemock,
    browser,

    /**
     * A new window with a session storage of its own, at `where` below `/console/`. Faults of scripts, of the content security
     * policy and requests to other hosts are collected in `page.faults`. `options` are Playwright's: `colorScheme`, `viewport`.
     */
    async open(where = "", { token, ...options } = {}) {
      const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, reducedMotion: "reduce", permissions: ["clipboard-read", "clipboard-write"], ...options });
      context.setDefaultTimeout(WITHIN_MS);
      const page = await context.newPage();
      page.faults = [];
      page.on("pageerror", (error) => page.faults.push(String(error)));
      page.on("console", (message) => {
        if (message.type() === "error" && !/Failed to load resource/.test(message.text())) page.faults.push(message.text());
      });
      page.on("request", (request) => {
        if (!request.url().startsWith(edgemock.url) && !/^(data|blob):/.test(request.url())) page.faults.push(`request to ${request.url()}`);
      });
      if (token) {
        // Once, and not again when a test reloads or signs out.
        await page.goto(`${edgemock.url}/console/icon.svg`);
        await page.evaluate((value) => sessionStorage.setItem("edgemock.token", value), token);
      }
      await page.goto(`${edgemock.url}/console/${where}`);
      return page;
    },

    /** The same, signed in with the admin token. */
    signedIn: (where, options) => front.open(where, { token: edgemock.adminToken, ...options }),

    async stop() {
      await browser.close();
      await edgemock.stop();
    },
  };
  return front;
}

/** Goes to another place of the console without loading it again. */
export async function visit(page, where) {
  await page.evaluate((hash) => (location.hash = hash), where);
}

/** What axe-core finds on the page as it is: nothing is expected. */
export async function expectAccessible(page, what) {
  // By the debugging protocol: the page's own policy lets no script in.
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(AXE);
  const { violations } = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ["violations"] }));
  const told = violations.map(({ id, help, nodes }) => `${id}: ${help}\n${nodes.map(({ html, failureSummary }) => `    ${html}\n    ${failureSummary}`).join("\n")}`);
  assert.equal(violations.length, 0, `${what}:\n${told.join("\n")}`);
}

/** The page is not wider than the window. */
export async function expectNoSideways(page, what) {
  const [content, room, widest] = await page.evaluate(() => {
    const room = document.documentElement.clientWidth;
    const wide = [...document.querySelectorAll("body *")].filter((one) => one.getBoundingClientRect().right > room + 1);
    return [document.documentElement.scrollWidth, room, wide.slice(0, 5).map((one) => one.outerHTML.slice(0, 160))];
  });
  assert.ok(content <= room, `${what}: ${content} px in a window of ${room} px:\n${widest.join("\n")}`);
}

/** No script failed, the policy was kept, no other host was asked. */
export function expectNoFaults(page) {
  assert.deepEqual(page.faults, []);
}
