// What a process and everything it started has used, as Linux tells it; nothing where there is no /proc.
import { existsSync, readdirSync, readFileSync } from "node:fs";

/** Milliseconds of a clock tick: 100 a second on every Linux that counts. */
const TICK_MS = 10;

/** Whether this system tells. */
export const tells = existsSync("/proc/self/stat");

function stat(pid) {
  try {
    const line = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The name in parentheses may hold spaces.
    const fields = line.slice(line.lastIndexOf(")") + 2).split(" ");
    return { parent: Number(fields[1]), cpu: (Number(fields[11]) + Number(fields[12])) * TICK_MS };
  } catch {
    return undefined;
  }
}

/** The process and its descendants. */
function family(pid) {
  const all = readdirSync("/proc").filter((name) => /^\d+$/.test(name)).map((name) => [Number(name), stat(name)?.parent]);
  const found = [pid];
  for (const one of found) found.push(...all.filter(([, parent]) => parent === one).map(([child]) => child));
  return found;
}

/** The children of this process. */
export function children() {
  return tells ? family(process.pid).filter((pid) => stat(pid)?.parent === process.pid) : [];
}

/** Milliseconds of processor time so far. */
export function cpuOf(pid) {
  return tells ? family(pid).reduce((sum, one) => sum + (stat(one)?.cpu ?? 0), 0) : Number.NaN;
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
