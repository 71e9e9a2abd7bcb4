import type { ComponentChildren, JSX } from "preact";
import { useEffect, useId, useRef } from "preact/hooks";
import { classes } from "../lib/classes.ts";
import { Button } from "./button.tsx";

/** A window over the page. It is open while it is rendered; Escape, the cross and a click beside it call `onClose`. */
export function Dialog({ title, onClose, children, wide, mayClose = true }: { title: string; onClose: () => void; children: ComponentChildren; wide?: boolean; mayClose?: boolean }): JSX.Element {
  const ref = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => {
    const opener = document.activeElement;
    const dialog = ref.current;
    dialog?.showModal();
    const first = dialog?.querySelector<HTMLElement>("[data-autofocus], form input, form textarea, form select");
    first?.focus();
    return () => {
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    };
  }, []);
  return (
    <dialog
      ref={ref}
      class={classes("dialog", wide && "dialog-wide")}
      aria-labelledby={heading}
      onCancel={(event) => {
        event.preventDefault();
        if (mayClose) onClose();
      }}
      onMouseDown={(event) => event.target === ref.current && mayClose && onClose()}
    >
      <div class="dialog-body">
        <header class="dialog-header">
          <h2 id={heading}>{title}</h2>
          {mayClose && <Button tone="quiet" small icon="close" label="Close" onClick={onClose} />}
        </header>
        {children}
      </div>
    </dialog>
  );
}

/** The row of buttons at a dialog's end: what it is about comes last. */
export function DialogActions({ children }: { children: ComponentChildren }): JSX.Element {
  return <footer class="dialog-actions">{children}</footer>;
}

/** The same for a form: to give up, or to send it. */
export function SubmitActions({ action, busy, onCancel }: { action: string; busy: boolean; onCancel: () => void }): JSX.Element {
  return (
    <DialogActions>
      <Button onClick={onCancel} disabled={busy}>
        Cancel
      </Button>
      <Button type="submit" tone="primary" busy={busy}>
        {action}
      </Button>
    </DialogActions>
  );
}
