import { distance, interval as parseInterval, note as parseNote, transpose } from "tonal";

/**
 * The interval from one note to another by its name: a quality (P perfect, M major, m minor, A augmented,
 * d diminished) and a number, negative when it goes down, as in "M3", "P5" or "m-2". Without octaves it goes up. Throws
 * when one of them is no note.
 *
 * @param from a note's name
 * @param to another
 * @example
 * [music.intervalBetween("C4", "E4"), music.intervalBetween("C4", "Fb4"), music.intervalBetween("C4", "B3")]
 */
export function intervalBetween(from: string, to: string): string {
  const octaves = [from, to].map((name) => requireNote(name, "intervalBetween").oct === undefined);
  if (octaves[0] !== octaves[1]) {
    throw new RangeError(
      `intervalBetween: "${from}" and "${to}" must both have an octave, as in "C4", or both none.`,
    );
  }
  const { num, q } = parseInterval(distance(from, to));
  return `${q}${num}`;
}

/**
 * How many semitones an interval spans; negative when it goes down. Throws when it is no interval.
 *
 * @param interval an interval's name, such as "M3" or "P-5"
 * @example
 * ["m3", "M3", "P4", "P5", "P8"].map(music.intervalSemitones)
 */
export function intervalSemitones(interval: string): number {
  return requireInterval(interval, "intervalSemitones").semitones;
}

/**
 * The note that lies an interval above another, or below it, spelled as the interval asks. Throws when one of them is
 * none.
 *
 * @param note a note's name, with an octave or without
 * @param interval an interval's name, such as "M3" or "P-5"
 * @example
 * ["M3", "d4", "P5", "M-2"].map((interval) => music.transposeNote("C4", interval))
 */
export function transposeNote(note: string, interval: string): string {
  requireNote(note, "transposeNote");
  return transpose(note, requireInterval(interval, "transposeNote").name);
}

function requireNote(name: string, caller: string) {
  const parsed = parseNote(typeof name === "string" ? name.trim() : "");
  if (parsed.empty) {
    throw new RangeError(
      `${caller}: ${JSON.stringify(name)} is no note; write a letter from A to G and sharps or flats, as in "C4" or "Bb".`,
    );
  }
  return parsed;
}

function requireInterval(name: string, caller: string) {
  const parsed = parseInterval(typeof name === "string" ? name.trim() : "");
  if (parsed.empty) {
    throw new RangeError(
      `${caller}: ${JSON.stringify(name)} is no interval; write a quality (P, M, m, A or d) and a number, as in "M3" or "P5".`,
    );
  }
  return parsed;
}
