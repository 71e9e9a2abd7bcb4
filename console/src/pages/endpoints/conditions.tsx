import type { JSX } from "preact";
import type { Location } from "../../api/endpoint-types.ts";
import { Button } from "../../components/button.tsx";
import { FieldError } from "../../components/field-error.tsx";
import { WITHOUT_VALUE, type MockDraft } from "./mock-draft.ts";

type Conditions = MockDraft["conditions"];

const LOCATIONS: [Location, string][] = [
  ["query", "Query"],
  ["path", "Path"],
  ["header", "Header"],
  ["cookie", "Cookie"],
  ["body", "Body"],
  ["ip", "Address"],
];

const COMPARISONS: [string, string][] = [
  ["equal", "equals"],
  ["notEqual", "does not equal"],
  ["contains", "contains"],
  ["notContains", "does not contain"],
  ["startsWith", "starts with"],
  ["endsWith", "ends with"],
  ["regex", "matches"],
  ["greater", "is greater than"],
  ["greaterOrEqual", "is at least"],
  ["less", "is less than"],
  ["lessOrEqual", "is at most"],
  ["in", "is one of"],
  ["notIn", "is none of"],
  ["exists", "is there"],
  ["absent", "is not there"],
  ["empty", "is empty"],
  ["notEmpty", "is not empty"],
];

const NAMES: Record<Location, string> = { query: "parameter", path: "parameter", header: "header", cookie: "cookie", body: "$.user.id, or empty for all of it", ip: "" };

/** The conditions of a custom mock. `errorAt` tells what is wrong at a pointer. */
export function ConditionFields({ conditions, onChange, errorAt, disabled }: { conditions: Conditions; onChange: (conditions: Conditions) => void; errorAt: (pointer: string) => string | undefined; disabled: boolean }): JSX.Element {
  const set = (at: number, change: Partial<Conditions[number]>) => onChange(conditions.map((one, index) => (index === at ? { ...one, ...change } : one)));
  return (
    <fieldset class="conditions" disabled={disabled}>
      <legend>Answers requests where</legend>
      {!conditions.length && <p class="muted">Every request fits. Add a condition to answer some of them only.</p>}
      {conditions.map((one, at) => {
        const number = at + 1;
        const error = errorAt(`/conditions/${at}`);
        return (
          <div key={at} class="condition">
            <select class="input select" aria-label={`Where condition ${number} looks`} value={one.location} onChange={(event) => set(at, { location: event.currentTarget.value as Location })}>
              {LOCATIONS.map(([value, label]) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </select>
            {one.location !== "ip" && <input class="input mono" aria-label={`Name in condition ${number}`} placeholder={NAMES[one.location]} spellcheck={false} value={one.name} onInput={(event) => set(at, { name: event.currentTarget.value })} />}
            <select class="input select" aria-label={`Comparison of condition ${number}`} value={one.comparison} onChange={(event) => set(at, { comparison: event.currentTarget.value })}>
              {COMPARISONS.map(([value, label]) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </select>
            {!WITHOUT_VALUE.has(one.comparison) && <input class="input mono" aria-label={`Value of condition ${number}`} placeholder={one.location === "ip" ? "10.0.0.0/8" : "value"} spellcheck={false} value={one.value} onInput={(event) => set(at, { value: event.currentTarget.value })} />}
            <Button tone="quiet" small icon="close" label={`Remove condition ${number}`} onClick={() => onChange(conditions.filter((_, index) => index !== at))} />
            {error && <FieldError>{error}</FieldError>}
          </div>
        );
      })}
      <div>
        <Button small tone="quiet" icon="add" onClick={() => onChange([...conditions, { location: "query", name: "", comparison: "equal", value: "" }])}>
          Add condition
        </Button>
      </div>
    </fieldset>
  );
}
