import type { ListedEndpoint } from "./types.ts";

/** `GET …/endpoints/{id}`. */
export interface EndpointDetails extends ListedEndpoint {
  /** `OpenAPI 3.1`. */
  format: string;
  operation: unknown;
  responses: DeclaredResponse[];
  mock: EndpointMock;
}

export interface DeclaredResponse {
  id: number;
  key: string;
  status: number;
  name: string | null;
  response: unknown;
}

/** `GET …/endpoints/{id}/references`. */
export interface References {
  /** Those of the path. */
  parameters: unknown;
  consumes: unknown;
  produces: unknown;
  /** Parts of the document by the reference that names them. */
  references: Record<string, unknown>;
  /** Further ones, which have to be asked for. */
  more: string[];
}

/** `GET …/endpoints/{id}/mock`: what the owner set for an endpoint. */
export interface EndpointMock {
  defaultMethod?: "smart" | "example" | null;
  customMocks: CustomMock[];
  script?: Script | null;
}

export interface Script {
  enabled: boolean;
  source: string;
}

export interface CustomMock {
  id: number;
  name: string;
  enabled: boolean;
  conditions: Condition[];
  response: MockResponse;
}

export type Location = "path" | "query" | "header" | "cookie" | "body" | "ip";

export interface Condition {
  location: Location;
  name: string;
  comparison: string;
  value?: unknown;
}

export interface MockResponse {
  status?: number;
  delay: number;
  headers: { name: string; value: string }[];
  body: MockBody;
}

export type MockBody =
  | { type: "empty" }
  | { type: "json"; value: unknown; contentType?: string }
  | { type: "text" | "template"; text: string; contentType?: string }
  | { type: "generated"; response?: string; fields: MockField[] };

export interface MockField {
  path: string;
  value: unknown;
}

/** A request that is only tried. */
export interface TrialRequest {
  method?: string;
  path?: string;
  query?: string;
  pathParameters?: Record<string, string>;
  headers?: Record<string, string>;
  body?: unknown;
}

/** `POST …/custom-mocks/preview`. */
export interface MockPreview {
  fits: boolean;
  /** The first condition that does not hold, from 0. */
  unmetCondition: number | null;
  error: string | null;
  status?: number;
  contentType?: string | null;
  headers?: [string, string][];
  body?: string;
  length?: number;
  delay?: number;
}

export interface LogLine {
  level: string;
  text: string;
}

/** `POST …/script/test`. */
export interface ScriptOutcome {
  status?: number;
  contentType?: string | null;
  headers?: [string, string][];
  body?: string;
  delay?: number;
  logs: LogLine[];
  error: { kind: string; message: string; line: number | null; column: number | null } | null;
}

/** `POST /projects/{id}/sample`. */
export interface Sample {
  values: unknown[];
  problems: { pointer: string; message: string; severity?: string }[];
}
