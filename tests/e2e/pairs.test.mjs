// docs/requests-and-answers.md: what the built Worker answers to the requests of pairs.mjs, written as a page to read. The page
// is compared with what the Worker answers now. `EDGEMOCK_GOLDEN=overwrite` writes it anew.
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { inProject } from "../../scripts/lib/project.mjs";
import { startEdgemock } from "./harness.mjs";
import { DOCUMENT, SECTIONS } from "./pairs.mjs";

const PAGE = inProject("docs/requests-and-answers.md");
const PROJECT = 1000001;
/** Of the headers of answers, those that say something about the rule at hand. */
const SHOWN = ["content-type", "location", "allow", "www-authenticate", "retry-after", "x-edgemock-warning", "x-edgemock-violations", "x-stock"];

const HEAD = `<!-- Written by EDGEMOCK_GOLDEN=overwrite npm test -- --only e2e -->
# Requests and answers

Every rule of the mock with a request and what the Worker answers to it, as tests see it at every change. Paths of requests stand
behind \`/m1/1000001-0-default\`; \`__seed=1\` makes answers repeatable, JSON is wrapped for reading, and of the headers of answers
only those are shown that belong to the matter. What goes to \`/v1\` is the [management API](../README.md#your-own-document).

`;

let edgemock;
before(async () => {
  edgemock = await startEdgemock();
  await edgemock.project({ document: DOCUMENT, id: PROJECT, name: "Shop" });
});
after(() => edgemock?.stop());

/** JSON on few lines: an object or list of a hundred characters stays on one. */
function wrapped(value, indent = "") {
  const flat = JSON.stringify(value);
  if (flat.length + indent.length <= 100 || value === null || typeof value !== "object") return flat;
  const inner = `${indent}  `;
  const list = Array.isArray(value);
  const parts = Object.entries(value).map(([name, member]) => `${inner}${list ? "" : `${JSON.stringify(name)}: `}${wrapped(member, inner)}`);
  return `${list ? "[" : "{"}\n${parts.join(",\n")}\n${indent}${list ? "]" : "}"}`;
}

function bodyShown(text, type) {
  if (/json(;|$)/.test(type ?? "") && !/ndjson|jsonl/.test(type)) {
    try {
      return wrapped(JSON.parse(text));
    } catch {
      // Shown as it is.
    }
  }
  return text.trimEnd();
}

/** A request as it is sent, without what every client adds. */
function requestShown({ method = "GET", path, headers = {}, body }) {
  const lines = [`${method} ${path} HTTP/1.1`, ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`)];
  if (body !== undefined) lines.push("", body);
  return lines.join("\n");
}

async function pair(request) {
  const { method = "GET", path, headers, body } = request;
  const response = await edgemock.fetch(`/m1/${PROJECT}-0-default${path}`, { method, headers, body });
  const bytes = Buffer.from(await response.arrayBuffer());
  const text = bytes.toString("utf8");
  const binary = !Buffer.from(text, "utf8").equals(bytes);
  const shown = SHOWN.filter((name) => response.headers.has(name)).map((name) => `${name}: ${response.headers.get(name)}`);
  const lines = [`HTTP/1.1 ${response.status}`, ...shown];
  const content = binary ? `(${bytes.length} bytes, beginning with ${bytes.subarray(0, 8).toString("hex")})` : bodyShown(text, response.headers.get("content-type"));
  if (content) lines.push("", content);
  return `\`\`\`http\n${requestShown(request)}\n\`\`\`\n\n\`\`\`http\n${lines.join("\n")}\n\`\`\`\n`;
}

async function page() {
  const endpoints = (await edgemock.manage("GET", `/v1/projects/${PROJECT}/endpoints`)).body.data;
  const base = (method, path) => `/v1/projects/${PROJECT}/endpoints/${endpoints.find((one) => one.method === method && one.path === path).id}`;
  const parts = [HEAD.trimEnd(), ""];
  for (const { title, text, setup = [], requests } of SECTIONS) {
    parts.push(`## ${title}\n\n${text}\n`);
    for (const { method, at, settings, body, show = true } of setup) {
      const where = settings ? `/v1/projects/${PROJECT}/mock-settings` : `${base(...at.slice(0, 2))}/${at[2]}`;
      const { status, body: answer } = await edgemock.manage(method, where, body);
      assert.ok(status < 300, `${title}: ${method} ${where} answered ${JSON.stringify(answer)}`);
      if (show) parts.push(`\`\`\`http\n${method} ${where} HTTP/1.1\n\n${body === undefined ? "" : wrapped(body)}\n\`\`\`\n`);
    }
    for (const request of requests) {
      if (request.text) parts.push(`${request.text}\n`);
      parts.push(await pair(request));
    }
  }
  return `${parts.join("\n").trimEnd()}\n`;
}

test("the page of requests and answers is as the Worker answers", async () => {
  const now = await page();
  if (process.env.EDGEMOCK_GOLDEN === "overwrite") writeFileSync(PAGE, now);
  assert.equal(readFileSync(PAGE, "utf8"), now, "the page is out of date; if that is meant: EDGEMOCK_GOLDEN=overwrite npm test -- --only e2e");
});
