import type { JSX, TargetedKeyboardEvent } from "preact";
import { useEffect, useId, useMemo, useRef, useState } from "preact/hooks";
import type { ListedEndpoint } from "../../api/types.ts";
import { Method } from "../../components/badge.tsx";
import { Button } from "../../components/button.tsx";
import { Icon } from "../../components/icon.tsx";
import { classes } from "../../lib/classes.ts";
import { moved, rowsOf, search, searchTexts, treeOf, type Row } from "../../mock/endpoint-tree.ts";
import { VirtualLines } from "../../virtual/virtual-list.tsx";

/** How high a line is, in rem. */
const LINE = 2.625;

/** What the tree of a project looked like when it was last seen, by the project. */
const remembered = new Map<string, { query: string; closed: ReadonlySet<string>; top: number }>();

interface TreeProps {
  /** Under which its state is kept while the tab is open. */
  name: string;
  endpoints: ListedEndpoint[];
  selected: number | undefined;
  /** The address of an endpoint. */
  to: (endpoint: ListedEndpoint) => string;
}

/** All endpoints in their folders, with a search. Works as ARIA's tree pattern has it, and renders what is in sight alone. */
export function EndpointTree({ name, endpoints, selected, to }: TreeProps): JSX.Element {
  const base = useId();
  const before = remembered.get(name);
  const [query, setQuery] = useState(before?.query ?? "");
  const [closed, setClosed] = useState<ReadonlySet<string>>(before?.closed ?? new Set());
  const [active, setActive] = useState<string>();
  const scroller = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const tree = useMemo(() => treeOf(endpoints), [endpoints]);
  const texts = useMemo(() => searchTexts(endpoints), [endpoints]);
  const found = useMemo(() => search(endpoints, texts, query), [endpoints, texts, query]);
  const rows = useMemo(() => rowsOf(tree, closed, found), [tree, closed, found]);
  const selectedKey = selected === undefined ? undefined : `e:${selected}`;
  const at = rows.findIndex(({ key }) => key === (active ?? selectedKey));

  useEffect(() => {
    if (scroller.current && before) scroller.current.scrollTop = before.top;
  }, []);
  useEffect(() => {
    const keep = () => remembered.set(name, { query, closed, top: scroller.current?.scrollTop ?? 0 });
    keep();
    const element = scroller.current;
    element?.addEventListener("scroll", keep, { passive: true });
    return () => element?.removeEventListener("scroll", keep);
  }, [name, query, closed]);
  // Whoever comes to an endpoint by a link finds it in the tree.
  useEffect(() => {
    const folder = endpoints.find(({ id }) => id === selected)?.folder;
    setActive(undefined);
    if (folder) setClosed((now) => ([...now].some((path) => folder === path || folder.startsWith(`${path}/`)) ? new Set([...now].filter((path) => folder !== path && !folder.startsWith(`${path}/`))) : now));
  }, [selected, endpoints]);

  const toggle = (path: string) => {
    const next = new Set(closed);
    if (!next.delete(path)) next.add(path);
    setClosed(next);
  };
  const open = (row: Row | undefined) => {
    if (row?.folder) toggle(row.folder.path);
    else if (row?.endpoint) location.hash = to(row.endpoint).replace(/^#/, "");
  };
  const keyed = (event: TargetedKeyboardEvent<HTMLDivElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      open(rows[at]);
    } else if (event.key.length === 1) {
      // Typing searches.
      field.current?.focus();
    } else {
      const move = moved(rows, Math.max(at, 0), event.key);
      if (!move) return;
      event.preventDefault();
      if (move.toggle !== undefined) toggle(move.toggle);
      const target = move.to === undefined ? undefined : rows[at < 0 && event.key === "ArrowDown" ? 0 : move.to];
      if (target) setActive(target.key);
    }
  };
  const searched = (event: TargetedKeyboardEvent<HTMLInputElement>) => {
    const first = rows.find((row) => row.endpoint);
    if (event.key === "Escape" && query) setQuery("");
    else if (event.key === "Enter" && first) open(first);
    else if (event.key === "ArrowDown" && rows.length) {
      setActive((found ? first : rows[0])?.key);
      scroller.current?.focus();
    } else return;
    event.preventDefault();
  };

  return (
    <div class="endpoint-tree">
      <div class="tree-search">
        <Icon name="search" />
        <input
          ref={field}
          class="input"
          type="search"
          placeholder="Search endpoints"
          aria-label="Search endpoints"
          aria-controls={`${base}-tree`}
          spellcheck={false}
          autocomplete="off"
          value={query}
          onInput={(event) => {
            setQuery(event.currentTarget.value);
            setActive(undefined);
            if (scroller.current) scroller.current.scrollTop = 0;
          }}
          onKeyDown={searched}
        />
        {query && <Button tone="quiet" small icon="close" label="Clear search" onClick={() => (setQuery(""), field.current?.focus())} />}
      </div>
      <p class="visually-hidden" role="status">
        {found ? `${found.size} of ${endpoints.length} endpoints found` : ""}
      </p>
      {rows.length ? (
        <div
          ref={scroller}
          id={`${base}-tree`}
          class="tree"
          role="tree"
          aria-label="Endpoints"
          tabIndex={0}
          aria-activedescendant={at >= 0 ? `${base}-${rows[at]?.key}` : undefined}
          onKeyDown={keyed}
        >
          <VirtualLines role="presentation" scroller={scroller} count={rows.length} height={LINE} current={at < 0 ? undefined : at} render={(index) => <TreeRow key={rows[index]?.key} row={rows[index]!} id={`${base}-${rows[index]?.key}`} active={index === at} selected={rows[index]?.key === selectedKey} to={to} onToggle={toggle} />} />
        </div>
      ) : (
        <p class="tree-none">
          {found ? (
            <>
              Nothing has <strong>{query}</strong> in its method, path, name or folder.
            </>
          ) : (
            "No endpoints yet."
          )}
        </p>
      )}
      <p class="tree-count">{found ? `${found.size} of ${endpoints.length}` : `${endpoints.length} ${endpoints.length === 1 ? "endpoint" : "endpoints"}`}</p>
    </div>
  );
}

