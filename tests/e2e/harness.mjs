// Starts the built Worker in workerd for a test file and offers what tests ask of it.
import { randomUUID } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { startBuiltWorker } from "../../scripts/lib/local-worker.mjs";
import { inProject } from "../../scripts/lib/project.mjs";

const INSTRUMENTED = readFileSync(new URL("instrumented.js", import.meta.url), "utf8");

/** The demo project's document. */
export const petstore = () => readFileSync(inProject("schemas/petstore.yaml"), "utf8");

/** A running Worker with storage of its own. `vars` adds text bindings, `internet` answers what the Worker fetches,
 * `onLog` gets what it logs. */
export async function startEdgemock({ vars = {}, internet, onLog } = {}) {
  const persist = mkdtempSync(path.join(tmpdir(), "edgemock-e2e-"));
  const adminToken = `admin-${randomUUID()}`;
  const start = () =>
    startBuiltWorker({
      persist,
      internet,
      onLog,
      vars: { ADMIN_TOKEN: adminToken, ...vars },
      mainModule: "instrumented.js",
      modules: { "instrumented.js": { type: "esm", contents: INSTRUMENTED } },
    });
  let worker = await start();

  const edgemock = {
    adminToken,
    get url() {
      return worker.url;
    },
    get miniflare() {
      return worker.miniflare;
    },

    /** A request as a caller of mocks makes it. */
    fetch: (where, options) => fetch(worker.url + where, { redirect: "manual", ...options }),

    /** A request to the management API: admin token, JSON body; gives `{status, headers, body}` with the body parsed. */
    async manage(method, where, body, { token = adminToken, headers = {} } = {}) {
      const response = await edgemock.fetch(where, {
        method,
        headers: {
          ...(token && { authorization: `Bearer ${token}` }),
          ...(body !== undefined && { "content-type": "application/json" }),
          ...headers,
        },
        body: body === undefined ? undefined : JSON.stringify(body),
      });
      const text = await response.text();
      return { status: response.status, headers: response.headers, body: parsed(text) };
    },

    /** The same where it has to succeed: gives the `data` of the answer, or all of one that has no envelope. */
    async done(method, where, body) {
      const { status, body: answer } = await edgemock.manage(method, where, body);
      if (status >= 300) throw new Error(`${method} ${where} answered ${status}: ${JSON.stringify(answer).slice(0, 500)}`);
      return answer.data ?? answer;
    },

    /** Makes a project, imports `document` (text, object or `{url}`) and switches its mock on. Gives its id. */
    async project({ document, id, name = "Test", settings = { cloudMock: true, access: "public" } } = {}) {
      const made = expectSuccess(await edgemock.manage("POST", "/v1/projects", { id, name }), "POST /v1/projects");
      const project = made.data.id;
      if (document !== undefined) {
        const where = `/v1/projects/${project}/import-openapi`;
        expectSuccess(await edgemock.manage("POST", where, { input: document }), where);
      }
      const where = `/v1/projects/${project}/mock-settings`;
      expectSuccess(await edgemock.manage("PATCH", where, settings), where);
      return project;
    },

    /** Repeats a mock request until `accept(response)` holds: publishing is not waited for by the management API. */
    async eventually(where, accept, { options, withinMs = 15_000 } = {}) {
      const until = Date.now() + withinMs;
      for (;;) {
        const response = await edgemock.fetch(where, options);
        if (accept(response)) return response;
        const body = await response.text();
        if (Date.now() > until) throw new Error(`${where} still answers ${response.status} after ${withinMs} ms: ${body.slice(0, 300)}`);
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    },

    /** What the Worker did to KV since it started: `{reads, writes, keys}`. */
    kv: async () => (await edgemock.fetch("/__test/kv")).json(),
    /** Makes KV fail from now on, and moves the clock; see instrumented.js. */
    kvFaults: async (faults) => (await edgemock.fetch("/__test/kv", { method: "POST", body: JSON.stringify(faults) })).json(),

    /** A new isolate on the same storage: caches are empty, data is not. */
    async restart() {
      await worker.stop();
      worker = await start();
    },
    async stop() {
      await worker.stop();
      rmSync(persist, { recursive: true, force: true });
    },
  };
  return edgemock;
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function expectSuccess({ status, body }, what) {
  if (status >= 300 || body?.success !== true) throw new Error(`${what} answered ${status}: ${JSON.stringify(body).slice(0, 500)}`);
  return body;
}
