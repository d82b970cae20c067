/** A value as an error message shows it: short, strings in quotes. */
export function shown(value: unknown): string {
  if (typeof value === "string") return `"${value}"`;
  if (typeof value === "function") return "a function";
  if (value === null || typeof value !== "object") return String(value);
  if ("length" in value) return `an array of ${value.length}`;
  return "an object";
}
