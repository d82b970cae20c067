import type { ReferenceName } from "../../../src/stdlib/reference-entry.ts";

/** The reference as it is written to its file. */
export function referenceText(names: readonly ReferenceName[]): string {
  return `${JSON.stringify(names, null, 2)}\n`;
}
