import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import { useApi } from "../../api/cache.ts";
import type { Branch, ListedEndpoint } from "../../api/types.ts";
import { LinkButton } from "../../components/button.tsx";
import { LoadError, Skeleton } from "../../components/loading.tsx";
import { EmptyState, PageHeader } from "../../components/page.tsx";
import { classes } from "../../lib/classes.ts";
import { href, navigate, type PageProps } from "../../router/router.ts";
import { BranchChooser, branchQuery, endpointsOf } from "./branch-chooser.tsx";
import { Endpoint } from "./endpoint.tsx";
import { EndpointTree } from "./endpoint-tree.tsx";

/** The endpoints of a project at the left, one of them at the right. On narrow screens one after the other. */
export default function EndpointsPage({ params, query }: PageProps): JSX.Element {
  const project = params["project"] ?? "";
  const selected = params["endpoint"] ? Number(params["endpoint"]) : undefined;
  const branch = Number(query.get("branch") ?? 0) || 0;
  const base = `/projects/${project}/endpoints`;
  const endpoints = useApi<ListedEndpoint[]>(endpointsOf(project, branch));
  const branches = useApi<Branch[]>(`/projects/${project}/branches`).data ?? [];
  const list = endpoints.data;
  const endpoint = list?.find(({ id }) => id === selected);
  // Who follows a link to an endpoint of another branch gets there.
  const isElsewhere = list !== undefined && selected !== undefined && !endpoint && branches.length > 1;
  const elsewhere = useApi<ListedEndpoint>(isElsewhere ? `${base}/${selected}` : null).data;
  useEffect(() => {
    if (elsewhere && elsewhere.branchId !== branch) navigate(`${base}/${elsewhere.id}`, { replace: true, query: kept(query, elsewhere.branchId) });
  }, [elsewhere]);
  const chooser = <BranchChooser project={project} branches={branches} branch={branch} />;

  if (!list) {
    return (
      <div class="pane-alone">
        <PageHeader title="Endpoints" />
        {endpoints.error && chooser}
        <LoadError of={endpoints} what="The endpoints" />
        {!endpoints.error && <Skeleton rows={8} />}
      </div>
    );
  }
  if (!list.length) {
    return (
      <div class="pane-alone">
        <PageHeader title="Endpoints" />
        {chooser}
        <EmptyState title="No endpoints yet" actions={<LinkButton tone="primary" icon="upload" href={href(`/projects/${project}/import`)}>Import a document</LinkButton>}>
          Import an OpenAPI document, a Postman collection or an Apidog project: every operation in it gets a mock URL that answers at once.
        </EmptyState>
      </div>
    );
  }
  return (
    <div class={classes("panes", selected !== undefined && "panes-open")}>
      <aside class="pane-side" aria-label="Endpoints of the project">
        {selected === undefined && (
          <h1 class="visually-hidden" tabIndex={-1}>
            Endpoints
          </h1>
        )}
        {chooser}
        <EndpointTree key={branch} name={`${project}@${branch}`} endpoints={list} selected={selected} to={({ id }) => href(`${base}/${id}`, kept(query, branch))} />
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
function kept(query: URLSearchParams, branch: number): Record<string, string> {
  const tab = query.get("tab");
  return { ...(tab && { tab }), ...branchQuery(branch) };
}
