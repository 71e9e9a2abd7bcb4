import type { JSX } from "preact";
import { useApi } from "../../api/cache.ts";
import type { ChangedEndpoints, ReleaseDetails } from "../../api/types.ts";
import { Method } from "../../components/badge.tsx";
import { Show } from "../../components/loading.tsx";
import { href } from "../../router/router.ts";

/** How many endpoints of a kind of change are named. */
const NAMED = 12;

/** What changed with a release since the one before. */
export function ReleaseChanges({ project, release }: { project: string; release: number }): JSX.Element {
  const details = useApi<ReleaseDetails>(`/projects/${project}/releases/${release}`);
  return (
    <div class="release-changes">
      <Show of={details} what={`Release ${release}`} rows={2}>
        {(data) => <Changes project={project} details={data} />}
      </Show>
    </div>
  );
}

function Changes({ project, details: { changes, endpoints, settingsChanged } }: { project: string; details: ReleaseDetails }): JSX.Element {
  if (!changes) {
    return <p class="muted">What it changed is not known: the release before it is not remembered any more.{endpoints !== undefined && ` It has ${endpoints} endpoints.`}</p>;
  }
  const { added, removed, changed, mocksChanged, schemasChanged } = changes;
  const nothing = !added.count && !removed.count && !changed.count && !mocksChanged.count && !schemasChanged && !settingsChanged;
  return (
    <div class="stack-tight">
      <p class="muted">{endpoints !== undefined && `${endpoints} endpoint${endpoints === 1 ? "" : "s"} in all.`}</p>
      <Kind title="Added" of={added} project={project} />
      <Kind title="Changed" of={changed} project={project} />
      <Kind title="Mock changed" of={mocksChanged} project={project} />
      <Kind title="Removed" of={removed} />
      {schemasChanged > 0 && (
        <p>
          {schemasChanged} shared schema{schemasChanged === 1 ? "" : "s"} changed
        </p>
      )}
      {settingsChanged && <p>Mock settings changed</p>}
      {nothing && <p>It is the same as the one before.</p>}
    </div>
  );
}

/** Endpoints with a kind of change; links only where they still are. */
function Kind({ title, of: { count, endpoints }, project }: { title: string; of: ChangedEndpoints; project?: string }): JSX.Element | null {
  if (!count) return null;
  const named = endpoints.slice(0, NAMED);
  return (
    <div class="change-kind">
      <h3>
        {title} <span class="muted">{count}</span>
      </h3>
      <ul class="change-list">
        {named.map(({ id, method, path }) => (
          <li key={id}>
            <Method method={method} />
            {project ? (
              <a class="mono" href={href(`/projects/${project}/endpoints/${id}`)}>
                {path}
              </a>
            ) : (
              <span class="mono">{path}</span>
            )}
          </li>
        ))}
        {count > named.length && <li class="muted">and {count - named.length} more</li>}
      </ul>
    </div>
  );
}
