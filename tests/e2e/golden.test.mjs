// The same seed gives the same bytes in the built Worker as on the host, where tests/integration/golden.rs writes them.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { after, before, describe, it } from "node:test";
import { inProject } from "../../scripts/lib/project.mjs";
import { petstore, startEdgemock } from "./harness.mjs";

const GOLDEN = JSON.parse(readFileSync(inProject("tests/golden/petstore.json"), "utf8"));

/** A body as text; of images the hash. */
function shown(bytes) {
  const text = bytes.toString("utf8");
  return Buffer.from(text).equals(bytes) ? text : `sha256:${createHash("sha256").update(bytes).digest("hex")}`;
}

describe("seeds", () => {
  let edgemock;
  let project;
  before(async () => {
    edgemock = await startEdgemock();
    project = await edgemock.project({ document: petstore() });
    await edgemock.eventually(`/m1/${project}-0-default${GOLDEN[0].path}`, ({ status }) => status < 400);
  });
  after(() => edgemock?.stop());

  it("give the bytes of the golden files, by query and by header", async () => {
    for (const { name, method, path, bodies } of GOLDEN) {
      for (const { seed, status, body } of bodies) {
        for (const [query, headers] of [[`?__seed=${seed}`, {}], ["", { prefer: `respond-async, seed=${seed}` }]]) {
          const answer = await edgemock.fetch(`/m1/${project}-0-default${path}${query}`, { method, headers });
          assert.equal(answer.status, status, name);
          assert.equal(shown(Buffer.from(await answer.arrayBuffer())), body, `${name}, seed ${seed}`);
        }
      }
    }
  });

  it("differ without one", async () => {
    const ask = async () => (await edgemock.fetch(`/m1/${project}-0-default${GOLDEN[0].path}`)).text();
    assert.notEqual(await ask(), await ask());
  });
});
