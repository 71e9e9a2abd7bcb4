// What a process and everything it started has used, as Linux tells it; nothing where there is no /proc.
import { existsSync, readdirSync, readFileSync } from "node:fs";

/** Whether this system tells. */
export const tells = existsSync("/proc/self/stat");

function parentOf(pid) {
  try {
    const line = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The name in parentheses may hold spaces.
    return Number(line.slice(line.lastIndexOf(")") + 2).split(" ")[1]);
  } catch {
    return undefined;
  }
}

/** By thread, in nanoseconds: the ticks of `stat` are 10 ms, which is as long as a hundred requests. */
function nanoseconds(pid) {
  try {
    const threads = readdirSync(`/proc/${pid}/task`);
    return threads.reduce((sum, thread) => sum + Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, "utf8").split(" ")[0]), 0);
  } catch {
    return 0;
  }
}

/** The process and its descendants. */
function family(pid) {
  const all = readdirSync("/proc").filter((name) => /^\d+$/.test(name)).map((name) => [Number(name), parentOf(name)]);
  const found = [pid];
  for (const one of found) found.push(...all.filter(([, parent]) => parent === one).map(([child]) => child));
  return found;
}

/** The children of this process. */
export function children() {
  return tells ? family(process.pid).filter((pid) => parentOf(pid) === process.pid) : [];
}

/** Milliseconds of processor time so far. */
export function cpuOf(pid) {
  return tells ? family(pid).reduce((sum, one) => sum + nanoseconds(one), 0) / 1e6 : Number.NaN;
}

/** Bytes in memory now. */
export function memoryOf(pid) {
  if (!tells) return Number.NaN;
  const resident = (one) => {
    try {
      return Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${one}/status`, "utf8"))?.[1] ?? 0) * 1024;
    } catch {
      return 0;
    }
  };
  return family(pid).reduce((sum, one) => sum + resident(one), 0);
}