function TreeRow({ row, id, active, selected, to, onToggle }: { row: Row; id: string; active: boolean; selected: boolean; to: (endpoint: ListedEndpoint) => string; onToggle: (path: string) => void }): JSX.Element {
  const { folder, endpoint } = row;
  const common = {
    id,
    role: "treeitem" as const,
    "aria-level": row.depth + 1,
    "aria-posinset": row.position,
    "aria-setsize": row.of,
    style: { paddingLeft: `${0.5 + row.depth * 0.9}rem`, height: `${LINE}rem` },
  };
  if (folder) {
    return (
      <div {...common} class={classes("tree-row", "tree-folder", active && "tree-active")} aria-expanded={row.expanded ?? false} onClick={() => onToggle(folder.path)}>
        <span class={classes("tree-turn", row.expanded && "tree-turned")}>
          <Icon name="forward" size={12} />
        </span>
        <span class="tree-name">{folder.name}</span>
        <span class="tree-number">{folder.count}</span>
      </div>
    );
  }
  if (!endpoint) return <div />;
  return (
    <a {...common} class={classes("tree-row", active && "tree-active")} tabIndex={-1} href={to(endpoint)} aria-selected={selected} aria-current={selected ? "page" : undefined} title={`${endpoint.method} ${endpoint.path}`}>
      <Method method={endpoint.method} />
      <span class="tree-text">
        <span class="tree-name">{endpoint.name}</span>
        {endpoint.name !== endpoint.path && <span class="tree-path">{endpoint.path}</span>}
      </span>
    </a>
  );
}
