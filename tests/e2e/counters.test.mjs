// Counters by endpoint, through a stand-in for Analytics Engine; and nothing without the binding.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { versioned } from "./documents.mjs";
import { startEdgemock } from "./harness.mjs";

describe("counters", () => {
  let edgemock;
  before(async () => {
    edgemock = await startEdgemock({ vars: { TEST_COUNTERS: "1" } });
  });
  after(() => edgemock?.stop());

  test("have a point for each request that reaches a project, cold and warm, and no secret", async () => {
    const project = await edgemock.project({ document: versioned("c"), settings: { cloudMock: true, access: "token", token: "a-secret-token" } });
    const [{ id }] = (await edgemock.manage("GET", `/v1/projects/${project}/endpoints`)).body.data.filter(({ path }) => path === "/version");
    const call = (path, token = "a-secret-token", method = "GET") => edgemock.fetch(`/m1/${project}-0-default${path}`, { method, headers: { ...(token && { apidogToken: token }), "cf-connecting-ip": "192.0.2.77" } });
    for (let n = 0; n < 3; n += 1) assert.equal((await call("/version?secret=in-a-query")).status, 200);
    assert.equal((await call("/nothing")).status, 404);
    assert.equal((await call("/version", "wrong-token")).status, 403);
    assert.equal((await call("/version", undefined, "HEAD")).status, 200);
    await edgemock.fetch("/m1/404404-0-default/version");
    await edgemock.manage("GET", "/v1/projects");
    const points = await (await edgemock.fetch("/__test/points")).json();
    const size = (await (await call("/version")).text()).length;
    const served = { indexes: [String(project)], blobs: ["GET", String(id)], doubles: [200, size] };
    assert.deepEqual(points.slice(0, 3), [served, served, served]);
    assert.deepEqual(points.slice(3).map(({ blobs, doubles }) => [...blobs, doubles[0]]), [
      ["GET", "", 404],
      ["GET", "", 403],
      ["HEAD", String(id), 200],
    ]);
    for (const secret of ["a-secret-token", "wrong-token", "in-a-query", "192.0.2.77"]) assert.ok(!JSON.stringify(points).includes(secret));
  });

  test("are not missed where nothing is bound", async () => {
    const plain = await startEdgemock();
    try {
      const project = await plain.project({ document: versioned("p") });
      for (let n = 0; n < 2; n += 1) assert.equal((await plain.fetch(`/m1/${project}-0-default/version`)).status, 200);
      assert.deepEqual(await (await plain.fetch("/__test/points")).json(), []);
    } finally {
      await plain.stop();
    }
  });
});
