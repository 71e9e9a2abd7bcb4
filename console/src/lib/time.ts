const UNITS: [Intl.RelativeTimeFormatUnit, number][] = [
  ["year", 31_536_000],
  ["month", 2_592_000],
  ["week", 604_800],
  ["day", 86_400],
  ["hour", 3600],
  ["minute", 60],
];
// The console speaks English, wherever it is.
const relative = new Intl.RelativeTimeFormat("en", { numeric: "auto" });
const absolute = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "short" });
const day = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium" });

/** "3 hours ago", "in 2 days"; both times in milliseconds. */
export function ago(time: number, now = Date.now()): string {
  const seconds = (time - now) / 1000;
  for (const [unit, length] of UNITS) {
    if (Math.abs(seconds) >= length) return relative.format(Math.trunc(seconds / length), unit);
  }
  return seconds > 5 ? "in a moment" : "just now";
}

/** Date and time, for titles. */
export function full(time: number): string {
  return absolute.format(time);
}

/** The date alone. The end of a day is given as the beginning of the next: take a millisecond off. */
export function date(time: number): string {
  return day.format(time);
}
