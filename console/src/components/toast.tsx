import type { JSX } from "preact";
import { useEffect, useReducer } from "preact/hooks";
import { Button } from "./button.tsx";
import { Icon } from "./icon.tsx";

type Kind = "good" | "bad";
interface Toast {
  id: number;
  text: string;
  kind: Kind;
}

/** How long a good one stays, in milliseconds. A bad one stays until it is closed. */
const SHOWN = 4000;

let toasts: Toast[] = [];
let next = 1;
let redrawAll: () => void = () => undefined;

function drop(id: number): void {
  toasts = toasts.filter((one) => one.id !== id);
  redrawAll();
}

/** Says that something happened, in the corner. Faults that belong to a field or a page are told there instead. */
export function toast(text: string, kind: Kind = "good"): void {
  const id = next++;
  toasts = [...toasts.filter((one) => one.text !== text).slice(-3), { id, text, kind }];
  redrawAll();
  if (kind === "good") setTimeout(() => drop(id), SHOWN);
}

/** Where toasts appear; there is one, in the frame. */
export function Toasts(): JSX.Element {
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    redrawAll = () => redraw(0);
    return () => void (redrawAll = () => undefined);
  }, []);
  return (
    <div class="toasts" role="status" aria-live="polite">
      {toasts.map(({ id, text, kind }) => (
        <div key={id} class={`toast toast-${kind}`}>
          <Icon name={kind === "good" ? "check" : "alert"} />
          <span>{text}</span>
          <Button tone="quiet" small icon="close" label="Close message" onClick={() => drop(id)} />
        </div>
      ))}
    </div>
  );
}
