import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { store, useApi } from "../../api/cache.ts";
import { request } from "../../api/client.ts";
import { ApiError, messageOf } from "../../api/error.ts";
import type { MockSettings, NameRule } from "../../api/types.ts";
import { Button } from "../../components/button.tsx";
import { Switch } from "../../components/choice.tsx";
import { confirm } from "../../components/confirm.tsx";
import { Show } from "../../components/loading.tsx";
import { EmptyState, PageHeader } from "../../components/page.tsx";
import { toast } from "../../components/toast.tsx";
import type { PageProps } from "../../router/router.ts";
import { useMayWrite } from "../../session/session.ts";
import { ReorderList } from "../endpoints/reorder-list.tsx";
import { ruleOf, sentRule, type Rule } from "./rule.ts";
import { RuleDialog } from "./rule-dialog.tsx";

/** Which values properties get by their names. */
export default function NameRulesPage({ params }: PageProps): JSX.Element {
  const project = params["project"] ?? "";
  const settings = useApi<MockSettings>(`/projects/${project}/mock-settings`);
  return (
    <>
      <PageHeader title="Name rules">A rule says what properties of a name hold, in all documents of the project: the first that matches counts, and mock fields come before it.</PageHeader>
      <Show of={settings} what="The name rules">
        {(data) => <Rules key={project} project={project} settings={data} />}
      </Show>
    </>
  );
}

/** A rule with a number of its own, by which a list tells them apart. */
type Numbered = Rule & { at: number };

function Rules({ project, settings }: { project: string; settings: MockSettings }): JSX.Element {
  const mayWrite = useMayWrite();
  const [busy, setBusy] = useState(false);
  const [opened, setOpened] = useState<{ at: number; rule: Rule | undefined; rules: NameRule[] }>();
  const path = `/projects/${project}/mock-settings`;
  const rules: Numbered[] = settings.nameRules.map((rule, at) => ({ ...ruleOf(rule), at }));

  /** Sends another list; not where it is no longer `before` that it replaces. */
  const save = async (before: NameRule[], change: { nameRules: NameRule[] } | { builtInNameRules: boolean }) => {
    const now = await request<MockSettings>("GET", path);
    if ("nameRules" in change && JSON.stringify(now.data.nameRules) !== JSON.stringify(before)) {
      store(path, now);
      throw new ApiError("Somebody else changed the name rules meanwhile: nothing was saved. They are shown as they are now; do it again.", 412);
    }
    store(path, await request<MockSettings>("PATCH", path, { body: change, ifMatch: now.etag }));
  };
  const act = async (change: Parameters<typeof save>[1], done?: string) => {
    setBusy(true);
    try {
      await save(settings.nameRules, change);
      if (done) toast(done);
    } catch (error) {
      toast(messageOf(error), "bad");
    }
    setBusy(false);
  };
  const remove = async (rule: Numbered) => {
    if (!(await confirm({ title: `Delete the rule for ${rule.pattern}?`, body: "Properties that it matches get what the next rule says, or the built-in ones.", action: "Delete rule", danger: true }))) return;
    await act({ nameRules: settings.nameRules.filter((_, at) => at !== rule.at) }, "Rule deleted.");
  };

  return (
    <div class="stack">
      <div class="spread">
        <Switch label="Built-in rules" hint="Hundreds of usual names (email, city, price, …), after your own." checked={settings.builtInNameRules} disabled={!mayWrite || busy} onChange={(builtInNameRules) => void act({ builtInNameRules })} />
        <Button tone="primary" icon="add" disabled={!mayWrite} onClick={() => setOpened({ at: rules.length, rule: undefined, rules: settings.nameRules })}>
          New rule
        </Button>
      </div>
      {rules.length ? (
        <ReorderList label="Name rules" items={rules} keyOf={({ at }) => at} nameOf={({ pattern }) => `rule ${pattern}`} disabled={!mayWrite} busy={busy} onOrder={(order) => void act({ nameRules: order.map(sentRule) })}>
          {(rule) => (
            <>
              <button type="button" class="reorder-open rule" onClick={() => setOpened({ at: rule.at, rule, rules: settings.nameRules })}>
                <code class="rule-pattern">{rule.match === "regex" ? `/${rule.pattern}/` : rule.pattern}</code>
                {rule.types.length > 0 && <span class="muted small">{rule.types.join(", ")}</span>}
                <code class="schema-mock">{rule.expression}</code>
              </button>
              <Button tone="quiet" small icon="trash" label={`Delete rule ${rule.pattern}`} disabled={!mayWrite || busy} onClick={() => void remove(rule)} />
            </>
          )}
        </ReorderList>
      ) : (
        <EmptyState title="No rules of your own" actions={<Button icon="add" disabled={!mayWrite} onClick={() => setOpened({ at: 0, rule: undefined, rules: [] })}>Make the first</Button>}>
          For example: everything that ends in <code>_iban</code> is an IBAN.
        </EmptyState>
      )}
      {opened && (
        <RuleDialog
          project={project}
          rule={opened.rule}
          onClose={() => setOpened(undefined)}
          onSave={async (rule) => {
            const next = [...opened.rules];
            next.splice(opened.at, 1, sentRule(rule));
            await save(opened.rules, { nameRules: next });
            toast("Rule saved.");
          }}
          at={opened.at}
        />
      )}
    </div>
  );
}
