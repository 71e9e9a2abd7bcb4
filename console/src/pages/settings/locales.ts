import type { Option } from "../../components/field.tsx";

/** The locales that there are data for, by Faker's names. */
const CODES = "ar de en en_GB en_US es fa fr he hi id_ID it ja ko nl pl pt_BR pt_PT ru sv tr uk vi zh_CN zh_TW".split(" ");

const names = new Intl.DisplayNames("en", { type: "language" });

/** For a list to choose from, by name. */
export const LOCALES: Option[] = CODES.map((code) => ({ value: code, label: `${names.of(code.replace("_", "-")) ?? code} (${code})` })).sort((one, other) => one.label.localeCompare(other.label, "en"));

/** What the browser knows of time zones; the server knows a few more. */
export function timeZones(): string[] {
  return ["UTC", ...Intl.supportedValuesOf("timeZone").filter((zone) => zone !== "UTC")];
}
