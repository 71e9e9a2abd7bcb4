// Entry module for tests: the built Worker, with every access to KV counted and, on demand, failing. It runs inside workerd.
// GET /__test/kv answers the counters; POST /__test/kv sets any of these:
//   failReads, failWrites    true, or for writes a list: which of those to come fail, by their number from 0; behind its end
//                            `failRest` says
//   slowReads, slowWrites    milliseconds that each takes
//   lose                     reads of keys that begin so find nothing
//   damage                   "cut" or "flip": what reads of packs give is half as long, or has a bit changed
//   chance                   how many of the reads are concerned, from 0 to 1 (1 if it is not said)
//   clock                    milliseconds by which the Worker's clock is ahead
//   silent                   no errors in the log, where every write fails
// POST /__test/crash leaves the wasm instance as a panic does. GET /__test/points answers the data points that were written,
// where the variable TEST_COUNTERS is set. With TEST_ADDRESSES every request comes from an address of its own, so that guesses
// at tokens are not locked out. GET /__test/ahead answers how many answers were made ahead.
import Worker, { Account as BuiltAccount, Project as BuiltProject } from "./index.js";

const kv = { reads: 0, writes: 0, keys: [], failReads: false, failWrites: false, failRest: false, slowReads: 0, slowWrites: 0, lose: "", damage: "", chance: 1, clock: 0, silent: false };
const points = [];

const now = Date.now.bind(Date);
Date.now = () => now() + kv.clock;

const { error } = console;
console.error = (...parts) => kv.silent || error(...parts);

let ahead = 0;
const { keep } = globalThis.edgemockAhead;
globalThis.edgemockAhead.keep = (bytes, ...more) => {
  ahead += bytes.filter((byte) => byte === 0x1e).length + 1;
  keep(bytes, ...more);
};

const READS = ["get", "getWithMetadata", "list"];
const WRITES = ["put", "delete"];
/** More is not kept: tests under load read for minutes. */
const MAX_KEYS = 10_000;

const sleep = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

function fails() {
  if (!Array.isArray(kv.failWrites)) return kv.failWrites;
  return kv.failWrites.length ? kv.failWrites.shift() : kv.failRest;
}

function note(name, key) {
  kv.keys.push(`${name} ${key}`);
  if (kv.keys.length > MAX_KEYS) kv.keys.shift();
}

async function read(value, target, args) {
  const [key] = args;
  const concerned = Math.random() < kv.chance;
  if (kv.failReads && concerned) throw new Error("KV GET failed: 500 (made by a test)");
  if (kv.slowReads && concerned) await sleep(kv.slowReads);
  if (kv.lose && concerned && String(key).startsWith(kv.lose)) return null;
  const found = await value.apply(target, args);
  if (!kv.damage || !concerned || !(found instanceof ArrayBuffer) || !String(key).startsWith("pack:")) return found;
  if (kv.damage === "cut") return found.slice(0, found.byteLength / 2);
  new Uint8Array(found)[Math.floor(Math.random() * found.byteLength)] ^= 1 << Math.floor(Math.random() * 8);
  return found;
}

async function write(value, target, args) {
  if (fails()) throw new Error("KV PUT failed: 500 (made by a test)");
  if (kv.slowWrites) await sleep(kv.slowWrites);
  return value.apply(target, args);
}

function instrumented(env) {
  const mocks = new Proxy(env.MOCKS, {
    get(target, name) {
      const value = target[name];
      if (typeof value !== "function") return value;
      return (...args) => {
        if (READS.includes(name)) {
          kv.reads += 1;
          note(name, args[0]);
          return read(value, target, args);
        }
        if (WRITES.includes(name)) {
          kv.writes += 1;
          note(name, args[0]);
          return write(value, target, args);
        }
        return value.apply(target, args);
      };
    },
  });
  const counters = env.TEST_COUNTERS && { writeDataPoint: (point) => void points.push(point) };
  return new Proxy(env, {
    get: (target, name) => (name === "MOCKS" ? mocks : name === "COUNTERS" && counters ? counters : target[name]),
  });
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
    const { pathname } = new URL(request.url);
    if (pathname === "/__test/crash") {
      globalThis.__worker_init_state.criticalError = true;
      return new Response(null, { status: 204 });
    }
    if (pathname === "/__test/ahead") return Response.json(ahead);
    if (pathname === "/__test/points") return Response.json(points);
    if (pathname !== "/__test/kv") return Worker.fetch(env.TEST_ADDRESSES ? fromElsewhere(request) : request, instrumented(env), context);
    if (request.method === "POST") Object.assign(kv, await request.json());
    return Response.json(kv);
  },
};
