// `npm run audit [-- --offline]`: licences of all crates and packages, and known vulnerabilities in them. Licences need no network; the
// advisories are asked of OSV, which collects RustSec's and GitHub's. Ends with 0 where all is well, 1 where something has to be
// done, 2 where the advisories could not be asked for.
import { readFileSync } from "node:fs";
import { ask } from "./lib/process.mjs";
import { inProject, ROOT } from "./lib/project.mjs";
import { green, main, note, Problem, red, yellow } from "./lib/report.mjs";

const OSV = process.env.EDGEMOCK_OSV_URL || "https://api.osv.dev";
const TIMEOUT_MS = 30_000;

/** What may be compiled in. All of them allow use in a work under MIT OR Apache-2.0; all but the last ones ask for a notice. */
const ALLOWED = ["MIT", "Apache-2.0", "Apache-2.0 WITH LLVM-exception", "BSD-2-Clause", "BSD-3-Clause", "ISC", "Zlib", "BSL-1.0", "Unicode-3.0", "Unicode-DFS-2016", "MIT-0", "Unlicense", "CC0-1.0", "0BSD"];
/** Further ones of tools that run on a developer's machine and are not part of what is deployed. */
const ALLOWED_TOOLS = ["LGPL-3.0-or-later", "MPL-2.0", "BlueOak-1.0.0", "Python-2.0", "CC-BY-4.0", "BSD", "Node.js"];
/** Packages that say nothing in package-lock.json; looked up in what they ship. */
const KNOWN = { mockjs: "MIT" };

/** Whether a licence expression (SPDX, or the older `A/B`) can be satisfied with the allowed ones. */
export function isAllowed(expression, allowed) {
  if (!expression) return false;
  const tokens = expression.replaceAll("/", " OR ").replaceAll(/[()]/g, " $& ").replaceAll(/\s+WITH\s+/g, "+WITH+").trim().split(/\s+/);
  let at = 0;
  const either = () => {
    let result = both();
    while (tokens[at] === "OR") {
      at += 1;
      result = both() || result;
    }
    return result;
  };
  const both = () => {
    let result = single();
    while (tokens[at] === "AND") {
      at += 1;
      result = single() && result;
    }
    return result;
  };
  const single = () => {
    if (tokens[at] !== "(") return allowed.includes((tokens[at++] ?? "").replaceAll("+WITH+", " WITH "));
    at += 1;
    const result = either();
    at += 1;
    return result;
  };
  const result = either();
  return result && at === tokens.length;
}

/** All crates of Cargo.lock: `{name, version, license}`. */
function crates() {
  const metadata = ask("cargo", ["metadata", "--format-version", "1", "--locked"], { cwd: ROOT });
  if (!metadata) throw new Problem("cargo does not tell what Cargo.lock holds.", { next: "cargo metadata --locked" });
  const { packages } = JSON.parse(metadata);
  return packages.filter(({ source }) => source).map(({ name, version, license, license_file: file }) => ({ ecosystem: "crates.io", name, version, license: license ?? (file && "see its file") }));
}

/** All packages of package-lock.json: tools, all of them. */
function packages() {
  const lock = JSON.parse(readFileSync(inProject("package-lock.json"), "utf8"));
  return Object.entries(lock.packages).filter(([where]) => where).map(([where, { name, version, license }]) => {
    const called = name ?? where.slice(where.lastIndexOf("node_modules/") + "node_modules/".length);
    return { ecosystem: "npm", name: called, version, license: KNOWN[called] ?? license, tool: true };
  });
}

/** The ids of advisories, for each package that has some. */
async function advisories(all) {
  const found = [];
  for (let at = 0; at < all.length; at += 500) {
    const part = all.slice(at, at + 500);
    const queries = part.map(({ ecosystem, name, version }) => ({ package: { ecosystem, name }, version }));
    const response = await fetch(`${OSV}/v1/querybatch`, { method: "POST", body: JSON.stringify({ queries }), headers: { "content-type": "application/json" }, signal: AbortSignal.timeout(TIMEOUT_MS) });
    if (!response.ok) throw new Error(`it answered ${response.status}`);
    const { results } = await response.json();
    if (results?.length !== part.length) throw new Error("its answer is not understood");
    results.forEach(({ vulns }, index) => vulns?.length && found.push({ ...part[index], ids: vulns.map(({ id }) => id) }));
  }
  return found;
}

if (process.argv[1]?.endsWith("audit.mjs")) {
  await main(async () => {
    const all = [...crates(), ...packages()];
    const refused = all.filter(({ license, tool }) => !isAllowed(license, tool ? [...ALLOWED, ...ALLOWED_TOOLS] : ALLOWED));
    if (refused.length) {
      process.exitCode = 1;
      for (const { name, version, license } of refused) note(red(`✗ ${name} ${version}: ${license ?? "no licence is told"}`));
      note("Take another package, or look its licence up and add it to scripts/audit.mjs.");
    } else {
      note(green(`✓ Licences of ${all.length} crates and packages`));
    }
    if (process.argv.includes("--offline")) return;
    try {
      const found = await advisories(all);
      for (const { name, version, ids, tool } of found) note(red(`✗ ${name} ${version}${tool ? " (a tool)" : ""}: ${ids.map((id) => `https://osv.dev/${id}`).join(" ")}`));
      if (found.length) process.exitCode = 1;
      else note(green(`✓ No advisory for any of them at ${OSV}`));
    } catch (error) {
      note(yellow(`! The advisories were not checked: ${OSV} cannot be asked (${error.cause?.code ?? error.cause?.message ?? error.message}).`));
      note("  Run this again where it can be reached; npm run audit -- --offline checks the licences alone.");
      process.exitCode ||= 2;
    }
  });
}
