import { LARGEST } from "../base/matrix.ts";
import { shown } from "../base/shown.ts";

/** Throws unless `reward` is a number whose sums stay finite; `name` is what the message calls it. */
export function checkReward(name: string, reward: unknown): asserts reward is number {
  if (typeof reward === "number" && Math.abs(reward) <= LARGEST) return;
  const allowed = Number.isFinite(reward) ? "a number from -1e100 to 1e100" : "a finite number";
  throw new RangeError(`${name} must be ${allowed}, but it is ${shown(reward)}`);
}
