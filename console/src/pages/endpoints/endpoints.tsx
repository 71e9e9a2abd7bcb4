import type { JSX } from "preact";
import { useApi } from "../../api/cache.ts";
import type { ListedEndpoint } from "../../api/types.ts";
import { LinkButton } from "../../components/button.tsx";
import { LoadError, Skeleton } from "../../components/loading.tsx";
import { EmptyState, PageHeader } from "../../components/page.tsx";
import { classes } from "../../lib/classes.ts";
import { href, type PageProps } from "../../router/router.ts";
import { Endpoint } from "./endpoint.tsx";
import { EndpointTree } from "./endpoint-tree.tsx";

/** The endpoints of a project at the left, one of them at the right. On narrow screens one after the other. */
export default function EndpointsPage({ params, query }: PageProps): JSX.Element {
  const project = params["project"] ?? "";
  const selected = params["endpoint"] ? Number(params["endpoint"]) : undefined;
  const endpoints = useApi<ListedEndpoint[]>(`/projects/${project}/endpoints`);
  const list = endpoints.data;
  const base = `/projects/${project}/endpoints`;

  if (!list) {
    return (
      <div class="pane-alone">
        <PageHeader title="Endpoints" />
        <LoadError of={endpoints} what="The endpoints" />
        {!endpoints.error && <Skeleton rows={8} />}
      </div>
    );
  }
  if (!list.length) {
    return (
      <div class="pane-alone">
        <PageHeader title="Endpoints" />
        <EmptyState title="No endpoints yet" actions={<LinkButton tone="primary" icon="upload" href={href(`/projects/${project}/import`)}>Import a document</LinkButton>}>
          Import an OpenAPI document, a Postman collection or an Apidog project: every operation in it gets a mock URL that answers at once.
        </EmptyState>
      </div>
    );
  }
  const endpoint = list.find(({ id }) => id === selected);
  return (
    <div class={classes("panes", selected !== undefined && "panes-open")}>
      <aside class="pane-side" aria-label="Endpoints of the project">
        {selected === undefined && (
          <h1 class="visually-hidden" tabIndex={-1}>
            Endpoints
          </h1>
        )}
        <EndpointTree name={project} endpoints={list} selected={selected} to={({ id }) => href(`${base}/${id}`, keptTab(query))} />
      </aside>
      <div class="pane-main">
        <LoadError of={endpoints} what="The endpoints" />
        {endpoint ? (
          <Endpoint key={endpoint.id} project={project} endpoint={endpoint} tab={query.get("tab") ?? undefined} />
        ) : selected === undefined ? (
          <div class="empty pane-hint">
            <h2>Choose an endpoint</h2>
            <p>Its mock URL, its answers and its schemas are shown here. Type to search; arrow keys move through the tree.</p>
          </div>
        ) : (
          <div class="stack">
            <PageHeader title="Endpoint" />
            <EmptyState title={`There is no endpoint ${selected}`} actions={<LinkButton href={href(base)}>All endpoints</LinkButton>}>
              It was deleted, or the address was cut off.
            </EmptyState>
          </div>
        )}
      </div>
    </div>
  );
}

/** Who looks at one tab of an endpoint looks at the same of the next. */
function keptTab(query: URLSearchParams): Record<string, string> | undefined {
  const tab = query.get("tab");
  return tab ? { tab } : undefined;
}
