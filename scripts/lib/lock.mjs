// Only one process at a time installs or builds; a second one waits for it and then finds the work done.
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { note } from "./report.mjs";

const held = new Set();
process.on("exit", () => held.forEach((file) => rmSync(file, { force: true })));

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}

/** Removes the lock of a process that died without doing so. The rename makes sure that only one of several waiters does. */
function breakStale(file, owner) {
  const aside = `${file}.${process.pid}`;
  try {
    renameSync(file, aside);
    const moved = readFileSync(aside, "utf8");
    if (moved === owner) rmSync(aside);
    else renameSync(aside, file);
  } catch {
    // Another waiter was faster.
  }
}

/** Runs `work` while holding the lock `name` in `folder`. */
export async function withLock(folder, name, work) {
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, `${name}.lock`);
  for (let told = false; ; ) {
    try {
      writeFileSync(file, String(process.pid), { flag: "wx" });
      break;
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
    }
    let owner = "";
    try {
      owner = readFileSync(file, "utf8");
    } catch {
      continue;
    }
    if (owner && !isAlive(Number(owner))) {
      breakStale(file, owner);
      continue;
    }
    if (!told) {
      note(`  waiting for another edgemock command (process ${owner}) to finish: ${name}`);
      note(`  (if there is none, delete ${file})`);
    }
    told = true;
    await sleep(300);
  }
  held.add(file);
  try {
    return await work();
  } finally {
    held.delete(file);
    rmSync(file, { force: true });
  }
}
