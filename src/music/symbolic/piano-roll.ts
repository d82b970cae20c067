import { requirePositive, requireWhole } from "../base/signal.ts";
import type { Spectrogram } from "../base/spectrogram.ts";
import { completeNotes, type NoteInput } from "./note.ts";

/** How a piano roll is laid out. */
export type PianoRollOptions = {
  /** Frames a second. Default 100. */
  framesPerSecond?: number;
  /** The lowest MIDI number, in bin 0. Default 0. */
  lowest?: number;
  /** The highest MIDI number, in the last bin. Default 127. */
  highest?: number;
  /** How many frames. Default: until the last note ends, and at least one. */
  frames?: number;
};

// A time that was made from a frame and lost its last digit still belongs to that frame.
const ROUNDING_FRAMES = 1e-6;
const MOST_FRAMES = 1e7;

/**
 * Notes as a picture, time against pitch (pretty_midi's piano roll): frame t, bin k holds the velocity of the note with
 * MIDI number lowest + k that sounds at t / framesPerSecond seconds, the loudest if there are several, else 0. Each
 * note has at least one frame; what lies outside is left out. Throws when a note or an option is not right.
 *
 * @param notes notes, each with onset, offset and midi or hz
 * @example
 * const roll = music.pianoRoll(music.melody(["C4", "E4", "G4"]), {framesPerSecond: 10, lowest: 60, highest: 71});
 * display(`${roll.frames} frames of ${roll.bins} pitches`);
 * music.frameOf(roll, 7)
 */
export function pianoRoll(notes: readonly NoteInput[], options: PianoRollOptions = {}): Spectrogram {
  const { framesPerSecond = 100, lowest = 0, highest = 127 } = options;
  requirePositive(framesPerSecond, "framesPerSecond", "pianoRoll");
  requireWhole(lowest, 0, "lowest", "pianoRoll");
  requireWhole(highest, lowest, "highest", "pianoRoll");
  const placed = completeNotes(notes, "pianoRoll").map(({ onset, offset, midi, velocity }) => {
    const first = Math.floor(onset * framesPerSecond + ROUNDING_FRAMES);
    const end = Math.max(first + 1, Math.ceil(offset * framesPerSecond - ROUNDING_FRAMES));
    return { first, end, bin: Math.round(midi) - lowest, velocity };
  });
  const { frames = placed.reduce((most, { end }) => Math.max(most, end), 1) } = options;
  requireWhole(frames, 1, "frames", "pianoRoll");
  const bins = highest - lowest + 1;
  if (frames * bins > MOST_FRAMES * 128) {
    throw new RangeError(`pianoRoll: the roll would have ${frames} frames; take fewer framesPerSecond.`);
  }
  const data = new Float64Array(frames * bins);
  for (const { first, end, bin, velocity } of placed) {
    if (bin < 0 || bin >= bins) continue;
    for (let t = first; t < Math.min(end, frames); t++) {
      data[t * bins + bin] = Math.max(data[t * bins + bin], velocity);
    }
  }
  return { data, frames, bins };
}
