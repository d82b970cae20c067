import { requireObjects } from "./events.ts";

/** A chord from one time to another, as chords returns it. */
export type LabeledSegment = {
  /** In seconds. */
  start: number;
  /** In seconds. */
  end: number;
  /** In Harte's syntax, such as C:maj, A#:min or N. */
  label: string;
};

/** A stretch of time in seconds. */
export type TimeSpan = Pick<LabeledSegment, "start" | "end">;

/** Throws unless each segment ends after it begins, at 0 or later, and none begins or ends before the one before it. */
export function requireIntervalsInOrder(segments: readonly TimeSpan[], name: string, caller: string): void {
  requireObjects(segments, name, "{start, end, …}", caller);
  for (const [i, { start, end }] of segments.entries()) {
    if (!(start >= 0 && start < Infinity)) {
      throw new RangeError(`${caller}: ${name}[${i}].start is ${start}; it must be a time of 0 s or more.`);
    }
    if (!(end > start && end < Infinity)) {
      throw new RangeError(
        `${caller}: ${name}[${i}].end is ${end}; it must be later than its start, ${start}.`,
      );
    }
    if (i > 0 && (start < segments[i - 1].start || end < segments[i - 1].end)) {
      throw new RangeError(
        `${caller}: ${name}[${i}] goes from ${start} to ${end} s, before ${name}[${i - 1}]; segments must be in order of time.`,
      );
    }
  }
}

/** Throws when there is no reference to compare with. */
export function requireReference(reference: readonly TimeSpan[], caller: string): void {
  if (reference.length === 0) {
    throw new RangeError(`${caller}: reference is empty; it needs at least one segment.`);
  }
}

/**
 * The segments cut to the time from `tMin` to `tMax`, with "N" before and after where they are shorter (mir_eval's
 * adjust_intervals). What touches that time only at an end is left with no length, as there.
 */
export function adjustSegments(
  segments: readonly LabeledSegment[],
  tMin: number,
  tMax: number,
): LabeledSegment[] {
  if (segments.length === 0) return [{ start: tMin, end: tMax, label: "N" }];
  const first = Math.max(
    0,
    segments.findIndex(({ end }) => end >= tMin),
  );
  const beyond = segments.findIndex(({ start }) => start > tMax);
  const inside = segments.slice(first, beyond === -1 ? undefined : Math.max(first, beyond));
  const clip = (time: number) => Math.min(tMax, Math.max(tMin, time));
  const adjusted = inside.map(({ start, end, label }) => ({ start: clip(start), end: clip(end), label }));
  const begin = adjusted[0]?.start ?? tMax;
  if (begin > tMin) adjusted.unshift({ start: tMin, end: begin, label: "N" });
  const last = adjusted[adjusted.length - 1].end;
  if (last < tMax) adjusted.push({ start: last, end: tMax, label: "N" });
  return adjusted;
}

/** A stretch of time in which neither list changes, with the label of each. */
export type LabelPair = TimeSpan & { reference: string; estimated: string };

/**
 * Both lists cut at each other's boundaries (mir_eval's merge_labeled_intervals). They begin and end together; where
 * one has a gap its last label holds on.
 */
export function mergeSegments(
  reference: readonly LabeledSegment[],
  estimated: readonly LabeledSegment[],
): LabelPair[] {
  const times = [...reference, ...estimated].flatMap(({ start, end }) => [start, end]);
  const boundaries = Float64Array.from(new Set(times)).sort();
  let i = 0;
  let j = 0;
  return Array.from(boundaries.subarray(1), (end, k) => {
    const start = boundaries[k];
    while (i + 1 < reference.length && reference[i + 1].start <= start) i++;
    while (j + 1 < estimated.length && estimated[j + 1].start <= start) j++;
    return { start, end, reference: reference[i].label, estimated: estimated[j].label };
  });
}
