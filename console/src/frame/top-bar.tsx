import type { JSX } from "preact";
import type { Me } from "../api/types.ts";
import { Badge } from "../components/badge.tsx";
import { Button } from "../components/button.tsx";
import { href } from "../router/router.ts";
import { HOME } from "../routes.ts";
import { signOut } from "../session/session.ts";

/** The bar on top of every page: where one is at large, and as whom. */
export function TopBar({ me, path }: { me: Me; path: string }): JSX.Element {
  const link = (to: string, title: string) => (
    <a href={href(to)} class="top-link" aria-current={path === to || path.startsWith(`${to}/`) ? "page" : undefined}>
      {title}
    </a>
  );
  return (
    <header class="top-bar">
      <a class="brand" href={href(HOME)}>
        <svg width="24" height="24" viewBox="0 0 32 32" aria-hidden="true" class="brand-mark">
          <rect width="32" height="32" rx="8" />
          <path d="M9 10.5h14M9 16h9M9 21.5h14" />
          <circle cx="23" cy="16" r="2" />
        </svg>
        <span>edgemock</span>
      </a>
      <nav aria-label="Account" class="top-nav">
        {link(HOME, "Projects")}
        {me.fullRights && link("/access-tokens", "Access tokens")}
        {link("/audit", "Audit")}
      </nav>
      <div class="top-user">
        {me.readOnly && <Badge tone="warn">Read-only</Badge>}
        <span class="top-name" title="The access token that you signed in with">
          {me.name}
        </span>
        <Button tone="quiet" small onClick={signOut}>
          Sign out
        </Button>
      </div>
    </header>
  );
}
