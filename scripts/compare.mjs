// `npm run compare [-- --seeds 5 --only museum --keep]`: how valid and how rich the bodies of edgemock and of its peers
// are, on the response schemas of real documents (lowest 2xx JSON response of every operation, examples removed), by one
// judge. Also the time that the libraries take. Peers are installed into .tools/compare at pinned versions.
import { spawn } from "node:child_process";
import { createWriteStream, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { installPeers } from "./lib/peers.mjs";
import { freePort } from "./lib/port.mjs";
import { endChildren, run, start, tail } from "./lib/process.mjs";
import { inProject, ROOT, TOOLS } from "./lib/project.mjs";
import { explain, note, Problem, step } from "./lib/report.mjs";

const PEERS = {
  "json-schema-faker": "0.6.3",
  "openapi-sampler": "1.7.9",
  "@stoplight/prism-cli": "5.16.0",
  "@stdy/cli": "0.22.2",
};
const FOLDER = path.join(TOOLS, "compare");
const LIBRARIES = ["json-schema-faker", "json-schema-faker, all optional members", "openapi-sampler"];
/** Programs that serve a document: arguments after the one that is the program. */
const SERVERS = {
  "Prism static": { script: "@stoplight/prism-cli/dist/index.js", args: (port, file) => ["mock", "-h", "127.0.0.1", "-p", port, file] },
  "Prism dynamic": { script: "@stoplight/prism-cli/dist/index.js", args: (port, file) => ["mock", "-d", "-h", "127.0.0.1", "-p", port, file] },
  Steady: { script: "@stdy/cli/steady.js", args: (port, file) => ["--quiet", "--host", "127.0.0.1", "-p", port, file] },
};
/** A value that takes longer is none. */
const VALUE_MS = 10_000;
/** A server that does not listen by then has not loaded the document. */
const LISTEN_MS = 90_000;

const option = (name, fallback) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? fallback : process.argv[at + 1];
};
const seeds = Number(option("seeds", 5));
const only = option("only", "");
// One of the names has a comma with a space behind it.
const chosen = option("tools", "").split(/,(?! )/).filter(Boolean);
const folder = mkdtempSync(path.join(tmpdir(), "edgemock-compare-"));
const example = (...args) => ["run", "--quiet", "--profile", "bench", "--example", "compare", "--", ...args];
/** Only documents with schemas: `{name, file, schemas, count}`. */
let documents = [];

try {
  if (!(seeds >= 1)) throw new Problem(`--seeds ${option("seeds")} is no number of seeds.`, { next: "npm run compare -- --seeds 5" });
  await installPeers(FOLDER, PEERS);
  const tools = ["edgemock", ...LIBRARIES, ...Object.keys(SERVERS)].filter((tool) => !chosen.length || chosen.includes(tool));
  const exported = await step("Response schemas of the documents", (progress) => rust(example("export", folder, ...(only ? [only] : [])), progress));
  if (exported.startsWith("skipped")) throw new Problem("There are no documents to compare on.", { why: exported });
  documents = listDocuments();
  for (const tool of tools) {
    await step(tool, async (progress) => {
      if (tool === "edgemock") await rust(example("generate", folder, String(seeds)), progress);
      for (const document of documents) {
        progress(document.name);
        if (LIBRARIES.includes(tool)) await library(tool, document);
        if (SERVERS[tool]) await server(tool, document);
      }
    });
  }
  const table = await step("Judging", (progress) => rust(example("judge", folder, ...tools), progress));
  const versions = Object.entries(PEERS).map(([name, version]) => `${name} ${version}`).join(", ");
  note(`\n${table}\n\n${documents.reduce((sum, { count }) => sum + count, 0)} response schemas of ${documents.length} documents, ${seeds} seeds each; ${versions}.`);
} catch (error) {
  process.exitCode = 1;
  explain(error);
} finally {
  await endChildren();
  if (process.argv.includes("--keep")) note(`The values are in ${folder}`);
  else rmSync(folder, { recursive: true, force: true });
}

async function rust(args, progress) {
  const { code, output } = await run("cargo", args, { cwd: ROOT, onLine: progress });
  if (code !== 0) throw new Problem(`cargo ${args.join(" ")} failed.`, { why: tail(output) });
  return output;
}

