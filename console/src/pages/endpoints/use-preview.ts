import { useEffect, useState } from "preact/hooks";
import { ask } from "../../api/client.ts";
import { ApiError, messageOf } from "../../api/error.ts";

/** How long a person has to pause before a preview is asked for, in milliseconds. */
const PAUSE = 350;

export interface Previewed<T> {
  data: T | undefined;
  error: ApiError | undefined;
  busy: boolean;
}

/** Asks for a preview whenever `body` has been the same for a moment; `undefined` asks for none. The last one stays until then. */
export function usePreview<T>(path: string, body: unknown): Previewed<T> {
  const [shown, setShown] = useState<Previewed<T>>({ data: undefined, error: undefined, busy: false });
  const key = body === undefined ? undefined : JSON.stringify(body);
  useEffect(() => {
    if (key === undefined) return setShown((before) => ({ ...before, busy: false }));
    const abort = new AbortController();
    setShown((before) => ({ ...before, busy: true }));
    const timer = setTimeout(async () => {
      try {
        const data = await ask<T>("POST", path, { body: JSON.parse(key) as unknown, signal: abort.signal });
        if (!abort.signal.aborted) setShown({ data, error: undefined, busy: false });
      } catch (error) {
        if (!abort.signal.aborted) setShown(({ data }) => ({ data, error: error instanceof ApiError ? error : new ApiError(messageOf(error), 0), busy: false }));
      }
    }, PAUSE);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [path, key]);
  return shown;
}
