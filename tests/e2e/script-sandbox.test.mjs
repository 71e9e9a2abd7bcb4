// The sandbox of mock scripts inside workerd: its object API, its limits, and that nothing is left of one run in the next.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import { startBuiltWorker } from "../../scripts/lib/local-worker.mjs";
import { inProject } from "../../scripts/lib/project.mjs";

const ENTRY = readFileSync(new URL("script-sandbox.js", import.meta.url), "utf8");
const NOW = Date.UTC(2025, 0, 1);

let worker;
before(async () => {
  worker = await startBuiltWorker({ mainModule: "script-sandbox.js", modules: { "script-sandbox.js": { type: "esm", contents: ENTRY } } });
});
after(() => worker?.stop());

const ask = async (what, text) => (await fetch(`${worker.url}/__test/${what}`, { method: "POST", body: text })).json();
const check = (source) => ask("check", source);

/** Runs a script over a request and an answer. `with` replaces parts of them. */
const outcome = (source, parts = {}) =>
  ask(
    "run",
    JSON.stringify({
      source,
      now: NOW,
      seed: [1, 2],
      method: "POST",
      path: "/pets/7",
      url: "/pets/7?limit=3&id=8",
      pathParameters: [["id", "7"]],
      query: [["limit", "3"], ["id", "8"]],
      headers: [["content-type", "application/json"], ["x-trace", "abc"]],
      cookies: [["session", "s1"]],
      body: '{"name":"Ada","limit":"body","toString":"kept away","tags":["a"]}',
      form: [],
      formKind: "",
      response: { status: 200, headers: [["Content-Type", "application/json"], ["X-Rate", "5"]], body: '{"id":1,"name":"Rex"}' },
      ...parts,
    }),
  );

/** The result of a script that has to succeed. */
async function run(source, parts) {
  const { ok, result, logs, ...failure } = await outcome(source, parts);
  assert.ok(ok, `${source}: ${JSON.stringify(failure)}`);
  return { ...result, logs };
}

/** What a script logs, as values. */
async function values(expression, parts) {
  const { logs } = await run(`console.log(JSON.stringify([${expression}]))`, parts);
  return JSON.parse(logs[0].text);
}

const form = (formKind) => ({ formKind, body: "a=1&b=2", form: [["a", "1"], ["b", "2"], ["a", "3"]] });

