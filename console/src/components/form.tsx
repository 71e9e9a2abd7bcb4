import type { ComponentChildren, JSX } from "preact";
import { useRef, useState } from "preact/hooks";
import { ApiError, messageOf } from "../api/error.ts";
import { Marked } from "./marked.tsx";
import { Notice } from "./notice.tsx";

/** Sending something, and what was wrong with it. */
export interface Submission {
  busy: boolean;
  /** The fault of the field with this name in the request body, e.g. `name` or `projects/0`. */
  errorAt: (...names: string[]) => string | undefined;
  /** What is about none of the fields that were asked for by `errorAt`. */
  rest: ApiError | undefined;
  /** Sends; `true` when it went well. */
  send: (work: () => Promise<void>) => Promise<boolean>;
  /** Forgets the fault. */
  clear: () => void;
}

/** Keeps what a form needs to know while it is sent. Faults land at their fields by the API's pointer. */
export function useSubmission(): Submission {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ApiError>();
  // Filled while rendering, by the fields that show their fault.
  const claimed = useRef(false);
  claimed.current = false;
  return {
    busy,
    errorAt: (...names) => {
      const found = error !== undefined && names.some((name) => error.pointer === `/${name}` || error.pointer.startsWith(`/${name}/`));
      if (found) claimed.current = true;
      return found ? error.message : undefined;
    },
    get rest() {
      return claimed.current ? undefined : error;
    },
    send: async (work) => {
      setBusy(true);
      setError(undefined);
      try {
        await work();
        return true;
      } catch (failure) {
        setError(failure instanceof ApiError ? failure : new ApiError(messageOf(failure), 0));
        return false;
      } finally {
        setBusy(false);
      }
    },
    clear: () => setError(undefined),
  };
}

/** A form that is sent with Enter. Put `<FormError>` behind its fields: it shows what they did not. */
export function Form({ onSubmit, children, label }: { onSubmit: () => void; children: ComponentChildren; label?: string }): JSX.Element {
  return (
    <form
      class="form"
      aria-label={label}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      {children}
    </form>
  );
}

/** What went wrong with a form, where no field of it is to blame. */
export function FormError({ of: submission }: { of: Submission }): JSX.Element | null {
  const error = submission.rest;
  return error ? <Notice tone="bad"><Marked text={error.message} /></Notice> : null;
}
