// `npm run serve`: the Worker on a machine of one's own. What was acknowledged is there after any end.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, describe, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { isPublic, outbound, publicLookup } from "../../scripts/lib/outbound.mjs";
import { freePort } from "../../scripts/lib/port.mjs";
import { inProject } from "../../scripts/lib/project.mjs";
import { versioned } from "./documents.mjs";

const data = mkdtempSync(path.join(tmpdir(), "edgemock-serve-"));
const started = new Set();
after(() => {
  for (const child of started) end(child);
  rmSync(data, { recursive: true, force: true });
});

/** Ends a command and what it has started, as a machine that loses power does. */
function end(child) {
  try {
    process.kill(-child.pid, "SIGKILL");
  } catch {
    // Gone already.
  }
}

function serve(...args) {
  const env = { ...process.env, NO_COLOR: "1" };
  delete env.ADMIN_TOKEN;
  const child = spawn(process.execPath, [inProject("scripts/serve.mjs"), "--built", ...args], { env, detached: true, stdio: ["ignore", "pipe", "pipe"] });
  started.add(child);
  let output = "";
  const ready = new Promise((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (text) => {
        output += text;
        const found = /ready at (http:\/\/\S+)/.exec(output);
        if (found) resolve(found[1]);
      });
    }
    child.once("close", (code) => reject(Object.assign(new Error(output), { code })));
  });
  const gone = new Promise((resolve) => child.once("exit", resolve));
  return { child, ready, gone, output: () => output };
}

const manage = async (url, method, where, body) => {
  const token = readFileSync(path.join(data, "admin-token"), "utf8").trim();
  const response = await fetch(url + where, { method, headers: { authorization: `Bearer ${token}` }, body: body && JSON.stringify(body) });
  return { status: response.status, body: await response.json() };
};

describe("what it fetches", () => {
  test("is never at a private address, whatever name leads there", async () => {
    for (const address of ["127.0.0.1", "10.1.2.3", "172.31.255.255", "192.168.0.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1", "255.255.255.255", "::1", "::", "::ffff:127.0.0.1", "fe80::1", "fd00::1", "64:ff9b::7f00:1", "2002:7f00:1::", "2001:db8::1", "ff02::1", "no address"]) {
      assert.ok(!isPublic(address), address);
    }
    for (const address of ["8.8.8.8", "172.32.0.1", "100.128.0.1", "2606:4700::1111"]) assert.ok(isPublic(address), address);
    const found = (addresses, all) => new Promise((resolve) => publicLookup("name.example", { all }, (error, address) => resolve(error?.code ?? address), (host, options, callback) => callback(null, addresses)));
    const [inside, outside] = [{ address: "10.0.0.1", family: 4 }, { address: "8.8.8.8", family: 4 }];
    assert.equal(await found([inside], false), "EPRIVATE");
    assert.equal(await found([inside, outside], false), "8.8.8.8");
    assert.deepEqual(await found([inside, outside], true), [outside]);
    // A real name of this machine.
    await assert.rejects(outbound(new Request("http://localhost:9/")), { code: "EPRIVATE" });
    assert.equal((await outbound(new Request("http://127.0.0.1:9/"))).type, "error");
  });
});

describe("npm run serve", () => {
  test("imports, is killed, and answers the same again", async () => {
    const port = String(await freePort());
    let served = serve("--port", port, "--data", data);
    let url = await served.ready;
    assert.equal(url, `http://127.0.0.1:${port}`);
    assert.equal(statSync(path.join(data, "admin-token")).mode & 0o777, 0o600);
    const token = readFileSync(path.join(data, "admin-token"), "utf8").trim();
    assert.ok(!served.output().includes(token));
    assert.equal((await fetch(`${url}/v1/projects`)).status, 401);
    assert.equal((await fetch(`${url}/console/`)).status, 200);
    const project = (await manage(url, "POST", "/v1/projects", { name: "Kept" })).body.data.id;
    await manage(url, "PATCH", `/v1/projects/${project}/mock-settings`, { cloudMock: true });
    assert.equal((await manage(url, "POST", `/v1/projects/${project}/import-openapi`, { input: versioned("kept") })).status, 200);
    end(served.child);
    await served.gone;

    // Only the command is killed this time: the runtime that it leaves behind is in nobody's way.
    served = serve("--port", port, "--data", data);
    url = await served.ready;
    const mock = async () => (await fetch(`${url}/m1/${project}-0-default/version`)).text();
    assert.equal(await mock(), '{"version":"kept"}');
    assert.equal((await manage(url, "POST", `/v1/projects/${project}/import-openapi`, { input: versioned("second") })).status, 200);
    const [, parent] = readFileSync(path.join(data, "workerd.pid"), "utf8").split(" ").map(Number);
    process.kill(parent, "SIGKILL");
    await served.gone;
    served = serve("--port", port, "--data", data);
    url = await served.ready;
    assert.equal(await mock(), '{"version":"second"}');
    assert.equal(readFileSync(path.join(data, "admin-token"), "utf8").trim(), token);

    // Twice on the same data would be two authorities.
    const twice = await serve("--port", "0", "--data", data).ready.catch((error) => error);
    assert.match(twice.message, /served already/);
    const busy = await serve("--port", port, "--data", path.join(data, "other")).ready.catch((error) => error);
    assert.match(busy.message, /is in use/);

    process.kill(served.child.pid, "SIGTERM");
    await served.gone;
    let answering = true;
    for (let attempt = 0; attempt < 50 && answering; attempt += 1) {
      answering = await fetch(url).then(() => true, () => false);
      if (answering) await sleep(100);
    }
    assert.ok(!answering);
  });

  test("refuses what it does not understand", async () => {
    for (const [args, part] of [[["--prot", "1"], "not known"], [["--port", "x"], "no port"], [["--port", "70000"], "no port"]]) {
      const error = await serve(...args).ready.catch((error) => error);
      assert.ok(error.message.includes(part), error.message);
      assert.equal(error.code, 1);
    }
    assert.ok(!existsSync(inProject("data")));
  });
});
