import { valuesOf } from "./columns.ts";
import type { ClipColumns, Column, DatasetFile } from "./dataset-file.ts";

/** A sound of a dataset, to be heard: a stretch of a file, in seconds. */
export type DatasetClip = {
  url: string;
  start: number;
  duration: number;
  /** What it is: its class, or where it has none the row's first text. */
  label: string;
  /** Who is to be named where it is played. */
  credit: string;
};

/** The rows of a table, as far as their sounds go: where these are, and the columns that say what and whose they are. */
export type HeardRows = { length: number; clips?: ClipColumns; columns: readonly Column[] };

/** The clip of each row, null where its licence does not let us play it. `base` is the URL of the dataset's file. */
export function clipsOf(
  { length, clips, columns }: HeardRows,
  { target, source, sources }: Pick<DatasetFile, "target" | "source" | "sources">,
  base: string,
): (DatasetClip | null)[] {
  if (!clips) return new Array(length).fill(null);
  const column = (name: string | undefined) => {
    const found = columns.find((one) => one.name === name);
    return found ? valuesOf(found) : [];
  };
  const classes = target && "codes" in target ? column(target.name) : [];
  const names = column(columns.find((one) => one.name !== target?.name)?.name);
  const from = column(source);
  const credits = new Map(sources.map(({ name, credit }) => [name, credit]));
  return clips.file.map((place, i) => {
    const path = clips.files[place];
    if (path === undefined) return null;
    const url = base === "" ? path : new URL(path, base).href;
    const credit = credits.get(String(from[i])) ?? sources[0]?.credit ?? "";
    const label = String(classes[i] ?? names[i]);
    return { url, start: clips.start[i]!, duration: clips.duration[i]!, label, credit };
  });
}
