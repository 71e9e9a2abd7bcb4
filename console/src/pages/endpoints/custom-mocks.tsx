import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { store, type Loaded } from "../../api/cache.ts";
import { request } from "../../api/client.ts";
import { ApiError, messageOf } from "../../api/error.ts";
import type { CustomMock, EndpointDetails, EndpointMock } from "../../api/endpoint-types.ts";
import type { ListedEndpoint } from "../../api/types.ts";
import { Badge } from "../../components/badge.tsx";
import { Button } from "../../components/button.tsx";
import { Switch } from "../../components/choice.tsx";
import { confirm } from "../../components/confirm.tsx";
import { SelectField } from "../../components/field.tsx";
import { Show } from "../../components/loading.tsx";
import { EmptyState } from "../../components/page.tsx";
import { toast } from "../../components/toast.tsx";
import { toneOf } from "../../mock/exchange.ts";
import { useMayWrite } from "../../session/session.ts";
import { CustomMockEditor } from "./custom-mock-editor.tsx";
import type { ReadOperation } from "./references.ts";
import { ReorderList } from "./reorder-list.tsx";

/** What is edited: the mock as it was when the editor opened, with the version that it was part of. */
export interface Opened {
  mock: CustomMock | undefined;
  etag: string | undefined;
}

interface CustomMocksProps {
  base: string;
  endpoint: ListedEndpoint;
  details: EndpointDetails;
  mock: Loaded<EndpointMock>;
  operation: ReadOperation;
}

/** The custom mocks of an endpoint in their order, or one of them being edited. */
export function CustomMocks({ base, endpoint, details, mock, operation }: CustomMocksProps): JSX.Element {
  const [opened, setOpened] = useState<Opened>();
  if (opened) {
    return <CustomMockEditor base={base} endpoint={endpoint} details={details} operation={operation} opened={opened} onDone={() => (setOpened(undefined), void mock.reload())} />;
  }
  return <Show of={mock} what="The custom mocks">{(set) => <List base={base} set={set} mock={mock} onOpen={(one) => setOpened({ mock: one, etag: mock.etag })} />}</Show>;
}

function List({ base, set, mock, onOpen }: { base: string; set: EndpointMock; mock: Loaded<EndpointMock>; onOpen: (mock: CustomMock | undefined) => void }): JSX.Element {
  const mayWrite = useMayWrite();
  const [busy, setBusy] = useState(false);
  const path = `${base}/mock`;

  /** Sends a change of what is seen here; where somebody else was first, shows what they made and changes nothing. */
  const change = async (method: string, where: string, body: unknown, after: (data: unknown) => EndpointMock, done?: string) => {
    setBusy(true);
    try {
      const answer = await request<unknown>(method, `${base}${where}`, { body, ifMatch: mock.etag });
      store(path, { ...answer, meta: undefined, data: after(answer.data) });
      if (done) toast(done);
    } catch (error) {
      if (error instanceof ApiError && error.isConflict) toast("Somebody else changed this endpoint meanwhile. It is shown as it is now, and nothing of yours was done: do it again.", "bad");
      else toast(messageOf(error), "bad");
      await mock.reload();
    }
    setBusy(false);
  };
  const mocks = set.customMocks;
  const named = (one: CustomMock) => one.name || `Custom mock ${one.id}`;
  const remove = async (one: CustomMock) => {
    if (!(await confirm({ title: `Delete ${named(one)}?`, body: "Requests that it answers get the next answer that fits. This cannot be undone, other than by rolling back to an earlier release.", action: "Delete custom mock", danger: true }))) return;
    await change("DELETE", `/custom-mocks/${one.id}`, undefined, () => ({ ...set, customMocks: mocks.filter(({ id }) => id !== one.id) }), "Deleted.");
  };

  return (
    <div class="stack">
      <div class="spread">
        <p class="muted">Tried from the top; the first whose conditions all hold answers. Where none does, the default answer does.</p>
        <Button tone="primary" icon="add" disabled={!mayWrite} onClick={() => onOpen(undefined)}>
          New custom mock
        </Button>
      </div>
      {mocks.length ? (
        <ReorderList
          label="Custom mocks"
          items={mocks}
          keyOf={({ id }) => id}
          nameOf={named}
          disabled={!mayWrite}
          busy={busy}
          onOrder={(order) => void change("PUT", "/custom-mocks/order", order.map(({ id }) => id), (data) => ({ ...set, customMocks: data as CustomMock[] }))}
        >
          {(one) => (
            <>
              <Switch label={`${named(one)} is on`} hideLabel checked={one.enabled} disabled={!mayWrite || busy} onChange={(enabled) => void change("PATCH", `/custom-mocks/${one.id}`, { enabled }, () => ({ ...set, customMocks: mocks.map((other) => (other.id === one.id ? { ...other, enabled } : other)) }))} />
              <button type="button" class="reorder-open" onClick={() => onOpen(one)}>
                <strong>{named(one)}</strong>
                <span class="muted small">{summary(one)}</span>
              </button>
              <Badge tone={toneOf(one.response.status ?? 200)}>{one.response.status ?? 200}</Badge>
              <Button tone="quiet" small icon="trash" label={`Delete ${named(one)}`} disabled={!mayWrite || busy} onClick={() => void remove(one)} />
            </>
          )}
        </ReorderList>
      ) : (
        <EmptyState title="No custom mocks" actions={<Button icon="add" disabled={!mayWrite} onClick={() => onOpen(undefined)}>Make the first</Button>}>
          A custom mock answers requests that meet its conditions: an empty page, an error, a certain customer.
        </EmptyState>
      )}
      <div class="mock-default">
        <SelectField
          label="Where no custom mock fits"
          hint="What the body is made from."
          value={set.defaultMethod ?? ""}
          disabled={!mayWrite || busy}
          options={[
            { value: "", label: "As the project says" },
            { value: "smart", label: "Made up from the schema" },
            { value: "example", label: "The first example, where there is one" },
          ]}
          onChange={(value) => void change("PATCH", "/mock", { defaultMethod: value || null }, (data) => data as EndpointMock)}
        />
      </div>
    </div>
  );
}

/** What a custom mock asks of requests, in a line. */
function summary(one: CustomMock): string {
  if (!one.conditions.length) return "every request";
  const shown = one.conditions.slice(0, 2).map(({ location, name, comparison, value }) => `${location} ${name} ${comparison}${value === undefined ? "" : ` ${JSON.stringify(value)}`}`);
  return `${shown.join(", ")}${one.conditions.length > 2 ? ` and ${one.conditions.length - 2} more` : ""}`;
}
