import { useCallback, useEffect, useReducer, useRef } from "preact/hooks";
import { request, type Answer } from "./client.ts";
import { ApiError } from "./error.ts";

/** Whoever shows what was read. */
interface Reader {
  redraw: () => void;
  reload: () => Promise<void>;
}

// What was read stays in memory for the tab, so that going back shows it at once while it is read again.
const answers = new Map<string, Answer<unknown>>();
const readers = new Map<string, Set<Reader>>();
/** Counts what is asked for and what is stored, so that an answer that was overtaken is known for it. */
let clock = 0;
/** When what is known of a path was asked for or stored. */
const since = new Map<string, number>();
/** What was asked for before is of another session. */
let began = 0;

/** Something read from the API, or on the way. */
export interface Loaded<T> {
  /** Absent until the first answer. */
  data: T | undefined;
  /** The version of `data`, where the API has one. */
  etag: string | undefined;
  meta: Answer<T>["meta"];
  /** Why the last attempt failed; `data` may still be there from before. */
  error: ApiError | undefined;
  loading: boolean;
  /** Reads it again. */
  reload: () => Promise<void>;
}

/** Reads `path` (after `/v1`) and keeps it up to date with what this tab changes; `null` reads nothing. */
export function useApi<T>(path: string | null): Loaded<T> {
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const state = useRef<{ path: string | null; error: ApiError | undefined; loading: boolean }>({ path: null, error: undefined, loading: false });
  if (state.current.path !== path) state.current = { path, error: undefined, loading: path !== null };

  const reload = useCallback(async () => {
    if (path === null) return;
    const mine = state.current;
    mine.loading = true;
    const asked = ++clock;
    try {
      const answer = await request<T>("GET", path);
      Object.assign(mine, { error: undefined, loading: false });
      if (asked > began && asked > (since.get(path) ?? 0)) put(path, answer, asked);
    } catch (error) {
      Object.assign(mine, { error: error instanceof ApiError ? error : new ApiError(String(error), 0), loading: false });
    }
    redraw(0);
  }, [path]);

  useEffect(() => {
    if (path === null) return;
    const reader: Reader = { redraw: () => redraw(0), reload };
    const known = readers.get(path) ?? new Set();
    readers.set(path, known.add(reader));
    void reload();
    return () => void known.delete(reader);
  }, [path, reload]);

  const known = path === null ? undefined : (answers.get(path) as Answer<T> | undefined);
  return { data: known?.data, etag: known?.etag, meta: known?.meta, error: state.current.error, loading: state.current.loading, reload };
}

/** Puts an answer in the place of what was read, after a change whose answer is the new state. */
export function store<T>(path: string, answer: Answer<T>): void {
  put(path, answer, ++clock);
}

function put(path: string, answer: Answer<unknown>, at: number): void {
  answers.set(path, answer);
  since.set(path, at);
  for (const reader of readers.get(path) ?? []) reader.redraw();
}

/** Has everything whose path begins so read again: now where it is shown, otherwise when it is next. */
export function invalidate(prefix: string): void {
  for (const path of answers.keys()) if (path.startsWith(prefix) && !readers.get(path)?.size) answers.delete(path);
  for (const [path, shown] of readers) {
    const [first] = shown;
    if (first && path.startsWith(prefix)) void first.reload();
  }
}

/** Forgets all: another session may not see it. */
export function forgetAll(): void {
  answers.clear();
  began = ++clock;
}
