import { requireShare, type Signal } from "../base/signal.ts";
import type { Spectrogram } from "../base/spectrogram.ts";
import { DEFAULT_THRESHOLD, decideYin, yinThreshold } from "./decide-yin.ts";
import { type FrameDecision, noDecision } from "./frame-decision.ts";
import type { FrameReader } from "./frame-reader.ts";
import { emptyLagMatrix, lagsOf, writeRow } from "./lag-matrix.ts";
import { isDip } from "./pick-dip.ts";
import { type PitchOptions, resolvePitch } from "./pitch-options.ts";
import { emptyTrack, type PitchTrack, writeFrame } from "./pitch-track.ts";
import { wholeSound } from "./whole-sound.ts";

/** How YIN looks for a pitch. */
export type YinOptions = PitchOptions & {
  /**
   * A dip of d′ counts when it is below this; the first that counts is the period. Default 0.1. Unless `plain`, it
   * counts from the deepest dip, since in noise none is deep.
   */
  threshold?: number;
};

/** What YIN did with each frame. Lags and periods are in samples. */
export type YinSteps = {
  /** The lag of each column of the two matrices. */
  lags: Float64Array;
  /** d: how much a frame differs from itself so many samples later. */
  difference: Spectrogram;
  /** d′: the same over its mean at all shorter lags, 1 at lag 0. */
  normalized: Spectrogram;
  /** The dips of d′ in each frame, from the shortest lag on. */
  candidates: { period: number; value: number }[][];
  /** What a dip had to be below. */
  thresholds: Float64Array;
  /** The period chosen, between two lags by interpolation, whether or not the frame is voiced; 0 for none. */
  periods: Float64Array;
};

/**
 * The pitch of a sound frame by frame, by YIN (de Cheveigné & Kawahara 2002): the first lag at which a frame hardly
 * differs from itself. Defaults suit any instrument, in noise too: each frame is seen through a short and a long
 * window with its noise taken out, and the period is sharpened to a fraction of a cent. `plain` is the algorithm of
 * the paper as librosa.yin has it, with d over half a frame. Silence, noise and what is 50 dB below the loudest before
 * it are unvoiced. A sound no longer than frameLength is one frame, taken plainly; a window finds no pitch of which
 * it does not hold two periods. Throws when fmin is not below fmax or fmax is above half the sample rate.
 *
 * @param y the samples
 * @example
 * const y = Float32Array.from({length: 11025}, (_, i) => Math.sin((2 * Math.PI * 110 * i) / 22050)); // half a second
 * const {f0, voiced} = music.yin(y, {sr: 22050});
 * display(`${f0[20].toFixed(2)} Hz in frame 20 of ${voiced.length}`);
 */
export function yin(
  y: Signal,
  options: YinOptions & {
    /** True: give the intermediate results too, as `steps`. Default false. */
    steps?: false;
  },
): PitchTrack;
export function yin(y: Signal, options: YinOptions & { steps: true }): PitchTrack & { steps: YinSteps };
export function yin(y: Signal, options: YinOptions & { steps?: boolean }): PitchTrack & { steps?: YinSteps } {
  const { threshold = DEFAULT_THRESHOLD, steps: opened = false } = options;
  const resolved = resolvePitch(y, options, "yin");
  requireShare(threshold, "threshold", "yin");
  const { reader, count } = wholeSound(y, resolved, "halves");
  const track = emptyTrack(count);
  const steps = opened ? emptySteps(reader, count) : undefined;
  const decision = noDecision();
  for (let t = 0; t < count; t++) {
    reader.read(t);
    decideYin(reader, threshold, decision);
    writeFrame(track, t, reader, decision);
    if (steps) writeSteps(steps, t, reader, threshold, decision);
  }
  return steps ? { ...track, steps } : track;
}

function emptySteps({ curve }: FrameReader, count: number): YinSteps {
  return {
    lags: lagsOf(curve),
    difference: emptyLagMatrix(curve, count),
    normalized: emptyLagMatrix(curve, count),
    candidates: [],
    thresholds: new Float64Array(count),
    periods: new Float64Array(count),
  };
}

function writeSteps(
  steps: YinSteps,
  t: number,
  reader: FrameReader,
  threshold: number,
  decision: FrameDecision,
): void {
  const { curve, options } = reader;
  writeRow(steps.difference, t, curve.difference);
  writeRow(steps.normalized, t, curve.normalized);
  const dips: YinSteps["candidates"][number] = [];
  for (let k = curve.first; k <= curve.last; k++) {
    if (isDip(curve.normalized, k, curve.first, curve.last)) {
      dips.push({ period: k * curve.lagStep, value: curve.normalized[k] });
    }
  }
  steps.candidates.push(dips);
  steps.thresholds[t] = yinThreshold(reader, threshold);
  steps.periods[t] = decision.hz > 0 ? options.sr / decision.hz : 0;
}
