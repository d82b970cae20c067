import type { Arranger } from "./arranger.ts";
import type { Criterion, Scanned } from "./criterion.ts";
import { type Best, sameValue } from "./split.ts";
import type { Xorshift } from "./xorshift.ts";

/**
 * Finds the best split of a node, as scikit-learn's best splitter does: features are drawn in random order
 * without replacement, and a later split replaces an earlier one only if it is strictly better, so the order
 * decides ties. Features found constant in a node are constant below it and are not drawn there again.
 */
export class Splitter {
  /** The best split that `find` found; none where its `proxy` is minus infinity. */
  readonly best: Best = { feature: -1, threshold: 0, leftSize: 0, proxy: Number.NEGATIVE_INFINITY };
  /** How many features `find` found to be constant, those included that were known to be. */
  constants = 0;
  private readonly arranger: Arranger;
  private readonly criterion: Criterion;
  private readonly random: Xorshift;
  private readonly maxFeatures: number;
  private readonly features: Int32Array;
  private readonly constantFeatures: Int32Array;
  private readonly scanned: Scanned;

  constructor(
    arranger: Arranger,
    criterion: Criterion,
    random: Xorshift,
    options: { maxFeatures: number; minSamplesLeaf: number; leastLeafWeight: number },
  ) {
    const { columns, rows } = arranger;
    this.arranger = arranger;
    this.criterion = criterion;
    this.random = random;
    this.maxFeatures = options.maxFeatures;
    this.features = Int32Array.from(columns, (_, f) => f);
    this.constantFeatures = new Int32Array(columns.length);
    this.scanned = {
      feature: 0,
      column: columns[0]!,
      order: rows,
      start: 0,
      end: 0,
      minSamplesLeaf: options.minSamplesLeaf,
      leastLeafWeight: options.leastLeafWeight,
    };
  }

  /** All features, in the order of the last draw. */
  get all(): Int32Array {
    return this.features;
  }

  /** The features that `find` did not find to be constant. */
  get varying(): Int32Array {
    return this.features.subarray(this.constants);
  }

  /**
   * Looks for the best split of the rows from `start` to `end`, which the criterion has opened; the first
   * `knownConstants` features are known to be constant there. Whether there is one.
   */
  find(start: number, end: number, knownConstants: number): boolean {
    const { features, constantFeatures, random, best, scanned } = this;
    best.proxy = Number.NEGATIVE_INFINITY;
    scanned.start = start;
    scanned.end = end;
    let constants = knownConstants;
    let drawnConstants = 0;
    let undrawn = features.length;
    let visited = 0;
    // `features` holds, in this order: constants drawn, constants not drawn, constants found here, features not
    // drawn yet, features drawn and scanned (from `undrawn` on). At least one feature is scanned if any varies.
    while (
      undrawn > constants &&
      (visited < this.maxFeatures || visited <= constants - knownConstants + drawnConstants)
    ) {
      visited++;
      const found = constants - knownConstants;
      const drawn = random.integer(drawnConstants, undrawn - found);
      if (drawn < knownConstants) {
        swap(features, drawn, drawnConstants++);
        continue;
      }
      const at = drawn + found;
      const feature = features[at]!;
      scanned.feature = feature;
      scanned.column = this.arranger.columns[feature]!;
      scanned.order = this.arranger.arrange(feature, start, end);
      const { column, order } = scanned;
      if (sameValue(column[order[start]!]!, column[order[end - 1]!]!)) {
        swap(features, at, constants++);
      } else {
        swap(features, at, --undrawn);
        this.criterion.scan(scanned, best);
      }
    }
    // Nodes below and beside this one rely on the order of the known constants.
    for (let f = 0; f < knownConstants; f++) features[f] = constantFeatures[f]!;
    for (let f = knownConstants; f < constants; f++) constantFeatures[f] = features[f]!;
    this.constants = constants;
    return best.proxy !== Number.NEGATIVE_INFINITY;
  }
}

function swap(array: Int32Array, a: number, b: number): void {
  const item = array[a]!;
  array[a] = array[b]!;
  array[b] = item;
}
