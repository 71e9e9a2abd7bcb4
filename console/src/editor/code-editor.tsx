import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { FieldError } from "../components/field-error.tsx";
import { classes } from "../lib/classes.ts";
import type { Editor, Language } from "./codemirror.ts";

interface CodeEditorProps {
  label: string;
  hideLabel?: boolean;
  hint?: JSX.Element | string;
  value: string;
  onInput: (value: string) => void;
  language: Language;
  /** Lines that are to be seen. */
  rows?: number;
  disabled?: boolean;
  error?: string | undefined;
}

/** An editor for code. Until it is loaded, and where it cannot be, a plain field for text. */
export function CodeEditor({ label, hideLabel, hint, value, onInput, language, rows = 10, disabled = false, error }: CodeEditorProps): JSX.Element {
  const host = useRef<HTMLDivElement>(null);
  const editor = useRef<Editor | undefined>(undefined);
  const heard = useRef(onInput);
  heard.current = onInput;
  const [loaded, setLoaded] = useState(false);
  const latest = useRef(value);
  latest.current = value;
  useEffect(() => {
    let wanted = true;
    import("./codemirror.ts").then(
      ({ makeEditor }) => {
        if (!wanted || !host.current) return;
        editor.current = makeEditor({ host: host.current, value: latest.current, language, label, readOnly: disabled, onInput: (text) => heard.current(text) });
        setLoaded(true);
      },
      // The field stays.
      () => undefined,
    );
    return () => {
      wanted = false;
      editor.current?.destroy();
      editor.current = undefined;
    };
  }, [language]);
  useEffect(() => editor.current?.measure(), [loaded]);
  useEffect(() => editor.current?.set(value), [value]);
  useEffect(() => editor.current?.setReadOnly(disabled), [disabled, loaded]);
  return (
    <div class={classes("field", error && "field-wrong")}>
      <span class={hideLabel ? "visually-hidden" : "field-title"} onClick={() => editor.current?.focus()}>
        {label}
      </span>
      {hint && <p class="hint">{hint}</p>}
      {!loaded && <textarea class="input mono" rows={rows} aria-label={label} spellcheck={false} value={value} disabled={disabled} onInput={(event) => onInput(event.currentTarget.value)} />}
      <div ref={host} class={classes("code-editor", !loaded && "code-editor-coming")} style={{ height: `${rows * 1.22 + 1}rem` }} />
      {error && <FieldError announced>{error}</FieldError>}
    </div>
  );
}
