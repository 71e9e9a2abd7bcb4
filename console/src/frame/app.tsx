import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { forgetAll } from "../api/cache.ts";
import { ask } from "../api/client.ts";
import { ApiError, messageOf } from "../api/error.ts";
import type { Me } from "../api/types.ts";
import { Button } from "../components/button.tsx";
import { Confirmations } from "../components/confirm.tsx";
import { Skeleton } from "../components/loading.tsx";
import { Notice } from "../components/notice.tsx";
import { Toasts } from "../components/toast.tsx";
import { SignIn } from "../pages/sign-in.tsx";
import { beginSession, useSession } from "../session/session.ts";
import { Page } from "./page.tsx";

/** Everything: who is not signed in signs in first, at whatever address. */
export function App(): JSX.Element {
  const session = useSession();
  useEffect(() => {
    if (!session.token) forgetAll();
  }, [session.token]);
  return (
    <>
      {!session.token ? <SignIn ended={session.ended} /> : session.me ? <Page me={session.me} /> : <Resume token={session.token} />}
      <Confirmations />
      <Toasts />
    </>
  );
}

/** After a reload: the tab still has its token, and what it may is asked again. */
function Resume({ token }: { token: string }): JSX.Element {
  const [failure, setFailure] = useState<string>();
  const resume = async () => {
    setFailure(undefined);
    try {
      beginSession(token, await ask<Me>("GET", "/me"));
    } catch (error) {
      // A refusal has ended the session already.
      if (!(error instanceof ApiError && error.status === 401)) setFailure(messageOf(error));
    }
  };
  useEffect(() => void resume(), []);
  return (
    <main class="resume">
      <h1 class="visually-hidden">edgemock</h1>
      {failure ? (
        <Notice tone="bad" title="The console cannot start" action={<Button icon="refresh" onClick={() => void resume()}>Try again</Button>}>
          {failure}
        </Notice>
      ) : (
        <Skeleton />
      )}
    </main>
  );
}
