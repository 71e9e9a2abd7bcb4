import type { MockRequest } from "./url.ts";

/** A text in single quotes of a POSIX shell. */
function quoted(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}

const sent = (request: MockRequest) => request.headers.filter(({ on, name }) => on && name.trim());

/** The request as a command of curl. */
export function curl(request: MockRequest): string {
  const parts = [`curl ${quoted(request.url)}`];
  const method = request.method.toUpperCase();
  if (method === "HEAD") parts.push("--head");
  else if (method !== (request.body === undefined ? "GET" : "POST")) parts.push(`--request ${method}`);
  for (const { name, value } of sent(request)) parts.push(`--header ${quoted(value ? `${name}: ${value}` : `${name};`)}`);
  if (request.body !== undefined) parts.push(`--data-raw ${quoted(request.body)}`);
  return parts.join(" \\\n  ");
}

/** The request as JavaScript that any browser and Node.js run. */
export function fetchCode(request: MockRequest): string {
  const method = request.method.toUpperCase();
  const lines: string[] = [];
  if (method !== "GET") lines.push(`method: ${JSON.stringify(method)},`);
  const headers = sent(request);
  if (headers.length) {
    lines.push("headers: {", ...headers.map(({ name, value }) => `  ${JSON.stringify(name)}: ${JSON.stringify(value)},`), "},");
  }
  if (request.body !== undefined) lines.push(`body: ${JSON.stringify(request.body)},`);
  const options = lines.length ? `, {\n${lines.map((line) => `  ${line}\n`).join("")}}` : "";
  return `const response = await fetch(${JSON.stringify(request.url)}${options});\nconsole.log(response.status, await response.text());`;
}
