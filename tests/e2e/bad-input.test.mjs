// Bad input: whatever is sent, the answer is defined, and the next request is served as if nothing had happened.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import net from "node:net";
import { after, afterEach, before, describe, test } from "node:test";
import { exactly, openapi } from "./documents.mjs";
import { startEdgemock } from "./harness.mjs";

const ok = (members) => ({ responses: { 200: { description: "Fine", content: { "application/json": { schema: exactly(members) } } } } });
const DOCUMENT = openapi({
  "/pets": { get: ok({ list: true }), post: ok({ posted: true }) },
  "/pets/{id}": { get: ok({ one: true }) },
  "/watched": { post: ok({ made: true }) },
});

let edgemock;
let project;
before(async () => {
  edgemock = await startEdgemock();
  project = await edgemock.project({ document: DOCUMENT });
  const endpoints = (await edgemock.manage("GET", `/v1/projects/${project}/endpoints`)).body.data;
  const watched = endpoints.find(({ path }) => path === "/watched").id;
  // The second one has the whole body read as text, whatever it is.
  const mocks = [
    { name: "json", conditions: [{ location: "body", name: "$.kind", comparison: "equal", value: "json" }], response: { body: { type: "text", text: "json" } } },
    { name: "text", conditions: [{ location: "body", name: "", comparison: "contains", value: "needle" }], response: { body: { type: "text", text: "text" } } },
  ];
  const put = await edgemock.manage("PUT", `/v1/projects/${project}/endpoints/${watched}/custom-mocks`, mocks);
  assert.equal(put.status, 200, JSON.stringify(put.body));
  await edgemock.eventually(`/m1/${project}-0-default/pets`, ({ status }) => status === 200);
  await eventually(async () => (await post("/watched", '{"kind":"json"}')).body === "json");
});
after(() => edgemock?.stop());
afterEach(async () => assert.deepEqual(await (await get("/pets")).json(), { list: true }, "the next request"));

const base = () => `/m1/${project}-0-default`;
const get = (path, headers = {}) => edgemock.fetch(base() + path, { headers });

