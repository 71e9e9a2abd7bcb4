import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { Button } from "../../components/button.tsx";
import { Icon } from "../../components/icon.tsx";
import { classes } from "../../lib/classes.ts";

/** Takes files that are dropped anywhere on the page, which they would take away otherwise; tells whether one is held over it. */
export function useFileDrop(onFile: (file: File) => void, disabled: boolean): boolean {
  const [over, setOver] = useState(false);
  useEffect(() => {
    const drag = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes("Files")) return;
      event.preventDefault();
      setOver(!disabled);
    };
    const leave = (event: DragEvent) => event.relatedTarget === null && setOver(false);
    const drop = (event: DragEvent) => {
      const file = event.dataTransfer?.files[0];
      if (!file) return;
      event.preventDefault();
      setOver(false);
      if (!disabled) onFile(file);
    };
    addEventListener("dragover", drag);
    addEventListener("dragleave", leave);
    addEventListener("drop", drop);
    return () => {
      removeEventListener("dragover", drag);
      removeEventListener("dragleave", leave);
      removeEventListener("drop", drop);
    };
  }, [disabled, onFile]);
  return over;
}

/** Where a file is chosen, or dropped; `over` while one is held over the page. */
export function DropZone({ onFile, over, disabled }: { onFile: (file: File) => void; over: boolean; disabled: boolean }): JSX.Element {
  const input = useRef<HTMLInputElement>(null);
  return (
    <div class={classes("drop-zone", over && "drop-zone-over")}>
      <Icon name="upload" size={24} />
      <p>
        <strong>Drop a file here</strong>
      </p>
      <p class="hint">OpenAPI 3 or Swagger 2 as JSON or YAML, a Postman collection, an Apidog or Apifox project file</p>
      <input
        ref={input}
        type="file"
        class="visually-hidden"
        aria-label="File to import"
        tabIndex={-1}
        accept=".json,.yaml,.yml,application/json,text/yaml"
        disabled={disabled}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          if (file) onFile(file);
          event.currentTarget.value = "";
        }}
      />
      <Button onClick={() => input.current?.click()} disabled={disabled}>
        Choose a file
      </Button>
    </div>
  );
}
