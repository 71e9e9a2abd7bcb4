// Child processes. Each runs in a process group of its own, so that ending this command ends them and what they started.
import { spawn, spawnSync } from "node:child_process";

/** How long the children of an ended child may go on. */
const LEFTOVERS_MS = 1000;

const running = new Set();

function signalGroup(child, signal) {
  try {
    process.kill(-child.pid, signal);
  } catch {
    // Gone already.
  }
}

/** Ends every child that is still running: politely first, by force after `graceMs`. */
export async function endChildren(graceMs = 3000) {
  const children = [...running];
  const ended = Promise.all(children.map((child) => new Promise((resolve) => child.once("close", resolve))));
  for (const child of children) signalGroup(child, "SIGTERM");
  if (!children.length) return;
  const force = setTimeout(() => children.forEach((child) => signalGroup(child, "SIGKILL")), graceMs);
  await ended;
  clearTimeout(force);
}

let ending = false;
for (const [signal, status] of [["SIGINT", 130], ["SIGTERM", 143], ["SIGHUP", 129]]) {
  process.on(signal, async () => {
    // A second Ctrl-C does not wait.
    if (ending) process.exit(status);
    ending = true;
    await endChildren();
    process.exit(status);
  });
}
process.on("exit", () => running.forEach((child) => signalGroup(child, "SIGKILL")));

/** True once a signal has asked this command to end: what fails from then on needs no explanation. */
export const isEnding = () => ending;

/** Starts a child whose output arrives line by line at `onLine`. `interactive` leaves it the terminal's input (passwords). */
export function start(command, args, { cwd, env, onLine = () => {}, interactive = false } = {}) {
  const child = spawn(command, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: [interactive ? "inherit" : "ignore", "pipe", "pipe"],
    // A child in a group of its own may not read the terminal.
    detached: !interactive,
  });
  running.add(child);
  for (const stream of [child.stdout, child.stderr]) {
    let rest = "";
    stream.setEncoding("utf8");
    stream.on("data", (text) => {
      const lines = (rest + text).split(/\r?\n|\r/);
      rest = lines.pop();
      lines.forEach((line) => onLine(line));
    });
    stream.on("end", () => rest && onLine(rest));
  }
  child.finished = new Promise((resolve) => {
    child.once("error", (error) => {
      running.delete(child);
      resolve({ code: 127, error });
    });
    child.once("exit", (code, signal) => {
      // What it started may outlive it, with its output and a port still open.
      const leftovers = setTimeout(() => signalGroup(child, "SIGKILL"), LEFTOVERS_MS);
      child.once("close", () => {
        clearTimeout(leftovers);
        running.delete(child);
        resolve({ code: code ?? 1, signal });
      });
    });
  });
  return child;
}

/** Runs a command to its end and gives its status and output. `limitMs` ends it when it takes longer. */
export async function run(command, args, { limitMs, onLine = () => {}, ...options } = {}) {
  const lines = [];
  const child = start(command, args, {
    ...options,
    onLine: (line) => {
      lines.push(line);
      onLine(line);
    },
  });
  let late = false;
  const timer = limitMs && setTimeout(() => {
    late = true;
    signalGroup(child, "SIGKILL");
  }, limitMs);
  const { code, error } = await child.finished;
  clearTimeout(timer);
  // The signal that ended the child ends this command too; nothing may be concluded from it.
  if (ending) return new Promise(() => {});
  if (error) lines.push(error.code === "ENOENT" ? `${command}: command not found` : String(error));
  if (late) lines.push(`ended after ${limitMs / 1000} s without a result`);
  return { code: late ? 124 : code, output: lines.join("\n") };
}

/** The trimmed standard output of a short command, or undefined when it fails or does not exist. */
export function ask(command, args, { env, cwd } = {}) {
  const answer = spawnSync(command, args, { cwd, env: { ...process.env, ...env }, encoding: "utf8" });
  return answer.status === 0 ? answer.stdout.trim() : undefined;
}

/** The last `count` lines that say something: enough of a long log to see why it ended. */
export function tail(output, count = 15) {
  return output.split("\n").filter((line) => line.trim()).slice(-count).join("\n");
}

/** A command as one would type it. */
export function typed(command, args, env = {}) {
  const quote = (text) => (/^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`);
  return [...Object.entries(env).map(([name, value]) => `${name}=${quote(value)}`), ...[command, ...args].map(quote)].join(" ");
}
