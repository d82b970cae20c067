import { lowRate } from "../base/low-rate.ts";
import { requirePositive, requireSignal, type Signal } from "../base/signal.ts";
import type { Spectrogram } from "../base/spectrogram.ts";
import { magnitudeSpectrogram } from "../spectrum/stft.ts";
import { tuningOf } from "./estimate-tuning.ts";
import { noteSalience } from "./note-salience.ts";
import { REGISTER_BINS, registerChroma } from "./register-chroma.ts";
import { harmonyHop, semitoneSpectrogram } from "./semitone-spectrogram.ts";

/** What speaks for a chord, frame by frame. */
export type ChordEvidence = {
  /** Seconds of each frame. */
  times: Float64Array;
  /** How far the music is tuned from A4 = 440 Hz, in semitones. */
  tuning: number;
  /** How strongly each of the 72 notes from C1 sounds. */
  salience: Spectrogram;
  /** The pitch classes of bass, middle and top, 36 numbers of a length below 1: soft frames are short. */
  registers: Spectrogram;
  /** What speaks for no chord at all: 1, the frame's level, its square, and how much there is of notes. */
  silence: Spectrogram;
};

const SMALL_SHARE = 0.2;
const TUNING_FFT = 4096;
// Chords are told by what sounds below 3 kHz.
const LEAST_RATE = 8000;

/** How the evidence is found. */
export type EvidenceOptions = {
  /** Samples a second. */
  sr: number;
  /** How far the music is tuned from A4 = 440 Hz, in semitones. Default: estimated. */
  tuning?: number;
  /** How much soft sounds count: amplitudes a, against the loud frames, become log(1 + compression × a). Default 100. */
  compression?: number;
};

/** The evidence of a sound. Throws, in the name of `caller`, when an argument cannot be used. */
export function chordEvidence(y: Signal, options: EvidenceOptions, caller: string): ChordEvidence {
  const { sr: rate, compression = 100 } = options;
  requireSignal(y, caller);
  requirePositive(rate, "sr", caller);
  requirePositive(compression, "compression", caller);
  if (options.tuning !== undefined && !(Math.abs(options.tuning) <= 1)) {
    throw new RangeError(`${caller}: tuning is ${options.tuning}; it must lie between −1 and 1 semitone.`);
  }
  const { y: low, sr } = lowRate(y, rate, LEAST_RATE);
  const tuning =
    options.tuning ?? tuningOf(magnitudeSpectrogram(low, { nFft: TUNING_FFT, hopLength: TUNING_FFT }), sr);
  const { salience, level } = noteSalience(semitoneSpectrogram(low, sr, tuning), compression);
  const registers = registerChroma(salience);
  const { data, frames } = registers;
  const lengths = Float64Array.from({ length: frames }, (_, t) =>
    Math.sqrt(
      data
        .subarray(t * REGISTER_BINS, (t + 1) * REGISTER_BINS)
        .reduce((sum, value) => sum + value * value, 0),
    ),
  );
  // A silent sound has none: then every frame is zero, whatever it is divided by.
  const small = SMALL_SHARE * lengths.toSorted()[frames >> 1] || 1;
  const silence = new Float64Array(4 * frames);
  for (let t = 0; t < frames; t++) {
    for (let i = 0; i < REGISTER_BINS; i++) data[t * REGISTER_BINS + i] /= lengths[t] + small;
    silence.set([1, level[t], level[t] ** 2, lengths[t] / small], 4 * t);
  }
  const hopSeconds = harmonyHop(sr) / sr;
  return {
    times: Float64Array.from({ length: frames }, (_, t) => t * hopSeconds),
    tuning,
    salience,
    registers,
    silence: { data: silence, frames, bins: 4 },
  };
}
