// The entry module of the deployed Worker: what worker-build makes, with a shortcut in front of it and the sandbox of mock
// scripts beside it.
import Worker, { Account, Project } from "../../build/worker.js";
import { describe, forget, keep, take, wanted } from "./ahead.js";
import { checkScript, runScript } from "./script/sandbox.js";

// Behind `Worker` stand proxies, an instance and a promise for each request. They take longer than an answer out of the
// caches does, so that one is asked for directly. `Worker.prototype` has the exports of the wasm module as they are.
const { serveWarm } = Worker.prototype;
const state = globalThis.__worker_init_state;

// What src/worker/script.rs calls. The first script loads QuickJS.
const quickjs = async () => (await import("./quickjs.wasm")).default;
globalThis.edgemockScripts = {
  run: async (input) => runScript(await quickjs(), input),
  check: async (source) => checkScript(await quickjs(), source),
};

// What src/worker/edge/ahead.rs calls.
globalThis.edgemockAhead = { describe, keep, forget };

export { Account, Project };
export default {
  fetch(request, env, context) {
    // After a panic the long way comes first: it makes a new instance.
    if (!state.criticalError) {
      try {
        const description = describe(request);
        const response = take(description) ?? serveWarm(request, description, wanted(description));
        if (response) return response;
      } catch (error) {
        console.error(JSON.stringify({ level: "error", what: "answering a request: a new instance is made", detail: String(error) }));
        state.criticalError = true;
      }
    }
    return new Worker(context, env).fetch(request);
  },
};