describe("the object API", () => {
  test("the three names are one object", async () => {
    assert.deepEqual(await values("$$ === dog, dog === fox, Object.keys($$)"), [true, true, ["mockRequest", "mockResponse"]]);
  });

  test("request parts", async () => {
    const cases = [
      ["getParam('id')", "7"],
      ["getParam('limit')", "3"],
      ["getParam('name')", "Ada"],
      ["getParam('missing')", null],
      ["getParam('constructor')", null],
      ["headers.get('X-TRACE')", "abc"],
      ["headers.has('x-none')", false],
      ["headers.toObject()['x-trace']", "abc"],
      ["cookies.get('session')", "s1"],
      ["cookies.get('none')", null],
      ["body.toJSON().tags[0]", "a"],
      ["body.name", "Ada"],
      ["body.toString().length", 65],
      ["method", "POST"],
      ["path", "/pets/7"],
      ["url", "/pets/7?limit=3&id=8"],
      ["query.get('id')", "8"],
      ["formdata.get('a')", null],
    ];
    const given = await values(cases.map(([expression]) => `$$.mockRequest.${expression}`).join(","));
    cases.forEach(([expression, expected], index) => assert.equal(given[index], expected, expression));
  });

  test("forms", async () => {
    for (const kind of ["formdata", "urlencoded"]) {
      const other = kind === "formdata" ? "urlencoded" : "formdata";
      const r = "$$.mockRequest";
      const given = await values(`${r}.${kind}.get('a'), ${r}.body.${kind}.get('b'), ${r}.${other}.get('a'), ${r}.getParam('b'), ${r}.body.a, ${r}.body.toJSON()`, form(kind));
      assert.deepEqual(given, ["1", "2", null, "2", "1", { a: "1", b: "2" }]);
    }
  });

  test("bodies that are no JSON", async () => {
    for (const body of ["", "{", "null", "<a/>", "\0"]) {
      assert.deepEqual(await values("$$.mockRequest.body.toString(), $$.mockRequest.body.name, $$.mockRequest.getParam('x')", { body }), [body, null, null], body);
    }
    assert.deepEqual(await values("$$.mockRequest.body[1], $$.mockRequest.body.length, $$.mockRequest.body", { body: "[1,2]" }), [2, 2, [1, 2]]);
  });

  test("the answer: body, code, delay, headers", async () => {
    const answer = await run(`
      const body = $$.mockResponse.json();
      body.seen = $$.mockResponse.code;
      $$.mockResponse.setBody(body);
      $$.mockResponse.setCode("201");
      $$.mockResponse.setDelay(12.7);
      const { headers } = $$.mockResponse;
      headers.set("X-Set", 1);
      headers.upsert({ key: "x-rate", value: headers.get("X-RATE") + "!" });
      headers.add({ key: "Set-Cookie", value: "a=1" });
      headers.add({ key: "Set-Cookie", value: "b=2" });
      headers.set("X-Gone", "1");
      headers.remove("x-gone");
      body.late = true;`);
    assert.deepEqual(answer, {
      status: 201,
      delay: 12,
      headers: [["Content-Type", "application/json"], ["X-Rate", "5!"], ["X-Set", "1"], ["Set-Cookie", "a=1"], ["Set-Cookie", "b=2"]],
      body: '{"id":1,"name":"Rex","seen":200,"late":true}',
      logs: [],
    });
  });

  test("bodies of all types", async () => {
    const cases = [["'a\\0ü\\ud800'", "a\0ü\ufffd"], ["{a: [1, undefined]}", '{"a":[1,null]}'], ["7", "7"], ["null", "null"], ["true", "true"], ["undefined", ""], ["new Date(0)", '"1970-01-01T00:00:00.000Z"']];
    for (const [value, expected] of cases) assert.equal((await run(`$$.mockResponse.setBody(${value})`)).body, expected, value);
    assert.equal((await run("")).body, null, "what is not set stays as it was");
    assert.deepEqual(await values("$$.mockResponse.body, $$.mockResponse.text()"), ['{"id":1,"name":"Rex"}', '{"id":1,"name":"Rex"}']);
    assert.deepEqual(await values("$$.mockResponse.json()", { response: { status: 204, headers: [], body: "" } }), [null]);
  });

  test("modern JavaScript, return and await", async () => {
    assert.deepEqual(await values("[3, 1].toSorted().at(-1) ?? 0, Object.groupBy([1, 2], (n) => n % 2), 'x'.padStart(2), 2n ** 64n > 1n, new Set([1]).union(new Set([2])).size"), [3, { 0: [2], 1: [1] }, " x", true, 2]);
    assert.equal((await run("class A { #x = 1; get x() { return this.#x } }\nawait null;\n$$.mockResponse.setBody(await (async () => new A().x)());\nreturn;\nnever();")).body, "1");
    assert.equal((await run("Promise.resolve().then(() => $$.mockResponse.setBody('later'))")).body, "later");
  });

  test("Mock.js", async () => {
    const source = "const Mock = require('mockjs'); $$.mockResponse.setBody(Mock.mock({ 'list|3': [{ 'id|+1': 5, name: '@cname', mail: '@email', code: /[A-Z]{3}/, day: '@date', image: '@image(10x10)' }], one: Mock.Random.integer(3, 3) }))";
    const [first, again, other] = [await run(source), await run(source), await run(source, { seed: [9, 9] })];
    const { list, one } = JSON.parse(first.body);
    assert.deepEqual([list.map(({ id }) => id), one], [[5, 6, 7], 3]);
    for (const { name, mail, code } of list) assert.ok(/^\p{Script=Han}{2,4}$/u.test(name) && mail.includes("@") && /^[A-Z]{3}$/.test(code), JSON.stringify(list));
    assert.equal(again.body, first.body, "the same seed");
    assert.notEqual(other.body, first.body, "another seed");
  });

  test("other modules are refused by name", async () => {
    const { kind, message } = await outcome("require('lodash')");
    assert.deepEqual([kind, message], ["error", 'Error: Cannot find module "lodash". Mock scripts can require: mockjs.']);
  });

  test("time and chance come from the input, in UTC", async () => {
    const given = "Date.now(), new Date(), new Date(2025, 0, 1).getTime(), new Date(0).getTimezoneOffset(), typeof Date(), new Date() instanceof Date, Date.UTC(1970), Math.random()";
    const [now, date, local, offset, type, isDate, epoch, random] = await values(given);
    assert.deepEqual([now, date, local, offset, type, isDate, epoch], [NOW, "2025-01-01T00:00:00.000Z", NOW, 0, "string", true, 0]);
    assert.ok(random >= 0 && random < 1);
    assert.equal((await values(given)).at(-1), random);
    assert.notEqual((await values(given, { seed: [3, 4] })).at(-1), random);
    const { logs } = await run("let sum = 0; for (let i = 0; i < 2000; i++) sum += Math.random(); console.log(sum / 2000)");
    assert.ok(Math.abs(logs[0].text - 0.5) < 0.05, logs[0].text);
  });

  test("the console", async () => {
    const { logs } = await run("console.log('a', 1, {b: [2n]}, null, undefined, () => 1, Symbol('s'), -0); console.warn(new TypeError('t')); console.error(); console.info('%s'); console.debug({get x() { throw 1 }})");
    const told = [["log", 'a 1 {"b":["2n"]} null undefined [Function (anonymous)] Symbol(s) -0'], ["warn", "TypeError: t"], ["error", ""], ["info", "%s"], ["debug", "[cannot be shown]"]];
    assert.deepEqual(logs.map(({ level, text }) => [level, text]), told);
    const many = (await run("for (let i = 0; i < 1e4; i++) console.log(i)")).logs;
    assert.equal(many.length, 100);
    const long = (await run("console.log('x'.repeat(1e6)); console.log('y')")).logs;
    assert.ok(JSON.stringify(long).length < 9000);
  });
});

