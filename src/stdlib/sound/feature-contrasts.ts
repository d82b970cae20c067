import type { Dataset } from "../data/index.ts";

/** A feature that a listener knows by ear. */
export interface HeardFeature {
  /** The column of a dataset. */
  name: string;
  /** What it is called in a sentence. */
  label: string;
  /** What one hears when there is more or less of it. */
  meaning: string;
  /** Its unit, behind a value. */
  unit: string;
  /** What the unit counts. */
  scale: string;
  /** Digits behind the point. */
  decimals: number;
}

/** Five columns of `music.drumFeatures`, in words for somebody who has never met them. */
export const heardFeatures: readonly HeardFeature[] = [
  {
    name: "brightness",
    label: "brightness",
    meaning:
      "Whether it sounds dark or bright: the balance point between all the low and all the high in it.",
    unit: "octaves",
    scale: "octaves above A4: 0 is the tuning fork’s 440 Hz, 1 is 880 Hz, −1 is 220 Hz",
    decimals: 1,
  },
  {
    name: "noisiness",
    label: "noisiness",
    meaning:
      "Whether it hisses or sings: 0 would be pure hiss, far below it stands a tone that you can name.",
    unit: "dB",
    scale: "decibels below pure hiss",
    decimals: 0,
  },
  {
    name: "decay",
    label: "decay",
    meaning: "How long it rings: the time from its loudest moment until little of it is left.",
    unit: "s",
    scale: "seconds until it is 20 decibels softer for good",
    decimals: 2,
  },
  {
    name: "bassShare",
    label: "bass share",
    meaning: "How much of it you would feel in the floor.",
    unit: "%",
    scale: "per cent of its energy below 150 Hz, about the D below middle C",
    decimals: 0,
  },
  {
    name: "attack",
    label: "attack",
    meaning: "Whether it is there at once, as if struck, or swells, as if bowed.",
    unit: "ms",
    scale: "thousandths of a second from its beginning until it is nearly at its loudest",
    decimals: 0,
  },
];

/** A row of a dataset that can be heard. */
export interface HeardRow {
  dataset: Dataset;
  row: number;
}

/** Two sounds that differ in one feature, and where all that can be heard lie. */
export interface Contrast {
  low: HeardRow;
  high: HeardRow;
  /** The feature's values of all sounds that can be heard. */
  values: number[];
}

/** At either end, so large a share of the sounds may stand for little and for much. */
const endShare = 0.1;

/** Where each value stands among all, from 0 to 1; equal ones stand together. */
function ranks(values: readonly number[]): number[] {
  const sorted = [...values].sort((a, b) => a - b);
  const firstAndLast = new Map<number, { first: number; last: number }>();
  sorted.forEach((value, i) => {
    const found = firstAndLast.get(value);
    if (found) found.last = i;
    else firstAndLast.set(value, { first: i, last: i });
  });
  return values.map((value) => {
    const { first, last } = firstAndLast.get(value)!;
    return (first + last) / 2 / values.length;
  });
}

/**
 * For each feature, a sound of the lowest tenth and one of the highest: of all such pairs the one whose sounds are most
 * alike in the other features, so that what one hears is the feature. Deterministic; rows without a clip are left out.
 *
 * @param rows what can be heard
 * @param names the features that are told apart
 * @returns a contrast for each name, in their order
 */
export function featureContrasts(rows: readonly HeardRow[], names: readonly string[]): Contrast[] {
  const columns = names.map((name) => {
    return rows.map(({ dataset, row }) => dataset.column(name)[row] as number);
  });
  const rankOf = columns.map(ranks);
  return columns.map((values, feature) => {
    const sorted = [...values].sort((a, b) => a - b);
    const lowest = sorted[Math.floor(endShare * (sorted.length - 1))]!;
    const highest = sorted[Math.ceil((1 - endShare) * (sorted.length - 1))]!;
    const others = rankOf.filter((_, other) => other !== feature);
    const unlike = (a: number, b: number) =>
      others.reduce((sum, rank) => sum + Math.abs(rank[a]! - rank[b]!), 0);
    const places = values.map((_, i) => i);
    const highs = places.filter((i) => values[i]! >= highest);
    let best = { low: 0, high: 0, cost: Number.POSITIVE_INFINITY };
    for (const low of places.filter((i) => values[i]! <= lowest)) {
      for (const high of highs) {
        const cost = unlike(low, high);
        if (cost < best.cost) best = { low, high, cost };
      }
    }
    return { low: rows[best.low]!, high: rows[best.high]!, values };
  });
}
