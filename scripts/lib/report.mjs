// What a person sees: one line when a step begins, a ticking line while it runs, one line with its time when it ends.

const terminal = process.stdout.isTTY && !process.env.CI;
const colour = terminal && !process.env.NO_COLOR;
const paint = (code, text) => (colour ? `\x1b[${code}m${text}\x1b[0m` : text);

export const green = (text) => paint(32, text);
export const red = (text) => paint(31, text);
export const yellow = (text) => paint(33, text);
export const bold = (text) => paint(1, text);
export const dim = (text) => paint(2, text);

/** Seconds between two signs of life where the output is not a terminal. */
const QUIET_SECONDS = 10;

/** Lines of a compiler that quote code: out of context they tell nothing. */
const SOURCE_LINE = /^\s*((\d+\s*)?(\||=|-->|\.\.\.)|warning:|help:|note:|npm warn)/;

/** Something that stops the command, told as what, why and what to do next. */
export class Problem extends Error {
  constructor(what, { why = "", next = [] } = {}) {
    super(what);
    this.why = why;
    this.next = [next].flat();
  }
}

export function seconds(since) {
  const elapsed = (performance.now() - since) / 1000;
  if (elapsed < 60) return `${elapsed.toFixed(1)} s`;
  return `${Math.floor(elapsed / 60)} min ${Math.round(elapsed % 60)} s`;
}

export function note(text) {
  console.log(text);
}

export function indent(text, by = "    ") {
  return text.replace(/^(?=.)/gm, by);
}

/**
 * Runs `work` as a named step. `work` gets `progress(line)`, to be called with each line of a child's output; only the latest
 * line is shown. Its result is passed on. A string in `result.done` replaces the title in the closing line.
 */
export async function step(title, work) {
  const began = performance.now();
  let latest = "";
  note(`${dim("▸")} ${title} …`);
  const tick = () => {
    const line = `    ${seconds(began)}${latest ? `  ${latest}` : ""}`;
    if (terminal) process.stdout.write(`\r\x1b[K${dim(line.slice(0, (process.stdout.columns || 80) - 1))}`);
    else note(line.slice(0, 160));
  };
  const timer = setInterval(tick, terminal ? 500 : QUIET_SECONDS * 1000);
  const clear = () => {
    clearInterval(timer);
    if (terminal) process.stdout.write("\r\x1b[K");
  };
  try {
    const result = await work((line) => {
      if (line.trim() && !SOURCE_LINE.test(line)) latest = line.trim();
    });
    clear();
    note(`${green("✓")} ${result?.done ?? title} (${seconds(began)})`);
    return result;
  } catch (error) {
    clear();
    note(`${red("✗")} ${title} (${seconds(began)})`);
    throw error;
  }
}

/** Prints why the command stops. */
export function explain(error) {
  if (!(error instanceof Problem)) {
    console.error(red(error?.stack ?? String(error)));
    return;
  }
  console.error(`\n${red(bold(error.message))}`);
  if (error.why) console.error(`  why:  ${indent(error.why.trim(), "        ").trimStart()}`);
  error.next.forEach((line, index) => console.error(`  ${index ? "     " : "next:"} ${line}`));
}

/** The body of a script: runs `work`, explains what stopped it, sets the exit status. */
export async function main(work) {
  try {
    await work();
  } catch (error) {
    explain(error);
    process.exitCode = 1;
  }
}
