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

/** So many requests in so many seconds. */
export interface Allowance {
  requests: number;
  /** 10 or 60. */
  period: number;
}

export interface RateLimit {
  perCaller?: Allowance | null;
  perProject?: Allowance | null;
  headers: boolean;
  /** Whether callers are refused beyond it; else it is only shown. */
  enforce: boolean;
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
  /** `null` for no limit. */
  rateLimit: RateLimit | null;
  /** Whether everybody may read the document, at `/docs/{project}`. */
  publicDocs: boolean;
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
  /** 0 for the main branch. */
  branchId: number;
  responses: { id: number; key: string }[];
}

/** An entry of `GET /projects/{id}/branches`. */
export interface Branch {
  /** 0 for the main one, which is the first. */
  id: number;
  main: boolean;
  /** What the main one is called besides. */
  alsoId: number | null;
  endpoints: number;
  mockUrl: string;
}

/** Something in a document that is odd, and what became of it. */
export interface Problem {
  /** `warning` where it was worked around and answers are valid. */
  severity: "error" | "warning";
  /** RFC 6901 pointer into the document. */
  pointer: string;
  message: string;
}

/** What an import did. */
export interface Imported {
  /** `endpointCreated`, `schemaUpdated`, `endpointFolderIgnored`, …: Apidog's names. */
  counters: Record<string, number>;
  /** What must not pass for a success. */
  errors: { message: string; code: string }[];
  problems: Problem[];
  /** What it went into; 0 for the main branch. */
  branchId: number;
  release: Committed;
}

export interface Release {
  id: number;
  /** Milliseconds since 1970 UTC. */
  createdAt: number;
  current: boolean;
  state: "published" | "waiting" | "superseded";
}

/** An entry of `GET /audit`. */
export interface AuditEntry {
  id: number;
  at: string;
  /** Who; `null` for the deployment itself. An id of `null` is that of its own token. */
  token: { id: number | null; name: string } | null;
  action: string;
  project: number | null;
  endpoint: number | null;
  item: number | null;
  name: string | null;
  /** `unknown` where the change may have failed within. */
  outcome: "done" | "unknown";
}

/** Endpoints of a kind of change, of which the first are listed. */
export interface ChangedEndpoints {
  count: number;
  endpoints: { id: number; method: string; path: string }[];
}

/** `GET /projects/{id}/releases/{id}`. */
export interface ReleaseDetails extends Release {
  /** How many there were; absent where its content is not remembered any more. */
  endpoints?: number;
  /** Since the release before; absent where that is not remembered. */
  changes?: { added: ChangedEndpoints; removed: ChangedEndpoints; changed: ChangedEndpoints; mocksChanged: ChangedEndpoints; schemasChanged: number };
  settingsChanged: boolean;
}
