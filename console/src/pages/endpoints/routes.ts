import type { Route } from "../../router/router.ts";

const endpoints = { frame: "project", tab: "endpoints", wide: true } as const;

/** The pages about endpoints. */
export const endpointRoutes: Route[] = [
  { ...endpoints, path: "/projects/:project/endpoints", title: "Endpoints", load: () => import("./endpoints.tsx") },
  { ...endpoints, path: "/projects/:project/endpoints/:endpoint", title: "Endpoint", load: () => import("./endpoints.tsx") },
  { path: "/projects/:project/name-rules", title: "Name rules", frame: "project", tab: "name-rules", load: () => import("../name-rules/name-rules.tsx") },
];
