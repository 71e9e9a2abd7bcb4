import type { ComponentChildren, JSX, Ref, TargetedMouseEvent } from "preact";
import { classes } from "../lib/classes.ts";
import { Icon, type IconName } from "./icon.tsx";

export type Tone = "primary" | "plain" | "quiet" | "danger";

interface Look {
  tone?: Tone;
  icon?: IconName | undefined;
  small?: boolean;
  children?: ComponentChildren;
  /** The name of a button that is an icon alone; also its tooltip. */
  label?: string | undefined;
}

export interface ButtonProps extends Look {
  type?: "button" | "submit";
  /** Its work is under way: it cannot be pressed again. */
  busy?: boolean;
  disabled?: boolean;
  onClick?: ((event: TargetedMouseEvent<HTMLButtonElement>) => void) | undefined;
  buttonRef?: Ref<HTMLButtonElement>;
  class?: string;
  /** Further attributes, such as `aria-expanded`. */
  [more: `aria-${string}` | `data-${string}`]: unknown;
}

function look({ tone = "plain", small, icon, children }: Look, more?: string): string {
  return classes("button", `button-${tone}`, small && "button-small", icon && !children && "button-icon", more);
}

/** Does something on this page. */
export function Button({ tone, icon, small, children, label, type = "button", busy, disabled, onClick, buttonRef, class: more, ...rest }: ButtonProps): JSX.Element {
  return (
    <button
      {...rest}
      ref={buttonRef ?? null}
      type={type}
      class={look({ tone: tone ?? "plain", small: small ?? false, icon, children }, more)}
      disabled={disabled || busy}
      aria-busy={busy || undefined}
      aria-label={label}
      title={label}
      onClick={onClick}
    >
      {busy ? <span class="spinner" aria-hidden="true" /> : icon && <Icon name={icon} />}
      {children}
    </button>
  );
}

/** Goes to another page, and looks like a button. */
export function LinkButton({ href, tone, icon, small, children, label }: Look & { href: string }): JSX.Element {
  return (
    <a class={look({ tone: tone ?? "plain", small: small ?? false, icon, children })} href={href} aria-label={label} title={label}>
      {icon && <Icon name={icon} />}
      {children}
    </a>
  );
}
