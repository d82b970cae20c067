import { about, category, exact } from "../../scripts/datasets/columns.ts";
import type { TableFile } from "../../src/stdlib/data/dataset-file.ts";
import { barContents } from "./bar-content.ts";
import type { ReadPiece } from "./read-piece.ts";

const PITCH_CLASS_NAMES = ["C", "C#", "D", "Eb", "E", "F", "F#", "G", "Ab", "A", "Bb", "B"];
const TICKS = "1/96 of a quarter note";

/** Every note of every piece. */
export function noteTable(pieces: readonly ReadPiece[]): TableFile {
  const notes = pieces.flatMap(({ piece, notes }) => notes.map((note) => ({ ...note, piece: piece.id })));
  const of = <T>(value: (note: (typeof notes)[number]) => T) => notes.map(value);
  return {
    title: "Notes",
    description: "Every note, piece by piece, by its onset and from low to high.",
    columns: [
      category(
        about("piece", "Which piece it is in."),
        of(({ piece }) => piece),
      ),
      exact(
        about("onset", "When it begins, from the beginning of the piece.", { unit: TICKS }),
        of(({ onset }) => onset),
      ),
      exact(
        about("duration", "How long it is held.", { unit: TICKS }),
        of(({ duration }) => duration),
      ),
      exact(
        about("midi", "Its pitch; 60 is middle C.", { label: "pitch", unit: "MIDI number" }),
        of(({ midi }) => midi),
      ),
      exact(
        about(
          "velocity",
          "How hard it is struck, from 1 to 127; one number for all where the file has no dynamics.",
        ),
        of(({ velocity }) => velocity),
      ),
      category(
        about("hand", "Which hand plays it."),
        of(({ hand }) => hand),
        ["right", "left"],
      ),
    ],
  };
}

/** Every bar of every piece, with how long each pitch class sounds in it. */
export function barTable(pieces: readonly ReadPiece[]): TableFile {
  const bars = pieces.flatMap(({ piece, bars, notes }) => {
    const contents = barContents(bars, notes);
    return bars.map((bar, i) => ({ ...bar, ...contents[i], piece: piece.id }));
  });
  const of = <T>(value: (bar: (typeof bars)[number]) => T) => bars.map(value);
  return {
    title: "Bars",
    description:
      "Every bar, with how long each pitch class sounds in it: what a similarity matrix is made of.",
    columns: [
      category(
        about("piece", "Which piece it is in."),
        of(({ piece }) => piece),
      ),
      exact(
        about("bar", "Its number; 0 is an upbeat."),
        of(({ number }) => number),
      ),
      exact(
        about("start", "When it begins, from the beginning of the piece.", { unit: TICKS }),
        of(({ start }) => start),
      ),
      exact(
        about("length", "How long it is.", { unit: TICKS }),
        of(({ length }) => length),
      ),
      exact(
        about("notes", "How many notes begin in it.", { unit: "notes" }),
        of(({ notes }) => notes),
      ),
      exact(
        about("sameAs", "The first bar of the piece with the same notes; its own number where it is new.", {
          label: "same as",
        }),
        of(({ sameAs }) => sameAs),
      ),
      ...PITCH_CLASS_NAMES.map((name, pitchClass) =>
        exact(
          about(`pitchClass${pitchClass}`, `How long ${name} sounds in it, in all octaves together.`, {
            label: name,
            unit: TICKS,
          }),
          of(({ pitchClasses }) => pitchClasses[pitchClass]),
        ),
      ),
    ],
  };
}
