// Some seconds of what `npm run soak` does for minutes.
import assert from "node:assert/strict";
import { test } from "node:test";
import { soak } from "./soak.mjs";

test("under load, with one fault after another, every answer is right or says that there is none, and all recovers", async (context) => {
  const { requests, unavailable, memory, imports, phases } = await soak({ seconds: 8, connections: 40 });
  context.diagnostic(`${requests} requests, ${unavailable} times 503, ${imports} imports, ${JSON.stringify(phases)}`);
  assert.ok(requests > 200, `${requests} requests`);
  // Most of what was asked was answered, whatever KV did.
  assert.ok(unavailable < requests / 2, `${unavailable} of ${requests}`);
  if (memory.most) assert.ok(memory.late < memory.early * 1.5 + 150, JSON.stringify(memory));
});
