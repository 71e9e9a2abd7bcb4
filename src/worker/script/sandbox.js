// Runs mock scripts: QuickJS, compiled to wasm, with a budget that is counted inside the wasm (scripts/lib/metered-quickjs.mjs).
//
// The wasm instance is made when the first script comes and is used again; runtime, context and all objects are new for every
// run. An instance that a script drove into a trap, or into growing, is thrown away.
import loadModule from "@jitl/quickjs-wasmfile-release-sync/emscripten-module";
import { QuickJSFFI } from "@jitl/quickjs-wasmfile-release-sync/ffi";
import mockjs from "mockjs/dist/mock-min.js" with { type: "text" };
import { newQuickJSWASMModuleFromVariant } from "quickjs-emscripten-core";
import guest from "./guest.js" with { type: "text" };

/** What a run may spend: a turn of a loop or a call inside QuickJS is 1, so is copying 64 bytes. About 3 ns each. */
const BUDGET = 50_000_000;
/** On top of it, for telling what went wrong. Whoever spends this as well is cut off in the middle. */
const RESERVE = 10_000_000;
const MEMORY = 24 * 1024 * 1024;
const STACK = 256 * 1024;
const PAGE = 64 * 1024;
const INITIAL_PAGES = 256;
const MAX_PAGES = 768;

/** More than any script has: the budget while nothing of a script runs. */
const ENDLESS = 2 ** 31 - 1;
/** How many promise reactions run at a time. */
const JOBS = 1000;

const MAX_LOG_LINES = 100;
const MAX_LOG_CHARACTERS = 8192;

/** The script becomes the body of a function, so that `return` and `await` work in it, on the lines where they stand. */
const BEFORE = "(async function () {";
const AFTER = "\n})";
const FILE = "script.js";
const PLACE = /\bscript\.js:(\d+):(\d+)/;

/** Mock.js as a function. It takes the global object for a browser's where there is one, which a parameter hides. */
const MOCKJS = `(function (window, exports, module) {${mockjs}\n})`;

let instance;

/** The instance to run in, `{quickjs, memory, exports}`. It has to be used at once: the next script may spoil it. */
async function quickjs(wasm) {
  for (;;) {
    instance ??= instantiate(wasm).catch((error) => {
      instance = undefined;
      throw error;
    });
    const held = await instance;
    // While this waited, another script may have had it.
    if (!held.isSpoiled) return held;
  }
}

async function instantiate(wasm) {
  const made = { memory: new WebAssembly.Memory({ initial: INITIAL_PAGES, maximum: MAX_PAGES }) };
  const options = {
    wasmMemory: made.memory,
    instantiateWasm(imports, use) {
      const wasmInstance = new WebAssembly.Instance(wasm, imports);
      made.exports = wasmInstance.exports;
      use(wasmInstance);
    },
    // What QuickJS prints when it gives up is of no use to anybody.
    print() {},
    printErr() {},
  };
  const variant = {
    type: "sync",
    importFFI: async () => QuickJSFFI,
    importModuleLoader: async () => (extensions) => loadModule({ ...extensions, ...options }),
  };
  made.quickjs = await newQuickJSWASMModuleFromVariant(variant);
  return made;
}

/**
 * Runs a script. `input` is the JSON of a `ScriptInput`, the result that of what `script::Outcome` reads: `{ok: true, result}` or
 * `{ok: false, kind, message, line, column}`, and `logs` with both.
 */
export async function runScript(wasm, input) {
  const { source, ...environment } = JSON.parse(input);
  return JSON.stringify(new Run(await quickjs(wasm), source).run(JSON.stringify(environment)));
}

/** Whether a script can be read: `null`, or `{message, line, column}` as JSON. */
export async function checkScript(wasm, source) {
  const outcome = new Run(await quickjs(wasm), source).check();
  return JSON.stringify(outcome.ok ? null : outcome);
}

/** Ends a run. What there is to tell is in the run, or in the message. */
class Ended extends Error {}

class Run {
  constructor(held, source) {
    this.held = held;
    this.source = source;
    this.logs = [];
    this.logged = 0;
    this.thrown = { name: "", message: "", stack: "" };
    /** Below this, QuickJS is asked to stop. */
    this.limit = RESERVE;
    this.isOutOfBudget = false;
    this.isFinishing = false;
  }

  /** Runs the script with everything around it. */
  run(environment) {
    return this.within((context, keep) => {
      const { runtime } = context;
      const must = ({ value, error }) => {
        if (!error) return keep(value);
        keep(error);
        // Telling what went wrong takes room and time, which the script has used up perhaps.
        runtime.setMemoryLimit(MEMORY + MEMORY / 4);
        this.limit = 0;
        const told = context.callFunction(describe, context.undefined, error);
        keep(told.error ?? told.value);
        throw new Ended();
      };
      const host = keep(
        context.newFunction("host", (operation, text) => {
          try {
            return this.serve(context, context.getString(operation), text);
          } catch (error) {
            // The library would go on in wasm with this as an error of the script. After a trap nothing may go on.
            this.held.exports.fuel.value = -1;
            this.broken ??= error;
            throw error;
          }
        }),
      );
      const start = keep(context.unwrapResult(context.evalCode(guest, "guest.js", { type: "global" })));
      const tools = keep(context.unwrapResult(context.callFunction(start, context.undefined, host, keep(context.newString(environment)))));
      const describe = keep(context.getProp(tools, "describe"));
      const finish = keep(context.getProp(tools, "finish"));

      const script = must(context.evalCode(BEFORE + this.source + AFTER, FILE, { type: "global" }));
      this.isRunning = true;
      const promise = must(context.callFunction(script, context.undefined));
      while (runtime.hasPendingJob()) must(runtime.executePendingJobs(JOBS));
      const state = context.getPromiseState(promise);
      if (state.type === "pending") {
        this.thrown.message = "the script waits for a promise that nothing settles";
        throw new Ended();
      }
      must(state.type === "rejected" ? { error: state.error } : { value: state.value });
      this.isFinishing = true;
      must(context.callFunction(finish, context.undefined));
    });
  }

