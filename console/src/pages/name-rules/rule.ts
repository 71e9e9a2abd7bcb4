import type { NameRule } from "../../api/types.ts";

/** The types that a rule may be limited to. */
export const TYPES = ["string", "integer", "number", "boolean"] as const;

/** A rule with all that it leaves out. */
export interface Rule {
  pattern: string;
  match: "wildcard" | "regex";
  types: string[];
  expression: string;
}

export function ruleOf(rule: NameRule): Rule {
  const types = Array.isArray(rule["types"]) ? rule["types"].map(String) : [];
  return { pattern: rule.pattern, match: rule.match ?? "wildcard", types, expression: rule.expression };
}

/** As the API takes it. */
export function sentRule({ pattern, match, types, expression }: Rule): NameRule {
  return { pattern, match, ...(types.length && { types }), expression };
}

/** Whether a property's name fits the rule, as the server sees it; `undefined` for what is no regular expression. */
export function fits({ pattern, match }: Pick<Rule, "pattern" | "match">, name: string): boolean | undefined {
  if (!pattern) return false;
  try {
    if (match === "regex") return new RegExp(pattern, "u").test(name);
    const source = [...pattern].map((one) => (one === "*" ? ".*" : one === "?" ? "." : one.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&"))).join("");
    return new RegExp(`^${source}$`, "isu").test(name);
  } catch {
    return undefined;
  }
}

/** A name that a pattern was probably meant for. */
export function likelyName(pattern: string): string {
  const name = pattern.replace(/\\[a-zA-Z]|\([^)]*\)|\[[^\]]*\]/g, "").replace(/[\\^$.|+(){}]/g, "");
  return name.replace(/^\*(?=\w)/, "my").replace(/[*?]/g, "") || "name";
}
