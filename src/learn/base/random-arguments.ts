import { checkList } from "./check-list.ts";
import { checkSameLength } from "./labels.ts";
import { LARGEST } from "./matrix.ts";
import { shown } from "./shown.ts";

/** Throws unless all arguments of the method `who` are numbers, no larger than can be reckoned with, and from `least` up. */
export function checkFinite(who: string, args: Record<string, unknown>, least = -LARGEST): void {
  for (const [name, value] of Object.entries(args)) {
    if (typeof value === "number" && value >= least && value <= LARGEST) continue;
    const from = String(least).replace("+", "");
    throw new RangeError(`${who}: ${name} must be a number from ${from} to 1e100, but it is ${shown(value)}`);
  }
}

/** How far from 1 probabilities may add up to. */
const ROUNDING = 1e-8;

/** How many of `count` have a probability above 0. Throws unless `p` has one for each, and they add up to 1. */
export function checkProbabilities(p: ArrayLike<number>, count: number): number {
  checkList("p", p, "probabilities such as [0.2, 0.8]");
  checkSameLength("what is drawn from", count, "p", p.length);
  let total = 0;
  let possible = 0;
  for (let i = 0; i < count; i++) {
    const value: unknown = p[i];
    if (typeof value !== "number" || !(value >= 0 && value <= 1)) {
      throw new RangeError(`p must hold numbers from 0 to 1, but item ${i} is ${shown(value)}`);
    }
    total += value;
    if (value > 0) possible++;
  }
  if (Math.abs(total - 1) > ROUNDING) throw new RangeError(`p must add up to 1, but it adds up to ${total}`);
  return possible;
}
