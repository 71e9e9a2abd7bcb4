import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { invalidate, useApi } from "../../api/cache.ts";
import { ask } from "../../api/client.ts";
import { messageOf } from "../../api/error.ts";
import type { Project } from "../../api/types.ts";
import { Button } from "../../components/button.tsx";
import { Moment } from "../../components/moment.tsx";
import { Notice } from "../../components/notice.tsx";
import { Section } from "../../components/page.tsx";
import { Table } from "../../components/table.tsx";
import { toast } from "../../components/toast.tsx";
import { full } from "../../lib/time.ts";

/** Projects that were deleted and can still be restored; nothing where there are none. */
export function DeletedProjects(): JSX.Element | null {
  const deleted = useApi<Project[]>("/projects?deleted=true");
  const [busy, setBusy] = useState<number>();
  const [failure, setFailure] = useState<string>();
  if (!deleted.data?.length) return null;
  const restore = async (project: Project) => {
    setBusy(project.id);
    setFailure(undefined);
    try {
      await ask("POST", `/projects/${project.id}/restore`);
      toast(`${project.name} is back as it was`);
    } catch (error) {
      setFailure(`${project.name} was not restored. ${messageOf(error)}`);
    }
    setBusy(undefined);
    invalidate("/projects");
  };
  return (
    <Section title="Deleted projects" hint="Their mocks do not answer. All data goes for good when the time is over; until then they can be restored as they were.">
      {failure && <Notice tone="bad">{failure}</Notice>}
      <Table
        label="Deleted projects"
        rows={deleted.data}
        keyOf={(project) => project.id}
        columns={[
          { title: "Name", head: true, cell: (project) => project.name },
          { title: "Id", cell: (project) => <span class="mono muted">{project.id}</span> },
          { title: "Deleted", cell: (project) => project.deletedAt && <Moment time={project.deletedAt} /> },
          { title: "Gone for good", cell: (project) => project.restorableUntil && full(Date.parse(project.restorableUntil)) },
          {
            title: "Actions",
            hideTitle: true,
            align: "end",
            cell: (project) => (
              <Button small icon="undo" busy={busy === project.id} onClick={() => void restore(project)}>
                Restore
              </Button>
            ),
          },
        ]}
      />
    </Section>
  );
}
