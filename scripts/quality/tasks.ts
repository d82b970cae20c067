import type { RenderedSet } from "./build.ts";
import type { Half } from "./item.ts";
import type { TaskName } from "./methods/method.ts";
import { chordSet } from "./sets/chords.ts";
import { noteSet } from "./sets/notes.ts";
import { onsetSet } from "./sets/onsets.ts";
import { pitchSet } from "./sets/pitch.ts";
import { tempoSet } from "./sets/tempo.ts";

/** The sets that are rendered, by name. */
export const SETS: Record<string, RenderedSet> = {
  pitch: { version: 2, make: pitchSet },
  tempo: { version: 2, make: tempoSet },
  chords: { version: 2, make: chordSet },
  onsets: { version: 2, make: onsetSet },
  notes: { version: 2, make: noteSet },
};

/** A task: where its material comes from, the seeds of either half, and how its table is laid out. */
export type Task = {
  set: string;
  seeds: Record<Half, number[]>;
  /** The figure that the worst items are found by. */
  main: string;
  /** The tags that have lines of their own in the table. */
  groups: string[];
};

const ONE_EACH = { tune: [1], report: [2] };

/** What can be asked for on the command line. */
export const TASKS: Record<TaskName, Task> = {
  pitch: { set: "pitch", seeds: ONE_EACH, main: "RPA", groups: ["noise", "family", "instrument"] },
  tempo: {
    set: "tempo",
    // Accuracy 1 moves by ten points between sets of 48: four sets for either half.
    seeds: { tune: [1, 3, 5, 7], report: [2, 4, 6, 8] },
    main: "beat F",
    groups: ["seed", "style", "tempo", "steadiness", "noise"],
  },
  chords: {
    set: "chords",
    seeds: ONE_EACH,
    main: "majmin",
    groups: ["texture", "band", "instrument", "chords", "tuning"],
  },
  key: { set: "chords", seeds: ONE_EACH, main: "weighted", groups: ["band"] },
  onsets: { set: "onsets", seeds: ONE_EACH, main: "F", groups: ["texture", "instrument", "noise"] },
  notes: { set: "notes", seeds: ONE_EACH, main: "F", groups: ["texture", "instrument", "noise"] },
};
