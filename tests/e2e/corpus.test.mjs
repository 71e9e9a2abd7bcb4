// Imports every document of the corpus into the built Worker, asks it for every operation and has the answers judged.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { test } from "node:test";
import { promisify } from "node:util";
import { ROOT } from "../../scripts/lib/project.mjs";
import { startEdgemock } from "./harness.mjs";

const CORPUS = path.resolve(process.env.EDGEMOCK_CORPUS ?? path.join(ROOT, "../shared/corpus"), "openapi");
/** Bodies that are valid, in per cent. */
const VALID = 97;
const JUDGE = ["run", "--quiet", "--example", "judge_answers", "--"];
const run = promisify(execFile);

const there = existsSync(CORPUS);
if (!there) console.log(`skipped: no documents at ${CORPUS} (set EDGEMOCK_CORPUS to the folder that holds openapi/)`);

test("real documents import, and their answers are valid", { skip: !there, timeout: 30 * 60_000 }, async () => {
  const scratch = mkdtempSync(path.join(tmpdir(), "edgemock-corpus-"));
  const edgemock = await startEdgemock();
  const reports = [];
  try {
    const documents = readdirSync(CORPUS).filter((file) => /\.(json|ya?ml)$/.test(file)).sort();
    const wanted = documents.filter((file) => !process.env.FILTER || file.includes(process.env.FILTER));
    for (const file of wanted) reports.push(await judged(edgemock, file, scratch));
  } finally {
    await edgemock.stop();
    rmSync(scratch, { recursive: true, force: true });
  }
  const sum = (key) => reports.reduce((total, report) => total + report[key], 0);
  const percent = (part, whole) => (100 * part) / Math.max(whole, 1);
  for (const { row, reasons } of reports) console.log(row + (reasons ? `\n${reasons.trimEnd()}` : ""));
  const jsonValid = percent(sum("jsonValid"), sum("json"));
  console.log(
    `${reports.length} documents, ${sum("operations")} operations: ${percent(sum("reachable"), sum("operations")).toFixed(2)} % reachable, ` +
      `${percent(sum("valid"), sum("counted")).toFixed(2)} % answered as declared, ${jsonValid.toFixed(2)} % of ${sum("json")} JSON bodies valid`,
  );
  assert.equal(sum("reachable"), sum("operations"), "every operation is reachable");
  assert.ok(jsonValid >= VALID, `${jsonValid.toFixed(2)} % of JSON bodies are valid`);
});

/** Imports one document into a project of its own and gives the judge's counts. */
async function judged(edgemock, file, scratch) {
  const where = path.join(CORPUS, file);
  const project = await edgemock.project({ name: file, document: readFileSync(where, "utf8") });
  const prefix = `/m1/${project}-0-default`;
  const listed = await edgemock.manage("GET", `/v1/projects/${project}/endpoints`);
  assert.equal(listed.status, 200, `${file}: the list of endpoints answers ${JSON.stringify(listed.body).slice(0, 300)}`);
  const endpoints = Array.isArray(listed.body.data) ? listed.body.data : listed.body.data.endpoints;
  await published(edgemock, prefix);

  const ids = path.join(scratch, "ids.json");
  const counts = path.join(scratch, "counts.json");
  const name = ({ method, path: template }) => `${method.toUpperCase()} ${template}`;
  writeFileSync(ids, JSON.stringify(Object.fromEntries(endpoints.map((endpoint) => [name(endpoint), endpoint.id]))));
  await run("cargo", [...JUDGE, edgemock.url + prefix, where, "--ids", ids, "--json", counts], { cwd: ROOT, maxBuffer: 64 << 20 });
  return JSON.parse(readFileSync(counts, "utf8"));
}

/** Statuses of a mock that is switched off, guarded, or not published yet. */
const NOT_YET = [401, 403, 409, 503];

/** Waits until the mock plane knows the project. Any other answer will do: `/{index}` is a path of some documents. */
async function published(edgemock, prefix) {
  await edgemock.eventually(`${prefix}/edgemock-no-such-path`, ({ status }) => !NOT_YET.includes(status), { withinMs: 60_000 });
}
