// What the console works out without a browser: the tree of endpoints, URLs, snippets, lines of JSON, schemas, drafts.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { jsonLines, unfolded } from "../../console/src/json/lines.ts";
import { moved, rowsOf, search, searchTexts, treeOf } from "../../console/src/mock/endpoint-tree.ts";
import { reordered } from "../../console/src/mock/order.ts";
import { curl, fetchCode } from "../../console/src/mock/snippet.ts";
import { mockUrl, wish } from "../../console/src/mock/url.ts";
import { viewOf } from "../../console/src/openapi/operation.ts";
import { sampleOf } from "../../console/src/openapi/sample.ts";
import { childrenOf, nodeOf, rulesOf, typeOf } from "../../console/src/openapi/schema.ts";
import { withSet } from "../../console/src/openapi/set-at.ts";
import { draftOfMock, mockOf, valueOf, valueText } from "../../console/src/pages/endpoints/mock-draft.ts";
import { fits, likelyName } from "../../console/src/pages/name-rules/rule.ts";
import { anchorOf, operationAt, readDocument } from "../../console/src/docs/document.ts";

const endpoint = (id, method, path, folder = "", name = path) => ({ id, method, path, folder, name, mockUrl: `https://m/m1/7-0-default${path}`, mockUrlById: `https://m/m2/7-0-default/${id}`, responses: [] });
const ENDPOINTS = [endpoint(1, "GET", "/pets", "Shop/Pets", "All pets"), endpoint(2, "POST", "/pets", "Shop/Pets"), endpoint(3, "GET", "/orders", "Shop"), endpoint(4, "GET", "/health")];

describe("the tree of endpoints", () => {
  const root = treeOf(ENDPOINTS);
  const keys = (closed, found) => rowsOf(root, new Set(closed), found).map(({ key, depth }) => `${depth} ${key}`);
  test("has folders in folders, with counts", () => {
    assert.deepEqual(keys([]), ["0 f:Shop", "1 f:Shop/Pets", "2 e:1", "2 e:2", "1 e:3", "0 e:4"]);
    assert.deepEqual(keys(["Shop"]), ["0 f:Shop", "0 e:4"]);
    assert.equal(root.folders[0].count, 3);
    const rows = rowsOf(root, new Set(), undefined);
    assert.deepEqual([rows[0].position, rows[0].of, rows[5].position, rows[3].position], [1, 2, 2, 2]);
  });
  test("shows what was found, whatever is closed", () => {
    const texts = searchTexts(ENDPOINTS);
    assert.equal(search(ENDPOINTS, texts, "  "), undefined);
    assert.deepEqual([...search(ENDPOINTS, texts, "PETS get")], [1]);
    assert.deepEqual(keys(["Shop"], search(ENDPOINTS, texts, "post")), ["0 f:Shop", "1 f:Shop/Pets", "2 e:2"]);
  });
  test("is walked by the keys of ARIA's pattern", () => {
    const rows = rowsOf(root, new Set(["Shop/Pets"]), undefined);
    const cases = [
      [0, "ArrowDown", { to: 1 }],
      [0, "ArrowUp", { to: 0 }],
      [0, "End", { to: 3 }],
      [3, "Home", { to: 0 }],
      [0, "ArrowRight", { to: 1 }],
      [1, "ArrowRight", { toggle: "Shop/Pets" }],
      [0, "ArrowLeft", { toggle: "Shop" }],
      [2, "ArrowLeft", { to: 0 }],
      [3, "ArrowLeft", {}],
      [3, "ArrowRight", {}],
      [0, "F5", undefined],
    ];
    for (const [at, key, expected] of cases) assert.deepEqual(moved(rows, at, key), expected, `${at} ${key}`);
  });
});

