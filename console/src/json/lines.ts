/** What a piece of a line is, for its colour. */
export type Kind = "key" | "string" | "number" | "word" | "mark";

/** One line of formatted JSON. */
export interface Line {
  depth: number;
  parts: { text: string; kind: Kind }[];
  /** Where this line opens a list or object that holds something: the line that closes it. */
  closedBy?: number;
  /** How many items or members it holds. */
  size?: number;
}

const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g;

/**
 * The lines of a JSON text, indented; `undefined` where it is none. Digits of numbers and escapes stay as they are sent.
 */
export function jsonLines(text: string): Line[] | undefined {
  try {
    JSON.parse(text);
  } catch {
    return undefined;
  }
  const lines: Line[] = [];
  const open: { line: number; size: number }[] = [];
  let line: Line = { depth: 0, parts: [] };
  const end = () => {
    lines.push(line);
    line = { depth: open.length, parts: [] };
  };
  const put = (text: string, kind: Kind) => void line.parts.push({ text, kind });
  const tokens = text.match(TOKEN) ?? [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] ?? "";
    const next = tokens[at + 1];
    const inner = open.at(-1);
    if (token === "{" || token === "[") {
      if (inner && next !== undefined) inner.size++;
      if (next === "}" || next === "]") {
        put(token + next, "mark");
        at++;
      } else {
        put(token, "mark");
        open.push({ line: lines.length, size: 0 });
        end();
      }
    } else if (token === "}" || token === "]") {
      end();
      const opened = open.pop();
      line.depth = open.length;
      put(token, "mark");
      const first = opened && lines[opened.line];
      if (first) Object.assign(first, { closedBy: lines.length, size: opened.size });
    } else if (token === ",") {
      put(",", "mark");
      end();
    } else if (token === ":") {
      put(": ", "mark");
    } else if (token.startsWith('"') && next === ":") {
      put(token, "key");
    } else {
      if (inner) inner.size++;
      put(token, token.startsWith('"') ? "string" : /^[-\d]/.test(token) ? "number" : "word");
    }
  }
  lines.push(line);
  return lines;
}

/** The numbers of the lines that are to be seen where these are folded. */
export function unfolded(lines: readonly Line[], folded: ReadonlySet<number>): number[] {
  const shown: number[] = [];
  for (let at = 0; at < lines.length; at++) {
    shown.push(at);
    const closedBy = lines[at]?.closedBy;
    // The closing bracket stands on the folded line itself.
    if (closedBy !== undefined && folded.has(at)) at = closedBy;
  }
  return shown;
}

/** What stands behind a folded line: its closing bracket, and the comma if there is one. */
export function closing(lines: readonly Line[], line: Line): string {
  const closer = line.closedBy === undefined ? undefined : lines[line.closedBy];
  return closer ? closer.parts.map(({ text }) => text).join("") : "";
}
