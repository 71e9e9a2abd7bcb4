/** A list with the item at `from` moved to `to`. */
export function reordered<T>(items: readonly T[], from: number, to: number): T[] {
  const list = [...items];
  const [item] = list.splice(from, 1);
  if (item === undefined) return list;
  list.splice(Math.max(0, Math.min(list.length, to)), 0, item);
  return list;
}
