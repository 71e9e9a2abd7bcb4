// `npm run audit`: licences without a network, advisories from a stand-in for OSV.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import http from "node:http";
import { describe, test } from "node:test";
import { isAllowed } from "../../scripts/audit.mjs";
import { inProject } from "../../scripts/lib/project.mjs";

function audit(args, env = {}) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [inProject("scripts/audit.mjs"), ...args], { env: { ...process.env, NO_COLOR: "1", ...env }, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (text) => (output += text));
    child.once("close", (code) => resolve({ code, output }));
  });
}

describe("npm run audit", () => {
  test("reads licence expressions", () => {
    const allowed = ["MIT", "Apache-2.0", "Apache-2.0 WITH LLVM-exception", "BSD-3-Clause", "Unicode-3.0"];
    for (const [expression, expected] of [
      ["MIT", true], ["MIT OR GPL-3.0", true], ["GPL-3.0 OR MIT", true], ["MIT/GPL-3.0", true], ["MIT AND BSD-3-Clause", true], ["(MIT OR Apache-2.0) AND Unicode-3.0", true],
      ["Apache-2.0 WITH LLVM-exception", true], ["GPL-2.0 WITH LLVM-exception", false],
      ["GPL-3.0", false], ["MIT AND GPL-3.0", false], ["(MIT OR GPL-3.0) AND GPL-2.0", false], ["", false], [undefined, false], ["MIT GPL-3.0", false], ["UNLICENSED", false],
    ]) assert.equal(isAllowed(expression, allowed), expected, expression);
  });

  test("the licences of what is compiled in are in order", async () => {
    const { code, output } = await audit(["--offline"]);
    assert.equal(code, 0, output);
    assert.match(output, /✓ Licences of \d{3} crates and packages/);
  });

  test("tells advisories, and where they cannot be had", async () => {
    const asked = [];
    const server = http.createServer(async (request, response) => {
      let text = "";
      for await (const chunk of request) text += chunk;
      const { queries } = JSON.parse(text);
      asked.push(...queries);
      response.end(JSON.stringify({ results: queries.map(({ package: { name } }) => (name === "postcard" ? { vulns: [{ id: "RUSTSEC-0000-0001" }] } : {})) }));
    });
    await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
    const found = await audit([], { EDGEMOCK_OSV_URL: `http://127.0.0.1:${server.address().port}` });
    server.close();
    assert.equal(found.code, 1, found.output);
    assert.match(found.output, /✗ postcard \S+: https:\/\/osv\.dev\/RUSTSEC-0000-0001/);
    assert.ok(asked.some(({ package: { ecosystem, name } }) => ecosystem === "npm" && name === "wrangler"));
    assert.ok(asked.some(({ package: { ecosystem, name } }) => ecosystem === "crates.io" && name === "serde_json"));
    const gone = await audit([], { EDGEMOCK_OSV_URL: "http://127.0.0.1:9" });
    assert.equal(gone.code, 2, gone.output);
    assert.match(gone.output, /advisories were not checked: http:\/\/127\.0\.0\.1:9 cannot be asked[\s\S]*--offline/);
  });
});
