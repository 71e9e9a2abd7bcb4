import type { JSX } from "preact";
import type { Sample } from "../../api/endpoint-types.ts";
import { Icon } from "../../components/icon.tsx";
import type { Previewed } from "./use-preview.ts";

/** What a property of a name would hold. */
export function SampleValues({ sample, name }: { sample: Previewed<Sample>; name: string }): JSX.Element {
  const { data, error, busy } = sample;
  const values = (data?.values ?? []).map((value) => (value as Record<string, unknown> | null)?.[name]);
  return (
    <section class="sample" aria-label="Samples" aria-busy={busy}>
      <p class="sample-title">Samples</p>
      {error && (
        <p class="field-error">
          <Icon name="alert" size={14} />
          {error.message}
        </p>
      )}
      {data?.problems.map(({ message }) => (
        <p key={message} class="field-error">
          <Icon name="alert" size={14} />
          {message}
        </p>
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
