import type { ListedEndpoint } from "../api/types.ts";

/** A folder of endpoints; the root has the empty path. */
export interface Folder {
  path: string;
  name: string;
  folders: Folder[];
  endpoints: ListedEndpoint[];
  /** All endpoints in it and below. */
  count: number;
}

/** One line of the tree. `position` and `of` count among its siblings, from 1. */
export interface Row {
  key: string;
  depth: number;
  position: number;
  of: number;
  /** Of a folder. */
  folder?: Folder;
  expanded?: boolean;
  /** Of an endpoint. */
  endpoint?: ListedEndpoint;
}

/** All endpoints in their folders, in the order in which the project lists them. */
export function treeOf(endpoints: readonly ListedEndpoint[]): Folder {
  const root: Folder = { path: "", name: "", folders: [], endpoints: [], count: 0 };
  const known = new Map<string, Folder>([["", root]]);
  const folderAt = (path: string): Folder => {
    const there = known.get(path);
    if (there) return there;
    const cut = path.lastIndexOf("/");
    const parent = folderAt(path.slice(0, Math.max(cut, 0)));
    const folder: Folder = { path, name: path.slice(cut + 1), folders: [], endpoints: [], count: 0 };
    parent.folders.push(folder);
    known.set(path, folder);
    return folder;
  };
  for (const endpoint of endpoints) {
    const names = endpoint.folder.split("/").filter(Boolean);
    folderAt(names.join("/")).endpoints.push(endpoint);
    for (let depth = names.length; depth >= 0; depth--) folderAt(names.slice(0, depth).join("/")).count++;
  }
  return root;
}

/** What is searched: method, path, name, folder and id of each endpoint, in small letters. */
export function searchTexts(endpoints: readonly ListedEndpoint[]): string[] {
  return endpoints.map(({ method, path, name, folder, id }) => `${method} ${path} ${name} ${folder} ${id}`.toLowerCase());
}

/** The ids of endpoints that have all words; `undefined` where nothing is searched for. */
export function search(endpoints: readonly ListedEndpoint[], texts: readonly string[], query: string): Set<number> | undefined {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  if (!words.length) return undefined;
  return new Set(endpoints.filter((_, index) => words.every((word) => texts[index]?.includes(word))).map(({ id }) => id));
}

/** The lines that are to be seen: below folders that are open, or, in a search, all that was found. */
export function rowsOf(root: Folder, closed: ReadonlySet<string>, found: ReadonlySet<number> | undefined): Row[] {
  const rows: Row[] = [];
  const shown = (folder: Folder): boolean => !found || folder.endpoints.some(({ id }) => found.has(id)) || folder.folders.some(shown);
  const walk = (folder: Folder, depth: number) => {
    const folders = folder.folders.filter(shown);
    const endpoints = found ? folder.endpoints.filter(({ id }) => found.has(id)) : folder.endpoints;
    const of = folders.length + endpoints.length;
    let position = 0;
    for (const inner of folders) {
      const expanded = found !== undefined || !closed.has(inner.path);
      rows.push({ key: `f:${inner.path}`, depth, position: ++position, of, folder: inner, expanded });
      if (expanded) walk(inner, depth + 1);
    }
    for (const endpoint of endpoints) rows.push({ key: `e:${endpoint.id}`, depth, position: ++position, of, endpoint });
  };
  walk(root, 0);
  return rows;
}

/** What a key does in a tree, as ARIA's pattern has it: the row to go to, or a folder to open or close. */
export interface Move {
  to?: number;
  toggle?: string;
}

/** The effect of a key on row `at`; `undefined` for keys that mean nothing. */
export function moved(rows: readonly Row[], at: number, key: string): Move | undefined {
  const last = rows.length - 1;
  const row = rows[at];
  const clamp = (index: number) => ({ to: Math.max(0, Math.min(last, index)) });
  switch (key) {
    case "ArrowDown":
      return clamp(at + 1);
    case "ArrowUp":
      return clamp(at - 1);
    case "PageDown":
      return clamp(at + 12);
    case "PageUp":
      return clamp(at - 12);
    case "Home":
      return clamp(0);
    case "End":
      return clamp(last);
    case "ArrowRight":
      if (!row?.folder) return {};
      return row.expanded ? clamp(at + 1) : { toggle: row.folder.path };
    case "ArrowLeft": {
      if (row?.folder && row.expanded) return { toggle: row.folder.path };
      const parent = rows.findLastIndex((other, index) => index < at && other.depth < (row?.depth ?? 0));
      return parent < 0 ? {} : { to: parent };
    }
    default:
      return undefined;
  }
}
