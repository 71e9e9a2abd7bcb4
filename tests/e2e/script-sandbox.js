// Entry module for tests of the sandbox: the built Worker, with what src/worker/script.rs calls within reach of a request.
// POST /__test/run and /__test/check take the text that the sandbox takes, and answer with its text.
import Worker, { Account, Project } from "./index.js";

export { Account, Project };
export default {
  async fetch(request, env, context) {
    const called = { "/__test/run": "run", "/__test/check": "check" }[new URL(request.url).pathname];
    if (called === undefined) return Worker.fetch(request, env, context);
    return new Response(await globalThis.edgemockScripts[called](await request.text()));
  },
};
