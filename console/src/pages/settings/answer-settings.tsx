import type { JSX } from "preact";
import { useId } from "preact/hooks";
import { invalidate } from "../../api/cache.ts";
import type { MockSettings, RateLimit } from "../../api/types.ts";
import { Button } from "../../components/button.tsx";
import { RadioCards, Switch } from "../../components/choice.tsx";
import { Conflict } from "../../components/conflict.tsx";
import { SelectField, TextField } from "../../components/field.tsx";
import { Form, FormError } from "../../components/form.tsx";
import { Card, Section } from "../../components/page.tsx";
import { useDraft, type FieldConflict } from "./draft.ts";
import { Limits } from "./limits.tsx";
import { LOCALES, timeZones } from "./locales.ts";
import { limitInWords } from "./rate-limit.tsx";

/** How answers are made and requests are checked: changed as one, and saved with a button. */
export function AnswerSettings({ project, settings, disabled }: { project: string; settings: MockSettings; disabled: boolean }): JSX.Element {
  const draft = useDraft(project, settings);
  const { values, set, submission } = draft;
  const zones = useId();
  const flag = (name: "acceptLanguage" | "requestValidation" | "securityValidation") => ({
    checked: values[name],
    disabled,
    onChange: (checked: boolean) => set({ [name]: checked }),
    error: submission.errorAt(name),
  });
  const known = LOCALES.some(({ value }) => value === values.locale);
  return (
    <Form onSubmit={() => void draft.save()} label="How answers are made">
      <Section title="Answers">
        <Card>
          <RadioCards
            legend="Default method"
            value={values.exampleFirst ? "example" : "smart"}
            disabled={disabled}
            onChange={(method) => set({ exampleFirst: method === "example" })}
            options={[
              { value: "smart", label: "Made-up data", hint: "Every answer is made by the schema and the names of its fields" },
              { value: "example", label: "Examples first", hint: "The document's first example where one fits its schema, otherwise made-up data" },
            ]}
            error={submission.errorAt("exampleFirst")}
          />
          <div class="field-pair">
            <SelectField
              label="Locale"
              hint="The language of names, places and texts."
              value={values.locale}
              disabled={disabled}
              onChange={(locale) => set({ locale })}
              options={known ? LOCALES : [...LOCALES, { value: values.locale, label: values.locale }]}
              error={submission.errorAt("locale")}
            />
            <div>
              <TextField label="Time zone" hint="In which moments are written: an IANA name." value={values.timeZone} disabled={disabled} onInput={(timeZone) => set({ timeZone })} list={zones} error={submission.errorAt("timeZone")} />
              <datalist id={zones}>
                {timeZones().map((zone) => (
                  <option key={zone} value={zone} />
                ))}
              </datalist>
            </div>
          </div>
          <Switch label="Follow Accept-Language" hint="Callers may ask for another language by this header." {...flag("acceptLanguage")} />
        </Card>
      </Section>
      <Section title="Validation">
        <Card>
          <Switch label="Check requests" hint="Requests whose parameters or body do not fit the document are refused, with the reasons." {...flag("requestValidation")} />
          <Switch label="Check credentials" hint="The credentials that the document asks for have to be there, in form. Their value does not matter." {...flag("securityValidation")} />
        </Card>
      </Section>
      <Limits draft={draft} disabled={disabled} />
      <FormError of={submission} />
      {draft.conflicts.length > 0 && (
        <Conflicts
          conflicts={draft.conflicts}
          busy={submission.busy}
          onMine={() => void draft.save(true)}
          onTheirs={() => {
            draft.discard();
            invalidate(`/projects/${project}/mock-settings`);
          }}
        />
      )}
      {draft.dirty && draft.conflicts.length === 0 && (
        <div class="save-bar">
          <span>There are changes that are not saved.</span>
          <div class="row">
            <Button onClick={draft.discard} disabled={submission.busy}>
              Discard
            </Button>
            <Button type="submit" tone="primary" busy={submission.busy}>
              Save changes
            </Button>
          </div>
        </div>
      )}
    </Form>
  );
}

const TITLES: Record<string, string> = {
  exampleFirst: "Examples first",
  locale: "Locale",
  timeZone: "Time zone",
  acceptLanguage: "Follow Accept-Language",
  requestValidation: "Check requests",
  securityValidation: "Check credentials",
  maxBodyBytes: "Size of a body, in bytes",
  maxBodyDepth: "Nesting",
  rateLimit: "Requests in a time",
};

/** Which settings both changed. */
function Conflicts({ conflicts, ...decisions }: { conflicts: FieldConflict[]; busy: boolean; onMine: () => void; onTheirs: () => void }): JSX.Element {
  const shown = (value: unknown) => (typeof value === "boolean" ? (value ? "on" : "off") : typeof value === "object" ? limitInWords(value as RateLimit | null) : String(value));
  return (
    <Conflict {...decisions}>
      <ul>
        {conflicts.map(({ field, mine, theirs }) => (
          <li key={field}>
            {TITLES[field] ?? field}: now <strong>{shown(theirs)}</strong>, yours is <strong>{shown(mine)}</strong>
          </li>
        ))}
      </ul>
    </Conflict>
  );
}
