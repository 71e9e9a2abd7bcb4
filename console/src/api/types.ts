// What the management API sends, as far as the console reads it. Times are RFC 3339 texts unless told otherwise.

/** `GET /me`: what the presented token may. */
export interface Me {
  /** `null` for the deployment's own token. */
  id: number | null;
  name: string;
  prefix: string | null;
  createdAt: string | null;
  expiresAt: string | null;
  lastUsedAt: string | null;
  readOnly: boolean;
  /** The projects it is limited to; `null` for all. */
  projects: number[] | null;
  fullRights: boolean;
}

/** An access token, without the token. */
export interface AccessToken extends Me {
  id: number;
  prefix: string;
  createdAt: string;
}

export interface Project {
  id: number;
  name: string;
  createdAt: string;
  /** Only of deleted ones. */
  deletedAt?: string;
  restorableUntil?: string;
}

/** Where a change stands: it is stored, and is published as soon as KV takes it. */
export interface Committed {
  id: number;
  published: boolean;
}

export interface NameRule {
  pattern: string;
  match?: "wildcard" | "regex";
  expression: string;
  [more: string]: unknown;
}

export interface MockSettings {
  cloudMock: boolean;
  access: "public" | "token";
  token: string | null;
  maxBodyBytes: number;
  maxBodyDepth: number;
  locale: string;
  timeZone: string;
  acceptLanguage: boolean;
  exampleFirst: boolean;
  requestValidation: boolean;
  securityValidation: boolean;
  nameRules: NameRule[];
  builtInNameRules: boolean;
  release?: Committed;
}

/** An entry of `GET /projects/{id}/endpoints`. */
export interface ListedEndpoint {
  id: number;
  method: string;
  path: string;
  name: string;
  /** Names of folders, outermost first, with `/` between; empty at the top. */
  folder: string;
  /** `null` where the path does not begin with a slash. */
  mockUrl: string | null;
  mockUrlById: string;
  responses: { id: number; key: string }[];
}

/** Something in a document that is odd, and what became of it. */
export interface Problem {
  /** RFC 6901 pointer into the document. */
  pointer: string;
  message: string;
  [more: string]: unknown;
}

export interface Release {
  id: number;
  /** Milliseconds since 1970 UTC. */
  createdAt: number;
  current: boolean;
  state: "published" | "waiting" | "superseded";
}
