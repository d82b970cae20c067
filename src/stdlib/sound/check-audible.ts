import { shown } from "../../learn/base/shown.ts";
import { type Audible, isNotes } from "./clip.ts";

/** Rates that every browser can play. */
const lowestRate = 3000;
const highestRate = 384_000;

/** Throws, as soon as a sound is asked for and not only once it is played, unless it is one. */
export function checkAudible(source: unknown): asserts source is Audible {
  if (source === null || source === undefined) {
    throw new TypeError(
      `There is no sound here, but ${source}: nothing has been recorded yet, or its recording may be measured but not shared.`,
    );
  }
  const { url, y, sr, blob, notes = source } = Object(source);
  if (typeof url === "string" || source instanceof Blob || typeof blob === "function") return;
  if ((ArrayBuffer.isView(y) || Array.isArray(y)) && typeof sr === "number") return checkSamples(y as [], sr);
  if (isNotes(Object(source)) && Array.isArray(notes)) return checkNotes(notes);
  throw new TypeError(
    `A sound must be a clip such as drums.clips[0], {url, start, duration}, samples {y, sr} with sr their number a second, notes [{onset, offset, midi}], or a file, but it is ${shown(source)}.`,
  );
}

function checkSamples(y: ArrayLike<number>, sr: number): void {
  if (y.length === 0) throw new RangeError("This sound is empty: its y has no samples.");
  if (!(sr >= lowestRate && sr <= highestRate)) {
    throw new RangeError(
      `This sound cannot be played: sr is ${sr}, but must be between ${lowestRate} and ${highestRate} samples a second. music.resample makes another rate.`,
    );
  }
  for (let i = 0; i < y.length; i++) {
    if (Number.isFinite(y[i])) continue;
    throw new RangeError(
      `This sound cannot be played: y[${i}] is ${y[i]}. Every sample must be a finite number, from -1 to 1.`,
    );
  }
}

function checkNotes(notes: readonly unknown[]): void {
  if (notes.length === 0) throw new RangeError("There are no notes to play: the list is empty.");
  const wrong = notes.findIndex((note) => typeof Object(note).onset !== "number");
  if (wrong < 0) return;
  throw new TypeError(
    `notes[${wrong}] is ${shown(notes[wrong])}, but a note is {onset, offset, midi, velocity} with times in seconds. Samples are played as {y, sr}.`,
  );
}
