import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { invalidate, useApi } from "../../api/cache.ts";
import { ask } from "../../api/client.ts";
import { ApiError, messageOf } from "../../api/error.ts";
import type { Committed, Release } from "../../api/types.ts";
import { Badge } from "../../components/badge.tsx";
import { Button, LinkButton } from "../../components/button.tsx";
import { confirm } from "../../components/confirm.tsx";
import { Icon } from "../../components/icon.tsx";
import { Show } from "../../components/loading.tsx";
import { Moment } from "../../components/moment.tsx";
import { EmptyState, PageHeader } from "../../components/page.tsx";
import { toast } from "../../components/toast.tsx";
import { href, type PageProps } from "../../router/router.ts";
import { useMayWrite } from "../../session/session.ts";
import { ReleaseChanges } from "./release-changes.tsx";

/** How often it is looked whether a release that waits is published, in milliseconds. */
const LOOK_AGAIN = 2000;

/** What was published when, and the way back. */
export default function Releases({ params }: PageProps): JSX.Element {
  const project = params["project"] ?? "";
  const releases = useApi<Release[]>(`/projects/${project}/releases`);
  const waiting = releases.data?.some(({ state }) => state === "waiting") ?? false;
  useEffect(() => {
    if (!waiting) return;
    const timer = setInterval(() => void releases.reload(), LOOK_AGAIN);
    return () => clearInterval(timer);
  }, [waiting, releases.reload]);
  return (
    <>
      <PageHeader title="Releases">Every change of endpoints, custom mocks, scripts or settings makes a release. The latest ones are remembered, and can be brought back.</PageHeader>
      <Show of={releases} what="The releases" rows={5}>
        {(list) =>
          list.length ? (
            <ol class="releases">
              {list.map((release) => (
                <Entry key={release.id} project={project} release={release} />
              ))}
            </ol>
          ) : (
            <EmptyState
              title="Nothing was published yet"
              actions={
                <LinkButton href={href(`/projects/${project}/import`)} tone="primary" icon="upload">
                  Import a document
                </LinkButton>
              }
            >
              The first import, or the first change of the settings, makes the first release.
            </EmptyState>
          )
        }
      </Show>
    </>
  );
}

function Entry({ project, release }: { project: string; release: Release }): JSX.Element {
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const mayWrite = useMayWrite();
  const back = async () => {
    setBusy(true);
    await rollBack(project, release.id);
    setBusy(false);
  };
  return (
    <li class="release">
      <div class="release-line">
        <h2>
          <button type="button" class="release-toggle" aria-expanded={open} onClick={() => setOpen(!open)}>
            <Icon name={open ? "down" : "forward"} />
            Release {release.id}
          </button>
        </h2>
        <State release={release} />
        <span class="muted small release-time">
          <Moment time={release.createdAt} />
        </span>
        {!release.current && (
          <Button small icon="undo" busy={busy} disabled={!mayWrite} onClick={() => void back()}>
            Roll back
          </Button>
        )}
      </div>
      {open && <ReleaseChanges project={project} release={release.id} />}
    </li>
  );
}

function State({ release }: { release: Release }): JSX.Element {
  if (release.state === "published") return <Badge tone="good">published</Badge>;
  if (release.state === "waiting") return <Badge tone="warn">being published…</Badge>;
  return <Badge>earlier</Badge>;
}

async function rollBack(project: string, release: number): Promise<void> {
  const sure = await confirm({
    title: `Roll back to release ${release}?`,
    body: (
      <>
        <p>Endpoints, custom mocks and scripts of the main branch become what they were at release {release}. Settings, tokens and other branches stay as they are now.</p>
        <p>It makes a new release, so it can be undone the same way.</p>
      </>
    ),
    action: "Roll back",
    danger: true,
  });
  if (!sure) return;
  try {
    const { release: made } = await ask<{ release: Committed }>("POST", `/projects/${project}/releases/${release}/roll-back`);
    toast(`The project is as it was at release ${release}; now it is release ${made.id}`);
  } catch (error) {
    const gone = error instanceof ApiError && error.code === "404006";
    toast(gone ? `Release ${release} is not remembered any more.` : `Nothing was rolled back. ${messageOf(error)}`, "bad");
  }
  invalidate(`/projects/${project}/`);
}