async function eventually(holds) {
  for (const until = Date.now() + 15_000; !(await holds()); ) {
    assert.ok(Date.now() < until, "waited too long");
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function post(path, body, headers = { "content-type": "application/json" }, more = {}) {
  for (let attempt = 1; ; attempt += 1) {
    try {
      const response = await edgemock.fetch(base() + path, { method: "POST", body, headers, ...more });
      return { status: response.status, body: await response.text() };
    } catch (error) {
      // A server that answers before it read all of a body closes the connection, which the client may just have taken again.
      if (attempt === 5 || !/other side closed|ECONNRESET|EPIPE/.test(`${error.cause?.message} ${error.cause?.code}`)) throw error;
    }
  }
}

/** Sends bytes as they are and gives the first answer: `{status, text}`; status 0 where the connection ends without one. */
function raw(parts, { end = false, withinMs = 5000 } = {}) {
  const { hostname, port } = new URL(edgemock.url);
  return new Promise((resolve) => {
    const socket = net.connect(Number(port), hostname);
    let text = "";
    const finish = () => {
      socket.destroy();
      resolve({ status: Number(/^HTTP\/1\.1 (\d+)/.exec(text)?.[1] ?? 0), text });
    };
    const timer = setTimeout(finish, withinMs);
    const done = () => {
      clearTimeout(timer);
      finish();
    };
    socket.on("error", done);
    socket.on("close", done);
    socket.on("data", (data) => {
      text += data.toString("latin1");
      const [head, body] = text.split("\r\n\r\n");
      const length = /^content-length: (\d+)/im.exec(head)?.[1];
      if (body !== undefined && (length === undefined ? body.endsWith("0\r\n") || /^HTTP\/1\.1 (204|304)/.test(head) : body.length >= Number(length))) done();
    });
    for (const part of [parts].flat()) socket.write(part);
    if (end) socket.end();
  });
}

/** Sends a head and a body of some length until an answer comes; gives it, and how much of the body was sent. */
function flood(start, length) {
  const { hostname, port } = new URL(edgemock.url);
  const chunk = Buffer.alloc(64 * 1024, "x");
  return new Promise((resolve) => {
    const socket = net.connect(Number(port), hostname);
    let [text, sent] = ["", 0];
    const finish = () => {
      clearTimeout(timer);
      socket.destroy();
      resolve({ text, sent });
    };
    const timer = setTimeout(finish, 20_000);
    const pump = () => {
      while (sent < length && text === "" && !socket.destroyed) {
        sent += chunk.length;
        if (!socket.write(chunk)) return;
      }
    };
    socket.on("drain", pump);
    socket.on("error", finish);
    socket.on("close", finish);
    socket.on("data", (data) => {
      text += data.toString("latin1");
      if (text.includes("\r\n\r\n") && text.trimEnd().endsWith("}")) finish();
    });
    socket.write(start);
    pump();
  });
}

const head = (method, path, headers = []) => `${[`${method} ${base()}${path} HTTP/1.1`, "Host: localhost", ...headers].join("\r\n")}\r\n\r\n`;

describe("bodies", () => {
  const BODIES = {
    "malformed JSON": '{"kind": ',
    "an empty body": "",
    "no JSON at all": "kind=json",
    "a number": "7",
    "invalid UTF-8": Buffer.from([0x22, 0xff, 0xfe, 0xc3, 0x28, 0x22]),
    "UTF-16": Buffer.from('{"kind":"json"}', "utf16le"),
    "NUL bytes": Buffer.alloc(1000),
    "deep nesting": "[".repeat(200_000),
    "a huge number": `{"kind": 1${"0".repeat(10_000)}}`,
    "a lone surrogate": '{"kind": "\\ud800"}',
    "the same name twice": '{"kind": 1, "kind": 2}',
  };
  for (const [name, body] of Object.entries(BODIES)) {
    test(`${name}: answered as a request that no custom mock fits`, async () => {
      for (const type of ["application/json", "application/json; charset=utf-16", "application/xml", "multipart/form-data", "application/x-www-form-urlencoded", "x", "a/b; c=\"", "application/json; charset=nonsense"]) {
        const headers = { "content-type": type };
        assert.deepEqual(await post("/pets", body, headers), { status: 200, body: '{"posted":true}' }, type);
        assert.deepEqual(await post("/watched", body, headers), { status: 200, body: '{"made":true}' }, type);
      }
    });
  }

  test("that are long are read in part, and then fit no condition", async () => {
    const filler = "x".repeat(1024 * 1024);
    const text = { "content-type": "text/plain" };
    assert.equal((await post("/watched", `${filler.slice(0, 200_000)}needle`, text)).body, "text");
    assert.equal((await post("/watched", `needle${filler}`, text)).body, '{"made":true}');
    assert.equal((await post("/watched", `{"kind":"json","more":"${filler.slice(0, 500_000)}"}`)).body, "json");
    assert.equal((await post("/watched", `{"kind":"json","more":"${filler}"}`)).body, '{"made":true}');
  });

  test("of 100 MB neither hold up the answer nor fill the memory", async (context) => {
    const memory = residentBytes();
    if (memory === undefined) context.diagnostic("the memory of workerd cannot be read on this machine");
    const length = 100 * 1024 * 1024;
    let sent = 0;
    for (const [path, expected] of [["/pets", '{"posted":true}'], ["/watched", '{"made":true}'], ["/nothing", "apidogError"]]) {
      let answer = { text: "" };
      // A server that closes while more is on its way resets the connection, which can take the answer with it.
      for (let attempt = 0; attempt < 10 && answer.text === ""; attempt += 1) answer = await flood(head("POST", path, ["Content-Type: text/plain", `Content-Length: ${length}`]), length);
      assert.ok(answer.text.includes(expected), `${path}: ${answer.text.slice(0, 300)}`);
      assert.ok(answer.sent < length, `${path}: the answer came after all of ${answer.sent} bytes`);
      sent += answer.sent;
    }
    const after = residentBytes();
    if (memory !== undefined) assert.ok(after - memory < 120e6, `${sent} bytes were sent, memory grew by ${after - memory}`);
  });

  test("that stop half way", async () => {
    const headers = ["Content-Type: application/json", "Content-Length: 1000"];
    // Where nobody looks at the body, the answer is there before the rest.
    const early = await raw([head("POST", "/pets", headers), '{"kind":']);
    assert.equal(early.status, 200);
    // Where a custom mock does, the sender that goes away gets no answer, or one as if the body ended there.
    for (const path of ["/pets", "/watched"]) {
      const cut = await raw([head("POST", path, headers), '{"kind":'], { end: true });
      assert.ok([0, 200, 400].includes(cut.status), `${path}: ${cut.text}`);
    }
    const { hostname, port } = new URL(edgemock.url);
    for (let time = 0; time < 20; time++) {
      const socket = net.connect(Number(port), hostname);
      socket.on("error", () => {});
      await new Promise((resolve) => socket.write(head("POST", "/watched", headers) + "{", resolve));
      socket.destroy();
    }
  });

  test("with broken chunks", async () => {
    const headers = ["Content-Type: application/json", "Transfer-Encoding: chunked"];
    for (const chunk of ["zz\r\nabc\r\n0\r\n\r\n", "-1\r\n\r\n", "5\r\nab", "ffffffffffffffffff\r\na"]) {
      for (const path of ["/pets", "/watched"]) {
        const answer = await raw([head("POST", path, headers), chunk], { end: true });
        assert.ok([0, 200, 400].includes(answer.status), `${path} ${chunk}: ${answer.text}`);
      }
    }
  });
});

describe("URLs", () => {
  test("with 10,000 query parameters", async () => {
    const many = Array.from({ length: 2500 }, (_, index) => `a${index}`).join("&");
    assert.equal((await get(`/pets?${many}`)).status, 200);
    const tooMany = await get(`/pets?${Array.from({ length: 10_000 }, () => "a=1").join("&")}`);
    assert.equal(tooMany.status, 414);
    assert.match((await tooMany.json()).apidogError.message, /at most 16384/);
    assert.equal((await get(`/pets?${"&".repeat(10_000)}`)).status, 200);
    assert.equal((await get(`/pets?${"a&".repeat(8000)}`)).status, 200);
    assert.equal((await get(`/pets?${"__seed=1&".repeat(1500)}`)).status, 200);
    assert.equal((await get(`/pets?${"apidogToken=x&".repeat(1000)}`)).status, 200);
  });

  test("of every kind have a defined answer", async () => {
    const cases = [
      ["/pets/%00", 200],
      ["/pets/a%00b", 200],
      ["/pets/%2F..%2F..%2Fetc", 200],
      ["/pets/%ff%fe", 200],
      ["/pets/%", 200],
      ["/pets/%zz", 200],
      ["/pets/%u0041", 200],
      ["/pets/\u202etxt", 200],
      ["/pets/'; DROP TABLE pets;--", 200],
      ["/pets/<script>", 200],
      ["/pets//", 404],
      ["//pets", 200],
      ["/pets/%2e%2e/pets", 200],
      ["/pets;a=b", 404],
      ["/PETS", 404],
      ["/pets?", 200],
      ["/pets?%", 200],
      ["/pets?=&&=&%zz=%zz&\u0000", 200],
      ["/pets?__code", 200],
      ["/pets?__code=%00", 400],
      ["/pets?__code=200%20", 400],
      ["/pets?__example=%00%ff", 404],
      ["/pets?__response=%F0%9F%92%A9", 404],
      ["/pets?__locale=../../etc/passwd", 200],
      ["/pets?__seed=%00", 200],
      ["/pets?__mock=nothing", 404],
      ["/pets?__variant=min%00", 400],
      ["/pets?__items=1e9", 400],
    ];
    for (const [path, status] of cases) {
      const answer = await get(path);
      const text = await answer.text();
      assert.equal(answer.status, status, `${path}: ${text}`);
      assert.match(answer.headers.get("content-type"), /^application\/json/);
      if (status >= 400) assert.equal(JSON.parse(text).apidogError.code, status);
    }
  });

  test("with paths that climb stay in the project", async () => {
    const climbing = await raw(head("GET", "/../../v1/projects"));
    assert.ok([400, 401, 404].includes(climbing.status), climbing.text);
    assert.ok(!climbing.text.includes('"success":true'));
  });

  test("with unknown branches and services", async () => {
    const cases = [
      [`/m1/${project}-99999-default/pets`, 200],
      [`/m1/${project}-0-424242/pets`, 200],
      [`/m1/${project}-18446744073709551615-18446744073709551615/pets`, 200],
      [`/m1/${project}-18446744073709551616-default/pets`, 400],
      [`/m1/${project}-main-default/pets`, 400],
      [`/m1/${project}-0-Default/pets`, 400],
      [`/m1/${project}--/pets`, 400],
      [`/m1/${project}-0-default-x/pets`, 400],
      [`/m1/${project}-%30-default/pets`, 400],
      [`/m1/-1-0-default/pets`, 400],
      [`/m1/1e3-0-default/pets`, 400],
      [`/m1/0x10-0-default/pets`, 400],
      [`/m1/٣-0-default/pets`, 400],
      [`/m1/0-0-default/pets`, 401],
      [`/m1/18446744073709551615-0-default/pets`, 401],
      [`/m2/${project}-0-default/`, 400],
      [`/m2/${project}-0-default/abc`, 400],
      [`/m2/${project}-0-default/-1`, 400],
      [`/m2/${project}-0-default/999999999`, 404],
      [`/m2/${project}-7-7/999999999`, 404],
      ["/m1", 400],
      ["/m1/", 400],
      ["/m2//", 400],
    ];
    for (const [where, status] of cases) {
      const answer = await edgemock.fetch(where);
      const text = await answer.text();
      assert.equal(answer.status, status, `${where}: ${text}`);
      if (status !== 200) assert.equal(JSON.parse(text).apidogError.code, status);
    }
  });
});

describe("headers", () => {
  test("a Prefer full of nonsense is passed over", async () => {
    const nonsense = ['"'.repeat(2000), ",".repeat(4000), ";=".repeat(2000), "code", "a=b=c=d", 'x="\\', "\\\\\\", "=404", "code==404;", "code ;404", Array.from({ length: 2000 }, (_, index) => `p${index}=1`).join(",")];
    for (const prefer of nonsense) {
      const answer = await get("/pets", { prefer });
      // `code==404;` is a wish for the code `=404`.
      assert.equal(answer.status, prefer.startsWith("code==") ? 400 : 200, prefer.slice(0, 40));
    }
    assert.equal((await get("/pets", { prefer: `${"x=1,".repeat(1000)}code=418` })).status, 404);
  });

  test("bombs", async () => {
    const many = Object.fromEntries(Array.from({ length: 100 }, (_, index) => [`x-bomb-${index}`, "b".repeat(1000)]));
    const answer = await raw(head("GET", "/pets", Object.entries(many).map(([name, value]) => `${name}: ${value}`)));
    assert.ok([200, 400, 431].includes(answer.status), answer.text.slice(0, 200));
    const accept = Array.from({ length: 1500 }, (_, index) => `a/b${index}`).join(",");
    assert.equal((await get("/pets?__strict=true", { accept: `${accept.slice(0, 12_000)},application/json` })).status, 406);
    for (const value of ["", "*", "/", "a/b;q=", "application/json;q=NaN", ";;;,,,"]) {
      assert.ok([200, 406].includes((await get("/pets?__strict=1", { accept: value })).status), value);
    }
    const large = "l".repeat(8000);
    for (const name of ["accept-language", "if-none-match", "origin", "apidogtoken", "content-type", "cookie"]) {
      assert.equal((await get("/pets?__seed=1", { [name]: large })).status, 200, name);
    }
    const preflight = await edgemock.fetch(`${base()}/pets`, { method: "OPTIONS", headers: { origin: "null", "access-control-request-method": "GET", "access-control-request-headers": "h".repeat(9000) } });
    assert.deepEqual([preflight.status, preflight.headers.get("access-control-allow-headers")], [204, null]);
  });

  test("that come twice", async () => {
    const twice = await raw(head("GET", "/pets", ["Prefer: code=404", "Prefer: code=200", "Accept: image/png", "Accept: application/json"]));
    assert.equal(twice.status, 404);
    const lengths = await raw([head("POST", "/pets", ["Content-Length: 2", "Content-Length: 3"]), "{}"], { end: true });
    assert.ok([0, 200, 400].includes(lengths.status), lengths.text);
    const both = await raw([head("POST", "/pets", ["Content-Length: 2", "Transfer-Encoding: chunked"]), "0\r\n\r\n"], { end: true });
    assert.ok([0, 200, 400].includes(both.status), both.text);
  });

  test("that are malformed", async () => {
    for (const line of ["No colon", ": empty", "X-Null: a\0b", "X-Line: a\rb", "X Space: 1", `X-Long: ${"x".repeat(200_000)}`]) {
      const answer = await raw(head("GET", "/pets", [line]), { end: true });
      assert.ok([0, 200, 400, 431].includes(answer.status), `${line.slice(0, 40)}: ${answer.text.slice(0, 200)}`);
    }
  });
});

describe("methods", () => {
  test("that nobody defines", async () => {
    for (const method of ["PROPFIND", "PURGE", "PATCH", "DELETE", "SUBSCRIBE", "SEARCH"]) {
      const answer = await raw(head(method, "/pets"));
      assert.ok([405, 501, 400].includes(answer.status), `${method}: ${answer.text.slice(0, 200)}`);
      if (answer.status === 405) assert.match(answer.text, /^allow: GET, POST, OPTIONS, HEAD/im, method);
    }
    for (const method of ["get", "BREW", "G\u00c9T", "TRACE", "CONNECT", "A".repeat(5000)]) {
      const answer = await raw(head(method, "/pets"), { end: true });
      // CONNECT never reaches a Worker: the runtime itself refuses it.
      assert.ok([0, 400, 405, 500, 501].includes(answer.status), `${method.slice(0, 20)}: ${answer.text.slice(0, 200)}`);
    }
    assert.equal((await edgemock.fetch(`${base()}/pets`, { method: "HEAD" })).status, 200);
    assert.equal((await edgemock.fetch(`${base()}/pets`, { method: "OPTIONS" })).status, 204);
    assert.equal((await edgemock.fetch(`${base()}/nothing`, { method: "OPTIONS" })).status, 404);
  });

  test("of no HTTP at all", async () => {
    for (const bytes of ["\r\n\r\n", "GET\r\n\r\n", `GET ${base()}/pets HTTP/9.9\r\n\r\n`, "\x16\x03\x01\x02\x00\x01\x00", `GET ${base()}/pets\r\n`]) {
      const answer = await raw(bytes, { end: true, withinMs: 1500 });
      assert.ok([0, 200, 400, 404, 501, 505].includes(answer.status), `${JSON.stringify(bytes)}: ${answer.text.slice(0, 100)}`);
    }
  });
});

/** The memory of the workerd that this process started; `undefined` where the system does not tell. */
function residentBytes() {
  try {
    const children = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
    const mine = children.filter((pid) => {
      try {
        const [, command, parent] = /^\d+ \((.*)\) \S (\d+)/.exec(readFileSync(`/proc/${pid}/stat`, "utf8"));
        return command.startsWith("workerd") && Number(parent) === process.pid;
      } catch {
        return false;
      }
    });
    const sizes = mine.map((pid) => Number(/^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))[1]) * 1024);
    return sizes.length ? Math.max(...sizes) : undefined;
  } catch {
    return undefined;
  }
}
