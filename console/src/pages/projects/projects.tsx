import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { useApi } from "../../api/cache.ts";
import type { Project } from "../../api/types.ts";
import { Button } from "../../components/button.tsx";
import { TextField } from "../../components/field.tsx";
import { Show } from "../../components/loading.tsx";
import { Moment } from "../../components/moment.tsx";
import { EmptyState, PageHeader } from "../../components/page.tsx";
import { Table } from "../../components/table.tsx";
import { href } from "../../router/router.ts";
import { useSession } from "../../session/session.ts";
import { CreateProject } from "./create-project.tsx";
import { DeletedProjects } from "./deleted-projects.tsx";

/** From so many on there is a field to search in. */
const SEARCHED_FROM = 8;

/** All projects that the token sees, and those that were deleted lately. */
export default function Projects(): JSX.Element {
  const projects = useApi<Project[]>("/projects");
  const { me } = useSession();
  const [creating, setCreating] = useState(false);
  // Only these may create and delete projects.
  const mayCreate = me?.fullRights === true;
  const create = (
    <Button tone="primary" icon="add" onClick={() => setCreating(true)}>
      New project
    </Button>
  );
  return (
    <>
      <PageHeader title="Projects" actions={mayCreate && projects.data && projects.data.length > 0 && create}>
        A project is one API: its endpoints, its custom mocks, and the address under which they answer.
      </PageHeader>
      <Show of={projects} what="The projects" rows={4}>
        {(list) =>
          list.length ? (
            <ProjectTable projects={list} />
          ) : mayCreate ? (
            <EmptyState title="Create the first project" actions={create}>
              Then import an OpenAPI document, a Postman collection or an Apidog project, switch the cloud mock on, and copy a URL that answers.
            </EmptyState>
          ) : (
            <EmptyState title="No project is within reach">
              {me?.projects ? "The projects that this access token is limited to are gone." : "Nobody has created a project yet, and this access token may not."} Somebody with full rights can help.
            </EmptyState>
          )
        }
      </Show>
      {mayCreate && <DeletedProjects />}
      {creating && <CreateProject onClose={() => setCreating(false)} />}
    </>
  );
}

function ProjectTable({ projects }: { projects: Project[] }): JSX.Element {
  const [search, setSearch] = useState("");
  const wanted = search.trim().toLowerCase();
  const found = projects.filter(({ name, id }) => name.toLowerCase().includes(wanted) || String(id).startsWith(wanted));
  return (
    <div class="stack">
      {projects.length >= SEARCHED_FROM && (
        <div class="search-field">
          <TextField label="Search projects" hideLabel type="search" placeholder="Search by name or id" value={search} onInput={setSearch} />
        </div>
      )}
      {found.length ? (
        <Table
          label="Projects"
          rows={found}
          keyOf={(project) => project.id}
          columns={[
            {
              title: "Name",
              head: true,
              cell: (project) => (
                <a class="row-link" href={href(`/projects/${project.id}/endpoints`)}>
                  {project.name}
                </a>
              ),
            },
            { title: "Id", cell: (project) => <span class="mono muted">{project.id}</span> },
            { title: "Created", cell: (project) => <Moment time={project.createdAt} /> },
          ]}
        />
      ) : (
        <p class="muted">No project is called like that.</p>
      )}
    </div>
  );
}
