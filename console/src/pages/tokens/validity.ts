import type { Option } from "../../components/field.tsx";

/** How long a token is valid, as the API takes it; besides a date, and for existing tokens no change. */
export const VALIDITIES: Option[] = [
  ...[7, 30, 60, 90, 180, 365].map((days) => ({ value: String(days), label: days === 365 ? "365 days (a year)" : `${days} days` })),
  { value: "date", label: "Until a date…" },
  { value: "unlimited", label: "Unlimited" },
];

/** The fields of a request body. */
export function validityFields(validity: string, date: string): Record<string, unknown> {
  if (validity === "keep") return {};
  if (validity === "date") return { expiresAt: date };
  return { validity: validity === "unlimited" ? validity : Number(validity) };
}
