import type { JSX } from "preact";
import { useApi } from "../api/cache.ts";
import type { Project } from "../api/types.ts";
import { href } from "../router/router.ts";
import { HOME, projectTabs } from "../routes.ts";

/** The name of the project that a page is about, and the tabs that lead through it. */
export function ProjectHead({ project, tab }: { project: string; tab: string | undefined }): JSX.Element {
  const { data } = useApi<Project>(`/projects/${project}`);
  return (
    <div class="project-head">
      <nav aria-label="Breadcrumb" class="crumbs">
        <a href={href(HOME)}>Projects</a>
        <span aria-hidden="true">/</span>
        <strong>{data?.name ?? `Project ${project}`}</strong>
        <span class="muted mono small">{project}</span>
      </nav>
      <nav aria-label="Project" class="project-tabs">
        {projectTabs.map(({ id, title, to }) => (
          <a key={id} href={href(`/projects/${project}${to}`)} class="project-tab" aria-current={id === tab ? "page" : undefined}>
            {title}
          </a>
        ))}
      </nav>
    </div>
  );
}
