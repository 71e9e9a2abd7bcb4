/** What is to be imported. */
export type Source = { kind: "text"; text: string; name: string; size: number } | { kind: "url"; url: string; username: string; password: string };

/** What the server takes in one request, less what JSON adds to a text. */
const MAX_BYTES = 30 * 1024 * 1024;

/** Reads a file that somebody chose or dropped. */
export async function sourceOfFile(file: File): Promise<Source> {
  if (file.size > MAX_BYTES) throw new Error(`${file.name} has ${sizeOf(file.size)}; at most ${sizeOf(MAX_BYTES)} can be imported. Split the document.`);
  if (file.size === 0) throw new Error(`${file.name} is empty.`);
  return { kind: "text", text: await file.text(), name: file.name, size: file.size };
}

/** Wraps a text that somebody pasted. */
export function sourceOfText(text: string): Source {
  return { kind: "text", text, name: "Pasted text", size: new Blob([text]).size };
}

/** What a text seems to be: by its first lines, without reading all of it. */
export function kindOf(text: string): "Postman collection" | "Apidog project" | "OpenAPI" | "Swagger" | undefined {
  const head = text.slice(0, 20_000);
  if (/"_postman_id"|schema\.getpostman\.com|schema\.postman\.com/.test(head)) return "Postman collection";
  if (/"\$?(apidog|apifox)Project"/.test(head)) return "Apidog project";
  if (/(^|[{,\s])["']?swagger["']?\s*:/.test(head)) return "Swagger";
  if (/(^|[{,\s])["']?openapi["']?\s*:/.test(head)) return "OpenAPI";
  return undefined;
}

/** "2.4 MB", as files are told. */
export function sizeOf(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`;
  return bytes < 1_000_000 ? `${(bytes / 1000).toFixed(0)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
