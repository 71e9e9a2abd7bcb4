// `npm run serve [-- --port 8787 --host 127.0.0.1 --data data]`: the Worker on a machine of one's own, for private networks. It is
// the one that `npm run deploy` uploads, in the same runtime, workerd; its data is in a folder and outlives any end.
import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import net from "node:net";
import path from "node:path";
import { spawn } from "node:child_process";
import { parseArgs } from "node:util";
import { build } from "./build.mjs";
import { modernNode } from "./lib/packages.mjs";
import { inProject } from "./lib/project.mjs";
import { bold, explain, main, note, Problem } from "./lib/report.mjs";
import { prepare } from "./setup.mjs";

const OPTIONS = { port: { type: "string" }, host: { type: "string" }, data: { type: "string" }, built: { type: "boolean" } };
const USAGE = "npm run serve -- --port 8787 --host 127.0.0.1 --data data";
/** Tells the process that has a Node.js which is new enough for Miniflare. */
const INNER = "EDGEMOCK_SERVE_INNER";

function options() {
  let values;
  try {
    ({ values } = parseArgs({ options: OPTIONS }));
  } catch (error) {
    throw new Problem("These options are not known.", { why: error.message, next: USAGE });
  }
  const { port = process.env.PORT || "8787", host = "127.0.0.1", data = "data", built = false } = values;
  if (!/^\d+$/.test(port) || Number(port) > 65535) throw new Problem(`--port ${port} is no port.`, { next: USAGE });
  return { port: Number(port), host, data: path.resolve(data), built };
}

/** The admin token: of the environment, else the one in the data folder, made the first time. */
function adminToken(data) {
  if (process.env.ADMIN_TOKEN) return { token: process.env.ADMIN_TOKEN, where: "ADMIN_TOKEN of the environment" };
  const file = path.join(data, "admin-token");
  if (!existsSync(file)) writeFileSync(file, `${randomBytes(32).toString("base64url")}\n`, { mode: 0o600, flag: "wx" });
  const token = readFileSync(file, "utf8").trim();
  if (!token) throw new Problem(`${file} is empty.`, { next: "Delete it, and another token is made; or set ADMIN_TOKEN." });
  return { token, where: file };
}

/** Ends a runtime that outlived its parent: it holds port and data. Its id is in the data folder. */
async function endOrphan(file) {
  if (!existsSync(file)) return;
  const [pid, parent] = readFileSync(file, "utf8").split(" ").map(Number);
  const command = existsSync(`/proc/${pid}/cmdline`) ? readFileSync(`/proc/${pid}/cmdline`, "utf8") : "";
  if (!command.includes("workerd")) return;
  if (existsSync(`/proc/${parent}`)) {
    throw new Problem("This data is served already.", { why: `Process ${parent} does it.`, next: "Use another --data, or end that process." });
  }
  process.kill(pid, "SIGKILL");
  for (let attempt = 0; attempt < 50 && existsSync(`/proc/${pid}`); attempt += 1) await new Promise((resolve) => setTimeout(resolve, 100));
}

/** The runtime itself would wait for a port that is in use. */
async function expectFree(port, host) {
  const code = await new Promise((resolve) => {
    const server = net.createServer();
    server.once("error", (error) => resolve(error.code));
    server.listen(port, host, () => server.close(() => resolve(undefined)));
  });
  if (code === "EADDRINUSE") throw new Problem(`Port ${port} of ${host} is in use.`, { next: USAGE.replace("8787", String(port + 1)) });
  if (code) throw new Problem(`${host}, port ${port}, cannot be opened.`, { why: code, next: USAGE });
}

/** The process id of workerd, which this process has started. */
function workerdId() {
  try {
    const children = readFileSync(`/proc/self/task/${process.pid}/children`, "utf8").trim().split(" ").map(Number);
    return children.find((pid) => readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("workerd"));
  } catch {
    return undefined;
  }
}

async function serve() {
  const { port, host, data } = options();
  mkdirSync(data, { recursive: true, mode: 0o700 });
  const { token, where } = adminToken(data);
  const pidFile = path.join(data, "workerd.pid");
  await endOrphan(pidFile);
  await expectFree(port, host);
  const { startBuiltWorker } = await import("./lib/local-worker.mjs");
  const { outbound } = await import("./lib/outbound.mjs");
  const graceSeconds = process.env.GRACE_SECONDS;
  const worker = await startBuiltWorker({
    persist: path.join(data, "storage"),
    listen: { host, port },
    internet: outbound,
    vars: { ADMIN_TOKEN: token, ...(graceSeconds && { GRACE_SECONDS: graceSeconds }) },
    onLog: ({ level, message }) => (level === "error" ? console.error(message) : console.log(message)),
  });
  const pid = workerdId();
  if (pid) writeFileSync(pidFile, `${pid} ${process.pid}`);
  const url = `http://${host.includes(":") ? `[${host}]` : host}:${new URL(worker.url).port}`;
  note(bold(`edgemock is ready at ${url}`));
  note(`Admin token: ${where}`);
  note(`Data: ${data}`);
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
    process.on(signal, async () => {
      await worker.stop();
      process.exit(0);
    });
  }
}

if (process.env[INNER]) {
  // Promises that fail when the runtime dies must not hide why.
  process.on("uncaughtException", (error) => {
    explain(error);
    process.exit(1);
  });
  await main(serve);
} else {
  await main(async () => {
    const { built } = options();
    // Where the Worker was built elsewhere, neither Rust nor a compiler is needed: --built.
    if (!built) await build(await prepare());
    else if (!existsSync(inProject("build/index.js"))) throw new Problem("There is no built Worker.", { next: "npm run build, here or elsewhere; then copy build/" });
    const child = spawn(modernNode(), [inProject("scripts/serve.mjs"), ...process.argv.slice(2)], { stdio: "inherit", env: { ...process.env, [INNER]: "1" } });
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
    process.exitCode = await new Promise((resolve) => child.once("exit", (code, signal) => resolve(code ?? (signal ? 1 : 0))));
  });
}
