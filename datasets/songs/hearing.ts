import { SAMPLE_RATE } from "../../scripts/datasets/decode.ts";
import { beatTrack, onsetDetect, tempo } from "../../src/music/index.ts";

/** What our analysis hears in an excerpt; times in seconds from its beginning. */
export type Hearing = { tempo: number; plainTempo: number; onsets: number[]; beats: number[] };

/** Everything with its defaults, as a learner would call it. */
export function hearing(y: Float32Array): Hearing {
  const sr = SAMPLE_RATE;
  return {
    tempo: tempo(y, { sr }).bpm,
    plainTempo: tempo(y, { sr, plain: true }).bpm,
    onsets: Array.from(onsetDetect(y, { sr })),
    beats: Array.from(beatTrack(y, { sr }).beats),
  };
}

const REACH_SECONDS = 0.08;
const SPREAD_SECONDS = 0.008;
const STEP_SECONDS = 0.001;

/**
 * How much later the sound comes than the chart says, in seconds: where the differences of found and charted onsets, up
 * to 80 ms, lie closest together (a Gaussian of 8 ms about each).
 */
export function lagOf(charted: readonly number[], found: readonly number[]): number {
  const differences = charted.flatMap((time) =>
    found.map((other) => other - time).filter((difference) => Math.abs(difference) < REACH_SECONDS),
  );
  let best = { lag: 0, mass: 0 };
  const steps = Math.round(REACH_SECONDS / STEP_SECONDS);
  for (let i = -steps; i <= steps; i++) {
    const lag = i * STEP_SECONDS;
    const mass = differences.reduce((sum, d) => sum + Math.exp(-0.5 * ((d - lag) / SPREAD_SECONDS) ** 2), 0);
    if (mass > best.mass) best = { lag, mass };
  }
  return best.lag;
}