function listDocuments() {
  const ending = ".schemas.jsonl";
  const names = readdirSync(folder).filter((file) => file.endsWith(ending)).map((file) => file.slice(0, -ending.length)).sort();
  const described = names.map((name) => {
    const schemas = path.join(folder, name + ending);
    const count = readFileSync(schemas, "utf8").split("\n").filter(Boolean).length;
    return { name, file: path.join(folder, `${name}.document.json`), schemas, count };
  });
  return described.filter(({ count }) => count > 0);
}

function valuesOf(tool, { name }) {
  return createWriteStream(path.join(folder, `${name}.${tool}.jsonl`));
}

function closed(stream) {
  return new Promise((resolve) => stream.end(resolve));
}

/** Has a library make all values of a document; one that hangs is ended, and goes on with the next schema. */
async function library(tool, document) {
  const out = valuesOf(tool, document);
  let from = 0;
  while (from < document.count) {
    const { at, why } = await libraryRun(tool, document, from, out);
    if (at === undefined) break;
    out.write(`${JSON.stringify({ index: at, seed: 0, error: why })}\n`);
    from = at + 1;
  }
  await closed(out);
}

/** One process; `at` is the schema at which it ended early. */
function libraryRun(tool, document, from, out) {
  const args = ["--stack-size=4000", "--max-old-space-size=4096", inProject("scripts/compare/library.mjs"), tool];
  const child = spawn(process.execPath, [...args, document.file, document.schemas, String(seeds), String(from)], {
    cwd: FOLDER,
    stdio: ["ignore", "pipe", "ignore"],
  });
  let at = from;
  let why = "the process died";
  const hung = () => {
    why = "hung";
    child.kill("SIGKILL");
  };
  // Loading counts as the first value.
  let timer = setTimeout(hung, 3 * VALUE_MS);
  const lines = createInterface({ input: child.stdout });
  lines.on("line", (line) => {
    clearTimeout(timer);
    timer = setTimeout(hung, VALUE_MS);
    if (line.startsWith('{"begin"')) at = JSON.parse(line).begin;
    else out.write(`${line}\n`);
  });
  return new Promise((resolve) => {
    child.on("close", (code) => {
      clearTimeout(timer);
      resolve(code === 0 ? {} : { at, why });
    });
  });
}

/** Has a server answer for all schemas of a document. A server that dies is started again, three times at most. */
async function server(tool, document) {
  const out = valuesOf(tool, document);
  let running;
  let lives = 4;
  for (let index = 0; index < document.count; index += 1) {
    for (let seed = 0; seed < seeds; seed += 1) {
      if (!running && lives > 0) {
        lives -= 1;
        running = await serve(tool, document);
        // What does not load once does not load.
        if (!running) lives = 0;
      }
      const made = running ? await asked(running, index) : { error: "the server does not run" };
      out.write(`${JSON.stringify({ index, seed, ...made })}\n`);
      if (made.error && running && (running.ended || made.late)) {
        await running.stop();
        running = undefined;
      }
    }
  }
  await running?.stop();
  await closed(out);
}

async function serve(tool, { file }) {
  const port = await freePort();
  const { script, args } = SERVERS[tool];
  const where = path.join(FOLDER, "node_modules", script);
  if (!existsSync(where)) throw new Problem(`${tool} has no ${where}.`, { next: `rm -r ${FOLDER}` });
  const child = start(process.execPath, [where, ...args(String(port), file)], { cwd: folder });
  const running = { url: `http://127.0.0.1:${port}`, ended: false };
  child.finished.then(() => (running.ended = true));
  running.stop = async () => {
    try {
      process.kill(-child.pid, "SIGKILL");
    } catch {
      // Gone already.
    }
    await child.finished;
  };
  const until = Date.now() + LISTEN_MS;
  while (Date.now() < until && !running.ended) {
    try {
      await fetch(`${running.url}/`, { signal: AbortSignal.timeout(2000) });
      return running;
    } catch {
      await sleep(200);
    }
  }
  await running.stop();
  return undefined;
}

async function asked({ url }, index) {
  try {
    const response = await fetch(`${url}/s/${index}`, { headers: { accept: "application/json" }, signal: AbortSignal.timeout(VALUE_MS) });
    const body = await response.text();
    return response.status === 200 ? { body } : { error: `status ${response.status}` };
  } catch (error) {
    return { error: error.name === "TimeoutError" ? "no answer in time" : "no answer", late: error.name === "TimeoutError" };
  }
}
