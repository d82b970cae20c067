const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

const relative = new Intl.RelativeTimeFormat("en", { numeric: "auto" });
const absolute = new Intl.DateTimeFormat("en", { day: "numeric", month: "long", year: "numeric" });

/** How long ago something was, in words: `just now`, `5 minutes ago`, `yesterday`; after a week, its date. */
export function whenText(time: number, now: number): string {
  const ago = now - time;
  if (ago < minuteMs) return "just now";
  if (ago < hourMs) return relative.format(-Math.floor(ago / minuteMs), "minute");
  if (ago < dayMs) return relative.format(-Math.floor(ago / hourMs), "hour");
  if (ago < 7 * dayMs) return relative.format(-Math.floor(ago / dayMs), "day");
  return absolute.format(time);
}
