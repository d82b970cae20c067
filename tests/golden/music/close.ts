import { expect } from "vitest";

/** Expects the same numbers: none is farther off than `tolerance` times the greatest of them. */
export function expectClose(actual: ArrayLike<number>, expected: ArrayLike<number>, tolerance: number): void {
  expect(actual.length).toBe(expected.length);
  let greatest = 1e-300;
  let worst = 0;
  for (let i = 0; i < expected.length; i++) {
    greatest = Math.max(greatest, Math.abs(expected[i]!));
    worst = Math.max(worst, Math.abs(actual[i]! - expected[i]!));
  }
  expect(worst / greatest).toBeLessThan(tolerance);
}
