// Branches: a document that is imported into one changes nothing for those who call another.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { answers, exactly, openapi } from "./documents.mjs";
import { startEdgemock } from "./harness.mjs";

let edgemock;
before(async () => {
  edgemock = await startEdgemock();
});
after(() => edgemock?.stop());

const at = (project, rest) => `/v1/projects/${project}/${rest}`;
const manage = (...request) => edgemock.done(...request);
const refused = async (method, where, body) => {
  const { status, body: answer } = await edgemock.manage(method, where, body);
  assert.equal(answer.success, false, `${method} ${where}: ${JSON.stringify(answer).slice(0, 500)}`);
  return { status, message: answer.errorMessage };
};
const load = (project, input, options = {}) => manage("POST", at(project, "import-openapi"), { input, options });
const exportOf = (project, options) => manage("POST", at(project, "export-openapi"), options);

/** A document whose endpoints answer with what they are given here. */
const document = (values, schemas) =>
  openapi(Object.fromEntries(Object.entries(values).map(([path, value]) => [path, { get: answers(exactly({ value })) }])), schemas);
/** What a mock URL with this branch number answers; the status where it is an error. */
const call = async (project, branch, path) => {
  const response = await edgemock.fetch(`/m1/${project}-${branch}-default${path}`);
  const body = await response.json();
  return response.ok ? body.value : response.status;
};
const endpointsOf = async (project, branch) =>
  (await manage("GET", at(project, `endpoints?branchId=${branch}`))).map(({ path, branchId }) => [path, branchId]);

/** A project with a main branch and branch 7, which has another `/a` and a `/new`. */
async function branched() {
  const project = await edgemock.project({ document: document({ "/a": "main a", "/b": "main b" }, { Pet: exactly({ main: 1 }) }) });
  const made = await load(project, document({ "/a": "branch a", "/new": "branch new" }, { Pet: exactly({ branch: 1 }) }), { targetBranchId: 7 });
  return { project, made };
}

test("a branch answers with what it has, and with the main branch for the rest", async () => {
  const { project, made } = await branched();
  assert.deepEqual([made.branchId, made.counters.endpointCreated, made.counters.endpointUpdated, made.counters.schemaCreated], [7, 2, 0, 1]);
  assert.match(made.problems.map(({ message }) => message).join(), /branch 7 is new/);
  assert.deepEqual(made.ignored, []);
  const seen = {};
  for (const branch of [0, 7, 12345]) seen[branch] = [await call(project, branch, "/a"), await call(project, branch, "/b"), await call(project, branch, "/new")];
  assert.deepEqual(seen, {
    0: ["main a", "main b", 404],
    7: ["branch a", "main b", "branch new"],
    // Any number goes on working, as long as no branch has it.
    12345: ["main a", "main b", 404],
  });
  assert.equal(await call(project, 7, "/nowhere"), 404);
});

test("by id, an endpoint is found under its branch alone, and the main branch's under all", async () => {
  const { project } = await branched();
  const [ofMain] = await manage("GET", at(project, "endpoints"));
  const [ofBranch] = await manage("GET", at(project, "endpoints?branchId=7"));
  const get = async (url) => {
    const { pathname } = new URL(url);
    const response = await edgemock.fetch(pathname);
    return response.ok ? (await response.json()).value : response.status;
  };
  assert.equal(await get(ofMain.mockUrlById), "main a");
  assert.equal(await get(ofBranch.mockUrlById), "branch a");
  assert.equal(await get(ofBranch.mockUrl), "branch a");
  assert.equal(await get(ofMain.mockUrlById.replace("-0-", "-7-")), "main a");
  assert.equal(await get(ofBranch.mockUrlById.replace("-7-", "-0-")), 404);
});

test("an import changes, and deletes, in its branch alone", async () => {
  const { project } = await branched();
  await load(project, document({ "/new": "newer" }), { targetBranchId: "7", deleteUnmatchedResources: true });
  assert.deepEqual(await endpointsOf(project, 7), [["/new", 7]]);
  assert.deepEqual(await endpointsOf(project, 0), [["/a", 0], ["/b", 0]]);
  assert.deepEqual([await call(project, 7, "/a"), await call(project, 7, "/new")], ["main a", "newer"]);
  await load(project, document({ "/c": "main c" }), { deleteUnmatchedResources: true });
  assert.deepEqual(await endpointsOf(project, 7), [["/new", 7]]);
  assert.deepEqual([await call(project, 7, "/a"), await call(project, 7, "/c"), await call(project, 0, "/new")], [404, "main c", 404]);
  const release = ({ release: { id } }) => id;
  const first = await load(project, document({ "/new": "newer" }), { targetBranchId: 7 });
  const second = await load(project, document({ "/new": "newer" }), { targetBranchId: 7 });
  assert.equal(release(first), release(second), "the same again changes nothing");
  assert.equal(second.counters.endpointIgnored, 1);
});