  /** Reads the script without running it. */
  check() {
    return this.within((context, keep) => {
      const { value, error } = context.evalCode(BEFORE + this.source + AFTER, FILE, { type: "global", compileOnly: true });
      keep(value ?? error);
      if (!error) return;
      const text = (name) => context.getString(keep(context.getProp(error, name)));
      this.thrown = { name: text("name"), message: text("message"), stack: text("stack") };
      throw new Ended();
    });
  }

  /** A new context with limits, for one use. Whatever happens in it, there is an outcome. */
  within(use) {
    const { quickjs, memory, exports } = this.held;
    const handles = [];
    const keep = (handle) => {
      handles.push(handle);
      return handle;
    };
    let isSound = false;
    let failure;
    try {
      exports.fuel.value = BUDGET + RESERVE;
      const runtime = quickjs.newRuntime();
      runtime.setMemoryLimit(MEMORY);
      runtime.setMaxStackSize(STACK);
      runtime.setInterruptHandler(() => {
        const stop = exports.fuel.value < this.limit;
        this.isOutOfBudget ||= stop;
        return stop;
      });
      const context = runtime.newContext();
      try {
        use(context, keep);
      } catch (error) {
        failure = this.broken ?? error;
        this.isOutOfBudget ||= exports.fuel.value < 0 && !this.broken;
      }
      // After a trap the instance is in the middle of something.
      if (!failure || failure instanceof Ended) {
        exports.fuel.value = ENDLESS;
        for (const handle of handles) if (handle.alive) handle.dispose();
        context.dispose();
        runtime.dispose();
        isSound = memory.buffer.byteLength === INITIAL_PAGES * PAGE;
      }
    } catch (error) {
      failure ??= error;
    }
    if (!isSound) {
      this.held.isSpoiled = true;
      instance = undefined;
    }
    const outcome = failure || this.isOutOfBudget ? this.failed(failure, memory) : { ok: true, result: this.result };
    return { ...outcome, logs: this.logs };
  }

  /** What the guest asks of the host. `text` is JSON of strings and numbers that the guest put together. */
  serve(context, operation, text) {
    if (operation === "mockjs") return context.evalCode(MOCKJS, "mockjs", { type: "global" });
    const told = JSON.parse(context.getString(text));
    if (operation === "log") this.log(told);
    if (operation === "error") this.thrown = told;
    if (operation === "place") this.place = told;
    if (operation === "result") this.result = { ...told, body: told.body?.toWellFormed() ?? null };
  }

  log({ level, text }) {
    if (this.logs.length >= MAX_LOG_LINES || this.logged >= MAX_LOG_CHARACTERS) return;
    const room = MAX_LOG_CHARACTERS - this.logged;
    const shown = text.length > room ? `${text.slice(0, room)}…` : text;
    this.logs.push({ level, text: shown.toWellFormed() });
    this.logged += text.length + 1;
  }

  failed(failure, memory) {
    const { name, message, stack } = this.thrown;
    const text = name && message ? `${name}: ${message}` : message || name;
    const kind = this.kind(failure, memory);
    if (kind === "syntax" && this.endsEarly(stack)) {
      return { ok: false, kind, message: "SyntaxError: the brackets, braces or quotes of the script do not pair up" };
    }
    const [line, column] = this.position(this.place ?? stack);
    return { ok: false, kind, message: text.toWellFormed(), line, column };
  }

  kind(failure, memory) {
    const { name, message } = this.thrown;
    if (this.isOutOfBudget) return "time";
    if (failure && !(failure instanceof Ended)) {
      if (failure instanceof RangeError) return "stack";
      return memory.buffer.byteLength === MAX_PAGES * PAGE ? "memory" : "crash";
    }
    if (name === "InternalError" && /^out of memory|too long$/.test(message)) return "memory";
    if (name === "InternalError" && message === "stack overflow") return "stack";
    if (!this.isRunning) return "syntax";
    return this.isFinishing ? "result" : "error";
  }

  /** Line and column, from 1, of the innermost place in the script that a stack names. */
  position(stack) {
    const found = PLACE.exec(stack);
    if (!found) return [];
    const [line, column] = [Number(found[1]), Number(found[2])];
    if (line > 1) return [line, column];
    // QuickJS names the beginning of a function where it knows no better: here, that is none of the script's.
    return column > BEFORE.length ? [line, column - BEFORE.length] : [];
  }

  /** Whether reading failed behind the last line of the script. */
  endsEarly(stack) {
    return Number(PLACE.exec(stack)?.[1]) > this.source.split("\n").length;
  }
}
