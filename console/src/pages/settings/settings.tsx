import type { JSX } from "preact";
import { useApi } from "../../api/cache.ts";
import type { MockSettings } from "../../api/types.ts";
import { Show } from "../../components/loading.tsx";
import { Notice } from "../../components/notice.tsx";
import { PageHeader } from "../../components/page.tsx";
import type { PageProps } from "../../router/router.ts";
import { useMayWrite, useSession } from "../../session/session.ts";
import { AnswerSettings } from "./answer-settings.tsx";
import { CloudMock } from "./cloud-mock.tsx";
import { ProjectItself } from "./project-itself.tsx";
import { PublicDocs } from "./public-docs.tsx";

/** Whether and for whom a project's mock answers, and how. */
export default function Settings({ params }: PageProps): JSX.Element {
  const project = params["project"] ?? "";
  const settings = useApi<MockSettings>(`/projects/${project}/mock-settings`);
  const mayWrite = useMayWrite();
  const { me } = useSession();
  return (
    <>
      <PageHeader title="Mock settings">What is changed here is published at once, and answers within moments everywhere.</PageHeader>
      {!mayWrite && <Notice>The access token that you signed in with is read-only: everything is shown, nothing can be changed.</Notice>}
      <Show of={settings} what="The settings" rows={6}>
        {(data) => (
          <>
            <CloudMock project={project} settings={data} disabled={!mayWrite} />
            <PublicDocs project={project} settings={data} disabled={!mayWrite} />
            <AnswerSettings project={project} settings={data} disabled={!mayWrite} />
          </>
        )}
      </Show>
      {mayWrite && <ProjectItself project={project} mayDelete={me?.fullRights === true} />}
    </>
  );
}
