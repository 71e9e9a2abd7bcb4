import type { JSX } from "preact";
import type { Allowance, RateLimit } from "../../api/types.ts";
import { Switch } from "../../components/choice.tsx";
import { SelectField } from "../../components/field.tsx";
import { NumberField } from "./number-field.tsx";

const USUAL: Allowance = { requests: 60, period: 60 };
const PERIODS = [
  { value: "10", label: "10 seconds" },
  { value: "60", label: "a minute" },
];

/** A limit for each caller, one for all together, or none. */
export function RateLimits({ limit, onChange, errorAt, disabled }: { limit: RateLimit | null; onChange: (limit: RateLimit | null) => void; errorAt: (name: string) => string | undefined; disabled: boolean }): JSX.Element {
  const { perCaller = null, perProject = null, headers = true, enforce = true } = limit ?? {};
  const set = (change: Partial<RateLimit>) => {
    const next = { perCaller, perProject, headers, enforce, ...change };
    onChange(next.perCaller || next.perProject ? next : null);
  };
  return (
    <>
      <AllowanceFields label="Limit each caller" hint="By its address" allowance={perCaller} onChange={(allowance) => set({ perCaller: allowance })} error={errorAt("perCaller")} disabled={disabled} />
      <AllowanceFields label="Limit all callers together" allowance={perProject} onChange={(allowance) => set({ perProject: allowance })} error={errorAt("perProject")} disabled={disabled} />
      {limit && (
        <>
          <Switch label="Tell how much is left" hint="In RateLimit headers of every answer" checked={headers} disabled={disabled} onChange={(checked) => set({ headers: checked })} />
          <Switch label="Refuse what is too much" hint="With 429. Otherwise the headers tell of it alone." checked={enforce} disabled={disabled} onChange={(checked) => set({ enforce: checked })} />
        </>
      )}
    </>
  );
}

function AllowanceFields({ label, hint, allowance, onChange, error, disabled }: { label: string; hint?: string; allowance: Allowance | null; onChange: (allowance: Allowance | null) => void; error: string | undefined; disabled: boolean }): JSX.Element {
  return (
    <div class="stack-tight" role="group" aria-label={label}>
      <Switch label={label} {...(hint && { hint })} checked={allowance !== null} disabled={disabled} onChange={(checked) => onChange(checked ? USUAL : null)} />
      {allowance && (
        <div class="allowance">
          <NumberField label="Requests" value={allowance.requests} disabled={disabled} onChange={(requests) => onChange({ ...allowance, requests })} error={error} />
          <SelectField label="in" value={String(allowance.period)} disabled={disabled} onChange={(period) => onChange({ ...allowance, period: Number(period) })} options={PERIODS} />
        </div>
      )}
    </div>
  );
}

/** "60 in 60 s for each caller". */
export function limitInWords(limit: RateLimit | null): string {
  const told = (allowance: Allowance | null | undefined, whose: string) => (allowance ? [`${allowance.requests} in ${allowance.period} s ${whose}`] : []);
  return [...told(limit?.perCaller, "for each caller"), ...told(limit?.perProject, "for all together")].join(", ") || "no limit";
}
