import type { ComponentType, JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { Button, LinkButton } from "../components/button.tsx";
import { Skeleton } from "../components/loading.tsx";
import { Notice } from "../components/notice.tsx";
import { PageHeader } from "../components/page.tsx";
import type { Me } from "../api/types.ts";
import { classes } from "../lib/classes.ts";
import { href, match, navigate, usePlace, type PageProps, type Route } from "../router/router.ts";
import { HOME, routes } from "../routes.ts";
import { ProjectHead } from "./project-head.tsx";
import { TopBar } from "./top-bar.tsx";

type Component = ComponentType<PageProps>;

/** The frame around all pages, and the page that the address names. */
export function Page({ me }: { me: Me }): JSX.Element {
  const { path, query } = usePlace();
  const main = useRef<HTMLElement>(null);
  const first = useRef(true);
  useEffect(() => {
    if (path === "/") navigate(HOME, { replace: true });
  }, [path]);
  const found = find(path);
  const { route, params } = found ?? {};
  const project = params?.["project"];

  // Whoever works with a screen reader is told of the new page by its heading.
  const opened = () => {
    const initial = first.current;
    first.current = false;
    if (initial) return;
    scrollTo(0, 0);
    main.current?.querySelector<HTMLElement>("h1")?.focus({ preventScroll: true });
  };

  return (
    <>
      <a class="skip-link" href="#main" onClick={(event) => (event.preventDefault(), main.current?.focus())}>
        Skip to content
      </a>
      <TopBar me={me} path={path} />
      {route?.frame === "project" && project && <ProjectHead key={project} project={project} tab={route.tab} />}
      <main id="main" ref={main} tabIndex={-1} class={classes("main", route?.wide && "main-wide")}>
        {route ? <Loaded key={route.path} route={route} params={params ?? {}} query={query} path={path} onOpened={opened} /> : path !== "/" && <Unknown />}
      </main>
    </>
  );
}

function find(path: string): { route: Route; params: Record<string, string> } | undefined {
  for (const route of routes) {
    const params = match(route.path, path);
    if (params) return { route, params };
  }
  return undefined;
}

/** Loads a page's module and shows it. */
function Loaded({ route, params, query, path, onOpened }: { route: Route; params: Record<string, string>; query: URLSearchParams; path: string; onOpened: () => void }): JSX.Element {
  const [component, setComponent] = useState<{ page: Component }>();
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    let wanted = true;
    route.load().then(
      (module) => wanted && setComponent({ page: module.default }),
      () => wanted && setFailed(true),
    );
    return () => void (wanted = false);
  }, [route]);
  useEffect(() => {
    document.title = `${route.title} · edgemock`;
    if (component) onOpened();
  }, [path, component]);
  if (failed) {
    return (
      <Notice tone="bad" title="This page did not load" action={<Button icon="refresh" onClick={() => location.reload()}>Reload</Button>}>
        The server cannot be reached, or a newer version of the console was deployed.
      </Notice>
    );
  }
  if (!component) return <Skeleton />;
  const Shown = component.page;
  return <Shown params={params} query={query} />;
}

function Unknown(): JSX.Element {
  return (
    <>
      <PageHeader title="There is no such page">The address may be from an older version, or was cut off.</PageHeader>
      <div class="row">
        <LinkButton href={href(HOME)}>All projects</LinkButton>
      </div>
    </>
  );
}
