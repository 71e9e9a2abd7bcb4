// `npm test`: every check. `npm test -- --only e2e,format` runs some of them, `--list` names them.
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { build } from "./build.mjs";
import { judge, sizes } from "./lib/budget.mjs";
import { prepareChromium } from "./lib/chromium.mjs";
import { modernNode, packageCommand, wrangler } from "./lib/packages.mjs";
import { isEnding, run, typed } from "./lib/process.mjs";
import { inProject, ROOT, WASM_TARGET } from "./lib/project.mjs";
import { bold, explain, green, indent, note, Problem, red, seconds, step } from "./lib/report.mjs";
import { prepare } from "./setup.mjs";

const LIMIT_MS = 45 * 60_000;
const E2E = inProject("tests/e2e");

/** A check that passes or fails as one. */
const one = ({ code }) => ({ passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 });

/** Adds up cargo's `test result:` lines; there is one for each test program. */
function cargoCounts({ output }) {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for (const [, passed, failed, ignored] of output.matchAll(/^test result: .*? (\d+) passed; (\d+) failed; (\d+) ignored;/gm)) {
    counts.passed += Number(passed);
    counts.failed += Number(failed);
    counts.skipped += Number(ignored);
  }
  return counts;
}

/** Reads the summary that `node --test` ends with. */
function nodeCounts({ output, counts }) {
  if (counts) return counts;
  const count = (name) => Number(output.match(new RegExp(`^(?:ℹ|#) ${name} (\\d+)$`, "m"))?.[1] ?? 0);
  return { passed: count("pass"), failed: count("fail") + count("cancelled"), skipped: count("skipped") + count("todo") };
}

/** All checks. `needs` is what must exist before; `shown` prints the output of a success too. */
function checks(toolchain) {
  const cargo = (...args) => ({ command: "cargo", args });
  // In the release profile: the release Worker needs the same procedural macros, which then compile once.
  const wasm = toolchain?.clippy
    ? { ...cargo("clippy", "--release", "--lib", "--target", WASM_TARGET, "--", "-D", "warnings"), env: toolchain.env, title: "Lints for wasm32" }
    : { ...cargo("check", "--release", "--lib", "--target", WASM_TARGET), env: toolchain?.env, warnings: true, title: "Compiles for wasm32 without warnings" };
  return [
    { name: "format", title: "Formatting", ...cargo("fmt", "--check"), count: one },
    // Before the release Worker, which is built beside what follows: both use the same folder.
    { name: "clippy-wasm", count: one, ...wasm },
    { name: "clippy", title: "Lints for the host", ...cargo("clippy", "--all-targets", "--", "-D", "warnings"), count: one },
    { name: "docs", title: "Documentation", ...cargo("doc", "--no-deps"), env: { RUSTDOCFLAGS: "-D warnings" }, count: one },
    // Not the examples and benches: the lints compile them, and building them takes longer than all these tests.
    { name: "rust", title: "Rust tests", ...cargo("test", "--lib", "--tests", "--no-fail-fast"), count: cargoCounts },
    { name: "rust-docs", title: "Examples in the documentation", ...cargo("test", "--doc"), count: cargoCounts },
    { name: "types", title: "Types of the console", command: packageCommand("tsc"), args: ["-p", "console"], count: one },
    { name: "console", title: "Console within its budget", work: bundle, count: one, shown: true },
    { name: "build", title: "Release Worker", work: (progress) => built(toolchain, progress), count: one },
    { name: "budget", title: "Sizes within benches/budget.json", needs: "build", work: size, count: one },
    { name: "deploy", title: "Deployable as it is (wrangler deploy --dry-run)", needs: "build", work: dryRun, count: one },
    { name: "browser", title: "Chromium for the console's tests", work: browser, count: one },
    { name: "e2e", title: "End-to-end tests against the built Worker", needs: "build", work: endToEnd, count: nodeCounts, shown: true },
  ];
}

/** The build that goes on beside other checks: half of it is linking and optimising, which keep one processor busy. */
let beside;

function buildBeside() {
  const building = { onLine: () => {} };
  building.finished = run(process.execPath, [inProject("scripts/build.mjs")], { cwd: ROOT, onLine: (line) => building.onLine(line), limitMs: LIMIT_MS });
  return building;
}

async function built(toolchain, progress) {
  if (!beside) return build(toolchain);
  beside.onLine = progress;
  return beside.finished;
}

/** What a quick build weighs means nothing. */
async function size() {
  if (process.env.EDGEMOCK_QUICK === "1") return undefined;
  const { lines, over } = judge("bytes", sizes(), (value) => `${value.toLocaleString("en")} bytes`);
  return { code: over.length ? 1 : 0, output: `${lines.join("\n")}\nFind out what grew, or make it the budget: npm run startup -- --accept` };
}

