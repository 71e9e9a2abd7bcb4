import type { JSX } from "preact";
import { useApi } from "../../api/cache.ts";
import type { Project } from "../../api/types.ts";
import { Show } from "../../components/loading.tsx";
import { Moment } from "../../components/moment.tsx";
import { PageHeader } from "../../components/page.tsx";
import { Table } from "../../components/table.tsx";
import { href } from "../../router/router.ts";

/** All projects that the token sees. */
export default function Projects(): JSX.Element {
  const projects = useApi<Project[]>("/projects");
  return (
    <>
      <PageHeader title="Projects" />
      <Show of={projects} what="The projects">
        {(list) => (
          <Table
            label="Projects"
            rows={list}
            keyOf={(project) => project.id}
            columns={[
              { title: "Name", head: true, cell: (project) => <a href={href(`/projects/${project.id}/endpoints`)}>{project.name}</a> },
              { title: "Id", cell: (project) => <span class="mono">{project.id}</span> },
              { title: "Created", cell: (project) => <Moment time={project.createdAt} /> },
            ]}
          />
        )}
      </Show>
    </>
  );
}
