import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { request } from "../api/client.ts";
import { ApiError } from "../api/error.ts";
import type { Me } from "../api/types.ts";
import { Button } from "../components/button.tsx";
import { TextField } from "../components/field.tsx";
import { Form, FormError, useSubmission } from "../components/form.tsx";
import { Marked } from "../components/marked.tsx";
import { Notice } from "../components/notice.tsx";
import { toast } from "../components/toast.tsx";
import { beginSession } from "../session/session.ts";

/** Asks for an access token and has the server check it. */
export function SignIn({ ended }: { ended: string | undefined }): JSX.Element {
  const [token, setToken] = useState("");
  const [missing, setMissing] = useState(false);
  const submission = useSubmission();
  const signIn = () =>
    submission.send(async () => {
      const presented = token.trim();
      setMissing(!presented);
      if (!presented) return;
      // What cannot stand in a header would not even be sent.
      if (!/^[\x21-\x7e]+$/.test(presented)) throw new ApiError("An access token has only letters, digits and signs. Copy it again, without what stands around it.", 401);
      const { data } = await request<Me>("GET", "/me", { token: presented });
      if (data.readOnly) toast("This token is read-only: you see everything and change nothing.");
      beginSession(presented, data);
    });
  const refused = submission.rest?.status === 401 ? submission.rest.message : undefined;
  return (
    <main class="sign-in">
      <div class="sign-in-card">
        <svg width="40" height="40" viewBox="0 0 32 32" aria-hidden="true" class="brand-mark">
          <rect width="32" height="32" rx="8" />
          <path d="M9 10.5h14M9 16h9M9 21.5h14" />
          <circle cx="23" cy="16" r="2" />
        </svg>
        <h1>Sign in to edgemock</h1>
        {ended && !submission.rest && (
          <Notice tone="warn" title="You were signed out">
            <Marked text={ended} />
          </Notice>
        )}
        <Form onSubmit={() => void signIn()}>
          <TextField
            label="Access token"
            type="password"
            mono
            value={token}
            onInput={(value) => {
              setToken(value);
              setMissing(false);
            }}
            autocomplete="current-password"
            placeholder="emk_…"
            error={missing ? "Enter an access token." : refused}
          />
          {!refused && <FormError of={submission} />}
          <Button type="submit" tone="primary" busy={submission.busy}>
            Sign in
          </Button>
        </Form>
        <p class="hint">
          The token stays in this tab and is forgotten when you close it. The first one is the deployment's <code>ADMIN_TOKEN</code>; locally it is in <code>.dev.vars</code>, and <code>npm start</code> prints it.
        </p>
      </div>
    </main>
  );
}
