// `npm run deploy` with a stand-in for wrangler: what it asks of wrangler in which order, and what a person sees. And building on a
// machine without Rust.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import http from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, beforeEach, describe, test } from "node:test";
import { inProject } from "../../scripts/lib/project.mjs";

const folder = mkdtempSync(path.join(tmpdir(), "edgemock-deploy-"));
after(() => rmSync(folder, { recursive: true, force: true }));

/** A stand-in that behaves as wrangler 4 does, from what `state.json` beside it says, and notes what it was called with. */
const WRANGLER = path.join(folder, "wrangler.mjs");
writeFileSync(
  WRANGLER,
  `import { appendFileSync, readFileSync, writeFileSync } from "node:fs";
const state = JSON.parse(readFileSync("${folder}/state.json", "utf8"));
const args = process.argv.slice(2);
appendFileSync("${folder}/calls", args.join(" ") + "\\n");
const save = () => writeFileSync("${folder}/state.json", JSON.stringify(state));
const [command, sub, name] = args;
if (command === "whoami") {
  console.log(state.loggedIn ? "You are logged in with an OAuth Token, associated with the email ada@example.com." : "You are not authenticated. Please run \`wrangler login\`.");
} else if (command === "deploy") {
  if (state.deployFails) { console.error("✘ [ERROR] A request to the Cloudflare API failed."); process.exit(1); }
  if (!state.namespace) { console.log("🌀 Creating new KV Namespace \\"edgemock-mocks\\"..."); state.namespace = "made"; }
  console.log("Uploaded edgemock (3.21 sec)\\nDeployed edgemock triggers (0.91 sec)\\n  https://edgemock.ada.workers.dev\\nCurrent Version ID: 1b2c");
  save();
} else if (command === "secret" && sub === "list") {
  console.log(JSON.stringify(state.secrets.map(({ name }) => ({ name, type: "secret_text" })), null, 2));
} else if (command === "secret" && sub === "put") {
  let value = "";
  for await (const chunk of process.stdin) value += chunk;
  if (state.putFails) { console.error("✘ [ERROR] The value " + value.trim() + " was not taken."); process.exit(1); }
  state.secrets.push({ name, value: value.trim() });
  save();
  console.log("✨ Success! Uploaded secret " + name);
}
`,
);

const state = (fields) => writeFileSync(path.join(folder, "state.json"), JSON.stringify({ loggedIn: true, secrets: [], ...fields }));
const read = () => JSON.parse(readFileSync(path.join(folder, "state.json"), "utf8"));
const calls = () => (existsSync(path.join(folder, "calls")) ? readFileSync(path.join(folder, "calls"), "utf8").trim().split("\n") : []);
beforeEach(() => rmSync(path.join(folder, "calls"), { force: true }));

function command(script, args, env) {
  const inherited = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(CI|WORKERS_CI|CF_PAGES|EDGEMOCK_INSTALL_RUST)$/.test(name)));
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [inProject("scripts", script), ...args], { env: { ...inherited, NO_COLOR: "1", ...env }, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (text) => (output += text));
    child.once("close", (code) => resolve({ code, output }));
  });
}
const deploy = (env = {}, ...args) => command("deploy.mjs", args, { EDGEMOCK_WRANGLER: WRANGLER, ...env });

describe("npm run deploy", () => {
  test("on a new account makes what is needed, and ends with the address, the token and the next step", async () => {
    state({});
    const { code, output } = await deploy();
    assert.equal(code, 0, output);
    assert.deepEqual(calls(), ["whoami", "deploy", "secret list --format json", "secret put ADMIN_TOKEN"]);
    const [{ name, value }] = read().secrets;
    assert.equal(name, "ADMIN_TOKEN");
    assert.match(value, /^[\w-]{43}$/);
    assert.match(output, /edgemock is at https:\/\/edgemock\.ada\.workers\.dev\n/);
    assert.ok(output.includes(`Admin token: ${value}`));
    assert.match(output, /shown this once/);
    assert.match(output, /curl -X POST \$URL\/v1\/projects/);
    assert.equal(read().namespace, "made");
  });

  test("the second time keeps the token, and shows none", async () => {
    state({ namespace: "made", secrets: [{ name: "ADMIN_TOKEN", value: "kept" }] });
    const { code, output } = await deploy();
    assert.equal(code, 0, output);
    assert.deepEqual(calls(), ["whoami", "deploy", "secret list --format json"]);
    assert.deepEqual(read().secrets, [{ name: "ADMIN_TOKEN", value: "kept" }]);
    assert.match(output, /ADMIN_TOKEN is set already/);
    assert.ok(!output.includes("Admin token:"));
  });

  test("without a login it does nothing but say how to log in", async () => {
    state({ loggedIn: false });
    const { code, output } = await deploy();
    assert.equal(code, 1);
    assert.deepEqual(calls(), ["whoami"]);
    assert.match(output, /npm run wrangler -- login/);
    assert.match(output, /CLOUDFLARE_API_TOKEN/);
  });

  test("on a build machine it neither makes nor prints a token", async () => {
    state({});
    const { code, output } = await deploy({ WORKERS_CI: "1" });
    assert.equal(code, 0, output);
    assert.deepEqual(read().secrets, []);
    assert.ok(!output.includes("Admin token:"));
    assert.match(output, /secret put ADMIN_TOKEN/);
  });

  test("what fails is told with what to do, without the token", async () => {
    state({ deployFails: true });
    const failed = await deploy();
    assert.equal(failed.code, 1);
    assert.match(failed.output, /not deployed[\s\S]*request to the Cloudflare API failed/);
    assert.deepEqual(calls(), ["whoami", "deploy"]);
    state({ putFails: true });
    const unset = await deploy();
    assert.equal(unset.code, 1);
    assert.match(unset.output, /could not be set[\s\S]*npm run wrangler -- secret put ADMIN_TOKEN/);
    assert.doesNotMatch(unset.output, /[\w-]{43}/);
  });

  test("hands its arguments on", async () => {
    state({});
    await deploy({}, "--name", "mocks");
    assert.equal(calls()[1], "deploy --name mocks");
    rmSync(path.join(folder, "calls"));
    await deploy({}, "--dry-run", "--outdir", "x");
    assert.deepEqual(calls(), ["deploy --dry-run --outdir x"]);
  });
});

