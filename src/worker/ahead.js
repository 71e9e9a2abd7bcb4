// Answers that were made ahead. Entering the wasm costs more than a small answer does, since what a request did before has pushed
// its code out of the processor's caches. So a request that comes again and again has many answers made in one go, and the
// next ones are sent from here. Each is sent once, and none after a second. `src/worker/edge/ahead.rs` says for which requests:
// those whose answer nothing but the description below decides.

/** How many different requests are watched, and how long their descriptions may be. */
const MOST = 256;
const LONGEST = 512;
/** Requests within a second before answers are made ahead. */
const FREQUENT = 4;
/** How many are made at once, at most: the first of them bring the code back into the caches, which costs more than the others do. */
const MOST_ANSWERS = 256;
/** Milliseconds after which nothing of it counts any more. */
const SPAN = 1000;
/** Stands between texts that cross at once; ahead.rs uses the same. */
const SEPARATOR = "\u001e";

/** ASCII is Latin-1 too, which the runtime reads in half the time. */
const LATIN1 = new TextDecoder("latin1");
const UTF8 = new TextDecoder();

const watched = new Map();
let asked;

/** Method, `Origin`, `Prefer` (each empty without one) and URL, each on a line. */
export function describe(request) {
  // Asked for once: each of these steps into the runtime shows in the time of a small answer.
  const { headers } = request;
  return `${request.method}\n${headers.get("Origin") ?? ""}\n${headers.get("Prefer") ?? ""}\n${request.url}`;
}

/** An answer that was made ahead, if there is one left. */
export function take(description) {
  const one = watched.get(description);
  if (one === undefined || one.texts.length === 0 || Date.now() >= one.until) return undefined;
  return new Response(one.texts.pop(), one.init);
}

/** How many answers to make ahead while this request is answered: twice as many as the last time, as they were used up. */
export function wanted(description) {
  const now = Date.now();
  asked = watched.get(description);
  if (asked === undefined || now >= asked.until) {
    if (description.length > LONGEST) return 0;
    if (watched.size >= MOST) watched.clear();
    asked = { texts: [], init: undefined, until: now + SPAN, requests: 0, answers: 0 };
    watched.set(description, asked);
  }
  asked.requests += 1;
  if (asked.requests < FREQUENT) return 0;
  asked.answers = Math.min(2 * asked.answers + 1, MOST_ANSWERS);
  return asked.answers;
}

/** Keeps answers to the request that `wanted` was asked for last. `bytes` is memory of the wasm: good for this call alone. */
export function keep(bytes, isAscii, init) {
  asked.texts = (isAscii ? LATIN1 : UTF8).decode(bytes).split(SEPARATOR);
  asked.init = init;
}

/** Drops all of them, after a change that was made in this isolate. */
export function forget() {
  watched.clear();
}
