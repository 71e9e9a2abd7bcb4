// Pages whose commands are run, one block after another in one shell, against the Worker: a command that fails fails the test.
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { inProject } from "../../scripts/lib/project.mjs";
import { startEdgemock } from "./harness.mjs";

const PAGES = ["getting-started.md", "coming-from-prism.md", "operating.md"];
const missing = ["bash", "curl", "jq"].filter((tool) => spawnSync(tool, ["--version"]).status !== 0);

describe("commands of", { skip: missing.length > 0 && `there is no ${missing.join(", ")}` }, () => {
  let edgemock;
  let folder;
  before(async () => {
    edgemock = await startEdgemock();
    folder = mkdtempSync(path.join(tmpdir(), "edgemock-docs-"));
    symlinkSync(inProject("schemas"), path.join(folder, "schemas"));
  });
  after(async () => {
    await edgemock?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  for (const page of PAGES) {
    test(`docs/${page}`, async () => {
      const blocks = [...readFileSync(inProject("docs", page), "utf8").matchAll(/^```sh\n([\s\S]*?)^```/gm)].map(([, block]) => block);
      assert.ok(blocks.length >= 2);
      const { code, output } = await shell(`set -eo pipefail\nset -x\n${blocks.join("\n")}`);
      assert.equal(code, 0, output.slice(-2000));
    });
  }

  test("links between pages lead somewhere", () => {
    for (const page of [...PAGES, "security.md"]) {
      const text = readFileSync(inProject("docs", page), "utf8");
      for (const [, target] of text.matchAll(/\]\((?!https?:)([^)#]+)[^)]*\)/g)) readFileSync(inProject("docs", target));
    }
  });

  test("tests that docs/security.md names exist", () => {
    const text = readFileSync(inProject("docs", "security.md"), "utf8");
    const named = [...text.matchAll(/`([\w./-]+\.(?:mjs|rs))`: ([^|\n;]+)/g)];
    assert.ok(named.length > 20, String(named.length));
    for (const [, file, tests] of named) {
      const source = readFileSync(inProject(file), "utf8");
      for (const [, name] of tests.matchAll(/“([^”]+)”/g)) assert.ok(source.includes(name), `${file}: ${name}`);
    }
  });

  function shell(script) {
    return new Promise((resolve) => {
      const env = { ...process.env, URL: edgemock.url, ADMIN_TOKEN: edgemock.adminToken };
      const child = spawn("bash", ["-c", script], { cwd: folder, env, stdio: ["ignore", "pipe", "pipe"] });
      let output = "";
      for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (text) => (output += text));
      child.once("close", (code) => resolve({ code, output }));
    });
  }
});
