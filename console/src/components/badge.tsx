import type { ComponentChildren, JSX } from "preact";

/** A word about a state. */
export function Badge({ tone = "plain", children }: { tone?: "plain" | "good" | "warn" | "bad" | "accent"; children: ComponentChildren }): JSX.Element {
  return <span class={`badge badge-${tone}`}>{children}</span>;
}

const COLOURED = new Set(["get", "post", "put", "patch", "delete", "head", "options"]);

/** An HTTP method in its colour. */
export function Method({ method }: { method: string }): JSX.Element {
  const name = method.toLowerCase();
  return <span class={`method ${COLOURED.has(name) ? `method-${name}` : ""}`}>{method.toUpperCase()}</span>;
}
