import type { Route } from "../../router/router.ts";

/** The pages about endpoints. */
export const endpointRoutes: Route[] = [];
