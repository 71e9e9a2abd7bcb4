// `npm run capacity`: what edgemock costs a month on Cloudflare's published prices, by how it is used. `-- --write` puts the table
// into docs/capacity.md. The prices and what is assumed stand here and nowhere else.
import { readFileSync, writeFileSync } from "node:fs";
import { inProject } from "./lib/project.mjs";
import { main, note, Problem } from "./lib/report.mjs";

const DAYS = 30;
const MILLION = 1e6;
const DAY_SECONDS = 86_400;

/** Workers Paid, in dollars a month: what is included, and what a million more costs. Read on 2026-11-27. */
const BASE = 5;
const PRICES = {
  "requests": { included: 10 * MILLION, perMillion: 0.3 },
  "processor ms": { included: 30 * MILLION, perMillion: 0.02 },
  "KV reads": { included: 10 * MILLION, perMillion: 0.5 },
  "KV writes": { included: MILLION, perMillion: 5 },
  "KV deletes": { included: MILLION, perMillion: 5 },
  "object requests": { included: MILLION, perMillion: 0.15 },
  "object GB-s": { included: 400_000, perMillion: 12.5 },
};

/** Milliseconds of processor that Cloudflare counts for a mock request: several times what `npm run bench` measures for a list. */
const REQUEST_MS = 1;
/** The same for an import of a document of some hundred kilobytes. */
const IMPORT_MS = 1000;
/** An isolate that serves a project reads its pointer again after so many seconds, if anybody asks. */
const POINTER_SECONDS = 10;
/** Reads of a project that an isolate does not know: pointer, route pack, record pack. */
const COLD_READS = 3;
/** Keys that publishing such a document writes, the pointer among them, where half of its packs are as they were. */
const IMPORT_WRITES = 4;
/** Calls of objects for one import: the account's for the token, the project's, the account's for the outcome, two alarms. */
const IMPORT_CALLS = 5;
/** What an object is billed with while it works, in GB. */
const OBJECT_GB = 0.128;

/** How many isolates serve at a time, and how often each is new: what nobody outside Cloudflare knows, guessed high. */
const USES = [
  { name: "1 million a day, 10 projects", requests: MILLION, projects: 10, isolates: 50, imports: 50 },
  { name: "1 billion a day, 10 projects", requests: 1000 * MILLION, projects: 10, isolates: 2000, imports: 50 },
  { name: "1 million a day, one project", requests: MILLION, projects: 1, isolates: 50, imports: 5 },
  { name: "1 million a day, 10,000 projects", requests: MILLION, projects: 10_000, isolates: 50, imports: 2000 },
  { name: "1 billion a day, 10,000 projects", requests: 1000 * MILLION, projects: 10_000, isolates: 2000, imports: 2000 },
  { name: "1 million a day, 100,000 imports a day", requests: MILLION, projects: 10_000, isolates: 50, imports: 100_000 },
];
/** New isolates a day for each that serves: they are put away after minutes without a request. */
const RENEWALS = 24;

/** What a month of a use takes. */
export function consumption({ requests, projects, isolates, imports }) {
  const pairs = isolates * projects;
  // Every pair of isolate and project reads at most every ten seconds, and never more often than it is asked.
  const pointers = Math.min(requests, (pairs * DAY_SECONDS) / POINTER_SECONDS);
  const cold = Math.min(requests * (COLD_READS - 1), pairs * RENEWALS * (COLD_READS - 1));
  return {
    "requests": (requests + imports) * DAYS,
    "processor ms": (requests * REQUEST_MS + imports * IMPORT_MS) * DAYS,
    "KV reads": (pointers + cold) * DAYS,
    "KV writes": imports * IMPORT_WRITES * DAYS,
    "KV deletes": imports * (IMPORT_WRITES - 1) * DAYS,
    "object requests": imports * IMPORT_CALLS * DAYS,
    "object GB-s": ((imports * IMPORT_MS) / 1000) * 2 * OBJECT_GB * DAYS,
  };
}

/** Dollars a month for each kind of use. */
export function costs(consumed) {
  return Object.fromEntries(
    Object.entries(PRICES).map(([kind, { included, perMillion }]) => [kind, (Math.max(0, consumed[kind] - included) / MILLION) * perMillion]),
  );
}

const money = (dollars) => (dollars < 0.005 ? "0" : dollars < 100 ? dollars.toFixed(2) : Math.round(dollars).toLocaleString("en"));
const millions = (amount) => `${(amount / MILLION).toLocaleString("en", { maximumSignificantDigits: 3 })} M`;

function table() {
  const kinds = Object.keys(PRICES);
  const rows = USES.map((use) => {
    const [used, dollars] = [consumption(use), costs(consumption(use))];
    const total = BASE + Object.values(dollars).reduce((sum, one) => sum + one, 0);
    return `| ${use.name} | ${kinds.map((kind) => `${millions(used[kind])}<br>$${money(dollars[kind])}`).join(" | ")} | **$${money(total)}** |`;
  });
  const header = [`| a month of | ${kinds.join(" | ")} | in all |`, `| --- |${" ---: |".repeat(kinds.length + 1)}`];
  return [...header, ...rows].join("\n");
}

await main(() => {
  note(table());
  if (!process.argv.includes("--write")) return;
  const file = inProject("docs", "capacity.md");
  const text = readFileSync(file, "utf8");
  const block = /(<!-- npm run capacity -->\n)[\s\S]*?(<!-- end -->)/;
  if (!block.test(text)) throw new Problem("docs/capacity.md has no place for the table.", { next: "git checkout docs/capacity.md" });
  writeFileSync(file, text.replace(block, (_, begin, end) => `${begin}${table()}\n${end}`));
});
