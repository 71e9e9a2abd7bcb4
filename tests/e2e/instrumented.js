// Entry module for tests: the built Worker, with every access to KV counted and, on demand, failing. It runs inside workerd.
// GET /__test/kv answers the counters; POST /__test/kv with {"failReads": …, "failWrites": …} sets the faults:
// true, or for writes a list: which of those to come fail, by their number from 0; behind its end `failRest` says.
// POST /__test/crash leaves the wasm instance as a panic does. With the variable TEST_ADDRESSES every request comes from an
// address of its own, so that guesses at tokens are not locked out.
import Worker, { Account as BuiltAccount, Project as BuiltProject } from "./index.js";

const kv = { reads: 0, writes: 0, keys: [], failReads: false, failWrites: false, failRest: false, silent: false };

// Where every write fails, `silent` keeps the log of it short.
const { error } = console;
console.error = (...parts) => kv.silent || error(...parts);

const READS = ["get", "getWithMetadata", "list"];
const WRITES = ["put", "delete"];

function fails() {
  if (!Array.isArray(kv.failWrites)) return kv.failWrites;
  return kv.failWrites.length ? kv.failWrites.shift() : kv.failRest;
}

function instrumented(env) {
  const mocks = new Proxy(env.MOCKS, {
    get(target, name) {
      const value = target[name];
      if (typeof value !== "function") return value;
      return (...args) => {
        if (READS.includes(name)) {
          kv.reads += 1;
          kv.keys.push(`${name} ${args[0]}`);
          if (kv.failReads) return Promise.reject(new Error("KV GET failed: 500 (made by a test)"));
        }
        if (WRITES.includes(name)) {
          kv.writes += 1;
          kv.keys.push(`${name} ${args[0]}`);
          if (fails()) return Promise.reject(new Error("KV PUT failed: 500 (made by a test)"));
        }
        return value.apply(target, args);
      };
    },
  });
  return new Proxy(env, { get: (target, name) => (name === "MOCKS" ? mocks : target[name]) });
}

export class Project {
  constructor(state, env) {
    return new BuiltProject(state, instrumented(env));
  }
}

export class Account {
  constructor(state, env) {
    return new BuiltAccount(state, instrumented(env));
  }
}

let address = 0;

function fromElsewhere(request) {
  const headers = new Headers(request.headers);
  headers.set("CF-Connecting-IP", `2001:db8:${(address >> 16).toString(16)}:${(address++ & 0xffff).toString(16)}::1`);
  return new Request(request, { headers });
}

export default {
  async fetch(request, env, context) {
    if (new URL(request.url).pathname === "/__test/crash") {
      globalThis.__worker_init_state.criticalError = true;
      return new Response(null, { status: 204 });
    }
    if (new URL(request.url).pathname !== "/__test/kv") return Worker.fetch(env.TEST_ADDRESSES ? fromElsewhere(request) : request, instrumented(env), context);
    if (request.method === "POST") Object.assign(kv, await request.json());
    return Response.json(kv);
  },
};
