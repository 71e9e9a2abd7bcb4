// Requests against the document, in the running Worker: off by default, every style, every kind of body, credentials. The rules
// themselves are tried on many more requests by tests/integration/.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { exactly, openapi } from "./documents.mjs";
import { startEdgemock } from "./harness.mjs";

const INTEGERS = { type: "array", minItems: 2, items: { type: "integer" } };
const POINT = { type: "object", required: ["x"], properties: { x: { type: "integer" }, y: { type: "integer" } }, additionalProperties: false };
const fine = { 200: { description: "Fine", content: { "application/json": { schema: exactly({ fine: true }) } } } };
const parameter = (place, name, schema, more = {}) => ({ in: place, name, schema, ...(place === "path" && { required: true }), ...more });
const get = (parameters, responses = fine) => ({ get: { parameters, responses } });
const post = (content, more = {}, responses = fine) => ({ post: { requestBody: { content, ...more }, responses } });
const PET = { type: "object", required: ["id", "name"], properties: { id: { type: "integer", readOnly: true }, name: { type: "string", maxLength: 5 }, photo: { type: "string", format: "binary" } } };

const DOCUMENT = openapi({
  "/simple/{v}": get([parameter("path", "v", INTEGERS)]),
  "/label/{v}": get([parameter("path", "v", INTEGERS, { style: "label", explode: true })]),
  "/matrix/{v}": get([parameter("path", "v", INTEGERS, { style: "matrix" })]),
  "/form": get([parameter("query", "v", INTEGERS, { explode: false })]),
  "/exploded": get([parameter("query", "v", INTEGERS)]),
  "/spaces": get([parameter("query", "v", INTEGERS, { style: "spaceDelimited", explode: false })]),
  "/pipes": get([parameter("query", "v", INTEGERS, { style: "pipeDelimited", explode: false })]),
  "/deep": get([parameter("query", "v", POINT, { style: "deepObject" })]),
  "/header": get([parameter("header", "X-V", INTEGERS)]),
  "/cookie": get([parameter("cookie", "v", { type: "integer" }, { required: true })]),
  "/required": get([parameter("query", "page", { type: "integer", minimum: 1 }, { required: true })]),
  "/json": post({ "application/json": { schema: PET } }, { required: true }),
  "/urlencoded": post({ "application/x-www-form-urlencoded": { schema: PET } }),
  "/multipart": post({ "multipart/form-data": { schema: PET } }),
  "/declared": { post: { requestBody: { content: { "application/json": { schema: PET } } }, responses: { ...fine, 400: { description: "Bad", content: { "application/json": { schema: exactly({ bad: true }) } } } } } },
  "/key": { get: { security: [{ key: [] }], responses: fine } },
  "/either": { get: { security: [{ basic: [] }, { bearer: [] }], responses: fine } },
  "/both": { get: { security: [{ key: [], query: [] }], responses: { ...fine, 403: { description: "No", content: { "application/json": { schema: exactly({ no: true }) } } } } } },
  "/open": { get: { security: [{}, { key: [] }], responses: fine } },
});
DOCUMENT.components.securitySchemes = {
  key: { type: "apiKey", in: "header", name: "X-Key" },
  query: { type: "apiKey", in: "query", name: "key" },
  basic: { type: "http", scheme: "basic" },
  bearer: { type: "http", scheme: "bearer" },
};

let edgemock;
let project;
before(async () => {
  edgemock = await startEdgemock();
  project = await edgemock.project({ document: DOCUMENT });
});
after(() => edgemock?.stop());

const set = async (settings) => assert.equal((await edgemock.manage("PATCH", `/v1/projects/${project}/mock-settings`, settings)).status, 200);
async function call(path, options) {
  const response = await edgemock.fetch(`/m1/${project}-0-default${path}`, options);
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, body: text.startsWith("{") ? JSON.parse(text) : undefined };
}
const sending = (value, type = "application/json") => ({ method: "POST", body: typeof value === "string" ? value : JSON.stringify(value), headers: { "content-type": type } });

test("nothing is checked unless the project asks for it", async () => {
  for (const [path, options] of [["/required"], ["/json", sending("{")], ["/key"], ["/simple/x"]]) assert.equal((await call(path, options)).status, 200, path);
});

