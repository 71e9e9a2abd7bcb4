import type { JSX } from "preact";
import { Checkbox, RadioCards, Switch } from "../../components/choice.tsx";
import { SelectField, TextField, type Option } from "../../components/field.tsx";
import type { Submission } from "../../components/form.tsx";
import type { Project } from "../../api/types.ts";

/** What is set for a token. */
export interface TokenDraft {
  name: string;
  /** A value of the list of validities. */
  validity: string;
  /** `2027-01-31`; counts where `validity` is `date`. */
  date: string;
  readOnly: boolean;
  /** `null` for all projects. */
  projects: number[] | null;
}

/** The fields of a new or existing token. */
export function TokenFields({ draft, onChange, validities, projects, submission }: { draft: TokenDraft; onChange: (draft: TokenDraft) => void; validities: Option[]; projects: Project[]; submission: Submission }): JSX.Element {
  const set = (change: Partial<TokenDraft>) => onChange({ ...draft, ...change });
  const toggle = (id: number, chosen: boolean) => set({ projects: chosen ? [...(draft.projects ?? []), id] : (draft.projects ?? []).filter((other) => other !== id) });
  return (
    <>
      <TextField label="Name" hint="Who or what uses it. The audit list shows this name." value={draft.name} onInput={(name) => set({ name })} placeholder="CI" error={submission.errorAt("name")} autofocus />
      <SelectField label="Valid for" value={draft.validity} onChange={(validity) => set({ validity })} options={validities} error={submission.errorAt("validity")} />
      {draft.validity === "date" && (
        <TextField label="Last day" hint="Valid until the end of this day in UTC." type="date" value={draft.date} onInput={(date) => set({ date })} error={submission.errorAt("expiresAt")} />
      )}
      <Switch label="Read-only" hint="Sees everything within its reach and changes nothing." checked={draft.readOnly} onChange={(readOnly) => set({ readOnly })} error={submission.errorAt("readOnly")} />
      <RadioCards
        legend="Reach"
        value={draft.projects ? "some" : "all"}
        onChange={(reach) => set({ projects: reach === "all" ? null : [] })}
        options={[
          { value: "all", label: "All projects", hint: "Present and future ones" },
          { value: "some", label: "Some projects", hint: "Cannot create or delete any" },
        ]}
        error={submission.errorAt("projects")}
      />
      {draft.projects && (
        <fieldset class="check-list">
          <legend class="visually-hidden">Projects within reach</legend>
          {projects.map(({ id, name }) => (
            <Checkbox
              key={id}
              checked={draft.projects?.includes(id) ?? false}
              onChange={(chosen) => toggle(id, chosen)}
              label={
                <>
                  {name} <span class="mono muted small">{id}</span>
                </>
              }
            />
          ))}
          {!projects.length && <p class="hint">There are no projects yet.</p>}
        </fieldset>
      )}
    </>
  );
}
