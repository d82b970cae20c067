import type { Item } from "../item.ts";

/** What can be asked of a recording. */
export type TaskName = "pitch" | "tempo" | "chords" | "key" | "onsets" | "notes";

/** What each task's methods answer with, in the units of the truth. */
export type Estimates = {
  /** f0 is 0 where the method says that nothing has a pitch; `guess` is its pitch there, when it has one. */
  pitch: { times: number[]; f0: number[]; guess?: number[] };
  /** Without `beats` when the method does not look for them; empty when it found none. */
  tempo: { bpm: number; beats?: number[] };
  chords: { start: number; end: number; label: string }[];
  key: string;
  onsets: number[];
  notes: { onset: number; offset: number; midi: number }[];
};

/** Something that is measured: ours, or a peer's. */
export type Method<T extends TaskName = TaskName> = {
  task: T;
  name: string;
  ours: boolean;
  run(y: Float32Array, sr: number, item: Item): Estimates[T];
};
