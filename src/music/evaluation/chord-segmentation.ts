import {
  adjustSegments,
  type LabeledSegment,
  requireIntervalsInOrder,
  requireReference,
  type TimeSpan,
} from "./chord-segments.ts";
import { encodedChord } from "./encode-chord.ts";

/** How well two chord sequences are cut at the same places, each figure from 0 to 1. */
export type ChordSegmentation = {
  /** 1 where no reference chord is cut into pieces. */
  overseg: number;
  /** 1 where no estimated chord spans several reference chords. */
  underseg: number;
  /** The lower of both. */
  seg: number;
};

/**
 * How well the estimated chords begin and end where the reference's do, whatever their labels: over-segmentation,
 * under-segmentation and the lower of both (mir_eval.chord.overseg, underseg and seg, with the segments prepared as in
 * mir_eval.chord.evaluate; Harte, 2010, §8.3). The estimate is cut or filled up to the time of the reference, and
 * neighbours with the same chord count as one.
 *
 * Throws when the reference is empty, segments overlap or have no length, or a label is none.
 *
 * @param reference the true chords
 * @param estimated the chords found
 * @example
 * const reference = [{start: 0, end: 2, label: "C:maj"}, {start: 2, end: 4, label: "A:min"}];
 * const estimated = [{start: 0, end: 1, label: "C:maj"}, {start: 1, end: 2, label: "E:min"}, {start: 2, end: 4, label: "A:min"}];
 * music.chordSegmentation(reference, estimated)
 */
export function chordSegmentation(
  reference: readonly LabeledSegment[],
  estimated: readonly LabeledSegment[],
): ChordSegmentation {
  const caller = "chordSegmentation";
  requireIntervalsInOrder(reference, "reference", caller);
  requireIntervalsInOrder(estimated, "estimated", caller);
  requireReference(reference, caller);
  const adjusted = adjustSegments(estimated, reference[0].start, reference[reference.length - 1].end);
  const ref = joined(reference, caller);
  const est = joined(adjusted, caller);
  const overseg = 1 - hammingDistance(ref, est, "reference", caller);
  const underseg = 1 - hammingDistance(est, ref, "estimated", caller);
  return { overseg, underseg, seg: Math.min(overseg, underseg) };
}

/**
 * The directional Hamming distance from 0 to 1: of the time of the reference segments, the part that is outside the
 * longest piece that estimated boundaries leave of each (mir_eval.chord.directional_hamming_distance; Harte, 2010,
 * §8.3). 0 means that none is cut.
 *
 * Throws when a list is empty, not in order, or the reference overlaps.
 *
 * @param reference segments that are cut, as {start, end} in seconds
 * @param estimated segments whose boundaries cut them
 * @example
 * music.directionalHammingDistance([{start: 0, end: 4}], [{start: 0, end: 1}, {start: 1, end: 4}])
 */
export function directionalHammingDistance(
  reference: readonly TimeSpan[],
  estimated: readonly TimeSpan[],
): number {
  const caller = "directionalHammingDistance";
  requireIntervalsInOrder(reference, "reference", caller);
  requireIntervalsInOrder(estimated, "estimated", caller);
  requireReference(reference, caller);
  return hammingDistance(reference, estimated, "reference", caller);
}

function hammingDistance(
  whole: readonly TimeSpan[],
  cutting: readonly TimeSpan[],
  name: string,
  caller: string,
): number {
  const overlap = whole.findIndex(({ start }, i) => i > 0 && start < whole[i - 1].end);
  if (overlap >= 0) {
    throw new RangeError(
      `${caller}: ${name} has a segment that begins at ${whole[overlap].start} s, before the one before it ends, at ${whole[overlap - 1].end} s; segments must not overlap.`,
    );
  }
  const cuts = Float64Array.from(new Set(cutting.flatMap(({ start, end }) => [start, end]))).sort();
  let lost = 0;
  for (const { start, end } of whole) {
    let longest = 0;
    let from = start;
    for (const cut of cuts) {
      if (cut < start || cut >= end) continue;
      longest = Math.max(longest, cut - from);
      from = cut;
    }
    lost += end - start - Math.max(longest, end - from);
  }
  return lost / (whole[whole.length - 1].end - whole[0].start);
}

/** Neighbours with the same chord as one segment, without those that have no length. */
function joined(segments: readonly LabeledSegment[], caller: string): TimeSpan[] {
  const out: TimeSpan[] = [];
  let previous = "";
  for (const { start, end, label } of segments) {
    const chord = JSON.stringify(encodedChord(label, true, caller));
    if (chord === previous) out[out.length - 1] = { start: out[out.length - 1].start, end };
    else out.push({ start, end });
    previous = chord;
  }
  return out.filter(({ start, end }) => end > start);
}