test("mock URLs: by path and by id, filled, with what is asked for", () => {
  const pet = endpoint(9, "GET", "/pets/{id}/{part}");
  const values = new Map([["id", "a b/ü"], ["part", ""]]);
  const pair = (name, value, on = true) => ({ name, value, on });
  const cases = [
    [mockUrl(pet, "path", values, []), "https://m/m1/7-0-default/pets/a%20b%2F%C3%BC/{part}"],
    [mockUrl(pet, "id", values, [pair("q", "a&b=c")]), "https://m/m2/7-0-default/9?q=a%26b%3Dc"],
    [mockUrl({ ...pet, mockUrl: null }, "path", values, []), "https://m/m2/7-0-default/9"],
    [mockUrl(pet, "path", new Map(), [pair("", "x"), pair("off", "1", false), pair("$a", "x@y,z")]), "https://m/m1/7-0-default/pets/{id}/{part}?$a=x@y,z"],
    [mockUrl(pet, "id", values, wish({ kind: "response", id: 4 })), "https://m/m2/7-0-default/9?apidogResponseId=4"],
    [mockUrl(pet, "id", values, wish({ kind: "customMock", id: 5 })), "https://m/m2/7-0-default/9?__mock=5"],
    [mockUrl(pet, "id", values, wish({ kind: "usual" })), "https://m/m2/7-0-default/9"],
  ];
  for (const [url, expected] of cases) assert.equal(url, expected);
});

test("snippets: quoted for shells and for JavaScript", () => {
  const headers = [{ name: "X-A", value: "it's", on: true }, { name: "X-Off", value: "1", on: false }, { name: "X-Empty", value: "", on: true }];
  const request = { method: "POST", url: "https://m/a?b=c&d", headers, body: '{"a": "$HOME"}' };
  assert.equal(curl(request), `curl 'https://m/a?b=c&d' \\\n  --header 'X-A: it'\\''s' \\\n  --header 'X-Empty;' \\\n  --data-raw '{"a": "$HOME"}'`);
  assert.equal(curl({ method: "GET", url: "https://m/a", headers: [] }), "curl https://m/a");
  assert.match(curl({ method: "PUT", url: "https://m/a", headers: [] }), /--request PUT/);
  assert.match(curl({ method: "GET", url: "https://m/a", headers: [], body: "x" }), /--request GET/);
  const code = fetchCode(request);
  assert.match(code, /"X-A": "it's"/);
  assert.ok(!code.includes("X-Off"));
  // It is JavaScript.
  new Function(`return async () => { ${code} }`);
  assert.equal(fetchCode({ method: "GET", url: "u", headers: [] }).split("\n")[0], 'const response = await fetch("u");');
});

describe("lines of JSON", () => {
  const written = (lines) => lines.map(({ depth, parts }) => "  ".repeat(depth) + parts.map(({ text }) => text).join("")).join("\n");
  test("are those of JSON.stringify, digits kept", () => {
    const values = [1, "a", null, [], {}, [1, [2, {}]], { a: { b: [true, "x,y:{}"] }, 'q"': 1, c: [] }, [[]], [{ a: [] }]];
    for (const value of values) assert.equal(written(jsonLines(JSON.stringify(value))), JSON.stringify(value, null, 2));
    assert.equal(written(jsonLines('{"a":1.50,"b":12345678901234567890}')), '{\n  "a": 1.50,\n  "b": 12345678901234567890\n}');
    for (const text of ["", "{", "nope", "{'a':1}", "[1,]"]) assert.equal(jsonLines(text), undefined, text);
  });
  test("fold", () => {
    const lines = jsonLines('{"a":[1,2],"b":{"c":1}}');
    assert.deepEqual([lines[0].size, lines[1].size, lines[1].closedBy], [2, 2, 4]);
    assert.deepEqual(unfolded(lines, new Set()), [0, 1, 2, 3, 4, 5, 6, 7, 8]);
    assert.deepEqual(unfolded(lines, new Set([1])), [0, 1, 5, 6, 7, 8]);
    assert.deepEqual(unfolded(lines, new Set([0, 1])), [0]);
  });
});

