import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { invalidate } from "../../api/cache.ts";
import { ask } from "../../api/client.ts";
import { ApiError } from "../../api/error.ts";
import type { Project } from "../../api/types.ts";
import { Dialog, SubmitActions } from "../../components/dialog.tsx";
import { TextField } from "../../components/field.tsx";
import { Form, FormError, useSubmission } from "../../components/form.tsx";
import { navigate } from "../../router/router.ts";

/** Asks for a name and creates a project; the import is the next step. */
export function CreateProject({ onClose }: { onClose: () => void }): JSX.Element {
  const [name, setName] = useState("");
  const [id, setId] = useState("");
  const submission = useSubmission();
  const create = () =>
    submission.send(async () => {
      const wanted = id.trim();
      if (wanted && !/^\d{1,16}$/.test(wanted)) throw new ApiError("A project's id has digits only.", 422, "422001", "/id");
      const project = await ask<Project>("POST", "/projects", { body: { name, ...(wanted && { id: Number(wanted) }) } });
      invalidate("/projects");
      onClose();
      navigate(`/projects/${project.id}/import`);
    });
  return (
    <Dialog title="New project" onClose={onClose} mayClose={!submission.busy}>
      <Form onSubmit={() => void create()}>
        <TextField label="Name" value={name} onInput={setName} placeholder="Shop API" error={submission.errorAt("name")} autofocus />
        <TextField
          label="Project id (optional)"
          hint="For a project that comes from Apidog: with the same id, URLs change in their host only."
          value={id}
          onInput={setId}
          inputMode="numeric"
          mono
          error={submission.errorAt("id")}
        />
        <FormError of={submission} />
        <SubmitActions action="Create project" busy={submission.busy} onCancel={onClose} />
      </Form>
    </Dialog>
  );
}
