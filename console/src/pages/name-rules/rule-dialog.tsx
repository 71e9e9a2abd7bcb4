import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { Sample } from "../../api/endpoint-types.ts";
import { Button } from "../../components/button.tsx";
import { Checkbox } from "../../components/choice.tsx";
import { Dialog, DialogActions } from "../../components/dialog.tsx";
import { SelectField, TextField } from "../../components/field.tsx";
import { Form, FormError, useSubmission } from "../../components/form.tsx";
import { SampleValues } from "../endpoints/sample-values.tsx";
import { usePreview } from "../endpoints/use-preview.ts";
import { fits, likelyName, sentRule, TYPES, type Rule } from "./rule.ts";

const NEW: Rule = { pattern: "", match: "wildcard", types: [], expression: "" };

/** Makes or changes a name rule, with samples of what it makes. */
export function RuleDialog({ project, rule, at, onSave, onClose }: { project: string; rule: Rule | undefined; at: number; onSave: (rule: Rule) => Promise<void>; onClose: () => void }): JSX.Element {
  const [draft, setDraft] = useState<Rule>(rule ?? NEW);
  const [name, setName] = useState<string>();
  const submission = useSubmission();
  const tried = name ?? likelyName(draft.pattern);
  const matches = fits(draft, tried);
  const type = draft.types[0] ?? "string";
  const sample = usePreview<Sample>(
    `/projects/${project}/sample`,
    draft.pattern && draft.expression ? { count: 4, builtInNameRules: false, nameRules: [sentRule(draft)], schema: { type: "object", required: [tried], properties: { [tried]: { type } } } } : undefined,
  );
  const here = `nameRules/${at}`;
  return (
    <Dialog title={rule ? "Name rule" : "New name rule"} onClose={onClose}>
      <Form onSubmit={async () => (await submission.send(() => onSave(draft))) && onClose()}>
        <div class="form-columns">
          <TextField label="Property names like" mono autofocus value={draft.pattern} placeholder={draft.match === "regex" ? "_id$" : "*_iban"} error={submission.errorAt(`${here}/pattern`)} onInput={(pattern) => setDraft({ ...draft, pattern })} />
          <SelectField
            label="Read as"
            value={draft.match}
            options={[
              { value: "wildcard", label: "Wildcards: * and ?" },
              { value: "regex", label: "Regular expression" },
            ]}
            onChange={(match) => setDraft({ ...draft, match: match as Rule["match"] })}
          />
        </div>
        <fieldset class="types">
          <legend>Only for properties of type</legend>
          <div class="row">
            {TYPES.map((one) => (
              <Checkbox key={one} label={one} checked={draft.types.includes(one)} onChange={(on) => setDraft({ ...draft, types: on ? [...draft.types, one] : draft.types.filter((other) => other !== one) })} />
            ))}
          </div>
        </fieldset>
        <TextField label="Hold" mono value={draft.expression} placeholder="{{$finance.iban}}" error={submission.errorAt(`${here}/expression`, here)} onInput={(expression) => setDraft({ ...draft, expression })} />
        <TextField label="Try with the property" mono value={tried} onInput={setName} />
        {matches === false && draft.pattern && <p class="muted">The rule does not match this name.</p>}
        {matches === undefined && <p class="field-error">The pattern is no regular expression.</p>}
        {matches && draft.expression && <SampleValues sample={sample} name={tried} />}
        <FormError of={submission} />
        <DialogActions>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" tone="primary" busy={submission.busy} disabled={!draft.pattern || !draft.expression}>
            Save
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  );
}