describe("requests", () => {
  before(() => set({ requestValidation: true }));
  after(() => set({ requestValidation: false }));

  test("every style of parameter", async () => {
    const cookie = (value) => ({ headers: { cookie: value } });
    const header = (value) => ({ headers: { "x-v": value } });
    const good = [["/simple/1,2"], ["/label/.1.2"], ["/matrix/;v=1,2"], ["/form?v=1,2"], ["/exploded?v=1&v=2"], ["/spaces?v=1%202"], ["/pipes?v=1%7C2"], ["/pipes?v=1|2"], ["/deep?v[x]=1&v[y]=2"], ["/header", header("1, 2")], ["/cookie", cookie("v=7")], ["/required?page=1"], ["/form"], ["/required?page=1&unknown=x"]];
    for (const [path, options] of good) assert.equal((await call(path, options)).status, 200, path);
    const bad = [
      ["/simple/1", undefined, "path"],
      ["/label/.1.x", undefined, "path"],
      ["/matrix/;v=1", undefined, "path"],
      ["/form?v=1,x", undefined, "query"],
      ["/exploded?v=1", undefined, "query"],
      ["/spaces?v=1%20x", undefined, "query"],
      ["/pipes?v=1%7Cx", undefined, "query"],
      ["/deep?v[x]=a", undefined, "query"],
      ["/deep?v[x]=1&v[z]=2", undefined, "query"],
      ["/header", header("1"), "header"],
      ["/cookie", undefined, "cookie"],
      ["/required", undefined, "query"],
      ["/required?page=0", undefined, "query"],
    ];
    for (const [path, options, location] of bad) {
      const { status, body, headers } = await call(path, options);
      assert.equal(status, 422, path);
      assert.match(headers.get("content-type"), /^application\/problem\+json/);
      assert.ok(headers.get("x-edgemock-violations"), path);
      assert.ok(body.violations.some((violation) => violation.location === location), `${path}: ${JSON.stringify(body)}`);
    }
  });

  test("every kind of body", async () => {
    const form = (name, photo) => {
      const data = new FormData();
      if (name !== undefined) data.append("name", name);
      if (photo) data.append("photo", new Blob(["x"]), "a.png");
      return { method: "POST", body: data };
    };
    const urlencoded = "application/x-www-form-urlencoded";
    const cases = [
      ["/json", sending({ name: "Rex" }), 200],
      ["/json", sending({ name: "too long" }), 422],
      ["/json", sending({}), 422],
      ["/json", sending("[1"), 400],
      ["/json", sending("name=Rex", urlencoded), 415],
      ["/json", { method: "POST" }, 422],
      ["/json", sending("x".repeat(1_100_000)), 413],
      ["/urlencoded", sending("name=Rex", urlencoded), 200],
      ["/urlencoded", sending("name=too+long", urlencoded), 422],
      ["/urlencoded", { method: "POST" }, 200],
      ["/multipart", form("Rex", true), 200],
      ["/multipart", form(undefined, true), 422],
      ["/declared", sending({ name: 5 }), 400],
    ];
    for (const [path, options, expected] of cases) {
      const { status, text } = await call(path, options);
      assert.equal(status, expected, `${path} ${String(options.body).slice(0, 40)}: ${text.slice(0, 300)}`);
    }
    assert.deepEqual((await call("/declared", sending({ name: 5 }))).body, { bad: true });
  });

  test("everything that is wrong is told at once, nothing of it at length", async () => {
    const { body } = await call("/json", sending({ name: `${"secret ".repeat(100)}` }));
    assert.ok(JSON.stringify(body).length < 1000);
    const { body: both } = await call("/json", sending({ name: 5, photo: 7 }));
    assert.deepEqual(both.violations.map(({ pointer }) => pointer).sort(), ["/name", "/photo"]);
  });

  test("what the caller names is served whatever the request is, custom mocks come after", async () => {
    assert.equal((await call("/required?__code=200")).status, 200);
    assert.equal((await call("/required", { method: "HEAD" })).status, 422);
    const endpoints = (await edgemock.manage("GET", `/v1/projects/${project}/endpoints?search=/required`)).body.data;
    const where = `/v1/projects/${project}/endpoints/${endpoints[0].id}/custom-mocks`;
    const mock = await edgemock.manage("POST", where, { response: { status: 418 } });
    assert.equal((await call("/required")).status, 422);
    assert.equal((await call("/required?page=1")).status, 418);
    await edgemock.manage("DELETE", `${where}/${mock.body.data.id}`);
  });
});

describe("credentials", () => {
  before(() => set({ securityValidation: true }));
  after(() => set({ securityValidation: false }));

  test("presence and form", async () => {
    const authorization = (value) => ({ headers: { authorization: value } });
    const cases = [
      ["/key", undefined, 401],
      ["/key", { headers: { "x-key": "k" } }, 200],
      ["/either", undefined, 401],
      ["/either", authorization("Bearer abc"), 200],
      ["/either", authorization(`Basic ${btoa("me:secret")}`), 200],
      ["/either", authorization("Basic %%%"), 401],
      ["/either", authorization("Bearer"), 401],
      ["/both?key=1", { headers: { "x-key": "k" } }, 200],
      ["/both", { headers: { "x-key": "k" } }, 403],
      ["/open", undefined, 200],
      // Requests themselves are not checked by this switch.
      ["/required", undefined, 200],
    ];
    for (const [path, options, expected] of cases) assert.equal((await call(path, options)).status, expected, `${path} ${JSON.stringify(options)}`);
    assert.match((await call("/either")).headers.get("www-authenticate"), /Basic.*Bearer|Bearer.*Basic/);
    assert.deepEqual((await call("/both")).body, { no: true });
  });
});
