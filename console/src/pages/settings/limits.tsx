import type { JSX } from "preact";
import { Card, Section } from "../../components/page.tsx";
import type { Draft } from "./draft.ts";
import { NumberField } from "./number-field.tsx";
import { RateLimits } from "./rate-limit.tsx";

/** How large answers may become, and how many there are in a time. */
export function Limits({ draft: { values, set, submission }, disabled }: { draft: Draft; disabled: boolean }): JSX.Element {
  return (
    <>
      <Section title="Size of answers" hint="From there on an answer holds only what its schema demands.">
        <Card>
          <div class="field-pair">
            <NumberField
              label="Size of a body, in KiB"
              hint="1 to 4096"
              value={values.maxBodyBytes / 1024}
              disabled={disabled}
              onChange={(kilobytes) => set({ maxBodyBytes: Math.round(kilobytes * 1024) })}
              error={submission.errorAt("maxBodyBytes")}
            />
            <NumberField label="Nesting, in levels" hint="1 to 14" value={values.maxBodyDepth} disabled={disabled} onChange={(maxBodyDepth) => set({ maxBodyDepth })} error={submission.errorAt("maxBodyDepth")} />
          </div>
        </Card>
      </Section>
      <Section title="Requests in a time" hint="Who sends more is told to wait, as a real API would.">
        <Card>
          <RateLimits limit={values.rateLimit} onChange={(rateLimit) => set({ rateLimit })} errorAt={(name) => submission.errorAt(`rateLimit/${name}`)} disabled={disabled} />
        </Card>
      </Section>
    </>
  );
}
