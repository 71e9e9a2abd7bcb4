// A WebAssembly module that is the same on every machine and forever: what the time that V8 takes for another one is judged by.

const FUNCTIONS = 20_000;
/** Additions and multiplications in each. */
const OPERATIONS = 20;

function unsigned(value) {
  const bytes = [];
  do {
    const rest = value >>> 7;
    bytes.push((value & 127) | (rest ? 128 : 0));
    value = rest;
  } while (value);
  return bytes;
}

const section = (id, content) => [id, ...unsigned(content.length), ...content];

/** Functions of one argument that calculate, some 2 MB of code. */
export function calibrationWasm() {
  const parts = [[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]];
  // One type: i32 to i32.
  parts.push(section(1, [1, 0x60, 1, 0x7f, 1, 0x7f]));
  parts.push(section(3, [...unsigned(FUNCTIONS), ...new Array(FUNCTIONS).fill(0)]));
  const bodies = [unsigned(FUNCTIONS)];
  for (let at = 0; at < FUNCTIONS; at += 1) {
    // No locals; the argument, then: a constant, and add or multiply with the argument.
    const body = [0, 0x20, 0];
    for (let operation = 0; operation < OPERATIONS; operation += 1) {
      body.push(0x41, (at + operation) & 63, 0x6a, 0x20, 0, 0x6c);
    }
    body.push(0x0b);
    bodies.push(unsigned(body.length), body);
  }
  const code = bodies.flat();
  parts.push([10, ...unsigned(code.length)], code);
  return Buffer.from(parts.flat());
}
