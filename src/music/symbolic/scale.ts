import { note as parseNote, ScaleType, transpose } from "tonal";
import { modulo } from "./spelling.ts";

/**
 * The names of the scales that `scaleNotes` knows, 92 of them, from "major pentatonic" to "chromatic".
 * @example
 * music.scaleNames.filter((name) => name.includes("minor"))
 */
export const scaleNames: readonly string[] = ScaleType.names();

/**
 * The notes of a scale from its tonic up, spelled as the scale asks. Throws when the tonic is no note or the scale has
 * another name.
 *
 * @param tonic a note's name; with an octave, as in "D4", the notes have theirs too
 * @param scale the scale's name: "major", "minor" (natural), "harmonic minor", "dorian", "minor pentatonic", "blues" …
 * @example
 * [music.scaleNotes("Eb", "major"), music.scaleNotes("A4", "minor pentatonic")]
 */
export function scaleNotes(tonic: string, scale: string): string[] {
  return notesOfScale(tonic, scale, "scaleNotes");
}

function notesOfScale(tonic: string, scale: string, caller: string): string[] {
  const { intervals, empty } = ScaleType.get(typeof scale === "string" ? scale.trim().toLowerCase() : "");
  if (empty) {
    throw new RangeError(
      `${caller}: ${JSON.stringify(scale)} is no scale it knows; music.scaleNames lists them: "major", "minor", "dorian", "minor pentatonic" and more.`,
    );
  }
  if (parseNote(typeof tonic === "string" ? tonic : "").empty) {
    throw new RangeError(
      `${caller}: ${JSON.stringify(tonic)} is no tonic; write a letter from A to G and sharps or flats, as in "C" or "Bb3".`,
    );
  }
  return intervals.map((interval) => transpose(tonic, interval));
}

/**
 * The MIDI number in a scale that is nearest to a pitch; of two as near, the lower one. Throws as `scaleNotes` does.
 *
 * @param midi a MIDI number, which may have a fraction
 * @param tonic the scale's tonic, such as "D"
 * @param scale the scale's name
 * @example
 * [60, 61, 62, 63, 64.4].map((midi) => music.nearestInScale(midi, "C", "major"))
 */
export function nearestInScale(midi: number, tonic: string, scale: string): number {
  if (!(Math.abs(midi) <= 1000)) {
    throw new RangeError(`nearestInScale: midi is ${midi}; it must be a MIDI number, such as 60 for C4.`);
  }
  const classes = notesOfScale(tonic, scale, "nearestInScale").map((name) => parseNote(name).chroma);
  let best = Number.NEGATIVE_INFINITY;
  for (const pitchClass of classes) {
    const above = midi + modulo(pitchClass - midi, 12);
    for (const candidate of [above - 12, above]) {
      const nearer = Math.abs(candidate - midi) - Math.abs(best - midi);
      if (nearer < 0 || (nearer === 0 && candidate < best)) best = candidate;
    }
  }
  return Math.round(best);
}
