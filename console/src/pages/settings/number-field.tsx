import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { TextField } from "../../components/field.tsx";

/** A number that may, while it is typed, be none yet. */
export function NumberField({ label, hint, value, disabled, onChange, error }: { label: string; hint?: string; value: number; disabled: boolean; onChange: (value: number) => void; error: string | undefined }): JSX.Element {
  const [typed, setTyped] = useState<{ text: string; value: number }>();
  // Somebody else's value, or one that was discarded, takes the place of what was typed.
  const text = typed && Object.is(typed.value, value) ? typed.text : String(value);
  return (
    <TextField
      label={label}
      {...(hint !== undefined && { hint })}
      inputMode="numeric"
      value={text}
      disabled={disabled}
      onInput={(next) => {
        const number = next.trim() === "" ? 0 : Number(next);
        const sent = Number.isFinite(number) ? number : 0;
        setTyped({ text: next, value: sent });
        onChange(sent);
      }}
      error={error}
    />
  );
}
