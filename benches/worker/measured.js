// Entry module of the built Worker under measurement: GET /__measure answers how much memory its wasm has taken, and the keys that
// were put to KV since the last time, with the bytes of each.
import { wasmBytes } from "./wasm-memory.js";
import Worker, { Account, Project as BuiltProject } from "./index.js";

let keys = [];

function watched(env) {
  const mocks = new Proxy(env.MOCKS, {
    get(target, name) {
      const value = target[name];
      if (typeof value !== "function") return value;
      return (...args) => {
        if (name === "put") keys.push([args[0], args[1].byteLength ?? args[1].length]);
        return value.apply(target, args);
      };
    },
  });
  return new Proxy(env, { get: (target, name) => (name === "MOCKS" ? mocks : target[name]) });
}

export { Account };
export class Project {
  constructor(state, env) {
    return new BuiltProject(state, watched(env));
  }
}
export default {
  async fetch(request, env, context) {
    if (new URL(request.url).pathname !== "/__measure") return Worker.fetch(request, env, context);
    const answer = { wasmBytes: wasmBytes(), keys };
    keys = [];
    return Response.json(answer);
  },
};
