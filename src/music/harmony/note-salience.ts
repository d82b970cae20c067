import { remembered } from "../base/remembered.ts";
import type { Spectrogram } from "../base/spectrogram.ts";
import { LOWEST_SEMITONE, SEMITONES } from "./semitone-spectrogram.ts";

/** How many notes a chord may be made of: from C1 to B6. */
export const NOTES = 72;

const BESIDE = 9;
const BACKGROUND_SHARE = 0.5;
const PARTIALS = 10;
const DECAY = 0.6;
const REACH_SEMITONES = 1.2;
const ROUNDS = 15;
const LOUD_QUANTILE = 0.95;

/** What {@link noteSalience} gives: how strongly each note sounds, and how loud each frame is against the loud ones. */
export type NoteSalience = {
  /** 72 numbers a frame, from C1. */
  salience: Spectrogram;
  /** The common logarithm of each frame's level against that of the loud frames, from −5 up. */
  level: Float64Array;
};

/**
 * How strongly each note sounds: the semitones' amplitudes compressed by a logarithm, less half of what is about them
 * (that is drums and noise), explained as notes with ten partials each by non-negative least squares (after Mauch and
 * Dixon, ISMIR 2010, Approximate note transcription).
 */
export function noteSalience(spectra: Spectrogram, compression: number): NoteSalience {
  const { data, frames } = spectra;
  const loudness = Float64Array.from({ length: frames }, (_, t) =>
    Math.sqrt(
      data.subarray(t * SEMITONES, (t + 1) * SEMITONES).reduce((sum, value) => sum + value * value, 0),
    ),
  );
  const loud = loudness.toSorted()[Math.floor(LOUD_QUANTILE * (frames - 1))];
  const salience = new Float64Array(frames * NOTES);
  const level = loudness.map((value) => (loud > 0 ? Math.log10(value / loud + 1e-5) : -5));
  if (loud === 0) return { salience: { data: salience, frames, bins: NOTES }, level };
  const spectrum = new Float64Array(SEMITONES);
  const notes = new Float64Array(NOTES);
  const target = new Float64Array(NOTES);
  const sums = new Float64Array(SEMITONES + 2 * BESIDE + 1);
  for (let t = 0; t < frames; t++) {
    for (let s = 0; s < SEMITONES; s++) {
      spectrum[s] = Math.log1p((compression * data[t * SEMITONES + s]) / loud);
    }
    sharpen(spectrum, sums);
    explain(spectrum, target, notes);
    salience.set(notes, t * NOTES);
  }
  return { salience: { data: salience, frames, bins: NOTES }, level };
}

/** Takes half of the mean of the semitones about it from each; the ends go on as they are. */
function sharpen(spectrum: Float64Array, sums: Float64Array): void {
  for (let i = 0; i < SEMITONES + 2 * BESIDE; i++) {
    sums[i + 1] = sums[i] + spectrum[Math.max(0, Math.min(SEMITONES - 1, i - BESIDE))];
  }
  for (let s = 0; s < SEMITONES; s++) {
    const mean = (sums[s + 2 * BESIDE + 1] - sums[s]) / (2 * BESIDE + 1);
    spectrum[s] = Math.max(0, spectrum[s] - BACKGROUND_SHARE * mean);
  }
}

/** The partials of each note, semitone by semitone, and how much of one note's partials are another's too. */
const tables = remembered((): { partials: Float64Array[]; shared: Float64Array[] } => {
  const partials = Array.from({ length: NOTES }, (_, n) =>
    Float64Array.from({ length: SEMITONES }, (_, s) => {
      let weight = 0;
      for (let h = 1; h <= PARTIALS; h++) {
        const distance = Math.abs(s - n - 12 * Math.log2(h)) / REACH_SEMITONES;
        if (distance < 0.5) weight += DECAY ** (h - 1) * Math.cos(Math.PI * distance);
      }
      return weight;
    }),
  );
  const shared = partials.map((one) =>
    Float64Array.from(partials, (other) => one.reduce((sum, weight, s) => sum + weight * other[s], 0)),
  );
  return { partials, shared };
});

/** Multiplicative updates towards the amounts, none below 0, whose partials come nearest to the spectrum. */
function explain(spectrum: Float64Array, target: Float64Array, notes: Float64Array): void {
  const { partials, shared } = tables();
  let most = 0;
  for (let n = 0; n < NOTES; n++) {
    let sum = 0;
    for (let s = n; s < SEMITONES; s++) sum += partials[n][s] * spectrum[s];
    target[n] = sum;
    most = Math.max(most, sum);
  }
  notes.fill(most / SEMITONES);
  const least = 1e-4 * (most / SEMITONES);
  for (let round = 0; round < ROUNDS; round++) {
    for (let n = 0; n < NOTES; n++) {
      // What has vanished stays so.
      if (notes[n] < least) continue;
      const row = shared[n];
      let explained = 1e-9;
      for (let m = 0; m < NOTES; m++) explained += row[m] * notes[m];
      // At once, not after the round: it settles sooner.
      notes[n] *= target[n] / explained;
    }
  }
}

/** The MIDI number of the n-th note. */
export function midiOfNote(n: number): number {
  return LOWEST_SEMITONE + n;
}