describe("building without Rust", () => {
  /** A PATH with everything of this machine but cargo: enough for `sh` and its tools. */
  const bare = path.join(folder, "bin");
  mkdirSync(bare);
  for (const tool of ["sh", "mkdir", "cat", "chmod", "env"]) {
    const found = ["/bin", "/usr/bin"].map((place) => path.join(place, tool)).find(existsSync);
    writeFileSync(path.join(bare, tool), `#!/bin/sh\nexec ${found} "$@"\n`);
    chmodSync(path.join(bare, tool), 0o755);
  }
  const setup = (env) => command("setup.mjs", [], { PATH: bare, EDGEMOCK_TOOLS: path.join(folder, "tools"), ...env });

  test("says how to get it", async () => {
    const { code, output } = await setup({});
    assert.equal(code, 1);
    assert.match(output, /Rust is not installed[\s\S]*https:\/\/rustup\.rs[\s\S]*EDGEMOCK_INSTALL_RUST=1 npm run build/);
    assert.ok(!existsSync(path.join(folder, "tools", "rust")));
  });

  test("a build machine gets it into the tools folder, with the target for wasm", async () => {
    const script = `#!/bin/sh\nmkdir -p "$CARGO_HOME/bin" "$RUSTUP_HOME"\necho "$@" > "${folder}/rustup-arguments"\nfor tool in cargo rustc rustup; do printf '#!/bin/sh\\necho stand-in; exit 1\\n' > "$CARGO_HOME/bin/$tool"; chmod +x "$CARGO_HOME/bin/$tool"; done\nprintf '#!/bin/sh\\necho "cargo 1.99.0"\\n' > "$CARGO_HOME/bin/cargo"\n`;
    const server = http.createServer((_, response) => response.end(script));
    await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
    try {
      const { output } = await setup({ WORKERS_CI: "1", EDGEMOCK_RUSTUP_URL: `http://127.0.0.1:${server.address().port}/` });
      assert.match(output, /✓ Rust installed/);
      assert.equal(readFileSync(path.join(folder, "rustup-arguments"), "utf8"), "-y --no-modify-path --profile minimal --default-toolchain stable --target wasm32-unknown-unknown\n");
      // The stand-in compiles nothing, so that it ends at the next step.
      assert.ok(!output.includes("Rust is not installed"), output);
    } finally {
      server.close();
      rmSync(path.join(folder, "tools"), { recursive: true, force: true });
    }
  });

  test("an installer that cannot be had, or fails, is told", async () => {
    const gone = await setup({ WORKERS_CI: "1", EDGEMOCK_RUSTUP_URL: "http://127.0.0.1:9/" });
    assert.equal(gone.code, 1);
    assert.match(gone.output, /cannot be fetched from http:\/\/127\.0\.0\.1:9\/[\s\S]*https:\/\/rustup\.rs/);
    const answers = ["<!doctype html>Sign in", "#!/bin/sh\necho no room left; exit 3\n"];
    for (const [index, expected] of ["no script", "no room left"].entries()) {
      const server = http.createServer((_, response) => response.end(answers[index]));
      await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
      const failed = await setup({ EDGEMOCK_INSTALL_RUST: "1", EDGEMOCK_RUSTUP_URL: `http://127.0.0.1:${server.address().port}/` });
      server.close();
      assert.equal(failed.code, 1);
      assert.ok(failed.output.includes(expected), failed.output);
      assert.ok(!existsSync(path.join(folder, "tools", "rust")));
    }
  });
});
