import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { invalidate, useApi } from "../../api/cache.ts";
import { ask } from "../../api/client.ts";
import type { AccessToken, Project } from "../../api/types.ts";
import { Conflict } from "../../components/conflict.tsx";
import { Dialog, SubmitActions } from "../../components/dialog.tsx";
import { Form, FormError, useSubmission } from "../../components/form.tsx";
import { toast } from "../../components/toast.tsx";
import { date } from "../../lib/time.ts";
import { TokenFields, type TokenDraft } from "./token-fields.tsx";
import { VALIDITIES, validityFields } from "./validity.ts";

/** Changes name, validity and rights of a token. The token stays the same. */
export function TokenDialog({ token, projects, onClose }: { token: AccessToken; projects: Project[]; onClose: () => void }): JSX.Element {
  const [draft, setDraft] = useState<TokenDraft>({ name: token.name, validity: "keep", date: "", readOnly: token.readOnly, projects: token.projects });
  const submission = useSubmission();
  const current = token.expiresAt ? `until ${date(Date.parse(token.expiresAt) - 1)}` : "unlimited";
  // Read when the dialog opens, for its version.
  const latest = useApi<AccessToken>(`/access-tokens/${token.id}`);
  const change = (overwrite = false) =>
    submission.send(async () => {
      // Only what differs: what somebody else changed meanwhile stays.
      const body = {
        ...(draft.name !== token.name && { name: draft.name }),
        ...(draft.readOnly !== token.readOnly && { readOnly: draft.readOnly }),
        ...(JSON.stringify(draft.projects) !== JSON.stringify(token.projects) && { projects: draft.projects }),
        ...validityFields(draft.validity, draft.date),
      };
      await ask("PATCH", `/access-tokens/${token.id}`, { body, ifMatch: overwrite ? undefined : latest.etag });
      invalidate("/access-tokens");
      toast("Saved");
      onClose();
    });
  const takeTheirs = () => {
    invalidate("/access-tokens");
    onClose();
  };
  return (
    <Dialog title={`Change “${token.name}”`} onClose={onClose} mayClose={!submission.busy}>
      <Form onSubmit={() => void change()}>
        <TokenFields draft={draft} onChange={setDraft} validities={[{ value: "keep", label: `As it is: ${current}` }, ...VALIDITIES]} projects={projects} submission={submission} />
        {submission.rest?.isConflict ? <Conflict busy={submission.busy} onMine={() => void change(true)} onTheirs={takeTheirs} /> : <FormError of={submission} />}
        <SubmitActions action="Save" busy={submission.busy} onCancel={onClose} />
      </Form>
    </Dialog>
  );
}
