// Imports as jobs: the answer comes at once, a status tells how far they are, and they end as the synchronous import would.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { Response } from "miniflare";
import { largeDocument } from "../../scripts/lib/large-document.mjs";
import { exactly, openapi, answers, versioned } from "./documents.mjs";
import { startEdgemock } from "./harness.mjs";

/** Answers of `https://slow.example.com/…` wait for this. */
let release;
let held = new Promise((resolve) => (release = resolve));
async function internet(request) {
  if (request.url.startsWith("https://slow.example.com/")) await held;
  return Response.json(versioned("fetched"));
}

let edgemock;
before(async () => {
  edgemock = await startEdgemock({ internet });
});
after(async () => {
  release?.();
  await edgemock?.stop();
});

const AS_JOB = { headers: { prefer: "respond-async" } };
const LARGE = largeDocument({ operations: 40, megabytes: 0.1 });
const at = (project, rest) => `/v1/projects/${project}/${rest}`;
const manage = (method, where, body, options) => edgemock.manage(method, where, body, options);
const begin = (project, input, route = "import-openapi", options) => manage("POST", at(project, route), { input, options }, AS_JOB);
const paths = async (project) => (await manage("GET", at(project, "endpoints"))).body.data.map(({ path }) => path);
const readJob = async (where) => (await manage("GET", where)).body.data;
const isFinished = ({ state }) => !["waiting", "running"].includes(state);

/** Asks for a job until `accept` holds; gives all states that were seen on the way. */
async function follow(where, accept = isFinished, { everyMs = 20, withinMs = 120_000 } = {}) {
  const seen = [];
  for (const end = Date.now() + withinMs; ; ) {
    const job = await readJob(where);
    seen.push(job);
    if (accept(job)) return seen;
    assert.ok(!isFinished(job), `ended as ${JSON.stringify(job).slice(0, 500)}`);
    assert.ok(Date.now() < end, `still ${JSON.stringify(job)}`);
    await sleep(everyMs);
  }
}

test("a job tells how far it is, and ends as the synchronous import", async () => {
  const project = await edgemock.project();
  const { status, headers, body } = await begin(project, LARGE);
  assert.equal(status, 202);
  const where = headers.get("location");
  assert.equal(where, at(project, `import-jobs/${body.data.id}`));
  assert.equal(headers.get("preference-applied"), "respond-async");
  assert.equal(headers.get("retry-after"), "1");
  assert.deepEqual([body.data.state, body.data.kind, body.data.url], ["waiting", "openapi", where]);

  const seen = await follow(where);
  const job = seen.at(-1);
  assert.equal(job.state, "succeeded");
  assert.deepEqual(job.operations, { done: 40, total: 40 });
  const counts = seen.filter(({ phase }) => phase === "compiling").map(({ operations }) => operations.done);
  assert.ok(counts.length > 1, "others had their turn while it was compiled");
  assert.deepEqual(counts, [...counts].sort((one, other) => one - other));
  const order = ["reading", "compiling", "packing", "publishing"];
  const phases = seen.map(({ phase }) => phase).filter(Boolean).map((phase) => order.indexOf(phase));
  assert.deepEqual(phases, [...phases].sort((one, other) => one - other));
  assert.ok(job.createdAt <= job.startedAt && job.startedAt <= job.finishedAt);

  const other = await edgemock.project();
  const synchronous = (await manage("POST", at(other, "import-openapi"), { input: LARGE })).body.data;
  assert.deepEqual(job.result.counters, synchronous.counters);
  assert.deepEqual(job.result.problems, synchronous.problems);
  assert.equal(job.result.release.published, true);
  assert.deepEqual(await paths(project), await paths(other));
});

test("an error is the one of the synchronous import, and changes nothing", async () => {
  const project = await edgemock.project({ document: versioned("kept") });
  const wrong = { openapi: "4.0.0", paths: {} };
  const { errorCode, errorMessage } = (await manage("POST", at(project, "import-openapi"), { input: wrong })).body;
  const job = (await follow((await begin(project, wrong)).headers.get("location"))).at(-1);
  assert.deepEqual([job.state, job.error], ["failed", { errorCode, errorMessage, status: 422 }]);
  assert.equal((await paths(project)).length, 3);
});

test("a request that cannot be read is refused at once", async () => {
  const project = await edgemock.project();
  for (const [body, pointer] of [[{}, "/input"], [{ input: 5 }, "/input"], [{ input: "x", options: { moduleId: "x" } }, "/options/moduleId"], [{ input: { url: "ftp://example.com" } }, "/input/url"]]) {
    const answer = await manage("POST", at(project, "import-openapi"), body, AS_JOB);
    assert.equal(answer.status, 422, JSON.stringify(body));
    assert.ok(answer.body.errorMessage.includes(`(at ${pointer})`), answer.body.errorMessage);
  }
  assert.deepEqual((await manage("GET", at(project, "import-jobs"))).body.data, []);
});

test("jobs are done in the order in which they came; sent twice is as once", async () => {
  const project = await edgemock.project();
  const begun = [];
  for (const input of [LARGE, versioned("same"), versioned("same")]) begun.push((await begin(project, input)).headers.get("location"));
  const last = (await follow(begun.at(-1))).at(-1);
  const jobs = (await manage("GET", at(project, "import-jobs"))).body.data;
  assert.deepEqual(jobs.map(({ url }) => url), [...begun].reverse());
  assert.deepEqual(jobs.map(({ state }) => state), ["succeeded", "succeeded", "succeeded"]);
  assert.ok(jobs[2].finishedAt <= jobs[1].startedAt && jobs[1].finishedAt <= jobs[0].startedAt);
  assert.deepEqual(jobs.map(({ result }) => result.counters.endpointCreated), [0, 3, 40]);
  assert.equal(last.result.counters.endpointIgnored, 3);
  assert.equal((await paths(project)).length, 43);
});

