import { checkSameLength, encodeLabels, type Labels } from "../base/labels.ts";
import { checkOptions } from "../base/options.ts";
import { checkParams, finiteNumber, seed, wholeNumber } from "../base/params.ts";
import { shown } from "../base/shown.ts";
import { RandomState } from "../random-state.ts";
import { MOST_DRAWS } from "./most-draws.ts";
import { drain, inParts, type Step } from "./steps.ts";
import { deviation } from "./sums.ts";

/** A statistic, and how far it would vary with other rows (or groups) of the kind. */
export type Bootstrap = {
  /** The statistic of the data as they are. */
  value: number;
  /** The lower end of the interval. */
  low: number;
  /** The upper end. */
  high: number;
  /** How sure the interval is. */
  level: number;
  /** The standard error: the standard deviation of the draws. */
  standardError: number;
  /** The statistic of each draw. */
  draws: number[];
};
export type PartialBootstrap = Pick<Bootstrap, "draws"> & Partial<Bootstrap>;

export type BootstrapOptions = {
  /** For each item its group: whole groups are drawn then, since their items stand or fall together. */
  groups?: Labels | null;
  /** How often is drawn. */
  nDraws?: number;
  /** How sure the interval is to hold the true value. */
  level?: number;
  /** The seed of the draws: a whole number from 0. */
  randomState?: number;
};

export const bootstrapRules = {
  nDraws: wholeNumber(1000, 1, MOST_DRAWS),
  level: finiteNumber(0.95, { above: 0, below: 1 }),
  randomState: seed,
};

/**
 * How far a statistic can be trusted: draws as many items (with `groups`: as many groups) as there are, with
 * replacement, again and again, and looks how the statistic varies. The percentile bootstrap (Efron, 1979).
 * Throws when the arrays differ in length or are empty, or the statistic is no finite number.
 *
 * @param statistic a function of as many arrays as are given, such as `metrics.accuracy`
 * @param arrays the arrays, one item a row in each: `[yTrue, yPred]`
 * @example
 * const tempi = [92, 98, 104, 120, 126];
 * const mean = (values) => values.reduce((a, b) => a + b) / values.length;
 * const {low, high} = await bootstrap(mean, [tempi], {nDraws: 200});
 * display([low, high]);
 */
export function bootstrap(
  statistic: (...arrays: never[][]) => number,
  arrays: readonly ArrayLike<unknown>[],
  options: BootstrapOptions = {},
): Bootstrap {
  return drain(bootstrapSteps(statistic, arrays, options));
}

/**
 * As `bootstrap`, one draw at a time.
 *
 * @param statistic a function of as many arrays as are given, such as `metrics.accuracy`
 * @param arrays the arrays, one item a row in each: `[yTrue, yPred]`
 * @example
 * const steps = learn.bootstrapSteps((values) => Math.max(...values), [[1, 5, 3]], {nDraws: 3});
 * for (const {partial} of steps) display(partial.draws);
 */
export function* bootstrapSteps(
  statistic: (...arrays: never[][]) => number,
  arrays: readonly ArrayLike<unknown>[],
  options: BootstrapOptions = {},
): Generator<Step<PartialBootstrap>, Bootstrap> {
  checkOptions("bootstrap", ["groups", ...Object.keys(bootstrapRules)], options);
  const { groups, nDraws = 1000, level = 0.95, randomState = 0 } = options;
  checkParams("bootstrap", bootstrapRules, { nDraws, level, randomState });
  if (typeof statistic !== "function") {
    throw new TypeError(`statistic must be a function of arrays, but it is ${shown(statistic)}`);
  }
  const length = checkedArrays(arrays);
  const of = (rows: ArrayLike<number> | null) => {
    const chosen = arrays.map((items) =>
      Array.from(rows ?? items, (item) => (rows ? items[item as number] : item)),
    );
    const value: unknown = statistic(...(chosen as never[][]));
    if (typeof value === "number" && Number.isFinite(value)) return value;
    throw new RangeError(`statistic must return a finite number, but it returned ${shown(value)}`);
  };
  const value = of(null);
  const draw = resampler(length, groups, new RandomState(randomState));
  const draws = yield* inParts(
    nDraws,
    // biome-ignore lint/correctness/useYield: a draw has no place to pause
    function* () {
      return of(draw());
    },
    (done) => ({ value, draws: [...done] }),
  );
  return { value, ...interval(draws, level), level, standardError: deviation(draws), draws };
}

/** Draws positions with replacement: as many rows as there are, or all rows of as many groups as there are. */
export function resampler(
  rows: number,
  groups: Labels | null | undefined,
  random: RandomState,
): () => Int32Array {
  if (!groups) return () => Int32Array.from({ length: rows }, () => random.integers(0, rows));
  checkSameLength("X", rows, "groups", groups.length);
  const { classes, codes } = encodeLabels(groups, "groups");
  const rowsOf = classes.map(() => [] as number[]);
  for (const [row, group] of codes.entries()) rowsOf[group]!.push(row);
  return () => Int32Array.from(classes.flatMap(() => rowsOf[random.integers(0, classes.length)]!));
}

/** The ends between which the middle `level` of the values lies, interpolated between neighbours. */
export function interval(values: readonly number[], level: number): { low: number; high: number } {
  const sorted = Float64Array.from(values).sort();
  const at = (share: number) => {
    const place = share * (sorted.length - 1);
    const below = Math.floor(place);
    const next = sorted[Math.min(below + 1, sorted.length - 1)]!;
    return sorted[below]! + (place - below) * (next - sorted[below]!);
  };
  return { low: at((1 - level) / 2), high: at((1 + level) / 2) };
}

function checkedArrays(arrays: readonly ArrayLike<unknown>[]): number {
  const isArray = (value: unknown) => value !== null && typeof value === "object" && "length" in value;
  if (!isArray(arrays) || arrays.length === 0 || !Array.from(arrays).every(isArray)) {
    throw new TypeError(
      `arrays must be an array of arrays such as [yTrue, yPred], but it is ${shown(arrays)}`,
    );
  }
  const { length } = arrays[0]!;
  if (length === 0) throw new RangeError("bootstrap needs at least one item, but the arrays are empty");
  for (const [i, items] of Array.from(arrays).entries()) {
    checkSameLength("arrays[0]", length, `arrays[${i}]`, items.length);
  }
  return length;
}
