// The built Worker in workerd, by Miniflare: what the e2e tests, the benchmark and `npm run serve` run. Needs Node.js 22.
import { readFileSync } from "node:fs";
import { Miniflare } from "miniflare";
import { inProject } from "./project.mjs";

const CONFIGURATION = readFileSync(inProject("wrangler.toml"), "utf8");
const COMPATIBILITY_DATE = /^compatibility_date = "(.+)"/m.exec(CONFIGURATION)[1];
const WORKER_FIRST = JSON.parse(/^run_worker_first = (\[.+\])/m.exec(CONFIGURATION)[1]);

/** The counters of `wrangler.toml`, as Miniflare takes bindings. */
const RATE_LIMITS = Object.fromEntries(
  [...CONFIGURATION.matchAll(/^\[\[ratelimits\]\]\nname = "(.+)"\nnamespace_id = "(.+)"\nsimple = \{ limit = (\d+), period = (\d+) \}/gm)].map(([, name, namespace, limit, period]) => [
    name,
    { type: "rate-limit", namespace, simple: { limit: Number(limit), period: Number(period) } },
  ]),
);

const DIRECT = { unsafeDirectSockets: [{ host: "127.0.0.1", port: 0 }] };
const ASSETS = { directory: inProject("console/public"), hasUserWorker: true, notFoundHandling: "none", runWorkerFirst: WORKER_FIRST };

function builtModules() {
  return {
    "index.js": { type: "esm", contents: readFileSync(inProject("build/index.js"), "utf8") },
    "index_bg.wasm": { type: "wasm", contents: readFileSync(inProject("build/index_bg.wasm")) },
    "quickjs.wasm": { type: "wasm", contents: readFileSync(inProject("build/quickjs.wasm")) },
  };
}

/**
 * Starts the built Worker on a free port of 127.0.0.1. `modules` are put beside its own, `mainModule` names the entry,
 * `vars` are its text bindings, `persist` is a folder to keep KV and Durable Objects in (default: forgotten at the end).
 * `internet` answers what the Worker fetches (default: the network).
 * `direct` leaves out what Miniflare puts before a Worker, static assets included: for measuring. `listen` is `{host, port}`
 * instead of the free port; `onLog` gets what the Worker logs, as `{level, message}`; `inspectorPort` is where a debugger may attach.
 */
export async function startBuiltWorker({ vars = {}, persist, mainModule = "index.js", modules = {}, direct = false, internet, listen, onLog, inspectorPort } = {}) {
  const text = Object.fromEntries(Object.entries(vars).map(([name, value]) => [name, { type: "text", value }]));
  const object = (exportName) => ({ type: "durable-object", worker: "edgemock", exportName });
  return startWorker({
    direct,
    internet,
    listen,
    onLog,
    inspectorPort,
    resourcePersistencePath: persist,
    config: {
      manifest: { mainModule, modules: { ...builtModules(), ...modules } },
      env: { ...text, MOCKS: { type: "kv", id: "MOCKS" }, PROJECT: object("Project"), ACCOUNT: object("Account"), ...RATE_LIMITS, ...(!direct && { ASSETS: { type: "assets" } }) },
      exports: { Project: { type: "durable-object", storage: "sqlite" }, Account: { type: "durable-object", storage: "sqlite" } },
      ...(!direct && { assets: ASSETS }),
    },
  });
}

/** Starts a Worker of one JavaScript module under the same settings, with the bindings of `env`. */
export async function startScript(contents, { direct = false, env } = {}) {
  return startWorker({ direct, config: { manifest: { mainModule: "index.js", modules: { "index.js": { type: "esm", contents } } }, ...(env && { env }) } });
}

async function startWorker({ config, resourcePersistencePath, internet, listen, onLog, inspectorPort, direct = false }) {
  const dev = { ...(direct && DIRECT), ...(internet && { outboundService: { type: "fetcher", handler: internet } }) };
  const miniflare = new Miniflare({
    host: "127.0.0.1",
    port: 0,
    ...listen,
    ...(inspectorPort && { inspectorPort }),
    ...(onLog && { handleStructuredLogs: onLog }),
    // Neither is there a network to ask for `Request.cf`, nor does anything read it.
    cf: false,
    logRequests: false,
    telemetry: { enabled: false },
    ...(resourcePersistencePath && { resourcePersistencePath }),
    workers: [{ config: { name: "edgemock", compatibilityDate: COMPATIBILITY_DATE, ...config }, dev }],
  });
  const through = await miniflare.ready;
  const url = (direct ? await miniflare.unsafeGetDirectURL("edgemock") : through).href.replace(/\/$/, "");
  return { url, miniflare, stop: () => miniflare.dispose() };
}
