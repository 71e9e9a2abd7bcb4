import type { ComponentChildren, JSX } from "preact";
import { useId } from "preact/hooks";
import { classes } from "../lib/classes.ts";
import { FieldError } from "./field-error.tsx";
import { Marked } from "./marked.tsx";

/** What the control of a field has to carry, so that its label, hint and fault are read out with it. */
export interface Wiring {
  id: string;
  "aria-describedby": string | undefined;
  "aria-invalid": true | undefined;
}

interface FieldProps {
  label: string;
  /** What to know before filling it in. */
  hint?: ComponentChildren;
  /** Why it is not accepted. */
  error?: string | undefined;
  /** The control. */
  children: (wiring: Wiring) => JSX.Element;
  /** Reads its label out, and does not show it. */
  hideLabel?: boolean;
}

/** A label, a control, a hint and a fault. */
export function Field({ label, hint, error, children, hideLabel }: FieldProps): JSX.Element {
  const id = useId();
  const described = classes(hint !== undefined && `${id}-hint`, error && `${id}-error`);
  return (
    <div class={classes("field", error && "field-wrong")}>
      <label for={id} class={hideLabel ? "visually-hidden" : undefined}>
        {label}
      </label>
      {hint !== undefined && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {children({ id, "aria-describedby": described || undefined, "aria-invalid": error ? true : undefined })}
      {error && (
        <FieldError id={`${id}-error`}>
          <span>
            <Marked text={error} />
          </span>
        </FieldError>
      )}
    </div>
  );
}

interface TextProps extends Omit<FieldProps, "children"> {
  value: string;
  onInput: (value: string) => void;
  type?: "text" | "password" | "number" | "date" | "url" | "search";
  placeholder?: string;
  disabled?: boolean;
  mono?: boolean;
  autocomplete?: string;
  /** Gets the focus when a dialog opens. */
  autofocus?: boolean;
  inputMode?: "numeric" | "text" | "url";
  list?: string;
  min?: string;
  max?: string;
}

/** One line of text. */
export function TextField({ value, onInput, type = "text", placeholder, disabled, mono, autocomplete = "off", autofocus, inputMode, list, min, max, ...field }: TextProps): JSX.Element {
  return (
    <Field {...field}>
      {(wiring) => (
        <input
          {...wiring}
          class={classes("input", mono && "mono")}
          // Preact's types have each kind of input by itself.
          type={type as "text"}
          value={value}
          placeholder={placeholder}
          disabled={disabled}
          autocomplete={autocomplete}
          spellcheck={false}
          inputMode={inputMode}
          list={list}
          min={min}
          max={max}
          data-autofocus={autofocus || undefined}
          onInput={(event) => onInput(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}

/** Several lines of text. */
export function TextArea({ value, onInput, rows = 6, placeholder, disabled, mono, ...field }: Omit<FieldProps, "children"> & { value: string; onInput: (value: string) => void; rows?: number; placeholder?: string; disabled?: boolean; mono?: boolean }): JSX.Element {
  return (
    <Field {...field}>
      {(wiring) => (
        <textarea
          {...wiring}
          class={classes("input", mono && "mono")}
          rows={rows}
          value={value}
          placeholder={placeholder}
          disabled={disabled}
          spellcheck={false}
          onInput={(event) => onInput(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}

export interface Option {
  value: string;
  label: string;
}

/** One of a few. */
export function SelectField({ value, onChange, options, disabled, ...field }: Omit<FieldProps, "children"> & { value: string; onChange: (value: string) => void; options: Option[]; disabled?: boolean }): JSX.Element {
  return (
    <Field {...field}>
      {(wiring) => (
        <select {...wiring} class="input select" value={value} disabled={disabled} onChange={(event) => onChange(event.currentTarget.value)}>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
