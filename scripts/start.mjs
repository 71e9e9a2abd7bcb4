// `npm start`: prepares, builds, starts the Worker with local storage, imports the demo project and prints URLs to try.
import net from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { build } from "./build.mjs";
import { DOCUMENT, importDemo } from "./lib/demo.mjs";
import { adminToken } from "./lib/dev-vars.mjs";
import { wrangler } from "./lib/packages.mjs";
import { endChildren, isEnding, start, tail } from "./lib/process.mjs";
import { ROOT } from "./lib/project.mjs";
import { bold, dim, explain, note, Problem, seconds, step } from "./lib/report.mjs";
import { prepare } from "./setup.mjs";

const began = performance.now();
const ADDRESS = "127.0.0.1";
const READY_MS = 90_000;

/** Lines of wrangler that tell nothing to a person who just wants it to run. */
const NOISE = [
  /Request\.cf/, /^\s*$/, /⎔/, /^[─┌└│╭╰╮╯ ]+$/, /wrangler \d/, /update available/, /Using (secrets|vars) defined in/, /^\[custom build\]\s*$/, /Running: node scripts\/build/,
  /In build\/:|console\/public: first load/, /Your Worker has access|^Binding\s|^env\./, /Ready on/, /^\[wrangler:info\] (GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS) /, /No route found|Logs were written/, /experimental/i,
];

function port() {
  const text = process.env.PORT || "8787";
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1 || number > 65535) {
    throw new Problem(`PORT=${text} is not a port.`, { next: "Use a number from 1 to 65535, for example PORT=8788 npm start" });
  }
  return number;
}

async function expectFree(number) {
  const code = await new Promise((resolve) => {
    const server = net.createServer();
    server.once("error", (error) => resolve(error.code));
    server.listen(number, ADDRESS, () => server.close(() => resolve(undefined)));
  });
  if (code === "EADDRINUSE") {
    throw new Problem(`Port ${number} is in use.`, {
      why: `Another program listens on ${ADDRESS}:${number}; perhaps edgemock runs already: http://${ADDRESS}:${number}/v1/versions`,
      next: [`PORT=${number + 1} npm start`, "or end the other program"],
    });
  }
  if (code === "EACCES") throw new Problem(`Port ${number} may not be used.`, { why: "Ports below 1024 need privileges.", next: "PORT=8787 npm start" });
  if (code) throw new Problem(`Port ${number} cannot be opened.`, { why: code, next: `PORT=${number + 1} npm start` });
}

/** Starts `wrangler dev`. Gives the child, and `log` with what it said that matters. */
function startWrangler(number, quiet) {
  const { command, args, env } = wrangler();
  const log = [];
  const child = start(command, [...args, "dev", "--local", "--ip", ADDRESS, "--port", String(number), "--inspector-port", "0",
    "--persist-to", ".wrangler/state", "--show-interactive-dev-session=false"], {
    cwd: ROOT,
    env: { ...env, CLOUDFLARE_CF_FETCH_ENABLED: "false", NO_COLOR: "1", FORCE_COLOR: "0" },
    onLine: (line) => {
      if (NOISE.some((noise) => noise.test(line))) return;
      log.push(line);
      if (log.length > 1000) log.shift();
      if (!quiet()) note(dim("  | ") + line);
    },
  });
  return { child, log };
}

async function untilReady({ child, log }, url) {
  let ended;
  child.finished.then((result) => (ended = result));
  const until = Date.now() + READY_MS;
  for (;;) {
    if (ended) throw wranglerEnded(ended, log);
    try {
      const response = await fetch(`${url}/v1/versions`, { signal: AbortSignal.timeout(5000) });
      if (response.status === 200) return;
      log.push(`GET /v1/versions answered ${response.status}: ${(await response.text()).slice(0, 500)}`);
    } catch {
      // Not listening yet.
    }
    if (Date.now() > until) {
      throw new Problem(`The Worker is not ready after ${READY_MS / 1000} s.`, { why: tail(log.join("\n"), 20), next: "rm -rf .wrangler/state, then npm start" });
    }
    await sleep(150);
  }
}

function wranglerEnded({ code, signal }, log) {
  return new Problem(`wrangler dev ended ${signal ? `by ${signal}` : `with status ${code}`}.`, {
    why: tail(log.join("\n"), 20) || "It said nothing.",
    next: ["npm run build, to see whether the Worker builds", "rm -rf .wrangler/state, if it is about stored data; then npm start"],
  });
}

function announce(url, token, { open, guarded, problems }) {
  note("");
  note(bold(`edgemock is ready at ${url}`) + dim(`  (${seconds(began)})`));
  note("");
  note(`Mocks of ${DOCUMENT}, to open in a browser:`);
  open.forEach((one) => note(`  ${one}`));
  note("");
  note("The same from a project that asks for a token:");
  guarded.forEach((one) => note(`  ${one}`));
  note("");
  note(`Console         ${url}/console/   to look at, and to do everything below; sign in with the admin token`);
  note(`Management API  ${url}/v1/   with the header  Authorization: Bearer <admin token>`);
  note(`Admin token     ${token}   (ADMIN_TOKEN in .dev.vars)`);
  note("");
  note("Your own document:");
  note(`  curl -X POST ${url}/v1/projects -H 'Authorization: Bearer ${token}' -H 'Content-Type: application/json' -d '{"name": "Shop"}'`);
  note(`  then POST ${url}/v1/projects/{id}/import-openapi with {"input": "<OpenAPI as JSON or YAML>"}`);
  if (problems.length) note(`\nThe import found ${problems.length} faults in ${DOCUMENT}; the API's answer lists them.`);
  note("");
  note("Ctrl-C stops it. Data stays in .wrangler/state.");
}

try {
  const number = port();
  await expectFree(number);
  await build(await prepare());
  const token = adminToken();
  const url = `http://${ADDRESS}:${number}`;
  let quiet = true;
  const server = startWrangler(number, () => quiet);
  await step(`Worker in workerd on ${url}`, async () => {
    await untilReady(server, url);
    return { done: `Worker listens on ${url}` };
  });
  const demo = await step("Demo project", async () => {
    const demo = await importDemo(url, token);
    return { ...demo, done: demo.changed ? `Demo project imported from ${DOCUMENT}` : "Demo project is there already" };
  });
  announce(url, token, demo);
  quiet = false;
  const result = await server.child.finished;
  if (!isEnding()) throw wranglerEnded(result, server.log);
} catch (error) {
  if (!isEnding()) {
    explain(error);
    await endChildren();
    process.exit(1);
  }
}
