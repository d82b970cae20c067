import { valuesOf } from "./columns.ts";
import type { DatasetFile } from "./dataset-file.ts";

/** A sound of a dataset, to be heard: a stretch of a file, in seconds. */
export type DatasetClip = {
  url: string;
  start: number;
  duration: number;
  /** What it is: its class, or the row's first text. */
  label: string;
  /** Who is to be named where it is played. */
  credit: string;
};

/** The clip of each row, null where its licence does not let us play it. `base` is the URL of the dataset's file. */
export function clipsOf(file: DatasetFile, rows: number, base: string): (DatasetClip | null)[] {
  const { clips, info, sources } = file;
  if (!clips) return new Array(rows).fill(null);
  const named = file.target && "codes" in file.target ? file.target : info[0];
  const labels = named ? valuesOf(named) : [];
  const sourceColumn = info.find(({ name }) => name === file.source);
  const from = sourceColumn ? valuesOf(sourceColumn) : [];
  const credits = new Map(sources.map(({ name, credit }) => [name, credit]));
  return clips.file.map((place, i) => {
    const path = clips.files[place];
    if (path === undefined) return null;
    const url = base === "" ? path : new URL(path, base).href;
    const credit = credits.get(String(from[i])) ?? sources[0]?.credit ?? "";
    return { url, start: clips.start[i]!, duration: clips.duration[i]!, label: String(labels[i]), credit };
  });
}
