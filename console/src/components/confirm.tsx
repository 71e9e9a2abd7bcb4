import type { ComponentChildren, JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { Button } from "./button.tsx";
import { Dialog, DialogActions } from "./dialog.tsx";

/** A question before something that cannot easily be taken back. */
export interface Question {
  title: string;
  /** What will happen, plainly. */
  body: ComponentChildren;
  /** The button that does it: a verb and what it is about. */
  action: string;
  cancel?: string;
  danger?: boolean;
}

interface Asked extends Question {
  answer: (yes: boolean) => void;
}

let show: ((asked: Asked | undefined) => void) | undefined;

/** Asks once; `true` where the person wants it. */
export function confirm(question: Question): Promise<boolean> {
  return new Promise((answer) => show?.({ ...question, answer }));
}

/** Where questions appear; there is one, in the frame. */
export function Confirmations(): JSX.Element | null {
  const [asked, setAsked] = useState<Asked>();
  useEffect(() => {
    show = setAsked;
    return () => void (show = undefined);
  }, []);
  if (!asked) return null;
  const answer = (yes: boolean) => {
    setAsked(undefined);
    asked.answer(yes);
  };
  return (
    <Dialog title={asked.title} onClose={() => answer(false)}>
      <div class="stack">{asked.body}</div>
      <DialogActions>
        <Button onClick={() => answer(false)} data-autofocus>
          {asked.cancel ?? "Cancel"}
        </Button>
        <Button tone={asked.danger ? "danger" : "primary"} onClick={() => answer(true)}>
          {asked.action}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
