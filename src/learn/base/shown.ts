/** Texts longer than this are cut off. */
const LONGEST = 60;

/** A value as an error message shows it: short, strings in quotes. */
export function shown(value: unknown): string {
  if (typeof value === "string")
    return value.length > LONGEST ? `"${value.slice(0, LONGEST)}…"` : `"${value}"`;
  if (typeof value === "function") return "a function";
  if (typeof value === "bigint") return `${value}n`;
  if (value === null || typeof value !== "object") return String(value);
  if ("length" in value) return `an array of ${String(value.length)}`;
  return "an object";
}
