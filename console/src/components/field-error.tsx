import type { ComponentChildren, JSX } from "preact";
import { Icon } from "./icon.tsx";

/** Why something is not accepted, in the place that it is about. `announced` reads it out at once, where no field refers to it. */
export function FieldError({ id, announced, children }: { id?: string; announced?: boolean; children: ComponentChildren }): JSX.Element {
  return (
    <p class="field-error" id={id} role={announced ? "alert" : undefined}>
      <Icon name="alert" size={14} />
      {children}
    </p>
  );
}
