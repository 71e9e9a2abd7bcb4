// `npm run deploy`: from a clone to a running mock on a Cloudflare account. Uploads the Worker, which makes the KV namespace the first
// time, sets the admin token where there is none, and says where the mock is. Arguments go to `wrangler deploy`; with --dry-run,
// nothing is uploaded.
import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { build } from "./build.mjs";
import { preparePackages, wrangler } from "./lib/packages.mjs";
import { run, start, tail } from "./lib/process.mjs";
import { ROOT } from "./lib/project.mjs";
import { bold, main, note, Problem, step, yellow } from "./lib/report.mjs";
import { prepare } from "./setup.mjs";

const SECRET = "ADMIN_TOKEN";
/** A build machine: what it prints is read by others, and nobody is there to log in. */
const UNATTENDED = Boolean(process.env.CI || process.env.WORKERS_CI);

/** wrangler, or the stand-in that a test names. */
function command() {
  const stand = process.env.EDGEMOCK_WRANGLER;
  return stand ? { command: process.execPath, args: [stand], env: {} } : wrangler();
}

async function wranglerRun(args, onLine) {
  const { command: program, args: before, env } = command();
  return run(program, [...before, ...args], { cwd: ROOT, env: { ...env, NO_COLOR: "1", FORCE_COLOR: "0" }, onLine });
}

async function expectLogin() {
  const { code, output } = await wranglerRun(["whoami"]);
  if (code === 0 && !/not authenticated|not logged in/i.test(output)) return;
  throw new Problem("wrangler is not logged in to Cloudflare.", {
    why: /not authenticated|not logged in/i.test(output) ? "It has neither a login nor CLOUDFLARE_API_TOKEN." : tail(output, 8),
    next: [
      "npm run wrangler -- login     (opens a browser), then npm run deploy",
      "or, where there is no browser: create a token with the template \"Edit Cloudflare Workers\" at",
      "https://dash.cloudflare.com/profile/api-tokens, and CLOUDFLARE_API_TOKEN=… npm run deploy",
    ],
  });
}

/** Uploads and gives the address, if wrangler tells one. */
async function upload(args) {
  let output = "";
  await step("wrangler deploy: makes the KV namespace where there is none, uploads the Worker", async (progress) => {
    const result = await wranglerRun(["deploy", ...args], progress);
    output = result.output;
    if (result.code !== 0) throw new Problem("The Worker was not deployed.", { why: tail(output, 20), next: "Mend what wrangler says, then npm run deploy: what is done already is kept." });
    return { done: "Worker deployed" };
  });
  return /https:\/\/[^\s"']+\.workers\.dev/.exec(output)?.[0] ?? /^\s*(?:https:\/\/)?([a-z0-9.-]+\.[a-z]+)(?:\/\*)?\s+\(custom domain/im.exec(output)?.[1];
}

/** The names of the secrets that the Worker has. */
async function secrets() {
  const { code, output } = await wranglerRun(["secret", "list", "--format", "json"]);
  if (code !== 0) throw new Problem("The Worker is deployed; its secrets cannot be listed.", { why: tail(output, 8), next: ["npm run deploy, to try again", `or npm run wrangler -- secret put ${SECRET}`] });
  const list = output.slice(output.indexOf("["), output.lastIndexOf("]") + 1);
  try {
    return JSON.parse(list).map(({ name }) => name);
  } catch {
    throw new Problem("wrangler's list of secrets cannot be read.", { why: tail(output, 8), next: `npm run wrangler -- secret put ${SECRET}` });
  }
}

/** Sets the secret. Its value goes over standard input: arguments are seen by everybody on the machine. */
async function putSecret(value) {
  const { command: program, args, env } = command();
  const child = spawn(program, [...args, "secret", "put", SECRET], { cwd: ROOT, env: { ...process.env, ...env, NO_COLOR: "1" }, stdio: ["pipe", "pipe", "pipe"] });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (text) => (output += text));
  child.stdin.on("error", () => {});
  child.stdin.end(`${value}\n`);
  const code = await new Promise((resolve) => child.once("error", () => resolve(127)).once("close", resolve));
  if (code !== 0) throw new Problem(`The Worker is deployed; its ${SECRET} could not be set.`, { why: tail(output, 8).replaceAll(value, "…"), next: ["npm run deploy, to try again", `or npm run wrangler -- secret put ${SECRET}`] });
}

function announce(url, token) {
  const at = url ?? "https://<the address above>";
  note("");
  note(bold(url ? `edgemock is at ${url}` : "edgemock is deployed; its address is in wrangler's lines above."));
  if (token) {
    note("");
    note(`Admin token: ${bold(token)}`);
    note("It is shown this once; Cloudflare keeps it and tells nobody. Put it into a password manager now.");
  }
  note("");
  note("Next, your own document:");
  note(`  export URL=${at} ADMIN_TOKEN=${token ?? "<your admin token>"}`);
  note(`  curl -X POST $URL/v1/projects -H "Authorization: Bearer $ADMIN_TOKEN" -d '{"name": "Shop"}'`);
  note("  then import it, as docs/getting-started.md shows.");
}

await main(async () => {
  const args = process.argv.slice(2);
  const { EDGEMOCK_WRANGLER: stand } = process.env;
  await preparePackages();
  if (args.includes("--dry-run")) {
    const { command: program, args: before, env } = command();
    const { code } = await start(program, [...before, "deploy", ...args], { cwd: ROOT, env, onLine: note }).finished;
    process.exitCode = code;
    return;
  }
  await expectLogin();
  if (!stand) await build(await prepare());
  const url = await upload(args);
  if ((await secrets()).includes(SECRET)) {
    note(`✓ ${SECRET} is set already, and stays`);
    announce(url);
  } else if (UNATTENDED) {
    // What is printed here, everybody sees who can see the log of the build.
    announce(url);
    note(yellow(`\nThere is no ${SECRET} yet, so the management API refuses everybody. Set it from a terminal, or in the dashboard under`));
    note(yellow(`Settings → Variables and Secrets:  npm run wrangler -- secret put ${SECRET}`));
  } else {
    const token = randomBytes(32).toString("base64url");
    await step(`wrangler secret put ${SECRET}`, () => putSecret(token));
    announce(url, token);
  }
});
