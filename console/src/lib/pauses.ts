/** For how long work may keep the page from answering, in milliseconds. */
const AT_ONCE = 25;

/** Gives a function to be awaited between the steps of long work: now and then it lets the page do what waits. */
export function pauses(): () => Promise<void> | undefined {
  let since = performance.now();
  return () => {
    if (performance.now() - since < AT_ONCE) return undefined;
    return new Promise((resolve) =>
      setTimeout(() => {
        since = performance.now();
        resolve();
      }),
    );
  };
}
