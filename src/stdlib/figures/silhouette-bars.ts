import { encodeLabels, type Label, type Labels } from "../../learn/base/labels.ts";

/** One group of a silhouette plot: its bars from top to bottom. */
export interface SilhouetteGroup {
  label: Label;
  /** The samples, the best placed first. */
  samples: number[];
  /** The place of its first bar, in bars from the top, gaps included. */
  start: number;
  mean: number;
  /** How many of its samples lie nearer to another group. */
  below: number;
}

/** The groups of a silhouette plot in the order of their labels, each sorted, with a gap between them. */
export function silhouetteGroups(values: ArrayLike<number>, labels: Labels, gap: number): SilhouetteGroup[] {
  const { classes, codes } = encodeLabels(labels, "labels");
  const samples = classes.map((): number[] => []);
  for (const [i, code] of codes.entries()) samples[code]!.push(i);
  let start = 0;
  return classes.map((label, c) => {
    const own = samples[c]!.toSorted((a, b) => values[b]! - values[a]!);
    const group = {
      label,
      samples: own,
      start,
      mean: own.reduce((sum, i) => sum + values[i]!, 0) / own.length,
      below: own.filter((i) => values[i]! < 0).length,
    };
    start += own.length + gap;
    return group;
  });
}
