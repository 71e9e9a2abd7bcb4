import type { ComponentChildren, JSX, TargetedKeyboardEvent, TargetedPointerEvent } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { Icon } from "../../components/icon.tsx";
import { classes } from "../../lib/classes.ts";
import { reordered } from "../../mock/order.ts";

interface ReorderListProps<T> {
  label: string;
  items: T[];
  keyOf: (item: T) => number;
  nameOf: (item: T) => string;
  disabled: boolean;
  /** The last order is being sent: another one waits until that is done. */
  busy: boolean;
  /** The new order, once a person has settled on it. */
  onOrder: (items: T[]) => void;
  children: (item: T) => ComponentChildren;
}

/** A list whose items have a handle: dragged, or moved with the arrow keys while it has the focus. */
export function ReorderList<T>({ label, items, keyOf, nameOf, disabled, busy, onOrder, children }: ReorderListProps<T>): JSX.Element {
  const [order, setOrder] = useState(items);
  const [dragged, setDragged] = useState<number>();
  const [said, setSaid] = useState("");
  const list = useRef<HTMLUListElement>(null);
  const focus = useRef<number | undefined>(undefined);
  const start = useRef<T[]>(items);
  const waiting = useRef<T[] | undefined>(undefined);
  useEffect(() => {
    const next = waiting.current;
    if (busy) return;
    waiting.current = undefined;
    if (next) onOrder(next);
    else setOrder(items);
  }, [items, busy]);
  const settle = (next: T[]) => {
    if (busy) waiting.current = next;
    else onOrder(next);
  };
  useEffect(() => {
    if (focus.current === undefined) return;
    list.current?.querySelector<HTMLElement>(`[data-handle="${focus.current}"]`)?.focus();
    focus.current = undefined;
  });

  const move = (from: number, to: number): T[] | undefined => {
    const item = order[from];
    if (to < 0 || to >= order.length || to === from || item === undefined) return undefined;
    const next = reordered(order, from, to);
    setOrder(next);
    setSaid(`${nameOf(item)} is now ${to + 1} of ${order.length}.`);
    return next;
  };
  const keyed = (event: TargetedKeyboardEvent<HTMLButtonElement>, at: number) => {
    const to = { ArrowUp: at - 1, ArrowDown: at + 1, Home: 0, End: order.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const next = move(at, to);
    if (!next) return;
    const item = order[at];
    if (item !== undefined) focus.current = keyOf(item);
    settle(next);
  };
  const pressed = (event: TargetedPointerEvent<HTMLButtonElement>, at: number) => {
    if (event.button !== 0 || disabled) return;
    const item = order[at];
    if (item === undefined) return;
    const key = keyOf(item);
    start.current = order;
    let now = order;
    setDragged(key);
    const moves = (moved: PointerEvent) => {
      const rows = [...(list.current?.children ?? [])];
      const from = now.findIndex((one) => keyOf(one) === key);
      const to = rows.findIndex((row) => {
        const box = row.getBoundingClientRect();
        return moved.clientY >= box.top && moved.clientY < box.bottom;
      });
      if (to < 0 || to === from) return;
      now = reordered(now, from, to);
      setOrder(now);
    };
    const ends = (ended: PointerEvent | KeyboardEvent) => {
      if (ended instanceof KeyboardEvent && ended.key !== "Escape") return;
      removeEventListener("pointermove", moves);
      for (const name of ["pointerup", "pointercancel", "keydown"] as const) removeEventListener(name, ends as EventListener);
      setDragged(undefined);
      if (ended.type !== "pointerup") return setOrder(start.current);
      if (now !== start.current) {
        setSaid(`${nameOf(item)} is now ${now.indexOf(item) + 1} of ${now.length}.`);
        settle(now);
      }
    };
    addEventListener("pointermove", moves);
    for (const name of ["pointerup", "pointercancel", "keydown"] as const) addEventListener(name, ends as EventListener);
  };

  return (
    <>
      <p class="visually-hidden" role="status">
        {said}
      </p>
      <ul class="reorder" aria-label={label} ref={list}>
        {order.map((item, at) => (
          <li key={keyOf(item)} class={classes("reorder-item", dragged === keyOf(item) && "reorder-dragged")}>
            <button
              type="button"
              class="reorder-handle"
              data-handle={keyOf(item)}
              disabled={disabled || order.length < 2}
              aria-label={`Move ${nameOf(item)}, ${at + 1} of ${order.length}: arrow keys`}
              title="Drag, or use the arrow keys"
              onKeyDown={(event) => keyed(event, at)}
              onPointerDown={(event) => pressed(event, at)}
            >
              <Icon name="drag" />
            </button>
            {children(item)}
          </li>
        ))}
      </ul>
    </>
  );
}
