import type { Signal } from "../base/signal.ts";
import type { Spectrogram } from "../base/spectrogram.ts";
import { chordEvidence, type EvidenceOptions } from "./chord-evidence.ts";
import { type Norm, normalizeFrame, requireNorm } from "./normalize-frames.ts";
import { midiOfNote, NOTES } from "./note-salience.ts";

/** How a chromagram of notes is made. */
export type ChromaOptions = EvidenceOptions & {
  /** What each frame is divided by: its largest value (Infinity, default), sum (1), length (2), or nothing (null). */
  norm?: Norm;
};

/** Twelve numbers a frame, from C, and when the frames are. */
export type Chromagram = Spectrogram & {
  /** The seconds of each frame's middle. */
  times: Float64Array;
  /** How far the music is tuned from A4 = 440 Hz, in semitones: given or estimated. */
  tuning: number;
};

// Bass notes are below middle C's octave and fade out towards it, as the bass register does.
const BASS_CENTRE = 42;
const BASS_WIDTH = 7;

/**
 * How much of each of the 12 pitch classes, from C, is played in each frame, some 46 ms apart: unlike
 * {@link chromaStft}, it follows the music's tuning, hears soft notes, leaves out much of drums and noise, and counts
 * overtones partly to their notes: long windows for low notes and short ones for high, compressed, explained by notes
 * with ten partials each. Silent frames are all 0. Mauch and Dixon, Approximate note transcription, ISMIR 2010.
 *
 * @param y the samples
 * @example
 * const y = Float32Array.from({length: 8000}, (_, i) => Math.sin((2 * Math.PI * 440 * i) / 8000)); // a second of A4
 * const chroma = music.chroma(y, {sr: 8000});
 * display(music.frameOf(chroma, 10)); // A, the tenth, alone
 */
export function chroma(y: Signal, options: ChromaOptions): Chromagram {
  return chromaOf(y, options, "chroma");
}

/** {@link chroma}, for a caller whose name the errors bear. */
export function chromaOf(y: Signal, options: ChromaOptions, caller: string): Chromagram {
  return folded(y, options, () => 1, caller);
}

/**
 * {@link chroma} of the bass: notes count the less, the farther they are from F#2 (92 Hz), and little from C4 up.
 * What the bass plays tells a chord from its relatives, and an inversion.
 *
 * @param y the samples
 * @example
 * const y = Float32Array.from({length: 8000}, (_, i) => Math.sin((2 * Math.PI * 110 * i) / 8000)); // a second of A2
 * display(music.frameOf(music.bassChroma(y, {sr: 8000}), 10)); // A, the tenth
 */
export function bassChroma(y: Signal, options: ChromaOptions): Chromagram {
  return folded(
    y,
    options,
    (midi) => Math.exp(-0.5 * ((midi - BASS_CENTRE) / BASS_WIDTH) ** 2),
    "bassChroma",
  );
}

function folded(
  y: Signal,
  options: ChromaOptions,
  share: (midi: number) => number,
  caller: string,
): Chromagram {
  const { norm = Infinity } = options;
  requireNorm(norm, caller);
  const { salience, times, tuning } = chordEvidence(y, options, caller);
  const data = new Float64Array(salience.frames * 12);
  for (let n = 0; n < NOTES; n++) {
    const midi = midiOfNote(n);
    const weight = share(midi);
    for (let t = 0; t < salience.frames; t++)
      data[12 * t + (midi % 12)] += weight * salience.data[t * NOTES + n];
  }
  for (let t = 0; t < salience.frames; t++) normalizeFrame(data, 12 * t, 12, norm);
  return { data, frames: salience.frames, bins: 12, times, tuning };
}
