import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { Button } from "../../components/button.tsx";
import { Icon } from "../../components/icon.tsx";
import { classes } from "../../lib/classes.ts";

/** Takes a file: chosen, or dropped anywhere on the page. */
export function DropZone({ onFile, disabled }: { onFile: (file: File) => void; disabled: boolean }): JSX.Element {
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  useEffect(() => {
    if (disabled) return;
    // A file that is dropped beside the zone must not take the page away.
    const drag = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes("Files")) return;
      event.preventDefault();
      setOver(true);
    };
    const leave = (event: DragEvent) => event.relatedTarget === null && setOver(false);
    const drop = (event: DragEvent) => {
      const file = event.dataTransfer?.files[0];
      if (!file) return;
      event.preventDefault();
      setOver(false);
      onFile(file);
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
