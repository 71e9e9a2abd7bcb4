import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { invalidate, useApi } from "../../api/cache.ts";
import { ask } from "../../api/client.ts";
import { ApiError, messageOf } from "../../api/error.ts";
import type { AccessToken, Project } from "../../api/types.ts";
import { Badge } from "../../components/badge.tsx";
import { Button } from "../../components/button.tsx";
import { confirm } from "../../components/confirm.tsx";
import { Show } from "../../components/loading.tsx";
import { Moment } from "../../components/moment.tsx";
import { EmptyState, PageHeader } from "../../components/page.tsx";
import { Table } from "../../components/table.tsx";
import { toast } from "../../components/toast.tsx";
import { date } from "../../lib/time.ts";
import { useSession } from "../../session/session.ts";
import { TokenDialog } from "./token-dialog.tsx";
import { NewTokenDialog } from "./new-token-dialog.tsx";

/** The access tokens of the deployment: who may use the management API and this console. */
export default function Tokens(): JSX.Element {
  const { me } = useSession();
  const tokens = useApi<AccessToken[]>(me?.fullRights ? "/access-tokens" : null);
  const projects = useApi<Project[]>("/projects");
  const [creating, setCreating] = useState(false);
  const [editing, setEditing] = useState<AccessToken>();
  if (!me?.fullRights) {
    return (
      <>
        <PageHeader title="Access tokens" />
        <EmptyState title="This takes full rights">The access token that you signed in with is read-only or limited to projects: it cannot manage others.</EmptyState>
      </>
    );
  }
  const create = (
    <Button tone="primary" icon="add" onClick={() => setCreating(true)}>
      New access token
    </Button>
  );
  return (
    <>
      <PageHeader title="Access tokens" actions={tokens.data && tokens.data.length > 0 && create}>
        For people, who sign in to this console with one, and for programs that use the management API. The token of a project's mock is another one: see the project's settings.
      </PageHeader>
      <Show of={tokens} what="The access tokens">
        {(list) =>
          list.length ? (
            <TokenTable tokens={list} mine={me.id} projects={projects.data ?? []} onEdit={setEditing} />
          ) : (
            <EmptyState title="There are no access tokens yet" actions={create}>
              Only the deployment's own <code>ADMIN_TOKEN</code> opens this console. Give everybody a token of their own: it can be revoked, and the audit list tells who did what.
            </EmptyState>
          )
        }
      </Show>
      {creating && <NewTokenDialog projects={projects.data ?? []} onClose={() => setCreating(false)} />}
      {editing && <TokenDialog key={editing.id} token={editing} projects={projects.data ?? []} onClose={() => setEditing(undefined)} />}
    </>
  );
}

/** Asks, then revokes. */
async function revoke(token: AccessToken, mine: boolean): Promise<void> {
  const sure = await confirm({
    title: `Revoke “${token.name}”?`,
    body: (
      <>
        <p>The next request with this token is refused, wherever it comes from. This cannot be undone; who needs access again gets a new token.</p>
        {mine && (
          <p>
            <strong>It is the token that you are signed in with:</strong> you will be signed out.
          </p>
        )}
      </>
    ),
    action: "Revoke token",
    danger: true,
  });
  if (!sure) return;
  try {
    await ask("DELETE", `/access-tokens/${token.id}`);
    toast(`${token.name} is revoked`);
  } catch (error) {
    // Somebody else was faster: that is what was wanted.
    if (!(error instanceof ApiError && error.code === "404011")) toast(`${token.name} was not revoked. ${messageOf(error)}`, "bad");
  }
  invalidate("/access-tokens");
}

function TokenTable({ tokens, mine, projects, onEdit }: { tokens: AccessToken[]; mine: number | null; projects: Project[]; onEdit: (token: AccessToken) => void }): JSX.Element {
  const nameOf = (id: number) => projects.find((project) => project.id === id)?.name ?? String(id);
  return (
    <Table
      label="Access tokens"
      rows={tokens}
      keyOf={(token) => token.id}
      columns={[
        {
          title: "Name",
          head: true,
          cell: (token) => (
            <span class="row">
              {token.name}
              {token.id === mine && <Badge tone="accent">signed in</Badge>}
            </span>
          ),
        },
        { title: "Token", cell: (token) => <span class="mono muted">{token.prefix}…</span> },
        {
          title: "May",
          cell: (token) => (
            <span>
              {token.readOnly ? "read" : "everything"}
              {token.projects && ` in ${token.projects.length ? token.projects.map(nameOf).join(", ") : "no project any more"}`}
            </span>
          ),
        },
        { title: "Valid", cell: (token) => <Validity expiresAt={token.expiresAt} /> },
        { title: "Last used", cell: (token) => (token.lastUsedAt ? <Moment time={token.lastUsedAt} /> : <span class="muted">never</span>) },
        {
          title: "Actions",
          hideTitle: true,
          align: "end",
          cell: (token) => (
            <span class="row">
              <Button tone="quiet" small icon="edit" label={`Change ${token.name}`} onClick={() => onEdit(token)} />
              <Button tone="quiet" small icon="trash" label={`Revoke ${token.name}`} onClick={() => void revoke(token, token.id === mine)} />
            </span>
          ),
        },
      ]}
    />
  );
}

function Validity({ expiresAt }: { expiresAt: string | null }): JSX.Element {
  if (!expiresAt) return <>unlimited</>;
  const end = Date.parse(expiresAt);
  return end <= Date.now() ? <Badge tone="bad">expired {date(end - 1)}</Badge> : <>until {date(end - 1)}</>;
}
