import { requireShare, type Signal } from "../base/signal.ts";
import type { Spectrogram } from "../base/spectrogram.ts";
import { DEFAULT_CUTOFF, decideMpm } from "./decide-mpm.ts";
import { type FrameDecision, noDecision } from "./frame-decision.ts";
import type { FrameReader } from "./frame-reader.ts";
import { emptyLagMatrix, lagsOf, writeRow } from "./lag-matrix.ts";
import { type PitchOptions, resolvePitch } from "./pitch-options.ts";
import { emptyTrack, type PitchTrack, writeFrame } from "./pitch-track.ts";
import { wholeSound } from "./whole-sound.ts";

/** How MPM looks for a pitch. */
export type MpmOptions = PitchOptions & {
  /** The first key maximum counts that is at least this times the greatest one. Default 0.9. */
  cutoff?: number;
};

/** What MPM did with each frame. Lags and periods are in samples. */
export type MpmSteps = {
  /** The lag of each column of the matrix. */
  lags: Float64Array;
  /** n′: how like a frame is to itself so many samples later, from −1 to 1. */
  nsdf: Spectrogram;
  /** The greatest value of each hump above zero, from the shortest lag on. */
  keyMaxima: { period: number; value: number }[][];
  /** What a key maximum had to reach. */
  cutoffs: Float64Array;
  /** The value of the chosen one, which MPM calls clarity; 0 for none. */
  clarity: Float64Array;
  /** The period chosen, between two lags by interpolation, whether or not the frame is voiced; 0 for none. */
  periods: Float64Array;
};

/**
 * The pitch of a sound frame by frame, by the McLeod pitch method (McLeod & Wyvill 2005, A smarter way to find
 * pitch): the first lag at which a frame is nearly as like itself as it gets. Defaults suit any instrument, in noise
 * too: each frame is seen through a short and a long window with its noise taken out, and the period is sharpened to
 * a fraction of a cent. `plain` is the algorithm of the paper, on whole frames. Silence, noise and what is 50 dB below
 * the loudest before it are unvoiced. A sound no longer than frameLength is one frame, taken plainly. Throws when
 * fmin is not below fmax or fmax is above half the sample rate.
 *
 * @param y the samples
 * @example
 * const y = Float32Array.from({length: 8820}, (_, i) => Math.sin((2 * Math.PI * 2093 * i) / 44100)); // C7
 * const {times, f0} = music.mpm(y, {sr: 44100, plain: true, fmin: 80});
 * Plot.plot({height: 150, marks: [Plot.dot(times, {x: times, y: f0})]})
 */
export function mpm(
  y: Signal,
  options: MpmOptions & {
    /** True: give the intermediate results too, as `steps`. Default false. */
    steps?: false;
  },
): PitchTrack;
export function mpm(y: Signal, options: MpmOptions & { steps: true }): PitchTrack & { steps: MpmSteps };
export function mpm(y: Signal, options: MpmOptions & { steps?: boolean }): PitchTrack & { steps?: MpmSteps } {
  const { cutoff = DEFAULT_CUTOFF, steps: opened = false } = options;
  const resolved = resolvePitch(y, options, "mpm");
  requireShare(cutoff, "cutoff", "mpm");
  const { reader, count } = wholeSound(y, resolved, "overlap");
  const track = emptyTrack(count);
  const steps = opened ? emptySteps(reader, count) : undefined;
  const decision = noDecision();
  const room = new Int32Array(reader.curve.last + 1);
  for (let t = 0; t < count; t++) {
    reader.read(t);
    const maxima = decideMpm(reader, cutoff, room, decision);
    writeFrame(track, t, reader, decision);
    if (steps) writeSteps(steps, t, reader, cutoff, room.subarray(0, maxima), decision);
  }
  return steps ? { ...track, steps } : track;
}

function emptySteps({ curve }: FrameReader, count: number): MpmSteps {
  return {
    lags: lagsOf(curve),
    nsdf: emptyLagMatrix(curve, count),
    keyMaxima: [],
    cutoffs: new Float64Array(count),
    clarity: new Float64Array(count),
    periods: new Float64Array(count),
  };
}

function writeSteps(
  steps: MpmSteps,
  t: number,
  { curve, options }: FrameReader,
  cutoff: number,
  maxima: Int32Array,
  { lag, hz }: FrameDecision,
): void {
  writeRow(steps.nsdf, t, curve.likeness);
  const found = Array.from(maxima, (k) => ({ period: k * curve.lagStep, value: curve.likeness[k] }));
  steps.keyMaxima.push(found);
  steps.cutoffs[t] = cutoff * found.reduce((most, { value }) => Math.max(most, value), 0);
  steps.clarity[t] = lag > 0 ? curve.likeness[Math.round(lag)] : 0;
  steps.periods[t] = hz > 0 ? options.sr / hz : 0;
}