describe("schemas", () => {
  const parts = {
    "#/c/Pet": { allOf: [{ $ref: "#/c/Base" }, { required: ["name"], properties: { name: { type: "string", minLength: 1 }, kind: { const: "pet" } } }] },
    "#/c/Base": { type: "object", required: ["id"], properties: { id: { type: "integer" }, kind: { type: "string" }, parent: { $ref: "#/c/Pet" }, all: { type: "array", items: { $ref: "#/c/Pet" } } } },
    "#/c/Self": { $ref: "#/c/Self" },
    "#/c/A": { $ref: "#/c/B" },
    "#/c/B": { $ref: "#/c/A" },
  };
  const resolve = (reference) => parts[reference];
  const node = (schema) => nodeOf("", schema, { part: "", pointer: "/x" }, resolve);
  test("allOf reads as one object, and knows where each property stands", () => {
    const children = childrenOf(node({ $ref: "#/c/Pet" }), resolve);
    assert.deepEqual(children.map(({ name, required }) => `${name}${required ? "!" : ""}`), ["id!", "kind", "parent", "all", "name!"]);
    assert.deepEqual(children[0].place, { part: "#/c/Base", pointer: "/properties/id" });
    assert.deepEqual(children[4].place, { part: "#/c/Pet", pointer: "/allOf/1/properties/name" });
    assert.deepEqual(rulesOf(children[1].schema), ['is "pet"']);
    assert.equal(typeOf(children[3], resolve), "array of Pet");
  });
  test("end where they are part of themselves", () => {
    const parent = childrenOf(node({ $ref: "#/c/Pet" }), resolve)[2];
    assert.deepEqual([parent.cyclic, childrenOf(parent, resolve)], [true, []]);
    for (const name of ["Self", "A"]) assert.deepEqual(childrenOf(node({ $ref: `#/c/${name}` }), resolve), []);
    assert.equal(node({ $ref: "#/c/None" }).missing, "#/c/None");
  });
  test("odd ones do no harm", () => {
    for (const odd of [true, false, null, 7, "x", [], { properties: [], items: 1, oneOf: {}, required: "a", enum: 5, type: 3 }, { allOf: [1, null] }]) {
      const shown = node(odd);
      childrenOf(shown, resolve);
      assert.equal(typeof typeOf(shown, resolve), "string");
    }
  });
  test("samples come from examples, defaults and types, and end", () => {
    assert.deepEqual(sampleOf({ properties: { a: { default: 3 }, b: { enum: ["x"] }, c: { type: "array", items: { type: "boolean" } }, d: { type: "string", format: "date" }, e: { readOnly: true } } }, resolve), { a: 3, b: "x", c: [true], d: "2025-01-01" });
    assert.deepEqual(sampleOf({ $ref: "#/c/Pet" }, resolve), { id: 1, kind: "pet", all: [], name: "text" });
  });
  test("a member is set in a copy", () => {
    const root = { a: { "b/c": { x: 1 } } };
    assert.deepEqual(withSet(root, "/a/b~1c", "x", undefined), { a: { "b/c": {} } });
    assert.deepEqual(withSet(root, "/a/b~1c", "y", 2), { a: { "b/c": { x: 1, y: 2 } } });
    assert.deepEqual(root, { a: { "b/c": { x: 1 } } });
    for (const pointer of ["/b", "/a/b~1c/x", "/a/__proto__"]) assert.equal(withSet(root, pointer, "x", 1), undefined, pointer);
  });
});

describe("operations", () => {
  const resolve = (reference) => ({ "#/p": { name: "page", in: "query", schema: { type: "integer" }, example: 4 }, "#/r": { description: "All", content: { "application/json": { schema: { type: "string" } } } } })[reference];
  test("of OpenAPI 3: references, parameters of the path, bodies", () => {
    const operation = { parameters: [{ $ref: "#/p" }, { name: "id", in: "path", schema: {} }], requestBody: { content: { "application/json": { schema: {}, examples: { one: { value: 1 } } } } }, responses: { 200: { $ref: "#/r" }, "x-404:Gone": { description: "Gone" }, "x-other": {} } };
    const view = viewOf(operation, { parameters: [{ name: "id", in: "path", description: "of the path" }, { name: "h", in: "header" }] }, resolve);
    assert.deepEqual(view.parameters.map(({ in: place, name, required }) => `${place} ${name} ${required}`), ["path id true", "header h false", "query page false"]);
    assert.equal(view.parameters[0].description, "");
    assert.deepEqual([view.parameters[2].example, view.body.content[0].examples[0].name, view.responses.map(({ key }) => key)], [4, "one", ["200", "x-404:Gone"]]);
    assert.deepEqual(view.responses[0].content[0].place, { part: "#/r", pointer: "/content/application~1json/schema" });
  });
  test("of Swagger 2.0: bodies and forms among the parameters", () => {
    const body = viewOf({ parameters: [{ name: "b", in: "body", schema: { type: "object" } }], responses: { 200: { description: "", schema: { type: "string" } } } }, { consumes: ["application/xml"], produces: ["text/plain"] }, resolve);
    assert.deepEqual([body.parameters, body.body.content[0].type, body.responses[0].content[0].type], [[], "application/xml", "text/plain"]);
    const form = viewOf({ parameters: [{ name: "f", in: "formData", type: "string", required: true }] }, {}, resolve);
    assert.deepEqual([form.body.required, Object.keys(form.body.content[0].schema.properties)], [true, ["f"]]);
  });
  test("odd ones do no harm", () => {
    for (const odd of [null, 7, [], { parameters: {}, responses: [], requestBody: 1 }, { parameters: [null, { in: "moon" }, { $ref: "#/nowhere" }], responses: { 200: null } }]) viewOf(odd, {}, resolve);
  });
});

