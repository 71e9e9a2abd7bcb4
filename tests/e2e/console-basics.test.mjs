// What the console works out without a browser: addresses, errors, places of problems, words. Node.js takes the types away.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { errorFrom } from "../../console/src/api/error.ts";
import { ago } from "../../console/src/lib/time.ts";
import { told } from "../../console/src/pages/audit/actions.ts";
import { Places } from "../../console/src/pages/import/places.ts";
import { kindOf, sizeOf } from "../../console/src/pages/import/source.ts";
import { validityFields } from "../../console/src/pages/tokens/validity.ts";
import { href, match, place } from "../../console/src/router/router.ts";

describe("addresses", () => {
  test("are split into path and query", () => {
    const cases = [
      ["", "/", ""],
      ["#", "/", ""],
      ["#main", "/", ""],
      ["#/projects/7", "/projects/7", ""],
      ["#/projects/7?tab=a%20b&x=?", "/projects/7", "tab=a+b&x=%3F"],
    ];
    for (const [hash, path, query] of cases) {
      const found = place(hash);
      assert.deepEqual([found.path, String(found.query)], [path, query], hash);
    }
    assert.equal(href("/a", { q: "x y" }), "#/a?q=x+y");
  });
  test("fit their patterns", () => {
    const cases = [
      ["/projects", "/projects", {}],
      ["/projects", "/projects/", {}],
      ["/projects/:project", "/projects/7", { project: "7" }],
      ["/projects/:project", "/projects/a%2Fb", { project: "a/b" }],
      ["/projects/:project", "/projects/%", { project: "%" }],
      ["/projects/:project", "/projects", undefined],
      ["/projects/:project/import", "/projects//import", undefined],
      ["/projects/:project", "/projects/7/import", undefined],
    ];
    for (const [pattern, path, params] of cases) assert.deepEqual(match(pattern, path), params, `${pattern} ${path}`);
  });
});

test("errors are read from the envelope, their fields from the end of the message", () => {
  const cases = [
    [422, { errorCode: "422001", errorMessage: "must be true or false (at /cloudMock)" }, "Must be true or false.", "/cloudMock"],
    [422, { errorMessage: "no such project (at /projects/0)" }, "No such project.", "/projects/0"],
    [404, { errorCode: "404002", errorMessage: "There is no project 7." }, "There is no project 7.", ""],
    [502, null, "The server answered 502 without saying why. Try again in a moment.", ""],
    [500, { errorMessage: 5 }, "The server answered 500 without saying why. Try again in a moment.", ""],
  ];
  for (const [status, body, message, pointer] of cases) {
    const error = errorFrom(status, body, 0);
    assert.deepEqual([error.status, error.message, error.pointer], [status, message, pointer]);
  }
  assert.ok(errorFrom(412, null, 0).isConflict);
});

describe("problems of a document", () => {
  const endpoint = (id, method, path, name = path) => ({ id, method, path, name, folder: "", mockUrl: null, mockUrlById: "", responses: [] });
  const endpoints = [endpoint(1, "GET", "/v2/pets/{id}", "One pet"), endpoint(2, "POST", "/v2/pets/{id}"), endpoint(3, "GET", "/orders", "Orders")];
  const found = (document, pointer) => {
    const place = new Places(endpoints, document).find(pointer);
    return place.endpoint?.id ?? place.name ?? place.kind;
  };
  test("lead to their endpoint or schema", () => {
    const cases = [
      ["/paths/~1orders/get/responses/200", 3],
      ["/paths/~1orders/parameters/0", 3],
      ["/paths/~1pets~1{id}/post/requestBody", 2],
      ["/paths/~1nowhere/get", "document"],
      ["/components/schemas/Pet~1Cat/properties/age", "Pet/Cat"],
      ["/definitions/Pet", "Pet"],
      ["/info/title", "document"],
      ["", "document"],
    ];
    for (const [pointer, place] of cases) assert.equal(found(undefined, pointer), place, pointer);
  });
  test("in files of other kinds too", () => {
    const collection = { item: [{ name: "Folder", item: [{ name: "Orders", request: { url: "x" } }] }] };
    assert.equal(found(collection, "/item/0/item/0/request/url"), 3);
    assert.equal(found(collection, "/item/0/item/7/request"), "document");
    const project = { apiCollection: [{ items: [{ name: "x", api: { method: "post", path: "/v2/pets/{id}", responses: [] } }] }] };
    assert.equal(found(project, "/apiCollection/0/items/0/api/responses/0"), 2);
    assert.equal(found({ item: "cut off" }, "/item/0/request"), "document");
  });
});

test("kinds of documents are told by their beginning", () => {
  const cases = [
    ['{"info": {"_postman_id": "1"}}', "Postman collection"],
    ['{"apidogProject": "1.0.0"}', "Apidog project"],
    ["swagger: '2.0'", "Swagger"],
    ['{ "openapi" : "3.1.0" }', "OpenAPI"],
    ["# about openapi", undefined],
    ["", undefined],
  ];
  for (const [text, kind] of cases) assert.equal(kindOf(text), kind, text);
  assert.deepEqual([sizeOf(12), sizeOf(4567), sizeOf(2_450_000)], ["12 bytes", "5 kB", "2.5 MB"]);
});

test("times are told from now", () => {
  const now = Date.parse("2026-11-27T12:00:00Z");
  const cases = [
    ["2026-11-27T11:59:50Z", "just now"],
    ["2026-11-27T11:58:00Z", "2 minutes ago"],
    ["2026-11-26T11:00:00Z", "yesterday"],
    ["2026-12-04T12:00:00Z", "next week"],
    ["2026-11-27T12:00:30Z", "in a moment"],
  ];
  for (const [time, words] of cases) assert.equal(ago(Date.parse(time), now), words, time);
});

test("acts are told in words, unknown ones too", () => {
  const entry = { id: 1, at: "", token: null, project: 7, endpoint: null, item: null, name: null, outcome: "done" };
  assert.equal(told({ ...entry, action: "deleteToken", item: 3, name: "CI" }), "Revoked access token · “CI”");
  assert.equal(told({ ...entry, action: "changeEndpoint", endpoint: 9 }), "Changed endpoint · endpoint 9");
  assert.equal(told({ ...entry, action: "paintHouse" }), "Paint house");
});

test("validity is sent as the API takes it", () => {
  assert.deepEqual([validityFields("keep", ""), validityFields("90", ""), validityFields("unlimited", ""), validityFields("date", "2027-01-31")], [{}, { validity: 90 }, { validity: "unlimited" }, { expiresAt: "2027-01-31" }]);
});
