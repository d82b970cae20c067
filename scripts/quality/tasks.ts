import type { SetMaker } from "./build.ts";
import type { Half } from "./item.ts";
import type { TaskName } from "./methods/method.ts";
import { chordSet } from "./sets/chords.ts";
import { noteSet } from "./sets/notes.ts";
import { onsetSet } from "./sets/onsets.ts";
import { pitchSet } from "./sets/pitch.ts";
import { guitarOnsets, pianoNotes, songBeats } from "./sets/real.ts";
import { tempoSet } from "./sets/tempo.ts";

/** The sets that are rendered or taken from recordings, by name. */
export const SETS: Record<string, SetMaker> = {
  pitch: { version: 2, make: pitchSet },
  tempo: { version: 3, make: tempoSet },
  chords: { version: 2, make: chordSet },
  onsets: { version: 4, make: onsetSet },
  notes: { version: 3, make: noteSet },
  "real-pitch": { version: 1, record: pianoNotes },
  "real-tempo": { version: 1, record: songBeats },
  "real-onsets": { version: 1, record: guitarOnsets },
};

/** What can be measured: a task on a set, the seeds of either half, and how its table is laid out. */
export type Measurement = {
  task: TaskName;
  set: string;
  seeds: Record<Half, number[]>;
  /** The figure that the worst items are found by. */
  main: string;
  /** The tags that have lines of their own in the table. */
  groups: string[];
};

const ONE_EACH = { tune: [1], report: [2] };
// Accuracy 1 moves by ten points between sets of 48: four sets for either half.
const FOUR_EACH = { tune: [1, 3, 5, 7], report: [2, 4, 6, 8] };
const CHORD_GROUPS = ["texture", "band", "instrument", "chords", "tuning"];

/** What can be asked for on the command line. */
export const MEASUREMENTS: Record<string, Measurement> = {
  pitch: {
    task: "pitch",
    set: "pitch",
    seeds: ONE_EACH,
    main: "RPA",
    groups: ["noise", "family", "instrument"],
  },
  tempo: {
    task: "tempo",
    set: "tempo",
    seeds: FOUR_EACH,
    main: "beat F",
    groups: ["seed", "style", "tempo", "steadiness", "noise"],
  },
  chords: { task: "chords", set: "chords", seeds: ONE_EACH, main: "majmin", groups: CHORD_GROUPS },
  key: { task: "key", set: "chords", seeds: ONE_EACH, main: "weighted", groups: ["band"] },
  onsets: {
    task: "onsets",
    set: "onsets",
    seeds: ONE_EACH,
    main: "F",
    groups: ["texture", "noise", "instrument"],
  },
  notes: {
    task: "notes",
    set: "notes",
    seeds: ONE_EACH,
    main: "F",
    groups: ["texture", "noise", "instrument"],
  },
  "real-pitch": { task: "pitch", set: "real-pitch", seeds: ONE_EACH, main: "RPA", groups: ["register"] },
  "real-tempo": { task: "tempo", set: "real-tempo", seeds: ONE_EACH, main: "beat F", groups: ["song"] },
  "real-onsets": { task: "onsets", set: "real-onsets", seeds: ONE_EACH, main: "F", groups: ["song"] },
};
