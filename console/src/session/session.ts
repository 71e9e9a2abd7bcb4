import { useEffect, useReducer } from "preact/hooks";
import type { ApiError } from "../api/error.ts";
import type { Me } from "../api/types.ts";

/** Who is signed in. The token is kept for the tab alone: closing it forgets it. */
const TOKEN = "edgemock.token";

interface Session {
  token: string | null;
  /** What the token may; absent until the server said so. */
  me: Me | undefined;
  /** Why the last session ended, where it did not by the person's wish. */
  ended: string | undefined;
}

let session: Session = { token: sessionStorage.getItem(TOKEN), me: undefined, ended: undefined };
const listeners = new Set<() => void>();

function change(next: Session): void {
  session = next;
  if (next.token) sessionStorage.setItem(TOKEN, next.token);
  else sessionStorage.removeItem(TOKEN);
  for (const heard of [...listeners]) heard();
}

export function currentToken(): string | null {
  return session.token;
}

/** Begins a session with a token that the server has accepted. */
export function beginSession(token: string, me: Me): void {
  change({ token, me, ended: undefined });
}

/** Ends it because the server refuses the token: whoever is in the middle of something is told why. */
export function endSession(error: ApiError): void {
  if (session.token) change({ token: null, me: undefined, ended: error.message });
}

export function signOut(): void {
  change({ token: null, me: undefined, ended: undefined });
}

/** The session, kept up to date. */
export function useSession(): Session {
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    const heard = () => redraw(0);
    listeners.add(heard);
    return () => void listeners.delete(heard);
  }, []);
  return session;
}

/** Whether the token may change something: what it may not is shown, and disabled. */
export function useMayWrite(): boolean {
  return !useSession().me?.readOnly;
}
