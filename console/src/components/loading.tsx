import type { ComponentChildren, JSX } from "preact";
import type { Loaded } from "../api/cache.ts";
import { Button } from "./button.tsx";
import { Marked } from "./marked.tsx";
import { Notice } from "./notice.tsx";

/** Stands where something is on its way. It appears only after a moment, so that fast answers do not flicker. */
export function Skeleton({ rows = 3 }: { rows?: number }): JSX.Element {
  return (
    <div class="skeleton" role="status">
      <span class="visually-hidden">Loading</span>
      {Array.from({ length: rows }, (_, index) => (
        <div key={index} class="skeleton-row" />
      ))}
    </div>
  );
}

/** Why something cannot be shown, with a way to try again. */
export function LoadError<T>({ of: loaded, what }: { of: Loaded<T>; what: string }): JSX.Element | null {
  if (!loaded.error) return null;
  return (
    <Notice
      tone="bad"
      title={loaded.data === undefined ? `${what} cannot be shown` : `${what} may be out of date`}
      action={
        <Button small icon="refresh" busy={loaded.loading} onClick={() => void loaded.reload()}>
          Try again
        </Button>
      }
    >
      <Marked text={loaded.error.message} />
    </Notice>
  );
}

/** Shows what was loaded; before that a skeleton, and a fault with a way to try again. `what` names it: "The projects". */
export function Show<T>({ of: loaded, what, rows, children }: { of: Loaded<T>; what: string; rows?: number; children: (data: T) => ComponentChildren }): JSX.Element {
  return (
    <>
      <LoadError of={loaded} what={what} />
      {loaded.data !== undefined ? children(loaded.data) : !loaded.error && <Skeleton rows={rows ?? 3} />}
    </>
  );
}
