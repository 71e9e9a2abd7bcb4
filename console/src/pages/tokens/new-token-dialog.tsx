import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { invalidate } from "../../api/cache.ts";
import { ask } from "../../api/client.ts";
import type { AccessToken, Project } from "../../api/types.ts";
import { Button } from "../../components/button.tsx";
import { CopyButton } from "../../components/copy-button.tsx";
import { Dialog, DialogActions, SubmitActions } from "../../components/dialog.tsx";
import { Form, FormError, useSubmission } from "../../components/form.tsx";
import { Notice } from "../../components/notice.tsx";
import { TokenFields, type TokenDraft } from "./token-fields.tsx";
import { VALIDITIES, validityFields } from "./validity.ts";

/** Creates a token, and shows it the only time it can be seen. */
export function NewTokenDialog({ projects, onClose }: { projects: Project[]; onClose: () => void }): JSX.Element {
  const [draft, setDraft] = useState<TokenDraft>({ name: "", validity: "90", date: "", readOnly: false, projects: null });
  const [made, setMade] = useState<AccessToken & { token: string }>();
  const submission = useSubmission();
  const create = () =>
    submission.send(async () => {
      const { name, readOnly, projects: reach, validity, date } = draft;
      setMade(await ask("POST", "/access-tokens", { body: { name, readOnly, ...(reach && { projects: reach }), ...validityFields(validity, date) } }));
      invalidate("/access-tokens");
    });
  if (made) return <Made token={made} onClose={onClose} />;
  return (
    <Dialog title="New access token" onClose={onClose} mayClose={!submission.busy}>
      <Form onSubmit={() => void create()}>
        <TokenFields draft={draft} onChange={setDraft} validities={VALIDITIES} projects={projects} submission={submission} />
        <FormError of={submission} />
        <SubmitActions action="Create token" busy={submission.busy} onCancel={onClose} />
      </Form>
    </Dialog>
  );
}

function Made({ token, onClose }: { token: AccessToken & { token: string }; onClose: () => void }): JSX.Element {
  return (
    <Dialog title={`“${token.name}” is ready`} onClose={onClose}>
      <Notice tone="warn" title="Copy it now">
        It is shown this once: edgemock keeps no more than its hash. Who loses it gets a new one.
      </Notice>
      <code class="secret">{token.token}</code>
      <DialogActions>
        <Button onClick={onClose}>I have it, close</Button>
        <CopyButton text={token.token} tone="primary" small={false}>
          Copy token
        </CopyButton>
      </DialogActions>
    </Dialog>
  );
}
