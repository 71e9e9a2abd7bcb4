import { endpointRoutes } from "./pages/endpoints/routes.ts";
import type { Route } from "./router/router.ts";

/** Where somebody lands who names no page. */
export const HOME = "/projects";

/** All pages. Each is loaded when it is first opened. */
export const routes: Route[] = [
  { path: HOME, title: "Projects", frame: "account", load: () => import("./pages/projects/projects.tsx") },
  ...endpointRoutes,
];

/** The tabs of a project, with the place below `/projects/:project` that each leads to. */
export const projectTabs: { id: string; title: string; to: string }[] = [];
