import type { ComponentChildren, JSX } from "preact";
import { useId } from "preact/hooks";
import { FieldError } from "./field-error.tsx";

/** On or off, at once or with the form around it; its label stands beside it. */
export function Switch({ label, hint, checked, onChange, disabled, error, hideLabel }: { label: string; hint?: ComponentChildren; checked: boolean; onChange: (checked: boolean) => void; disabled?: boolean | undefined; error?: string | undefined; hideLabel?: boolean }): JSX.Element {
  const id = useId();
  return (
    <div class="switch-row">
      <input
        id={id}
        class="switch"
        type="checkbox"
        role="switch"
        checked={checked}
        disabled={disabled}
        aria-describedby={hint !== undefined ? `${id}-hint` : undefined}
        onChange={(event) => {
          const wanted = event.currentTarget.checked;
          // It moves when what it stands for has changed: that may be asked about first, or fail.
          event.currentTarget.checked = checked;
          onChange(wanted);
        }}
      />
      <div>
        <label for={id} class={hideLabel ? "visually-hidden" : undefined}>
          {label}
        </label>
        {hint !== undefined && (
          <p class="hint" id={`${id}-hint`}>
            {hint}
          </p>
        )}
        {error && <FieldError>{error}</FieldError>}
      </div>
    </div>
  );
}

/** A box to tick. */
export function Checkbox({ label, checked, onChange, disabled }: { label: ComponentChildren; checked: boolean; onChange: (checked: boolean) => void; disabled?: boolean }): JSX.Element {
  return (
    <label class="checkbox">
      <input type="checkbox" checked={checked} disabled={disabled} onChange={(event) => onChange(event.currentTarget.checked)} />
      <span>{label}</span>
    </label>
  );
}

/** One of a few that need a line of explanation each. */
export function RadioCards<T extends string>({ legend, value, options, onChange, disabled, error }: { legend: string; value: T; options: { value: T; label: string; hint?: ComponentChildren }[]; onChange: (value: T) => void; disabled?: boolean | undefined; error?: string | undefined }): JSX.Element {
  const name = useId();
  return (
    <fieldset class="radio-cards" disabled={disabled}>
      <legend>{legend}</legend>
      {options.map((option) => (
        <label key={option.value} class="radio-card">
          <input type="radio" name={name} checked={option.value === value} onChange={() => onChange(option.value)} />
          <span>
            <strong>{option.label}</strong>
            {option.hint !== undefined && <span class="hint">{option.hint}</span>}
          </span>
        </label>
      ))}
      {error && <FieldError>{error}</FieldError>}
    </fieldset>
  );
}
