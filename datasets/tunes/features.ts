import { about, exact, measured } from "../../scripts/datasets/columns.ts";
import type { NumberColumn } from "../../src/stdlib/data/dataset-file.ts";
import { lengthInBeats, type TuneNote } from "./tune.ts";

const STEP = 2;
const LEAP = 5;

/** What can be counted in a melody without a model: one column each. */
export function featureColumns(tunes: readonly { notes: readonly TuneNote[] }[]): NumberColumn[] {
  const of = (value: (notes: readonly TuneNote[]) => number) => tunes.map(({ notes }) => value(notes));
  return [
    exact(
      about("notes", "How many notes it has, repeats played out.", { unit: "notes" }),
      of((notes) => notes.length),
    ),
    measured(
      about("length", "From the first note to the end of the last.", { unit: "beats" }),
      of(lengthInBeats),
    ),
    exact(
      about("range", "From its lowest to its highest note.", { unit: "semitones" }),
      of((notes) => Math.max(...pitches(notes)) - Math.min(...pitches(notes))),
    ),
    exact(
      about("pitches", "How many different notes it uses, an octave higher being the same.", {
        label: "pitch classes",
        unit: "pitch classes",
      }),
      of((notes) => new Set(pitches(notes).map((midi) => midi % 12)).size),
    ),
    measured(
      about("meanInterval", "The mean size of the way from a note to the next.", {
        label: "mean interval",
        unit: "semitones",
      }),
      of((notes) => mean(intervals(notes).map(Math.abs))),
    ),
    measured(
      about("repeats", "Notes that repeat the one before.", { label: "repeated notes", unit: "%" }),
      of((notes) => share(intervals(notes), (size) => size === 0)),
    ),
    measured(
      about("steps", "Notes that are one or two semitones away from the one before.", { unit: "%" }),
      of((notes) => share(intervals(notes), (size) => size > 0 && size <= STEP)),
    ),
    measured(
      about("leaps", "Notes that are a fourth (five semitones) or more away from the one before.", {
        unit: "%",
      }),
      of((notes) => share(intervals(notes), (size) => size >= LEAP)),
    ),
    measured(
      about("upward", "Of the notes that are not the one before again, those that are higher.", {
        unit: "%",
      }),
      of((notes) => {
        const moves = intervals(notes).filter((interval) => interval !== 0);
        return (100 * moves.filter((interval) => interval > 0).length) / moves.length;
      }),
    ),
    measured(
      about("density", "Notes a beat.", { unit: "notes a beat" }),
      of((notes) => notes.length / lengthInBeats(notes)),
    ),
    exact(
      about("durations", "How many different lengths of notes it uses.", { unit: "lengths" }),
      of((notes) => new Set(notes.map(({ duration }) => duration.toFixed(3))).size),
    ),
  ];
}

function pitches(notes: readonly TuneNote[]): number[] {
  return notes.map(({ midi }) => midi);
}

/** From each note to the next, in semitones. */
export function intervals(notes: readonly TuneNote[]): number[] {
  return notes.slice(1).map(({ midi }, i) => midi - notes[i].midi);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function share(steps: readonly number[], holds: (size: number) => boolean): number {
  return (100 * steps.filter((interval) => holds(Math.abs(interval))).length) / steps.length;
}
