// .dev.vars: the secrets of the local instance, read by `wrangler dev`. Never committed.
import { randomBytes } from "node:crypto";
import { appendFileSync, chmodSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { inProject } from "./project.mjs";
import { note } from "./report.mjs";

const FILE = inProject(".dev.vars");
const LINE = /^\s*ADMIN_TOKEN\s*=\s*["']?([^"'\n]+?)["']?\s*$/m;

/** The admin token of this local instance, made at random the first time. */
export function adminToken() {
  const present = existsSync(FILE) ? readFileSync(FILE, "utf8") : undefined;
  const token = present && LINE.exec(present)?.[1];
  if (token) return token;
  const made = randomBytes(24).toString("base64url");
  const line = `ADMIN_TOKEN="${made}"\n`;
  if (present === undefined) {
    writeFileSync(FILE, `# Secrets of the local instance. Delete this file for new ones; it is not committed.\n${line}`, { mode: 0o600 });
  } else {
    // A person's own file with other variables in it.
    appendFileSync(FILE, `${present.endsWith("\n") || present === "" ? "" : "\n"}${line}`);
    chmodSync(FILE, 0o600);
  }
  note("✓ Random ADMIN_TOKEN written to .dev.vars");
  return made;
}