test("an export holds one branch", async () => {
  const { project } = await branched();
  const paths = async (options) => Object.keys((await exportOf(project, options)).paths).sort();
  assert.deepEqual(await paths({}), ["/a", "/b"]);
  assert.deepEqual(await paths({ branchId: 7 }), ["/a", "/new"]);
  assert.deepEqual(Object.keys((await exportOf(project, { branchId: "7" })).components.schemas.Pet.properties), ["branch"]);
  const unknown = await exportOf(project, { branchId: 8 });
  assert.deepEqual(Object.keys(unknown.paths).sort(), ["/a", "/b"]);
  assert.match(unknown["x-edgemock-problems"][0].message, /branch 8/);
});

test("the first import of a project names its main branch", async () => {
  const project = await edgemock.project();
  const first = await load(project, document({ "/a": "main" }), { targetBranchId: 5001 });
  assert.equal(first.branchId, 0);
  assert.match(first.problems.map(({ message }) => message).join(), /main branch: it is `targetBranchId` 5001/);
  await load(project, document({ "/b": "main too" }), { targetBranchId: 5001 });
  await load(project, document({ "/c": "main as well" }));
  await load(project, document({ "/a": "sprint" }), { targetBranchId: 5002 });
  assert.deepEqual(await endpointsOf(project, 5001), [["/a", 0], ["/b", 0], ["/c", 0]]);
  for (const branch of [0, 5001]) assert.deepEqual([await call(project, branch, "/a"), await call(project, branch, "/c")], ["main", "main as well"]);
  assert.equal(await call(project, 5002, "/a"), "sprint");
  assert.deepEqual(Object.keys((await exportOf(project, { branchId: 5001 })).paths).length, 3);
  const branches = await manage("GET", at(project, "branches"));
  assert.deepEqual(
    branches.map(({ id, main, alsoId, endpoints }) => [id, main, alsoId, endpoints]),
    [[0, true, 5001, 3], [5002, false, null, 1]],
  );
  assert.ok(branches[1].mockUrl.endsWith(`/m1/${project}-5002-default`));
});

test("work by hand stays in its branch", async () => {
  const { project } = await branched();
  const made = await manage("POST", at(project, "endpoints?branchId=7"), { method: "GET", path: "/b", operation: answers(exactly({ value: "by hand" })) });
  assert.equal(made.branchId, 7);
  assert.deepEqual([await call(project, 7, "/b"), await call(project, 0, "/b")], ["by hand", "main b"]);
  await manage("PATCH", at(project, `endpoints/${made.id}`), { path: "/hand" });
  assert.deepEqual([await call(project, 7, "/hand"), await call(project, 7, "/b")], ["by hand", "main b"]);
  const { status } = await refused("PATCH", at(project, `endpoints/${made.id}`), { path: "/new" });
  assert.equal(status, 409, "taken in its own branch");
  await manage("POST", at(project, `endpoints/${made.id}/custom-mocks`), { name: "m", conditions: [], response: { status: 200, body: { type: "json", value: { value: "custom" } } } });
  assert.equal(await call(project, 7, "/hand"), "custom");
  await manage("PUT", at(project, "schemas/Pet?branchId=7"), exactly({ changed: 1 }));
  const pet = async (query) => Object.keys((await manage("GET", at(project, `schemas/Pet${query}`))).schema.properties);
  assert.deepEqual([await pet("?branchId=7"), await pet("")], [["changed"], ["main"]]);
  // A merge keeps what was changed by hand in the branch, and knows nothing of it in the main branch.
  const merge = { schemaOverwriteBehavior: "AUTO_MERGE", endpointOverwriteBehavior: "AUTO_MERGE" };
  await load(project, document({ "/a": "newest" }, { Pet: exactly({ branch: 1 }) }), { ...merge, targetBranchId: 7 });
  await load(project, document({ "/a": "main a", "/b": "main b" }, { Pet: exactly({ later: 1 }) }), merge);
  assert.deepEqual([await pet("?branchId=7"), await pet("")], [["changed"], ["later"]]);
  assert.equal(await call(project, 7, "/a"), "newest");
});

test("settings and names are the project's, and reach every branch", async () => {
  const { project } = await branched();
  const titled = openapi({ "/titled": { get: answers({ type: "object", required: ["zork"], properties: { zork: { type: "string" } } }) } });
  await load(project, titled, { targetBranchId: 7 });
  await manage("PATCH", at(project, "mock-settings"), { nameRules: [{ pattern: "zork", expression: "xyzzy" }] });
  const response = await edgemock.fetch(`/m1/${project}-7-default/titled`);
  assert.deepEqual(await response.json(), { zork: "xyzzy" });
  const { token } = await manage("PATCH", at(project, "mock-settings"), { access: "token", rotateToken: true });
  const status = async (query) => (await edgemock.fetch(`/m1/${project}-7-default/a${query}`)).status;
  assert.deepEqual([await status(""), await status(`?apidogToken=${token}`)], [401, 200]);
});

