import type { Twins } from "../../compute/twins.ts";
import { readSound } from "./read-sound.ts";
import { labelOfName, type MeasuredSound, partsOf } from "./sounds-dataset.ts";

/** A sound file of the learner's. */
export type SoundFile = { name: string; size: number; arrayBuffer(): Promise<ArrayBuffer> };

export type MeasureOptions = {
  /** Samples a second that every sound is brought to. */
  sr: number;
  /** Length of the parts that sounds are cut into, in seconds; null leaves them whole. */
  seconds: number | null;
  audioFeatures: Twins["audioFeatures"];
  /** The address at which a file can be heard. */
  urlOf(file: SoundFile): string;
  /** Ends the work between two sounds; what is being measured ends by itself. */
  signal: AbortSignal;
  /** Told after each file how many are done. */
  progress(done: number): void;
};

/** What could be measured, and for each other file why it could not; how many were left when the work was ended. */
export type MeasuredSounds = { sounds: MeasuredSound[]; notes: string[]; left: number };

/** Reads and measures the files one after the other, the parts of one at the same time. What was measured is kept. */
export async function measureSounds(
  files: readonly SoundFile[],
  options: MeasureOptions,
): Promise<MeasuredSounds> {
  const { sr, seconds, audioFeatures, urlOf, signal, progress } = options;
  const sounds: MeasuredSound[] = [];
  const notes: string[] = [];
  for (const [i, file] of files.entries()) {
    if (signal.aborted) return { sounds, notes, left: files.length - i };
    try {
      const { y, note } = await readSound(file, sr);
      const parts = partsOf(y.length, seconds === null ? y.length : Math.round(seconds * sr));
      const url = urlOf(file);
      const label = labelOfName(file.name);
      const rows = parts.map(async ({ from, to }) => {
        const { values } = await audioFeatures(y.subarray(from, to), { sr });
        return { name: file.name, label, url, start: from / sr, duration: (to - from) / sr, x: values };
      });
      sounds.push(...(await Promise.all(rows)));
      if (note) notes.push(note);
    } catch (error) {
      if (signal.aborted) return { sounds, notes, left: files.length - i };
      notes.push((error as Error).message);
    }
    progress(i + 1);
  }
  return { sounds, notes, left: 0 };
}