describe("faults of a script", () => {
  const cases = [
    ["\n\n  null.x", "error", /^TypeError: .*null/, 3],
    ["const a = 1;\nfunction f() {\n  throw new RangeError('no');\n}\nf();", "error", /^RangeError: no$/, 3],
    ["throw 'text'", "error", /^text$/],
    ["throw undefined", "error", /^undefined$/],
    ["throw { message: { toString() { throw 1 } } }", "error", /^$/],
    ["throw Object.create({ get name() { throw 1 }, get stack() { throw 2 } })", "error", /./],
    ["throw new Proxy({}, { get() { throw 1 } })", "error", /^$/],
    ["await Promise.reject(new Error('later'))", "error", /^Error: later$/, 1],
    ["await new Promise(() => {})", "error", /nothing settles/],
    ["$$.mockResponse.setCode(99)", "error", /^RangeError: the status .* from 200 to 599, and is 99/, 1],
    ["$$.mockResponse.setCode('x')", "error", /from 200 to 599/, 1],
    ["$$.mockResponse.setDelay(60001)", "error", /from 0 to 60000/, 1],
    ["$$.mockResponse.headers.set('a b', 1)", "error", /"a b" is no name of a header/, 1],
    ["$$.mockResponse.headers.set('X-A', 'a\\r\\nX-B: 1')", "error", /X-A has a character/, 1],
    ["$$.mockResponse.headers.set('X-A', '你')", "error", /encodeURIComponent/, 1],
    ["const a = {};\na.a = a;\n$$.mockResponse.setBody(a)", "result", /circular/, 3],
    ["\n$$.mockResponse.setBody({ a: 1n })", "result", /BigInt/, 2],
    ["$$.mockResponse.setBody(Symbol('s'))", "result", /a symbol is no body/, 1],
    ["$$.mockResponse.setBody(() => 1)", "result", /a function is no body/, 1],
    ["$$.mockResponse.setBody({ get a() { throw new TypeError('getter') } })", "result", /^TypeError: getter$/],
    ["let x = ;", "syntax", /^SyntaxError: unexpected token/, 1],
    ["f(\n\n", "syntax", /do not pair up/],
  ];
  for (const [source, kind, message, line] of cases) {
    test(JSON.stringify(source), async () => {
      const failure = await outcome(`${source}`);
      assert.equal(failure.ok, false);
      assert.equal(failure.kind, kind, JSON.stringify(failure));
      assert.match(failure.message, message);
      if (line !== undefined) assert.equal(failure.line, line, JSON.stringify(failure));
    });
  }

  test("what was logged before is kept", async () => {
    const { logs } = await outcome("console.log('before'); for (;;);");
    assert.deepEqual(logs, [{ level: "log", text: "before" }]);
  });

  test("sources are checked without being run", async () => {
    assert.equal(await check("return $$.mockResponse.setCode(404); for (;;);"), null);
    assert.equal(await check("for (;;);"), null);
    const { kind, line, column, message } = await check("const a = 1;\nconst b = ;");
    assert.deepEqual([kind, line, column, message], ["syntax", 2, 11, "SyntaxError: unexpected token in expression: ';'"]);
    assert.match((await check("if (a) {")).message, /pair up/);
    assert.equal((await check("(".repeat(60_000))).ok, false);
  });
});

