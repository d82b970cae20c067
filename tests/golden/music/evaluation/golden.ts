import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";

/** What mir_eval answered for one task; see make.py. */
export function golden<T>(task: string): T {
  return JSON.parse(readFileSync(join(import.meta.dirname, `${task}.json`), "utf8"));
}

/**
 * Both sides count in double precision and differ in the order of sums over at most some hundred items between 0 and
 * 1, which is some 1e-14; the figures are written with 13 digits.
 */
const TOLERANCE = 1e-12;

/** Every number of `want` is in `got`, at the same place. */
export function expectSame(got: unknown, want: unknown, what: string): void {
  if (typeof want === "number") {
    expect(typeof got, what).toBe("number");
    const difference = Math.abs((got as number) - want) / Math.max(1, Math.abs(want));
    expect(difference, `${what}: ${got} for ${want}`).toBeLessThan(TOLERANCE);
  } else if (Array.isArray(want)) {
    expect((got as ArrayLike<unknown>).length, what).toBe(want.length);
    for (const [i, item] of want.entries()) expectSame((got as unknown[])[i], item, `${what}[${i}]`);
  } else if (typeof want === "object" && want !== null) {
    for (const [key, item] of Object.entries(want))
      expectSame((got as Record<string, unknown>)[key], item, `${what}.${key}`);
  } else {
    expect(got, what).toBe(want);
  }
}
