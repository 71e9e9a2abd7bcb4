// The memory that JavaScript takes in a local Worker, asked of its debugger again and again.
import { setTimeout as sleep } from "node:timers/promises";

/** Milliseconds between two questions. The Worker answers them between its own turns only. */
const INTERVAL_MS = 5;

/**
 * Watches the Worker whose debugger listens on `port`. `stop()` ends that and gives the most bytes that there were: the heap
 * as V8 reserved it, and buffers outside of it. The memory of wasm is in neither. What nobody holds any more is collected before
 * each question: without a limit V8 leaves it for long, and the same import then took 37 MB or 74.
 */
export async function watchJavaScript(port) {
  const targets = await (await fetch(`http://127.0.0.1:${port}/json`)).json();
  const socket = new WebSocket(targets.find(({ id }) => id.includes("edgemock")).webSocketDebuggerUrl);
  await new Promise((resolve, reject) => {
    socket.onopen = resolve;
    socket.onerror = () => reject(new Error("the debugger does not answer"));
  });
  let [most, stopped, answered] = [0, false, undefined];
  socket.onmessage = ({ data }) => {
    const { result } = JSON.parse(data);
    if (!result?.totalSize) return;
    most = Math.max(most, result.totalSize + (result.backingStorageSize ?? 0));
    answered();
  };
  const watching = (async () => {
    for (let id = 1; !stopped; id += 1) {
      const answer = new Promise((resolve) => (answered = resolve));
      socket.send(JSON.stringify({ id: -id, method: "HeapProfiler.collectGarbage" }));
      socket.send(JSON.stringify({ id, method: "Runtime.getHeapUsage" }));
      await answer;
      await sleep(INTERVAL_MS);
    }
    socket.close();
  })();
  return {
    async stop() {
      stopped = true;
      await watching;
      return most;
    },
  };
}
