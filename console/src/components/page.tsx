import type { ComponentChildren, JSX } from "preact";

/** The head of a page: what it is, a line about it, what can be done. The heading gets the focus when the page opens. */
export function PageHeader({ title, children, actions }: { title: ComponentChildren; children?: ComponentChildren; actions?: ComponentChildren }): JSX.Element {
  return (
    <header class="page-header">
      <div class="page-title">
        <h1 tabIndex={-1}>{title}</h1>
        {children && <p class="lead">{children}</p>}
      </div>
      {actions && <div class="page-actions">{actions}</div>}
    </header>
  );
}

/** A part of a page, with a heading. */
export function Section({ title, children, hint, actions }: { title: string; children: ComponentChildren; hint?: ComponentChildren; actions?: ComponentChildren }): JSX.Element {
  return (
    <section class="section">
      <header class="section-header">
        <div>
          <h2>{title}</h2>
          {hint && <p class="hint">{hint}</p>}
        </div>
        {actions && <div class="page-actions">{actions}</div>}
      </header>
      {children}
    </section>
  );
}

/** Nothing is here yet: says what will be, and offers the next step. */
export function EmptyState({ title, children, actions }: { title: string; children?: ComponentChildren; actions?: ComponentChildren }): JSX.Element {
  return (
    <div class="empty">
      <h2>{title}</h2>
      {children && <p>{children}</p>}
      {actions && <div class="empty-actions">{actions}</div>}
    </div>
  );
}

/** A frame around what belongs together. */
export function Card({ children }: { children: ComponentChildren }): JSX.Element {
  return <div class="card">{children}</div>;
}
