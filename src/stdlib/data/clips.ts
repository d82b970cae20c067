import type { DatasetFile, DatasetRow } from "./dataset-file.ts";

/** A sound of a dataset, to be heard: a stretch of a file, in seconds. */
export type DatasetClip = {
  url: string;
  start: number;
  duration: number;
  /** Its class. */
  label: string;
  /** Who is to be named where it is played. */
  credit: string;
};

/** The clip of a row, or null when its licence does not let us play it. `base` is the URL of the dataset's file. */
export function clipOf(
  { clip, label, kit }: DatasetRow,
  { kits }: DatasetFile,
  base: string,
): DatasetClip | null {
  if (!clip) return null;
  const { start, duration, file } = clip;
  const url = base === "" ? file : new URL(file, base).href;
  return { url, start, duration, label, credit: kits.find(({ name }) => name === kit)?.credit ?? kit };
}
