import type { JSX } from "preact";
import { useApi } from "../../api/cache.ts";
import type { EndpointDetails, EndpointMock } from "../../api/endpoint-types.ts";
import type { ListedEndpoint, MockSettings } from "../../api/types.ts";
import { Badge, Method } from "../../components/badge.tsx";
import { Icon } from "../../components/icon.tsx";
import { LoadError, Skeleton } from "../../components/loading.tsx";
import { PageHeader } from "../../components/page.tsx";
import { Tabs } from "../../components/tabs.tsx";
import { OperationDoc } from "../../openapi/operation-doc.tsx";
import { href, navigate } from "../../router/router.ts";
import { branchQuery } from "./branch-chooser.tsx";
import { CustomMocks } from "./custom-mocks.tsx";
import { MockFields } from "./mock-fields.tsx";
import { MockTab } from "./mock-tab.tsx";
import { useOperation } from "./references.ts";
import { ScriptTab } from "./script-tab.tsx";

const TABS = ["mock", "doc", "mocks", "script", "fields"] as const;
type Tab = (typeof TABS)[number];

/** One endpoint: its mock, what it takes and answers, and what is set for it. */
export function Endpoint({ project, endpoint, tab }: { project: string; endpoint: ListedEndpoint; tab: string | undefined }): JSX.Element {
  const base = `/projects/${project}/endpoints/${endpoint.id}`;
  const details = useApi<EndpointDetails>(base);
  const settings = useApi<MockSettings>(`/projects/${project}/mock-settings`);
  const mock = useApi<EndpointMock>(`${base}/mock`);
  const operation = useOperation(base, details.data?.operation);
  const branch = branchQuery(endpoint.branchId);
  const selected: Tab = TABS.find((known) => known === tab) ?? "mock";
  const select = (id: Tab) => navigate(base, { replace: true, query: { ...(id !== "mock" && { tab: id }), ...branch } });
  const count = mock.data?.customMocks.length ?? 0;
  const summary = details.data ? operation.view.summary : "";
  return (
    <div class="endpoint">
      <a class="pane-back" href={href(`/projects/${project}/endpoints`, branch)}>
        <Icon name="back" /> All endpoints
      </a>
      <PageHeader
        title={
          <span class="endpoint-title">
            <Method method={endpoint.method} /> <span class="mono">{endpoint.path}</span>
          </span>
        }
      >
        {endpoint.name !== endpoint.path ? endpoint.name : summary}
      </PageHeader>
      <LoadError of={details} what="This endpoint" />
      <LoadError of={settings} what="The mock settings" />
      <Tabs
        label="Endpoint"
        selected={selected}
        onSelect={select}
        tabs={[
          { id: "mock", title: "Mock" },
          { id: "doc", title: "Documentation" },
          { id: "mocks", title: <>Custom mocks {count > 0 && <Badge>{count}</Badge>}</> },
          { id: "script", title: <>Script {mock.data?.script?.enabled && <Badge tone="accent">on</Badge>}</> },
          { id: "fields", title: "Mock fields" },
        ]}
      >
        {!details.data || !settings.data ? (
          !details.error && !settings.error && <Skeleton rows={6} />
        ) : selected === "mock" ? (
          <MockTab project={project} endpoint={endpoint} details={details.data} settings={settings.data} mock={mock.data} operation={operation} />
        ) : selected === "doc" ? (
          <OperationDoc view={operation.view} resolve={operation.resolve} onMissing={operation.fetchPart} />
        ) : selected === "mocks" ? (
          <CustomMocks base={base} endpoint={endpoint} details={details.data} mock={mock} operation={operation} />
        ) : selected === "script" ? (
          <ScriptTab base={base} endpoint={endpoint} mock={mock} operation={operation} />
        ) : (
          <MockFields project={project} base={base} details={details.data} operation={operation} />
        )}
      </Tabs>
    </div>
  );
}
