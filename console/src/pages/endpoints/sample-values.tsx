import type { JSX } from "preact";
import type { Sample } from "../../api/endpoint-types.ts";
import { FieldError } from "../../components/field-error.tsx";
import type { Previewed } from "./use-preview.ts";

/** What a property of a name would hold. */
export function SampleValues({ sample, name }: { sample: Previewed<Sample>; name: string }): JSX.Element {
  const { data, error, busy } = sample;
  const values = (data?.values ?? []).map((value) => (value as Record<string, unknown> | null)?.[name]);
  return (
    <section class="sample" aria-label="Samples" aria-busy={busy}>
      <p class="sample-title">Samples</p>
      {error && <FieldError>{error.message}</FieldError>}
      {data?.problems.map(({ message }) => (
        <FieldError key={message}>{message}</FieldError>
      ))}
      {!error && (
        <ul class="sample-values">
          {values.map((value, index) => (
            <li key={index}>
              <code>{JSON.stringify(value) ?? "—"}</code>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
