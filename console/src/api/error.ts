/** Where in a request body the API says that a fault is: the end of its message. */
const POINTER = /\s*\(at (\/[^)]*)\)\.?$/;

/** What the management API refused, or that it was not reached. */
export class ApiError extends Error {
  /** The HTTP status; 0 where no answer came. */
  readonly status: number;
  /** The API's `errorCode`, such as `422001`. */
  readonly code: string;
  /** RFC 6901 pointer of the field that is wrong, such as `/name`; empty where it is about no field. */
  readonly pointer: string;
  /** Seconds to wait before trying again; 0 where nothing is said. */
  readonly retryAfter: number;

  constructor(message: string, status: number, code = "", pointer = "", retryAfter = 0) {
    super(message);
    this.status = status;
    this.code = code;
    this.pointer = pointer;
    this.retryAfter = retryAfter;
  }

  /** Whether somebody else changed what was to be written: nothing was written. */
  get isConflict(): boolean {
    return this.status === 412;
  }

  /** Whether no answer came at all. */
  get isOffline(): boolean {
    return this.status === 0;
  }
}

/** Reads the error envelope out of an answer's body. */
export function errorFrom(status: number, body: unknown, retryAfter: number): ApiError {
  const envelope = body as { errorCode?: unknown; errorMessage?: unknown } | null;
  const code = typeof envelope?.errorCode === "string" ? envelope.errorCode : "";
  const text =
    typeof envelope?.errorMessage === "string"
      ? envelope.errorMessage
      : `The server answered ${status} without saying why. Try again in a moment.`;
  const pointer = POINTER.exec(text)?.[1] ?? "";
  return new ApiError(sentence(text.replace(POINTER, "")), status, code, pointer, retryAfter);
}

/** The API's messages about a field begin in lower case. */
function sentence(text: string): string {
  const ended = /[.!?:]$/.test(text) ? text : `${text}.`;
  return ended.charAt(0).toUpperCase() + ended.slice(1);
}

/** What a person is told of any failure. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
