import type { ComponentChildren, JSX } from "preact";
import { useState } from "preact/hooks";
import { Badge } from "../components/badge.tsx";
import { Button } from "../components/button.tsx";
import { Icon } from "../components/icon.tsx";
import { classes } from "../lib/classes.ts";
import { childrenOf, hasChildren, nodeOf, rulesOf, typeOf, valuesOf, type Place, type Resolve, type SchemaNode } from "./schema.ts";

/** Levels that are open at first, while there are few lines. */
const OPEN_LEVELS = 2;
/** Children that are shown at once. */
const PAGE = 60;

export interface SchemaTreeProps {
  schema: unknown;
  place: Place;
  resolve: Resolve;
  /** Gets a part of the document that is not at hand. */
  onMissing?: ((reference: string) => void) | undefined;
  /** What stands at the end of a property's line. */
  extra?: ((node: SchemaNode) => ComponentChildren) | undefined;
}

/** A schema as a tree that opens level by level. Schemas that are part of themselves are made as far as they are opened. */
export function SchemaTree({ schema, place, resolve, onMissing, extra }: SchemaTreeProps): JSX.Element {
  const root = nodeOf("", schema, place, resolve);
  const about = <About node={root} resolve={resolve} />;
  return (
    <div class="schema">
      <div class="schema-root">{about}</div>
      {root.missing ? <Missing node={root} onMissing={onMissing} /> : <Level node={root} resolve={resolve} depth={0} onMissing={onMissing} extra={extra} />}
    </div>
  );
}

type More = Pick<SchemaTreeProps, "resolve" | "onMissing" | "extra">;

function Level({ node, depth, ...more }: More & { node: SchemaNode; depth: number }): JSX.Element | null {
  const [shown, setShown] = useState(PAGE);
  const children = childrenOf(node, more.resolve);
  if (!children.length) return null;
  return (
    <ul class="schema-level">
      {children.slice(0, shown).map((child, index) => (
        <Item key={`${index} ${child.name}`} node={child} depth={depth} open={depth < OPEN_LEVELS && children.length <= 12 && (depth === 0 ? children.length <= 6 : children.length <= 4)} {...more} />
      ))}
      {children.length > shown && (
        <li>
          <Button small tone="quiet" onClick={() => setShown(shown + 5 * PAGE)}>
            {children.length - shown} more
          </Button>
        </li>
      )}
    </ul>
  );
}

function Item({ node, depth, open: first, ...more }: More & { node: SchemaNode; depth: number; open: boolean }): JSX.Element {
  const [open, setOpen] = useState(first);
  const opens = hasChildren(node);
  const name = <span class={node.isProperty ? "schema-name" : "schema-word"}>{node.name}</span>;
  return (
    <li class="schema-item">
      <div class="schema-line">
        {opens ? (
          <button type="button" class="schema-toggle" aria-expanded={open} onClick={() => setOpen(!open)}>
            <span class={classes("tree-turn", open && "tree-turned")}>
              <Icon name="forward" size={12} />
            </span>
            {name}
          </button>
        ) : (
          <span class="schema-leaf">{name}</span>
        )}
        {node.required && <span class="schema-required">required</span>}
        <About node={node} resolve={more.resolve} />
        {more.extra?.(node)}
      </div>
      {node.missing && <Missing node={node} onMissing={more.onMissing} />}
      {opens && open && <Level node={node} depth={depth + 1} {...more} />}
    </li>
  );
}

function About({ node, resolve }: { node: SchemaNode; resolve: Resolve }): JSX.Element {
  const { schema } = node;
  const values = valuesOf(schema);
  const description = typeof schema["description"] === "string" ? schema["description"] : "";
  const mock = schema["x-apidog-mock"] ?? schema["x-apifox-mock"];
  return (
    <>
      <span class="schema-type">{typeOf(node, resolve)}</span>
      {node.cyclic && <Badge tone="accent">as above</Badge>}
      {rulesOf(schema).map((rule) => (
        <code key={rule} class="schema-rule">
          {rule}
        </code>
      ))}
      {values.slice(0, 12).map((value) => (
        <code key={value} class="schema-rule">
          {value}
        </code>
      ))}
      {values.length > 12 && <span class="muted small">and {values.length - 12} more</span>}
      {typeof mock === "string" && <code class="schema-mock">{mock}</code>}
      {description && <span class="schema-description">{description}</span>}
    </>
  );
}

function Missing({ node, onMissing }: { node: SchemaNode; onMissing: SchemaTreeProps["onMissing"] }): JSX.Element {
  const reference = node.missing ?? "";
  return (
    <p class="schema-missing">
      {onMissing && reference.startsWith("#/") ? (
        <Button small icon="down" onClick={() => onMissing(reference)}>
          Show {node.title}
        </Button>
      ) : (
        <>
          <code>{reference}</code> leads to nothing in the document.
        </>
      )}
    </p>
  );
}
