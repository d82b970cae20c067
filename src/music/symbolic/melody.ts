import { requireNotNegative, requirePositive } from "../base/signal.ts";
import { midiToHz } from "./hz-to-midi.ts";
import { DEFAULT_VELOCITY, type Note } from "./note.ts";
import { midiOf } from "./note-name.ts";

/** One step of a melody: a note by name or MIDI number, several at once, or null for a rest. */
export type MelodyStep = string | number | readonly (string | number)[] | null;

/** How a melody is timed. */
export type MelodyOptions = {
  /** How many beats each step lasts: one number for all, or a list that is begun anew when it ends. Default 1. */
  beats?: number | readonly number[];
  /** Beats a minute. Default 120. */
  bpm?: number;
  /** How hard every note is struck, from 0 to 1. Default 0.8. */
  velocity?: number;
  /** When the first step begins, in seconds. Default 0. */
  start?: number;
};

/**
 * Notes one after the other, from names and lengths in beats: a quick way to write a tune, a scale or chords. Throws
 * when a step is no note or a length is not above 0.
 *
 * @param steps names such as "C4", MIDI numbers, lists of them for a chord, null for a rest
 * @example
 * music.melody(["E4", "D4", "C4", null, ["C4", "E4", "G4"]], {beats: [1, 1, 2], bpm: 90})
 */
export function melody(steps: readonly MelodyStep[], options: MelodyOptions = {}): Note[] {
  const { beats = 1, bpm = 120, velocity = DEFAULT_VELOCITY, start = 0 } = options;
  requirePositive(bpm, "bpm", "melody");
  requireNotNegative(start, "start", "melody");
  if (!(velocity >= 0 && velocity <= 1)) {
    throw new RangeError(`melody: velocity is ${velocity}; it must be from 0 to 1.`);
  }
  if (!Array.isArray(steps)) {
    throw new TypeError('melody: steps must be a list of notes, such as ["C4", "E4", null, ["C4", "G4"]].');
  }
  const lengths = typeof beats === "number" ? [beats] : beats;
  if (lengths.length === 0) throw new RangeError("melody: beats is empty; it needs at least one length.");
  for (const length of lengths) requirePositive(length, "beats", "melody");
  const notes: Note[] = [];
  let beat = 0;
  for (const [i, step] of steps.entries()) {
    const onset = start + (60 * beat) / bpm;
    beat += lengths[i % lengths.length];
    const offset = start + (60 * beat) / bpm;
    for (const midi of pitchesOf(step)) notes.push({ onset, offset, midi, hz: midiToHz(midi), velocity });
  }
  return notes;
}

function pitchesOf(step: MelodyStep): number[] {
  if (step === null) return [];
  const together = typeof step === "object" ? step : [step];
  return together.map((pitch) => {
    if (typeof pitch === "string") return midiOf(pitch, "melody");
    if (Math.abs(pitch) <= 1000) return pitch;
    throw new RangeError(`melody: a step is ${pitch}; it must be a name, a MIDI number, or null for a rest.`);
  });
}
