// Runs inside workerd, before the Worker's wasm: remembers the memories of the instances that are made. A memory of wasm never
// shrinks, so its size is the most that was ever used.
const memories = [];
WebAssembly.Instance = new Proxy(WebAssembly.Instance, {
  construct(target, args) {
    const instance = new target(...args);
    if (instance.exports.memory) memories.push(instance.exports.memory);
    return instance;
  },
});

/** Bytes of all wasm memories together. */
export const wasmBytes = () => memories.reduce((sum, memory) => sum + memory.buffer.byteLength, 0);
