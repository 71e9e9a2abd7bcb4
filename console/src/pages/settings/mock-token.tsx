import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { messageOf } from "../../api/error.ts";
import { Button } from "../../components/button.tsx";
import { confirm } from "../../components/confirm.tsx";
import { CopyButton } from "../../components/copy-button.tsx";
import { Dialog, SubmitActions } from "../../components/dialog.tsx";
import { TextField } from "../../components/field.tsx";
import { Form, FormError, useSubmission } from "../../components/form.tsx";
import { toast } from "../../components/toast.tsx";
import { changeSettings } from "./change.ts";

/** The token that callers of the mock send: shown on demand, copied, made anew or chosen. */
export function MockToken({ project, token, disabled }: { project: string; token: string; disabled: boolean }): JSX.Element {
  const [shown, setShown] = useState(false);
  const [choosing, setChoosing] = useState(false);
  const [busy, setBusy] = useState(false);
  const rotate = async () => {
    const sure = await confirm({
      title: "Make a new mock token?",
      body: <p>Callers that send the present token are refused from then on, until they get the new one. The present one cannot be brought back unless you keep a copy.</p>,
      action: "Make a new token",
      danger: true,
    });
    if (!sure) return;
    setBusy(true);
    try {
      await changeSettings(project, { rotateToken: true });
      toast("The mock has a new token");
    } catch (error) {
      toast(`The token stays. ${messageOf(error)}`, "bad");
    }
    setBusy(false);
  };
  return (
    <div class="stack-tight">
      <h3>Mock token</h3>
      <p class="hint">
        In the query, as a header or as a form field: <code>?apidogToken=…</code>
      </p>
      <div class="copy-line">
        <code>{shown ? token : "•".repeat(Math.min(token.length, 24))}</code>
        <Button tone="quiet" small icon="eye" label={shown ? "Hide mock token" : "Show mock token"} aria-pressed={shown} onClick={() => setShown(!shown)} />
        <CopyButton text={token} label="Copy mock token" />
      </div>
      <div class="row">
        <Button small icon="refresh" busy={busy} disabled={disabled} onClick={() => void rotate()}>
          Rotate token
        </Button>
        <Button small icon="edit" disabled={disabled} onClick={() => setChoosing(true)}>
          Use my own
        </Button>
      </div>
      {choosing && <ChooseToken project={project} onClose={() => setChoosing(false)} />}
    </div>
  );
}

/** For a token that callers have already, e.g. the one that the project has at Apidog. */
function ChooseToken({ project, onClose }: { project: string; onClose: () => void }): JSX.Element {
  const [token, setToken] = useState("");
  const submission = useSubmission();
  const save = () =>
    submission.send(async () => {
      await changeSettings(project, { token });
      toast("The mock has a new token");
      onClose();
    });
  return (
    <Dialog title="Use my own mock token" onClose={onClose} mayClose={!submission.busy}>
      <Form onSubmit={() => void save()}>
        <TextField
          label="Mock token"
          hint="8 to 128 letters, digits and signs. With the one that the project has at Apidog, callers change nothing but the host. It takes the place of the present token."
          mono
          value={token}
          onInput={setToken}
          error={submission.errorAt("token")}
          autofocus
        />
        <FormError of={submission} />
        <SubmitActions action="Use this token" busy={submission.busy} onCancel={onClose} />
      </Form>
    </Dialog>
  );
}
