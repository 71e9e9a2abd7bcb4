import type { ComponentChildren, JSX } from "preact";
import { Button } from "./button.tsx";
import { Notice } from "./notice.tsx";

/** Somebody else changed what is being edited: nothing was written, what was typed is still there, and the person decides. */
export function Conflict({ children, busy, onMine, onTheirs }: { children?: ComponentChildren; busy?: boolean; onMine: () => void; onTheirs: () => void }): JSX.Element {
  return (
    <Notice
      tone="bad"
      title="Somebody changed this while you were editing"
      action={
        <div class="row">
          <Button onClick={onTheirs} disabled={busy ?? false}>
            Take theirs
          </Button>
          <Button tone="primary" busy={busy ?? false} onClick={onMine}>
            Save mine
          </Button>
        </div>
      }
    >
      <p>Nothing was saved yet; what you changed is still here.</p>
      {children}
    </Notice>
  );
}
