import type { ComponentChildren, JSX } from "preact";
import { Icon, type IconName } from "./icon.tsx";

type Tone = "info" | "good" | "warn" | "bad";
const ICONS: Record<Tone, IconName> = { info: "info", good: "check", warn: "alert", bad: "alert" };

/** Something to know, in the place that it is about. Bad ones are read out at once. */
export function Notice({ tone = "info", title, children, action }: { tone?: Tone; title?: string; children?: ComponentChildren; action?: ComponentChildren }): JSX.Element {
  return (
    <div class={`notice notice-${tone}`} role={tone === "bad" ? "alert" : undefined}>
      <Icon name={ICONS[tone]} />
      <div class="notice-text">
        {title && <strong>{title}</strong>}
        {children && <div>{children}</div>}
      </div>
      {action && <div class="notice-action">{action}</div>}
    </div>
  );
}
