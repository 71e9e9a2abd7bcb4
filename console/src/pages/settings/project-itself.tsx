import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { invalidate, useApi } from "../../api/cache.ts";
import { ask } from "../../api/client.ts";
import { messageOf } from "../../api/error.ts";
import type { Project } from "../../api/types.ts";
import { Button } from "../../components/button.tsx";
import { confirm } from "../../components/confirm.tsx";
import { TextField } from "../../components/field.tsx";
import { Form, FormError, useSubmission } from "../../components/form.tsx";
import { Card, Section } from "../../components/page.tsx";
import { toast } from "../../components/toast.tsx";
import { navigate } from "../../router/router.ts";
import { HOME } from "../../routes.ts";

/** Renaming and deleting a project. */
export function ProjectItself({ project, mayDelete }: { project: string; mayDelete: boolean }): JSX.Element | null {
  const { data } = useApi<Project>(`/projects/${project}`);
  if (!data) return null;
  return (
    <Section title="Project">
      <Card>
        <Rename key={data.name} project={data} />
        {mayDelete && (
          <div class="spread danger-zone">
            <div>
              <h3>Delete this project</h3>
              <p class="hint">Its mock stops answering at once. For a while it can be restored as it was.</p>
            </div>
            <Button icon="trash" onClick={() => void remove(data)}>
              Delete project
            </Button>
          </div>
        )}
      </Card>
    </Section>
  );
}

function Rename({ project }: { project: Project }): JSX.Element {
  const [name, setName] = useState(project.name);
  const submission = useSubmission();
  const rename = () =>
    submission.send(async () => {
      await ask("PATCH", `/projects/${project.id}`, { body: { name } });
      invalidate("/projects");
      toast("The project has a new name");
    });
  return (
    <Form onSubmit={() => void rename()} label="Project name">
      <div class="field-and-button">
        <TextField label="Name" value={name} onInput={setName} error={submission.errorAt("name")} />
        <Button type="submit" busy={submission.busy} disabled={name === project.name}>
          Rename
        </Button>
      </div>
      <FormError of={submission} />
    </Form>
  );
}

async function remove(project: Project): Promise<void> {
  const sure = await confirm({
    title: `Delete “${project.name}”?`,
    body: (
      <>
        <p>Every mock URL of project {project.id} stops answering at once, and nobody can manage it.</p>
        <p>It stays in the list of deleted projects for a while, from where it can be restored with everything in it. After that all of it is gone for good.</p>
      </>
    ),
    action: "Delete project",
    danger: true,
  });
  if (!sure) return;
  try {
    await ask("DELETE", `/projects/${project.id}`);
    toast(`${project.name} is deleted`);
    navigate(HOME);
    invalidate("/projects");
  } catch (error) {
    toast(`${project.name} was not deleted. ${messageOf(error)}`, "bad");
  }
}