async function dryRun(progress) {
  const { command, args, env } = wrangler();
  const folder = mkdtempSync(path.join(tmpdir(), "edgemock-dry-run-"));
  try {
    return await run(command, [...args, "deploy", "--dry-run", "--outdir", folder], { cwd: ROOT, env, onLine: progress, limitMs: LIMIT_MS });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function bundle() {
  const { buildConsole, told } = await import("./build-console.mjs");
  return { code: 0, output: told(await buildConsole()) };
}

/** Installs it where there is none. What it is not for passes without it. */
async function browser() {
  return { code: 0, output: await prepareChromium() };
}

async function endToEnd(progress) {
  const files = readdirSync(E2E).filter((file) => file.endsWith(".test.mjs")).map((file) => path.join("tests/e2e", file));
  // Two files at a time: they wait more than they work.
  const tried = (some, atOnce) => run(modernNode(), ["--test", `--test-concurrency=${atOnce}`, "--test-reporter=spec", ...some], { cwd: ROOT, env: { NO_COLOR: "1", FORCE_COLOR: "0" }, onLine: progress, limitMs: LIMIT_MS });
  const first = await tried(files, 2);
  const failed = [...new Set([...first.output.matchAll(/^\s*test at (tests\/e2e\/[\w./-]+\.test\.mjs):\d/gm)].map(([, file]) => file))];
  if (first.code === 0 || failed.length === 0) return first;
  // A browser or a socket on a busy machine fails now and then: what fails twice is a fault. Both runs are shown.
  const second = await tried(failed, 1);
  const [before, again] = [nodeCounts(first), nodeCounts(second)];
  const counts = { ...before, passed: before.passed + before.failed - again.failed, failed: again.failed };
  const output = `${first.output}\n${failed.length} of ${files.length} files failed and ran again, alone: ${failed.join(", ")}\n${second.output}`;
  return { code: second.code, output, counts };
}

async function perform(check, progress) {
  if (!check.work) {
    const { command, args, env } = check;
    const result = await run(command, args, { cwd: ROOT, env: { CARGO_TERM_COLOR: "never", ...env }, onLine: progress, limitMs: LIMIT_MS });
    if (check.warnings && /^warning: /m.test(result.output)) result.code = 1;
    return result;
  }
  try {
    return (await check.work(progress)) ?? { code: 0, output: "" };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return { code: 1, output: [error.message, error.why, ...error.next].join("\n") };
  }
}

/** Runs one check as a step and gives its counts. */
async function check(one) {
  let result;
  let counts;
  try {
    await step(one.title, async (progress) => {
      result = await perform(one, progress);
      counts = one.count(result);
      // A test program that did not compile or crashed counts nothing by itself.
      if (result.code !== 0 && counts.failed === 0) counts.failed = 1;
      if (result.code !== 0) throw new Error("failed");
      return { done: counts.passed + counts.skipped > 1 ? `${one.title}: ${told(counts)}` : one.title };
    });
    if (one.shown) note(indent(result.output));
  } catch (error) {
    if (!result) throw error;
    note(indent(result.output));
    note(red(`  ${one.title} failed; to run it alone: npm test -- --only ${one.name}`));
    if (one.command) note(`  or: ${typed(one.command, one.args)}`);
  }
  return { ...one, ...counts };
}

function told({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ""}`;
}

/** The names after --only, or undefined for all. */
function selection(names) {
  const [option, ...values] = process.argv.slice(2);
  if (option === undefined) return undefined;
  if (option === "--list") {
    note(names.join("\n"));
    process.exit(0);
  }
  const wanted = values.flatMap((value) => value.split(",")).filter(Boolean);
  const unknown = wanted.filter((name) => !names.includes(name));
  if (option !== "--only" || !wanted.length || unknown.length) {
    throw new Problem(unknown.length ? `There is no check ${unknown.join(", ")}.` : `${option} is not an option of npm test.`, {
      why: `The checks are: ${names.join(", ")}`,
      next: "npm test, or npm test -- --only e2e,format",
    });
  }
  return wanted;
}

const began = performance.now();
const totals = { passed: 0, failed: 0, skipped: 0 };
try {
  const wanted = selection(checks().map(({ name }) => name));
  const toolchain = await prepare();
  const all = checks(toolchain).filter(({ name }) => !wanted || wanted.includes(name));
  const results = [];
  const broken = (name) => results.some((result) => result.name === name && result.failed > 0);
  for (const one of all) {
    if (one.needs && broken(one.needs)) {
      note(red(`✗ ${one.title}: cannot run, the ${one.needs} check failed`));
      results.push({ ...one, passed: 0, failed: 1, skipped: 0 });
      continue;
    }
    if (one.needs && !all.some(({ name }) => name === one.needs)) await build(toolchain);
    if (one.name === "clippy" && all.some(({ name }) => name === "build")) beside = buildBeside();
    results.push(await check(one));
  }
  for (const result of results) for (const kind of Object.keys(totals)) totals[kind] += result[kind];
  const failures = results.filter(({ failed }) => failed);
  note("");
  note(failures.length ? red(bold(`Failed: ${failures.map(({ title }) => title).join("; ")}`)) : green(bold("Everything passed.")));
  note(`All checks took ${seconds(began)}.`);
} catch (error) {
  if (isEnding()) process.exit(130);
  explain(error);
  totals.failed += 1;
}
process.exitCode = totals.failed ? 1 : 0;
console.log(told(totals));
