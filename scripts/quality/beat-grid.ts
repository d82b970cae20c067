import type { RandomState } from "../../src/learn/random-state.ts";

/** Beats in seconds, one more than are played, so that every position within the last beat has a time. */
export type BeatGrid = {
  times: number[];
  /** The second of a position in beats, such as 2.5 for half-way between the third beat and the fourth. */
  at(position: number): number;
};

// The tempo of a drifting piece wanders this much from beat to beat, and is drawn back to where it began.
const WANDER = 0.006;
const PULL = 0.05;

/** `beats` beats from `start` on at `bpm`, steady, or drifting as players without a click do. */
export function beatGrid(
  { start, bpm, beats, drifts }: { start: number; bpm: number; beats: number; drifts: boolean },
  random: RandomState,
): BeatGrid {
  const times = [start];
  let drift = 0;
  for (let i = 0; i < beats; i++) {
    if (drifts) drift += WANDER * random.normal() - PULL * drift;
    times.push(times[i] + 60 / (bpm * (1 + drift)));
  }
  const at = (position: number) => {
    const i = Math.min(Math.floor(position), times.length - 2);
    return times[i] + (position - i) * (times[i + 1] - times[i]);
  };
  return { times, at };
}