test("changes while a job runs are all there in the end", async () => {
  const project = await edgemock.project({ document: openapi({ "/operation": { get: answers(exactly({ old: true })) } }) });
  const [{ id }] = (await manage("GET", at(project, "endpoints"))).body.data;
  const where = (await begin(project, LARGE)).headers.get("location");
  await follow(where, ({ phase, operations }) => phase === "compiling" && operations.done > 0);
  const changes = [
    manage("PATCH", at(project, "mock-settings"), { maxBodyDepth: 4 }),
    manage("POST", at(project, "endpoints"), { method: "GET", path: "/by/hand" }),
    manage("POST", at(project, `endpoints/${id}/custom-mocks`), { name: "m", conditions: [{ location: "query", name: "m", comparison: "exists" }], response: { status: 418 } }),
    manage("POST", at(project, "import-openapi"), { input: versioned("meanwhile") }),
  ];
  for (const { status, body } of await Promise.all(changes)) assert.ok(status < 300, JSON.stringify(body).slice(0, 300));
  const job = (await follow(where)).at(-1);
  assert.equal(job.state, "succeeded", JSON.stringify(job));
  const all = await paths(project);
  assert.equal(all.length, 40 + 3 + 2);
  assert.equal(new Set((await manage("GET", at(project, "endpoints"))).body.data.map((endpoint) => endpoint.id)).size, all.length);
  assert.ok(all.includes("/by/hand") && all.includes("/version"));
  assert.equal((await manage("GET", at(project, "mock-settings"))).body.data.maxBodyDepth, 4);
  await edgemock.eventually(`/m1/${project}-0-default/operation?m`, ({ status }) => status === 418);
});

test("a job that the Worker ended in the middle is begun anew", async () => {
  const project = await edgemock.project({ document: versioned("before") });
  const where = (await begin(project, LARGE)).headers.get("location");
  await follow(where, ({ phase, operations }) => phase === "compiling" && operations.done > 0, { everyMs: 5 });
  await edgemock.restart();
  assert.ok([3, 43].includes((await paths(project)).length), "all or nothing");
  const job = (await follow(where)).at(-1);
  assert.equal(job.state, "succeeded", JSON.stringify(job).slice(0, 500));
  assert.equal(job.result.counters.endpointCreated, 40);
  assert.equal((await paths(project)).length, 43);
});

test("a job is cancelled while it waits and while it runs, and there are not too many of them", async () => {
  const project = await edgemock.project({ document: versioned("kept") });
  const begun = [];
  for (let n = 0; n < 10; n += 1) begun.push((await begin(project, { url: `https://slow.example.com/${n}` })).headers.get("location"));
  await follow(begun[0], ({ state }) => state === "running");
  const refused = await begin(project, versioned("too many"));
  assert.deepEqual([refused.status, refused.body.errorCode], [429, "429002"]);
  assert.ok(Number(refused.headers.get("retry-after")) > 0);
  for (const where of begun.slice(0, 9).reverse()) {
    const { status, body } = await manage("POST", `${where}/cancel`);
    assert.deepEqual([status, body.data.state], [200, "cancelled"]);
  }
  release();
  assert.equal((await follow(begun[9])).at(-1).state, "succeeded");
  assert.deepEqual((await readJob(begun[0])).state, "cancelled");
  const again = await manage("POST", `${begun[0]}/cancel`);
  assert.deepEqual([again.status, again.body.errorCode], [409, "409006"]);
  assert.equal((await edgemock.fetch(`/m1/${project}-0-default/version`)).status, 200);
});

test("collections are jobs too", async () => {
  const project = await edgemock.project();
  const collection = { info: { name: "C", _postman_id: "x" }, item: [{ name: "One", request: { method: "GET", url: "https://api.example.com/one" } }] };
  const job = (await follow((await begin(project, collection, "import-postman-collection")).headers.get("location"))).at(-1);
  assert.deepEqual([job.kind, job.state, job.result.counters.endpointCreated, job.result.counters.endpointCaseCreated], ["postmanCollection", "succeeded", 1, 0]);
});

test("bad requests", async () => {
  const project = await edgemock.project();
  const cases = [
    ["GET", at(project, "import-jobs/1"), 404, "404009"],
    ["POST", at(project, "import-jobs/1/cancel"), 404, "404009"],
    ["GET", at(project, "import-jobs/0"), 422, "422001"],
    ["GET", at(project, "import-jobs/x"), 422, "422001"],
    ["GET", at(project, "import-jobs/99999999999999999999"), 422, "422001"],
    ["POST", at(project, "import-jobs"), 405, "405001"],
    ["DELETE", at(project, "import-jobs/1"), 405, "405001"],
    ["GET", at(project, "import-jobs/1/cancel"), 405, "405001"],
    ["GET", "/v1/projects/4040404/import-jobs", 404, "404002"],
  ];
  for (const [method, where, status, code] of cases) {
    const answer = await manage(method, where);
    assert.deepEqual([answer.status, answer.body.errorCode], [status, code], `${method} ${where}`);
  }
});