describe("drafts of custom mocks", () => {
  test("values keep what they are", () => {
    for (const value of ["sold", "3", 3, 3.5, true, "true", null, [1, "a"], { a: 1 }, '"quoted"', "007", "1e", "{", "", 12345678901234567]) {
      const expected = value === null ? "" : value;
      assert.deepEqual(valueOf(valueText(value)), expected, JSON.stringify(value));
    }
    assert.equal(valueOf("12345678901234567890"), "12345678901234567890");
  });
  test("go there and back", () => {
    const bodies = [{ type: "empty" }, { type: "json", value: { a: [1] } }, { type: "text", text: "x", contentType: "text/csv" }, { type: "template", text: "{{ 1 }}" }, { type: "generated", response: "404", fields: [{ path: "/a", value: "1" }, { path: "/b", value: 2 }] }];
    for (const body of bodies) {
      const mock = { name: "N", enabled: false, conditions: [{ location: "query", name: "a", comparison: "equal", value: "1" }, { location: "ip", name: "", comparison: "exists" }], response: { status: 404, delay: 5, headers: [{ name: "X", value: "y" }], body } };
      assert.deepEqual(mockOf(draftOfMock({ id: 1, ...mock })), mock);
    }
  });
  test("faults have the API's pointers", () => {
    const draft = draftOfMock({ id: 1, name: "", enabled: true, conditions: [], response: { delay: 0, headers: [], body: { type: "json", value: 1 } } });
    for (const [part, pointer] of [[{ status: "x" }, "/response/status"], [{ delay: "1.5" }, "/response/delay"], [{ json: "{" }, "/response/body"]]) {
      assert.throws(() => mockOf({ ...draft, ...part }), (fault) => fault.pointer === pointer);
    }
  });
});

test("name rules: which names fit, and which to try", () => {
  const wildcard = (pattern, name) => fits({ pattern, match: "wildcard" }, name);
  assert.deepEqual([wildcard("*_iban", "my_IBAN"), wildcard("*_iban", "iban"), wildcard("a?c", "abc"), wildcard("a.c", "abc")], [true, false, true, false]);
  assert.deepEqual([fits({ pattern: "_id$", match: "regex" }, "user_id"), fits({ pattern: "(", match: "regex" }, "x")], [true, undefined]);
  for (const [pattern, name] of [["*_iban", "my_iban"], ["city", "city"], ["*", "name"], ["_ref$", "_ref"]]) assert.equal(likelyName(pattern), name);
});

test("lists are put in another order", () => {
  assert.deepEqual([reordered([1, 2, 3], 0, 2), reordered([1, 2, 3], 2, 0), reordered([1, 2], 0, 9), reordered([1], 3, 0)], [[2, 3, 1], [3, 1, 2], [2, 1], [1]]);
});

test("documents for visitors", () => {
  const document = readDocument({ info: { title: "Shop" }, servers: [{ url: "https://m/m1/7-0-default" }], paths: { "/a/{b}": { get: { summary: "One", tags: ["X/Y"] }, parameters: [1] }, "/c": { $ref: "#/components/pathItems/c" }, "/d": null }, components: { pathItems: { c: { post: {} } }, securitySchemes: { mockToken: { name: "apidogToken" } } } });
  assert.deepEqual(document.operations.map(({ endpoint: { method, path, name, folder } }) => [method, path, name, folder]), [["GET", "/a/{b}", "One", "X · Y"], ["POST", "/c", "/c", ""]]);
  assert.equal(document.tokenHeader, "apidogToken");
  const [first] = document.operations;
  assert.equal(anchorOf(first.endpoint), "#/get/a/%7Bb%7D");
  assert.equal(operationAt(document, anchorOf(first.endpoint)), first);
  assert.equal(operationAt(document, "#/get/a/{b}"), first);
  assert.equal(operationAt(document, "#/"), undefined);
  assert.equal(readDocument(null).operations.length, 0);
});
