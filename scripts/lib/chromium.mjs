// A Chromium for the console's tests and screenshots: one that is there, or one that gets installed.
import { accessSync, constants, existsSync } from "node:fs";
import path from "node:path";
import { run, tail } from "./process.mjs";
import { inProject } from "./project.mjs";
import { Problem, step } from "./report.mjs";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge"];
/** Where macOS has browsers. */
const APPLICATIONS = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
];

/** Without a sandbox where the kernel gives root none; without what a browser asks of hosts by itself. */
const FLAGS = [
  "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
];

/** The arguments that it is started with here. */
export function chromiumFlags() {
  return process.getuid?.() === 0 ? ["--no-sandbox", ...FLAGS] : FLAGS;
}

/** The path of a Chromium, installed if there is none. */
export async function prepareChromium() {
  return (await findChromium()) ?? (await install());
}

/** The path of a Chromium that is there: `CHROMIUM`, one in PATH, an application, or Playwright's own. */
export async function findChromium() {
  const wanted = process.env.CHROMIUM;
  if (wanted) {
    if (isProgram(wanted)) return wanted;
    throw new Problem(`CHROMIUM=${wanted} is no program.`, { next: "Set CHROMIUM to the path of a Chromium or Chrome, or unset it." });
  }
  const folders = (process.env.PATH ?? "").split(path.delimiter).filter(Boolean);
  const inPath = folders.flatMap((folder) => NAMES.map((name) => path.join(folder, name)));
  const { chromium } = await import("playwright-core");
  return [...inPath, ...APPLICATIONS, chromium.executablePath()].find((file) => file && isProgram(file));
}

function isProgram(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Debian's package where we may install it, otherwise the one that Playwright downloads. */
async function install() {
  const byApt = process.getuid?.() === 0 && existsSync("/usr/bin/apt-get");
  const { output } = await step(`Chromium for the console's tests: ${byApt ? "apt-get install chromium" : "playwright-core install chromium"}`, byApt ? apt : playwright);
  const found = await findChromium();
  if (found) return found;
  throw new Problem("No Chromium was found, and none could be installed.", {
    why: tail(output, 8),
    next: [
      process.platform === "darwin" ? "Install Google Chrome, or: brew install --cask chromium" : "sudo apt-get install chromium (Debian, Ubuntu: or Google Chrome)",
      "or set CHROMIUM to the path of a Chromium, Chrome or Edge",
    ],
  });
}

async function apt(progress) {
  const env = { DEBIAN_FRONTEND: "noninteractive" };
  const updated = await run("apt-get", ["update", "-qq"], { env, onLine: progress });
  const installed = await run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "chromium", "fonts-liberation"], { env, onLine: progress });
  return { ...installed, output: updated.output + installed.output };
}

function playwright(progress) {
  return run(process.execPath, [inProject("node_modules/playwright-core/cli.js"), "install", "chromium"], { onLine: progress });
}
