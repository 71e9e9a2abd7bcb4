import type { ComponentType } from "preact";
import { useEffect, useState } from "preact/hooks";

// Addresses are `#/projects/7/endpoints?q=pet`: what stands behind the `#` needs no server.

/** What a page is given. */
export interface PageProps {
  /** The parts of the path that the pattern names, decoded. */
  params: Record<string, string>;
  /** The query behind the path. */
  query: URLSearchParams;
}

/** A page and where it is. */
export interface Route {
  /** `/projects/:project/endpoints/:endpoint`; `:name` stands for one segment. */
  path: string;
  /** For the window's title. */
  title: string;
  /** `account` for what concerns all projects, `project` below the tabs of one. */
  frame: "account" | "project";
  /** Of a project's tabs, the one that is lit. */
  tab?: string;
  /** Takes all the width there is: for pages with panes. */
  wide?: boolean;
  /** Gets the page's module, whose default export is the page. */
  load: () => Promise<{ default: ComponentType<PageProps> }>;
}

export interface Place {
  path: string;
  query: URLSearchParams;
}

/** Splits what stands behind the `#`. */
export function place(hash: string): Place {
  const [path = "", query = ""] = splitOnce(hash.replace(/^#/, ""), "?");
  return { path: path.startsWith("/") ? path : "/", query: new URLSearchParams(query) };
}

function splitOnce(text: string, by: string): [string, string] {
  const at = text.indexOf(by);
  return at < 0 ? [text, ""] : [text.slice(0, at), text.slice(at + 1)];
}

/** The parameters of a path that fits a pattern. */
export function match(pattern: string, path: string): Record<string, string> | undefined {
  const wanted = pattern.split("/");
  const segments = path.replace(/(.)\/$/, "$1").split("/");
  if (wanted.length !== segments.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, name] of wanted.entries()) {
    const segment = segments[index] ?? "";
    if (name.startsWith(":") && segment) params[name.slice(1)] = decoded(segment);
    else if (name !== segment) return undefined;
  }
  return params;
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

/** An `href` for a path within the console. */
export function href(path: string, query?: Record<string, string>): string {
  const search = query && Object.keys(query).length ? `?${new URLSearchParams(query)}` : "";
  return `#${path}${search}`;
}

/** Whether leaving the page is to be asked about, and how. */
let guard: (() => Promise<boolean>) | undefined;

/** Goes to a path within the console. */
export function navigate(path: string, { replace = false, query }: { replace?: boolean; query?: Record<string, string> } = {}): void {
  const target = href(path, query);
  if (replace) {
    history.replaceState(null, "", target);
    dispatchEvent(new HashChangeEvent("hashchange"));
  } else {
    location.hash = target;
  }
}

/** The place that the address bar names, kept up to date. A guarded page is left only when its guard agrees. */
export function usePlace(): Place {
  const [hash, setHash] = useState(location.hash);
  useEffect(() => {
    let shown = location.hash;
    let asking = false;
    const heard = async () => {
      if (location.hash === shown || asking) return;
      if (guard) {
        const wanted = location.hash;
        asking = true;
        history.replaceState(null, "", shown);
        const leave = await guard();
        asking = false;
        if (!leave) return;
        guard = undefined;
        history.replaceState(null, "", wanted);
      }
      shown = location.hash;
      setHash(shown);
    };
    addEventListener("hashchange", heard);
    return () => removeEventListener("hashchange", heard);
  }, []);
  return place(hash);
}

/** While `active`, asks before the page is left, by a link or by closing the tab. */
export function useLeaveGuard(active: boolean, mayLeave: () => Promise<boolean>): void {
  useEffect(() => {
    if (!active) return;
    guard = mayLeave;
    const closing = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener("beforeunload", closing);
    return () => {
      if (guard === mayLeave) guard = undefined;
      removeEventListener("beforeunload", closing);
    };
  }, [active, mayLeave]);
}
