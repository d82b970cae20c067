import { valueAt } from "./curve-statistics.ts";
import type { Periodicity } from "./periodicity.ts";

/** Places within a beat at which the curves are averaged. */
const PLACES = 24;
const BANDS = ["low", "middle", "high", "harmony"];

/** What each clue is, in the order of the numbers. All are in standard deviations of the curves, or correlations. */
export const METRICAL_CLUES: readonly string[] = [
  ...BANDS.flatMap((band) => [
    `${band} on the beat`,
    `${band} half way`,
    `${band} on a third, the stronger`,
    `${band} every other beat`,
    `${band} every third beat`,
    `${band} on the quarters`,
    `${band} every other half way`,
    `${band} within four beats`,
  ]),
  "bass drum and snare in turn",
  "correlation after half a beat",
  "correlation after one beat",
  "correlation after two beats",
  "correlation after three beats",
  "correlation after four beats",
  ...["low", "harmony"].flatMap((band) => [
    `${band}: correlation after one beat`,
    `${band}: correlation after two beats`,
    `${band}: correlation after four beats`,
  ]),
  "novelty on the beats",
  "octaves above 155 beats a minute",
  "octaves above 190 beats a minute",
  "octaves below 78 beats a minute",
];

/** The mean of each curve over groups of `group` beats: PLACES × group numbers a curve. */
export function beatProfiles(bands: Float64Array[], beats: number[], group: number): Float64Array[] {
  const size = PLACES * group;
  const counts = new Float64Array(size);
  const profiles = bands.map(() => new Float64Array(size));
  for (let i = 0; i + 1 < beats.length; i++) {
    const length = beats[i + 1] - beats[i];
    const offset = (i % group) * PLACES;
    for (let t = beats[i]; t < beats[i + 1]; t++) {
      const place = (Math.round(((t - beats[i]) / length) * PLACES) + offset) % size;
      counts[place]++;
      for (let g = 0; g < bands.length; g++) profiles[g][place] += bands[g][t];
    }
  }
  for (const profile of profiles) {
    for (let i = 0; i < size; i++) profile[i] /= Math.max(1, counts[i]);
  }
  return profiles;
}

/** The profiles of one chain of beats over one to four beats, from which the clues are read. */
export type BeatProfiles = {
  one: Float64Array[];
  two: Float64Array[];
  three: Float64Array[];
  four: Float64Array[];
};

/** The clues that beats `lag` frames apart, `phase` of a beat after the chain's, are those one taps to. */
export function metricalClues(
  { correlation, bandCorrelations, hopSeconds }: Periodicity,
  { one, two, three, four }: BeatProfiles,
  lag: number,
  phase: number,
  score: number,
): Float64Array {
  const clues: number[] = [];
  for (let g = 0; g < BANDS.length; g++) {
    clues.push(
      greatestNear(one[g], phase),
      greatestNear(one[g], phase + 1 / 2),
      Math.max(greatestNear(one[g], phase + 1 / 3), greatestNear(one[g], phase + 2 / 3)),
      Math.abs(greatestNear(two[g], phase) - greatestNear(two[g], phase + 1)),
      spread([0, 1, 2].map((beat) => greatestNear(three[g], phase + beat))),
      (greatestNear(one[g], phase + 1 / 4) + greatestNear(one[g], phase + 3 / 4)) / 2,
      Math.abs(greatestNear(two[g], phase + 1 / 2) - greatestNear(two[g], phase + 3 / 2)),
      spread([0, 1, 2, 3].map((beat) => greatestNear(four[g], phase + beat))),
    );
  }
  const bass = greatestNear(two[0], phase) - greatestNear(two[0], phase + 1);
  const treble = greatestNear(two[2], phase) - greatestNear(two[2], phase + 1);
  clues.push(Math.sqrt(Math.max(0, -bass * treble)));
  for (const beats of [1 / 2, 1, 2, 3, 4]) clues.push(peakNear(correlation, beats * lag));
  for (const band of [bandCorrelations[0], bandCorrelations[3]]) {
    for (const beats of [1, 2, 4]) clues.push(peakNear(band, beats * lag));
  }
  const bpm = 60 / (lag * hopSeconds);
  clues.push(
    score,
    Math.max(0, Math.log2(bpm / 155)),
    Math.max(0, Math.log2(bpm / 190)),
    Math.max(0, Math.log2(78 / bpm)),
  );
  return Float64Array.from(clues);
}

function spread(values: number[]): number {
  return Math.max(...values) - Math.min(...values);
}

/** The greatest value of a profile within a place of so many beats after its start; it goes round. */
function greatestNear(profile: Float64Array, beats: number): number {
  const middle = Math.round(beats * PLACES) + profile.length;
  let greatest = -Infinity;
  for (let i = middle - 1; i <= middle + 1; i++) greatest = Math.max(greatest, profile[i % profile.length]);
  return greatest;
}

/** The greatest value within a frame of a lag. */
function peakNear(correlation: Float64Array, lag: number): number {
  let greatest = -Infinity;
  for (let d = -1; d <= 1; d += 0.5) greatest = Math.max(greatest, valueAt(correlation, lag + d));
  return greatest;
}
