import { drumFeatures, onsetSample } from "../../src/music/index.ts";
import { SAMPLE_RATE } from "./decode.ts";

/** A recording of one stroke and what its package says of it. */
export type Recording = {
  id: string;
  kit: string;
  author: string;
  instrument: string;
  layer: number;
  layers: number;
  /** Mono samples at {@link SAMPLE_RATE}. */
  samples: () => Float32Array;
};

/** A recording and what was measured on it. */
export type Measured = Recording & { stroke: Float64Array; x: number[] };

// Long enough to tell two strokes apart.
const STROKE_SECONDS = 0.2;
const DIGITS = 4;

/** Measures a recording, or returns null when there is no sound in it. */
export function measure(recording: Recording): Measured | null {
  const y = recording.samples();
  if (!y.some((sample) => sample !== 0)) return null;
  const x = [...drumFeatures(y, { sr: SAMPLE_RATE })].map((value) => Number(value.toPrecision(DIGITS)));
  return { ...recording, stroke: unitStroke(y), x };
}

/** The first 0.2 s from the onset, scaled to length one, so that the dot product of two is their correlation. */
export function unitStroke(y: Float32Array): Float64Array {
  const stroke = new Float64Array(Math.round(STROKE_SECONDS * SAMPLE_RATE));
  const onset = onsetSample(y);
  stroke.set(y.subarray(onset, onset + stroke.length));
  const length = Math.sqrt(stroke.reduce((sum, sample) => sum + sample * sample, 0));
  return stroke.map((sample) => sample / length);
}
