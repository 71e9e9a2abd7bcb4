import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { useApi } from "../../api/cache.ts";
import { ask } from "../../api/client.ts";
import { messageOf } from "../../api/error.ts";
import type { AuditEntry, Project } from "../../api/types.ts";
import { Badge } from "../../components/badge.tsx";
import { Button } from "../../components/button.tsx";
import { SelectField } from "../../components/field.tsx";
import { Skeleton } from "../../components/loading.tsx";
import { Moment } from "../../components/moment.tsx";
import { Notice } from "../../components/notice.tsx";
import { EmptyState, PageHeader } from "../../components/page.tsx";
import { Table } from "../../components/table.tsx";
import { href, navigate, type PageProps } from "../../router/router.ts";
import { told } from "./actions.ts";

interface Page {
  entries: AuditEntry[];
  /** Where the next page begins. */
  next: number | null;
}

/** Who changed what, newest first. */
export default function Audit({ query }: PageProps): JSX.Element {
  const project = query.get("project") ?? "";
  const projects = useApi<Project[]>("/projects");
  const names = new Map(projects.data?.map(({ id, name }) => [id, name]));
  return (
    <>
      <PageHeader title="Audit">Every change through the management API, with the access token that made it. The last 10,000 are kept.</PageHeader>
      <div class="search-field">
        <SelectField
          label="Project"
          value={project}
          onChange={(id) => navigate("/audit", id ? { query: { project: id } } : {})}
          options={[{ value: "", label: "All projects" }, ...(projects.data ?? []).map(({ id, name }) => ({ value: String(id), label: name }))]}
        />
      </div>
      <Entries key={project} project={project} names={names} />
    </>
  );
}

function Entries({ project, names }: { project: string; names: Map<number, string> }): JSX.Element {
  const [entries, setEntries] = useState<AuditEntry[]>();
  const [next, setNext] = useState<number | null>(null);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string>();
  const read = async (before: number | null) => {
    setBusy(true);
    setFailure(undefined);
    try {
      const search = new URLSearchParams({ ...(project && { project }), ...(before && { before: String(before) }) });
      const page = await ask<Page>("GET", `/audit?${search}`);
      setEntries((known) => [...(before ? (known ?? []) : []), ...page.entries]);
      setNext(page.next);
    } catch (error) {
      setFailure(messageOf(error));
    }
    setBusy(false);
  };
  useEffect(() => void read(null), []);
  const again = (
    <Button small icon="refresh" busy={busy} onClick={() => void read(entries ? next : null)}>
      Try again
    </Button>
  );
  return (
    <>
      {failure && (
        <Notice tone="bad" title="The list cannot be shown" action={again}>
          {failure}
        </Notice>
      )}
      {!entries && !failure && <Skeleton rows={6} />}
      {entries?.length === 0 && <EmptyState title="Nothing was changed yet">Reading is not noted, nor is what was refused.</EmptyState>}
      {entries && entries.length > 0 && <EntryTable entries={entries} names={names} />}
      {next !== null && !failure && (
        <div class="row center">
          <Button busy={busy} onClick={() => void read(next)}>
            Show older changes
          </Button>
        </div>
      )}
    </>
  );
}

function EntryTable({ entries, names }: { entries: AuditEntry[]; names: Map<number, string> }): JSX.Element {
  return (
    <Table
      label="Changes"
      rows={entries}
      keyOf={(entry) => entry.id}
      columns={[
        { title: "When", cell: (entry) => <Moment time={entry.at} /> },
        { title: "Who", cell: (entry) => entry.token?.name ?? <span class="muted">edgemock itself</span> },
        {
          title: "What",
          head: true,
          cell: (entry) => (
            <span class="row">
              {told(entry)}
              {entry.outcome === "unknown" && <Badge tone="warn">outcome unknown</Badge>}
            </span>
          ),
        },
        {
          title: "Project",
          cell: (entry) =>
            entry.project === null ? (
              <span class="muted">–</span>
            ) : names.has(entry.project) ? (
              <a href={href(`/projects/${entry.project}/endpoints`)}>{names.get(entry.project)}</a>
            ) : (
              <span class="mono muted">{entry.project}</span>
            ),
        },
      ]}
    />
  );
}
