import { endpointRoutes } from "./pages/endpoints/routes.ts";
import type { Route } from "./router/router.ts";

/** Where somebody lands who names no page. */
export const HOME = "/projects";

/** All pages. Each is loaded when it is first opened. */
export const routes: Route[] = [
  { path: HOME, title: "Projects", frame: "account", load: () => import("./pages/projects/projects.tsx") },
  { path: "/access-tokens", title: "Access tokens", frame: "account", load: () => import("./pages/tokens/tokens.tsx") },
  { path: "/audit", title: "Audit", frame: "account", load: () => import("./pages/audit/audit.tsx") },
  ...endpointRoutes,
  { path: "/projects/:project/import", title: "Import", frame: "project", tab: "import", load: () => import("./pages/import/import.tsx") },
  { path: "/projects/:project/releases", title: "Releases", frame: "project", tab: "releases", load: () => import("./pages/releases/releases.tsx") },
  { path: "/projects/:project/settings", title: "Mock settings", frame: "project", tab: "settings", load: () => import("./pages/settings/settings.tsx") },
];

/** The tabs of a project, with the place below `/projects/:project` that each leads to. */
export const projectTabs: { id: string; title: string; to: string }[] = [
  { id: "endpoints", title: "Endpoints", to: "/endpoints" },
  { id: "name-rules", title: "Name rules", to: "/name-rules" },
  { id: "import", title: "Import", to: "/import" },
  { id: "releases", title: "Releases", to: "/releases" },
  { id: "settings", title: "Settings", to: "/settings" },
];
