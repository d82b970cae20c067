import {
  requireNotNegative,
  requirePositive,
  requireShare,
  requireSignal,
  type Signal,
} from "../base/signal.ts";
import type { Note } from "../symbolic/note.ts";
import { type MonophonicSteps, transcribeMonophonic } from "./transcribe-monophonic.ts";
import { type PolyphonicSteps, transcribePolyphonic } from "./transcribe-polyphonic.ts";

/** How notes are looked for. */
export type TranscribeOptions = {
  /** Samples a second. */
  sr: number;
  /** True: several voices at once. False (default): one melody, which is surer and faster. */
  polyphonic?: boolean;
  /** Of several voices: how likely a note must be to be written down, between 0 and 1. Default 0.3. */
  threshold?: number;
  /** Of a melody: the shortest note, in seconds. Default 0.09. */
  minSeconds?: number;
  /** Of a melody: a held key is struck again where the level rises by this many dB. Default 12. */
  againDb?: number;
};

/**
 * The notes of a recording, in order of their onsets: when each begins and ends, its key, its pitch in Hz, and how loud
 * it is against the loudest (velocity, 0 to 1).
 *
 * A melody: pitch by `pyin`; the cheapest sequence of keys and rests along it (as in Mauch et al., TENOR 2015); a key
 * that is struck again is found by its level. Several voices: spectra in bands of a third of a semitone with the colour
 * of the instruments taken out (after Klapuri, ISMIR 2006), explained as a sum of harmonic templates, two for each key
 * of a piano, by non-negative matrix factorisation (after Vincent, Bertin and Badeau, IEEE TASLP 2010); each rise and
 * fall of a key is then weighed as a note or not. Silence has no notes. Throws when y is empty or not finite, or an
 * option is out of its range.
 *
 * @param y the samples
 * @example
 * const tone = (hz) => Float32Array.from({length: 8000}, (_, i) => Math.sin((2 * Math.PI * hz * i) / 16000) * 0.9997 ** i);
 * const y = Float32Array.of(...tone(440), ...tone(523.25)); // A4, C5
 * display(music.transcribe(y, {sr: 16000}));
 */
export function transcribe(
  y: Signal,
  options: TranscribeOptions & {
    /** True: give the intermediate results too, as {notes, steps}. Default false. */
    steps?: false;
  },
): Note[];
export function transcribe(
  y: Signal,
  options: TranscribeOptions & { polyphonic: true; steps: true },
): { notes: Note[]; steps: PolyphonicSteps };
export function transcribe(
  y: Signal,
  options: TranscribeOptions & { polyphonic?: false; steps: true },
): { notes: Note[]; steps: MonophonicSteps };
export function transcribe(
  y: Signal,
  options: TranscribeOptions & { steps?: boolean },
): Note[] | { notes: Note[]; steps: MonophonicSteps | PolyphonicSteps } {
  const { sr, polyphonic = false, threshold = 0.3, minSeconds = 0.09, againDb = 12, steps = false } = options;
  requireSignal(y, "transcribe");
  requirePositive(sr, "sr", "transcribe");
  requireShare(threshold, "threshold", "transcribe");
  requireNotNegative(minSeconds, "minSeconds", "transcribe");
  requirePositive(againDb, "againDb", "transcribe");
  const result = polyphonic
    ? transcribePolyphonic(y, sr, threshold, steps)
    : transcribeMonophonic(y, sr, minSeconds, againDb);
  return steps ? result : result.notes;
}
