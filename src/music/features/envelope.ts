import { amplitudeRatioDb } from "../base/decibels.ts";
import { requireNotNegative, requirePositive, requireSignal, type Signal } from "../base/signal.ts";

/**
 * Levels this far below the peak, and all lower ones, count as silence.
 * @example
 * music.SILENCE_DB
 */
export const SILENCE_DB = -60;

/** The loudness of a sound over time: `levels[i]` is its RMS amplitude i × hopSeconds after its onset. */
export type Envelope = {
  /** RMS amplitudes from the onset on. */
  levels: Float64Array;
  /** Seconds from one level to the next. */
  hopSeconds: number;
};

// Long enough to hold one period of the deepest drum (50 Hz), short enough to see a stroke.
const WINDOW_SECONDS = 0.02;
const HOP_SECONDS = 0.001;
const ONSET_RATIO = 0.1;

/**
 * The index of the first sample that reaches a tenth (−20 dB) of the greatest.
 *
 * @param y the samples
 * @example
 * music.onsetSample(Float32Array.of(0, 0, 0.5, 1, 0.2))
 */
export function onsetSample(y: Signal): number {
  requireSignal(y, "onsetSample");
  let peak = 0;
  for (const sample of y) peak = Math.max(peak, Math.abs(sample));
  return Math.max(
    0,
    y.findIndex((sample) => Math.abs(sample) >= ONSET_RATIO * peak),
  );
}

/**
 * The envelope of a sound from its onset to its end: RMS over 20 ms, one value a millisecond. The window starts at
 * the moment it describes, and beyond the end of the sound is silence.
 *
 * @param y the samples
 * @example
 * const y = Float32Array.from({length: 8000}, (_, i) => Math.sin(i / 2) * Math.exp(-i / 800)); // a stroke
 * Plot.plot({height: 150, marks: [Plot.lineY(music.envelope(y, {sr: 8000}).levels)]})
 */
export function envelope(
  y: Signal,
  {
    sr,
  }: {
    /** Samples a second. */
    sr: number;
  },
): Envelope {
  requirePositive(sr, "sr", "envelope");
  const onset = onsetSample(y);
  const energy = new Float64Array(y.length - onset + 1);
  for (let i = 0; i < energy.length - 1; i++) energy[i + 1] = energy[i] + y[onset + i] ** 2;
  const samples = Math.max(1, Math.round(WINDOW_SECONDS * sr));
  const last = energy.length - 1;
  const levels = Float64Array.from({ length: Math.ceil(last / (HOP_SECONDS * sr)) }, (_, i) => {
    const start = Math.min(last, Math.round(i * HOP_SECONDS * sr));
    return Math.sqrt((energy[Math.min(last, start + samples)] - energy[start]) / samples);
  });
  return { levels, hopSeconds: HOP_SECONDS };
}

/**
 * The level in dB, `seconds` after the onset, against the loudest moment; never below {@link SILENCE_DB}.
 *
 * @param envelope what `music.envelope` gives
 * @param seconds how long after the onset
 * @example
 * const y = Float32Array.from({length: 8000}, (_, i) => Math.sin(i / 2) * Math.exp(-i / 800)); // a stroke
 * display(music.levelAt(music.envelope(y, {sr: 8000}), 0.1)); // dB, a tenth of a second in
 */
export function levelAt(envelope: Envelope, seconds: number): number {
  const { levels, hopSeconds } = requireEnvelope(envelope, "levelAt");
  requireNotNegative(seconds, "seconds", "levelAt");
  return amplitudeRatioDb(levels[Math.round(seconds / hopSeconds)] ?? 0, loudest(levels), SILENCE_DB);
}

/**
 * Seconds from the onset until the level first is within 1 dB of its loudest.
 *
 * @param envelope what `music.envelope` gives
 * @example
 * const y = Float32Array.from({length: 8000}, (_, i) => Math.sin(i / 2) * Math.exp(-i / 800)); // a stroke
 * display(music.attackTime(music.envelope(y, {sr: 8000})));
 */
export function attackTime(envelope: Envelope): number {
  const { levels, hopSeconds } = requireEnvelope(envelope, "attackTime");
  return attackEnd(levels) * hopSeconds;
}

/**
 * Seconds from the end of the attack until the level last was within `dropDb` (default 20 dB) of its loudest.
 *
 * @param envelope what `music.envelope` gives
 * @param dropDb how far the level must have fallen, in dB
 * @example
 * const y = Float32Array.from({length: 8000}, (_, i) => Math.sin(i / 2) * Math.exp(-i / 800)); // a stroke
 * display(music.decayTime(music.envelope(y, {sr: 8000})));
 */
export function decayTime(envelope: Envelope, dropDb = 20): number {
  const { levels, hopSeconds } = requireEnvelope(envelope, "decayTime");
  requirePositive(dropDb, "dropDb", "decayTime");
  const threshold = loudest(levels) * 10 ** (-dropDb / 20);
  const last = levels.findLastIndex((level) => level >= threshold);
  return Math.max(0, last - attackEnd(levels)) * hopSeconds;
}

/**
 * The balance point in time of the energy of a sound, in seconds after its onset.
 *
 * @param envelope what `music.envelope` gives
 * @example
 * const y = Float32Array.from({length: 8000}, (_, i) => Math.sin(i / 2) * Math.exp(-i / 800)); // a stroke
 * display(music.temporalCentroid(music.envelope(y, {sr: 8000})));
 */
export function temporalCentroid(envelope: Envelope): number {
  const { levels, hopSeconds } = requireEnvelope(envelope, "temporalCentroid");
  let weighted = 0;
  let total = 0;
  for (let i = 0; i < levels.length; i++) {
    weighted += levels[i] ** 2 * i;
    total += levels[i] ** 2;
  }
  return total > 0 ? (weighted / total) * hopSeconds : 0;
}

/** The envelope, if it is one. */
function requireEnvelope(envelope: Envelope, caller: string): Envelope {
  const { levels, hopSeconds } = envelope ?? {};
  if (!(levels instanceof Float64Array)) {
    throw new TypeError(`${caller}: envelope must be what envelope gives: {levels, hopSeconds}.`);
  }
  if (levels.length === 0) throw new RangeError(`${caller}: levels is empty; it needs at least one level.`);
  const wrong = levels.findIndex((level) => !Number.isFinite(level));
  if (wrong >= 0) throw new RangeError(`${caller}: levels[${wrong}] is ${levels[wrong]}; it must be finite.`);
  requirePositive(hopSeconds, "hopSeconds", caller);
  return envelope;
}

function loudest(levels: Float64Array): number {
  return levels.reduce((most, level) => Math.max(most, level), 0);
}

/** A sound that stays loud has its very loudest moment by chance, anywhere on the plateau: this is its beginning. */
function attackEnd(levels: Float64Array): number {
  const nearLoudest = loudest(levels) * 10 ** (-1 / 20);
  return levels.findIndex((level) => level >= nearLoudest);
}