// Each ends within the budget, and right after it another script is served as if nothing had happened.
describe("hostile scripts", () => {
  const LIMITS = ["time", "memory", "stack"];
  const bombs = {
    "an endless loop": ["while (true);", "time"],
    "an endless loop that catches": ["for (;;) try { null.x } catch {}", "time"],
    "an endless loop in finally": ["try { for (;;); } finally { for (;;); }", "time"],
    "an endless loop in an async function": ["async function f() { for (;;); } f().catch(() => {});", "time"],
    "endless promises": ["const f = () => Promise.resolve().then(f); f();", "time"],
    "a built-in that never returns": ["Array.prototype.indexOf.call({ length: 2 ** 53 - 1 }, 1)", "time"],
    "a slow built-in, again and again": ["const s = 'a'.repeat(8e6); for (;;) s.indexOf('b')", "time"],
    "copying memory": ["const a = new Uint8Array(4e6); for (;;) a.copyWithin(1, 0)", "time"],
    "a regular expression that backtracks": ["/(a+)+$/.test('a'.repeat(50) + 'b')", "time"],
    "a comparison that never ends": ["[1, 2, 3].sort(() => { for (;;); })", "time"],
    "an endless getter of an error": ["throw { get message() { for (;;); } }", "time"],
    "an endless toJSON": ["$$.mockResponse.setBody({ toJSON() { for (;;); } })", "time"],
    "code from text": ["(() => {}).constructor('for (;;);')()", "time"],
    "an endless generator": ["[...(function* () { for (;;) yield 1 })()]", LIMITS],
    "many objects": ["const a = []; for (;;) a.push({ a: [1] })", LIMITS],
    "typed arrays": ["const a = []; for (;;) a.push(new Uint8Array(1e5))", "memory"],
    "one large array": ["new Uint8Array(1e9)", "memory"],
    "a text that doubles": ["let s = 'x'; for (;;) s += s;", "memory"],
    "recursion": ["function f() { return f() + 1 } f()", "stack"],
    "recursion of getters": ["const o = { get a() { return this.a } }; o.a", "stack"],
    "recursion of a proxy": ["let p = {}; for (let i = 0; i < 1e5; i++) p = new Proxy(p, {}); p.x", LIMITS],
    "nested JSON": ["JSON.parse('['.repeat(1e6))", "stack"],
    "nested source": ["eval('('.repeat(1e6))", LIMITS],
    "a nested value": ["let o = {}; for (let i = 0; i < 5e4; i++) o = { o }; $$.mockResponse.setBody(o)", LIMITS],
    "a nested pattern": ["new RegExp('('.repeat(1e5) + ')'.repeat(1e5))", ["error", ...LIMITS]],
    "10 MB of text": ["$$.mockResponse.setBody('x'.repeat(10 * 1024 * 1024))", "result"],
    "10 MB of JSON": ["$$.mockResponse.setBody({ a: 'x'.repeat(10 * 1024 * 1024) })", ["result", "memory", "time"]],
    "10 MB of log": ["console.log('x'.repeat(10 * 1024 * 1024)); for (;;);", "time"],
  };
  for (const [name, [source, kinds]] of Object.entries(bombs)) {
    test(name, async () => {
      const failure = await outcome(source);
      assert.equal(failure.ok, false, JSON.stringify(failure).slice(0, 300));
      assert.ok([kinds].flat().includes(failure.kind), `${failure.kind}: ${failure.message}`);
      assert.equal((await run("$$.mockResponse.setBody(typeof leaked)")).body, "undefined");
    });
  }

  const tricks = [
    "Object.prototype.toJSON = () => 'evil'; Array.prototype.toJSON = String.prototype.toJSON = () => { throw 1 };",
    "JSON.stringify = JSON.parse = () => 'evil'; String = Object = Map = Promise = undefined;",
    "for (const type of [Array, Map, String, Function, Promise, Date, RegExp]) for (const name of Object.getOwnPropertyNames(type.prototype)) try { type.prototype[name] = () => { throw 1 } } catch {}",
    "Object.defineProperty(Object.prototype, 'status', { get() { throw 1 }, set() { throw 2 } }); Object.defineProperty(Array.prototype, 0, { set() { throw 3 } });",
    "Object.defineProperty(Object.prototype, 'then', { get() { return undefined } }); Promise.prototype.then = Promise.prototype.constructor = undefined;",
    "Object.setPrototypeOf(Object.prototype.constructor, null); Error.prepareStackTrace = () => { throw 1 }; Error.stackTraceLimit = 0;",
    "$$ = dog = fox = console = require = Date = undefined; globalThis.leaked = 1;",
    "Function.prototype.call = Function.prototype.apply = Reflect.apply = () => 'evil';",
    "delete globalThis.JSON; delete globalThis.Reflect; Object.freeze(Object.prototype);",
  ];
  for (const trick of tricks) {
    test(`a trick: ${trick.slice(0, 60)}`, async () => {
      const { status, body, headers } = await run(`const { mockResponse } = $$; mockResponse.setCode(202); mockResponse.setBody("fine"); ${trick}`);
      assert.deepEqual([status, body, headers.length], [202, "fine", 2]);
      assert.deepEqual(await values("typeof leaked, JSON.stringify({}), ({}).toJSON, [1].map((n) => n)"), ["undefined", "{}", null, [1]]);
    });
  }

  test("there is nothing to reach the outside with", async () => {
    const names = ["fetch", "WebSocket", "XMLHttpRequest", "setTimeout", "caches", "crypto", "process", "performance", "WebAssembly", "importScripts", "Worker", "edgemockScripts", "window", "self", "std", "os"];
    assert.deepEqual(await values(names.map((name) => `typeof ${name}`).join(",")), names.map(() => "undefined"));
    for (const source of ["await import('fs')", "await import('./index_bg.wasm')", "await import('https://example.org/x.js')"]) assert.equal((await outcome(source)).ok, false, source);
  });

  test("scripts at the same time do not disturb each other", async () => {
    const sources = Array.from({ length: 24 }, (_, index) => (index % 3 ? `await null; $$.mockResponse.setBody(${index})` : index % 2 ? "Array(2 ** 32 - 1).indexOf(1, 0) + [].indexOf.call({ length: 1e15 })" : "JSON.parse('['.repeat(1e6))"));
    const outcomes = await Promise.all(sources.map((source) => outcome(source)));
    outcomes.forEach((one, index) => {
      assert.equal(one.ok, index % 3 !== 0, JSON.stringify(one));
      if (one.ok) assert.equal(one.result.body, `${index}`);
    });
  });

  test("what a script may do does not depend on the machine", async () => {
    const source = "let n = 0; try { for (;;) { n++; if (n % 1000 === 0) console.log(n) } } catch {}";
    const [one, other] = [await outcome(source), await outcome(source)];
    assert.deepEqual([one.kind, one.logs], [other.kind, other.logs]);
  });
});

describe("docs/scripts.md", () => {
  const text = readFileSync(inProject("docs/scripts.md"), "utf8");
  const examples = [...text.matchAll(/^```js\n([\s\S]*?)^```\n+(?:Answers? `(\d+)`(?: `(.*)`)?)?/gm)];
  assert.ok(examples.length >= 4, "the examples were not found");
  examples.forEach(([, source, status = "200", body], index) => {
    test(`example ${index + 1}`, async () => {
      const answer = await run(source);
      assert.equal(answer.status, Number(status));
      if (body !== undefined) assert.equal(answer.body, body);
    });
  });
});