test("rolling back brings one branch back", async () => {
  const { project } = await branched();
  const before = (await manage("GET", at(project, "releases")))[0].id;
  await load(project, document({ "/a": "bad", "/new": "bad" }), { targetBranchId: 7 });
  await load(project, document({ "/a": "good" }));
  await manage("POST", at(project, `releases/${before}/roll-back?branchId=7`));
  assert.deepEqual([await call(project, 7, "/a"), await call(project, 7, "/new"), await call(project, 0, "/a")], ["branch a", "branch new", "good"]);
  await manage("POST", at(project, `releases/${before}/roll-back`));
  assert.deepEqual([await call(project, 7, "/a"), await call(project, 0, "/a")], ["branch a", "main a"]);
});

test("a deleted branch leaves its URLs to the main one", async () => {
  const { project } = await branched();
  const ids = (await manage("GET", at(project, "endpoints?branchId=7"))).map(({ id }) => id);
  await manage("DELETE", at(project, "branches/7"));
  assert.deepEqual([await call(project, 7, "/a"), await call(project, 7, "/new")], ["main a", 404]);
  assert.deepEqual((await manage("GET", at(project, "branches"))).map(({ id }) => id), [0]);
  for (const id of ids) assert.equal((await refused("GET", at(project, `endpoints/${id}`))).status, 404);
  assert.equal((await load(project, document({ "/a": "again" }), { targetBranchId: 7 })).counters.endpointCreated, 1);
  assert.deepEqual([await call(project, 7, "/a"), await call(project, 0, "/a")], ["again", "main a"]);
});

test("what is no branch is said to be none", async () => {
  const { project } = await branched();
  const cases = [
    ["GET", "endpoints?branchId=8", 404, /no branch 8.*branches lists/],
    ["POST", "endpoints?branchId=8", 404, /no branch 8/, { method: "GET", path: "/x" }],
    ["GET", "schemas?branchId=8", 404, /no branch 8/],
    ["GET", "endpoints?branchId=main", 422, /at \/branchId/],
    ["GET", "endpoints?branchId=", 422, /at \/branchId/],
    ["GET", "endpoints?branchId=-7", 422, /at \/branchId/],
    ["GET", "endpoints?branchId=99999999999999999999999", 422, /at \/branchId/],
    ["DELETE", "branches/8", 404, /no branch 8/],
    ["DELETE", "branches/0", 422, /at \/id/],
    ["DELETE", "branches/x", 422, /at \/id/],
    ["POST", "releases/1/roll-back?branchId=8", 404, /no branch 8/],
    ["POST", "import-openapi", 422, /at \/options\/targetBranchId/, { input: document({ "/x": 1 }), options: { targetBranchId: 2 ** 53 } }],
    ["POST", "import-openapi", 422, /at \/options\/targetBranchId/, { input: document({ "/x": 1 }), options: { targetBranchId: "main" } }],
  ];
  for (const [method, where, status, message, body] of cases) {
    const answer = await refused(method, at(project, where), body);
    assert.equal(answer.status, status, `${method} ${where}`);
    assert.match(answer.message, message, `${method} ${where}`);
  }
  const named = await edgemock.project();
  await load(named, document({ "/a": 1 }), { targetBranchId: 5001 });
  for (const branch of [5001]) assert.match((await refused("DELETE", at(named, `branches/${branch}`))).message, /main branch/);
});

test("two documents at once, into two branches and into one new one, are both there", async () => {
  const { project } = await branched();
  await Promise.all([
    load(project, document({ "/x": "seven" }), { targetBranchId: 7 }),
    load(project, document({ "/x": "nine" }), { targetBranchId: 9 }),
    load(project, document({ "/y": "nine" }), { targetBranchId: 9 }),
    load(project, document({ "/x": "main" })),
  ]);
  assert.deepEqual([await call(project, 7, "/x"), await call(project, 9, "/x"), await call(project, 9, "/y"), await call(project, 0, "/x")], ["seven", "nine", "nine", "main"]);
  assert.deepEqual(await endpointsOf(project, 9), [["/x", 9], ["/y", 9]].sort());
});

test("a project has at most 100 branches", async () => {
  const project = await edgemock.project({ document: document({ "/a": "main" }) });
  const branches = Array.from({ length: 100 }, (_, at) => at + 1);
  await Promise.all(branches.map((branch) => load(project, document({ "/a": `branch ${branch}` }), { targetBranchId: branch })));
  const { status, message } = await refused("POST", at(project, "import-openapi"), { input: document({ "/a": "more" }), options: { targetBranchId: 101 } });
  assert.equal(status, 422);
  assert.match(message, /delete one/);
  assert.deepEqual([await call(project, 1, "/a"), await call(project, 100, "/a"), await call(project, 101, "/a")], ["branch 1", "branch 100", "main"]);
});
