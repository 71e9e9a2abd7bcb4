// The OpenAPI document of the management API: it is valid, it is served, and the server keeps to it.
import { Validator } from "@seriousme/openapi-schema-validator";
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { checkContract } from "../../scripts/lib/contract.mjs";
import { joinManagementDocument } from "../../scripts/lib/management-document.mjs";
import { prepareSchemathesis } from "../../scripts/lib/python-tools.mjs";
import { startEdgemock } from "./harness.mjs";

/** `npm run contract` sets how long; here, the same requests every time, for less than a minute. */
const LONGER = Number(process.env.EDGEMOCK_CONTRACT_SECONDS);
const EFFORT = LONGER ? { examples: 1000, seconds: LONGER } : { examples: 5, seconds: 50, seed: 1 };

let edgemock;
before(async () => {
  // What an import by address finds: nothing. Guesses at tokens are part of the test.
  edgemock = await startEdgemock({ internet: () => new Response("nothing here", { status: 404 }), vars: { TEST_ADDRESSES: "1" } });
});
after(() => edgemock?.stop());

test("is served to everybody as it is in schemas/management", async () => {
  const response = await edgemock.fetch("/v1/openapi.json");
  assert.equal(response.status, 200);
  assert.equal(response.headers.get("content-type"), "application/json");
  assert.equal(response.headers.get("access-control-allow-origin"), "*");
  assert.deepEqual(await response.json(), await joinManagementDocument());
  const post = await edgemock.manage("POST", "/v1/openapi.json", {});
  assert.deepEqual([post.status, post.headers.get("allow")], [405, "GET"]);
});

test("is valid OpenAPI 3.1, and all its references lead somewhere", async () => {
  const document = await joinManagementDocument();
  const { valid, errors } = await new Validator().validate(structuredClone(document));
  assert.ok(valid, JSON.stringify(errors));
  for (const [, pointer] of JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)) {
    const target = pointer.split("/").reduce((value, name) => value?.[name], document);
    assert.ok(target, pointer);
  }
});

test("is kept to by the server (Schemathesis)", async (context) => {
  const { command, missing } = await prepareSchemathesis();
  if (missing) return context.skip(missing);
  const manage = async (method, where, body, headers) => {
    const answer = await edgemock.manage(method, where, body, { headers });
    assert.ok(answer.status < 300, `${method} ${where}: ${JSON.stringify(answer.body)}`);
    return answer.body.data;
  };
  // What is written to a pointer of KV waits for a second, and the contract does not depend on it.
  const ready = () => edgemock.kvFaults({ failWrites: true, silent: true });
  const { code, output } = await checkContract({ command, url: edgemock.url, token: edgemock.adminToken, manage, ready, ...EFFORT });
  assert.equal(code, 0, output);
  context.diagnostic(/\d+ generated.*/.exec(output)?.[0] ?? "");
});
