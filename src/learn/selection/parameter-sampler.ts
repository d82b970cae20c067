import type { RandomState } from "../random-state.ts";
import {
  type Candidate,
  combinations,
  gridsOf,
  isChoice,
  type ParamGrid,
  sortedNames,
} from "./parameter-grid.ts";

/** What a value is drawn from: a list; numbers from a to b; the same evenly by their logarithm; or whole numbers from a to below b. */
export type Distribution =
  | ArrayLike<unknown>
  | { uniform: readonly [from: number, to: number] }
  | { logUniform: readonly [from: number, to: number] }
  | { integers: readonly [from: number, below: number] };

export type ParamDistributions = Readonly<Record<string, Distribution>>;

type Draw = (random: RandomState, from: number, to: number) => number;

const draws: Record<string, Draw> = {
  uniform: (random, from, to) => random.random() * (to - from) + from,
  logUniform: (random, from, to) =>
    Math.exp(Math.log(from) + random.random() * (Math.log(to) - Math.log(from))),
  integers: (random, from, to) => random.integers(from, to),
};

/** Whether `value` is a list to choose from, or one named distribution with its two ends. */
export function isDistribution(value: unknown): value is Distribution {
  if (isChoice(value)) return true;
  const [[kind, ends] = [], ...more] = Object.entries((value as object | null) ?? {});
  if (more.length > 0 || kind === undefined || !Object.hasOwn(draws, kind)) return false;
  if (!Array.isArray(ends) || ends.length !== 2 || !ends.every(Number.isFinite)) return false;
  const [from, to] = ends as [number, number];
  if (kind === "integers" && !(Number.isInteger(from) && Number.isInteger(to))) return false;
  return from < to && (kind !== "logUniform" || from > 0);
}

/**
 * `count` candidates drawn at random, as scikit-learn's ParameterSampler does: from lists alone without
 * replacement (no more than there are), otherwise each value for itself.
 */
export function sampled(
  distributions: ParamDistributions | readonly ParamDistributions[],
  count: number,
  random: RandomState,
): Candidate[] {
  const all = gridsOf(distributions);
  if (all.every((one) => Object.values(one).every(isChoice))) {
    const grid = combinations(all as readonly ParamGrid[]);
    return withoutReplacement(grid.length, Math.min(count, grid.length), random).map((i) => grid[i]!);
  }
  return Array.from({ length: count }, () => {
    const one = all[random.integers(0, all.length)]!;
    return Object.fromEntries(sortedNames(one).map((name) => [name, drawn(one[name]!, random)]));
  });
}

function drawn(distribution: Distribution, random: RandomState): unknown {
  if (isChoice(distribution)) return distribution[random.integers(0, distribution.length)];
  const [[kind, [from, to]]] = Object.entries(distribution) as [[string, [number, number]]];
  return draws[kind]!(random, from, to);
}

/** Of few among many each is drawn anew if it was drawn before; nearly all are put in by replacing; else shuffled. */
function withoutReplacement(population: number, count: number, random: RandomState): number[] {
  const share = count / population;
  if (share > 0.01 && share < 0.99) return random.permutation(population).slice(0, count);
  if (share < 0.2) {
    const chosen = new Set<number>();
    while (chosen.size < count) chosen.add(random.integers(0, population));
    return [...chosen];
  }
  const chosen = Array.from({ length: count }, (_, i) => i);
  for (let i = count; i < population; i++) {
    const at = random.integers(0, i + 1);
    if (at < count) chosen[at] = i;
  }
  return chosen;
}
