/**
 * A copy of `root` with `key` of the object at a JSON pointer set; `undefined` takes it away. `undefined` where there is no
 * object.
 */
export function withSet(root: unknown, pointer: string, key: string, value: unknown): unknown {
  const copy: unknown = structuredClone(root);
  let at: unknown = copy;
  for (const part of pointer.split("/").slice(1)) {
    if (typeof at !== "object" || at === null) return undefined;
    const name = part.replaceAll("~1", "/").replaceAll("~0", "~");
    if (!Object.hasOwn(at, name)) return undefined;
    at = (at as Record<string, unknown>)[name];
  }
  if (typeof at !== "object" || at === null || Array.isArray(at)) return undefined;
  if (value === undefined) delete (at as Record<string, unknown>)[key];
  else (at as Record<string, unknown>)[key] = value;
  return copy;
}
