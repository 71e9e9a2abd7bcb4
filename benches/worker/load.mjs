// A small load generator: keep-alive connections over plain sockets, each sending the next request when an answer is complete.
// Node's own HTTP client costs more than the servers under test and would hide their difference. Answers that are not 200 and
// connections that break are failures.
import net from "node:net";

const HEAD_END = Buffer.from("\r\n\r\n");

/** Loads until V8 has compiled again what is hot, function by function: by requests, and at most for `seconds`. */
export async function warm(url, { connections, requests, seconds = 60 }) {
  let made = 0;
  for (const until = performance.now() + seconds * 1000; made < requests && performance.now() < until; ) {
    const loaded = await load(url, { connections, seconds: 1 });
    if (!loaded.requests) return;
    made += loaded.requests;
  }
}

/**
 * Loads `url`, or several of one server in turn, over `connections` for `seconds`. Gives `{requests, perSecond, failures, bytes,
 * latencies}` (sorted, in ms).
 */
export async function load(url, { connections, seconds }) {
  const urls = [url].flat().map((one) => new URL(one));
  const [{ hostname, port, host }] = urls;
  const requests = urls.map(({ pathname, search }) => Buffer.from(`GET ${pathname}${search} HTTP/1.1\r\nHost: ${host}\r\nAccept: application/json\r\n\r\n`));
  let next = 0;
  const request = () => requests[(next = (next + 1) % requests.length)];
  const total = { requests: 0, failures: 0, bytes: 0, latencies: [] };
  const began = performance.now();
  const until = began + seconds * 1000;
  await Promise.all(Array.from({ length: connections }, () => connection({ hostname, port, request, until, total })));
  const elapsed = (performance.now() - began) / 1000;
  total.latencies.sort((one, other) => one - other);
  return { ...total, perSecond: total.requests / elapsed };
}

/** One connection, from its first request to the one that passes `until`. */
function connection({ hostname, port, request, until, total }) {
  return new Promise((resolve) => {
    const socket = net.connect({ host: hostname, port: Number(port), noDelay: true });
    let pending = Buffer.alloc(0);
    let sent = 0;
    const send = () => {
      sent = performance.now();
      socket.write(request());
    };
    socket.on("connect", send);
    // A server that hangs up has failed; this connection is over.
    socket.on("error", () => (total.failures += 1));
    socket.on("close", resolve);
    socket.on("data", (chunk) => {
      pending = pending.length ? Buffer.concat([pending, chunk]) : chunk;
      const answer = complete(pending);
      if (!answer) return;
      const now = performance.now();
      pending = Buffer.alloc(0);
      total.requests += 1;
      total.bytes += answer.bytes;
      total.latencies.push(now - sent);
      if (answer.status !== 200) total.failures += 1;
      if (now < until) send();
      else socket.end();
    });
  });
}

/** `{status, bytes}` when `buffer` holds a whole answer: by Content-Length, or by the last chunk. */
function complete(buffer) {
  const headEnd = buffer.indexOf(HEAD_END);
  if (headEnd < 0) return undefined;
  const head = buffer.latin1Slice(0, headEnd);
  const status = Number(head.slice(9, 12));
  const body = buffer.length - headEnd - HEAD_END.length;
  const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1];
  if (length !== undefined) return body >= Number(length) ? { status, bytes: Number(length) } : undefined;
  return buffer.latin1Slice(-5) === "0\r\n\r\n" ? { status, bytes: body } : undefined;
}

/** The value below which `share` of the sorted `values` lie. */
export function quantile(values, share) {
  return values.length ? values[Math.min(values.length - 1, Math.floor(values.length * share))] : Number.NaN;
}
