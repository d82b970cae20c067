import { audioFeatureColumns } from "../../../music/features/audio-feature-columns.ts";
import type { DatasetFile } from "../dataset-file.ts";

/** A sound of the learner's, measured. */
export type MeasuredSound = {
  /** The file's name. */
  name: string;
  /** What it is, as the learner says. */
  label: string;
  /** Where it can be heard while the cell lives. */
  url: string;
  /** Where in the file it starts, and how long it is, in seconds. */
  start: number;
  duration: number;
  /** What `audioFeatures` measures. */
  x: ArrayLike<number>;
};

const about = (name: string, description: string, unit = "") => ({ name, label: name, unit, description });

/** A learner's sounds in the form of a dataset of the course: a row a sound, groups by file. Files are clips. */
export function soundsDataset(sounds: readonly MeasuredSound[]): DatasetFile {
  const labels = [...new Set(sounds.map(({ label }) => label))].sort((a, b) => a.localeCompare(b, "en"));
  const names = [...new Set(sounds.map(({ name }) => name))];
  const files = [...new Set(sounds.map(({ url }) => url))];
  return {
    id: "your sounds",
    title: "Your sounds",
    summary: `${sounds.length} sounds of your own.`,
    licence: "yours",
    classNames: labels,
    features: audioFeatureColumns.map(({ name, label, unit, description }, j) => ({
      name,
      label,
      unit,
      description,
      values: sounds.map(({ x }) => x[j]!),
    })),
    target: {
      ...about("label", "what you say it is"),
      levels: labels,
      codes: sounds.map(({ label }) => labels.indexOf(label)),
    },
    group: "file",
    info: [
      {
        ...about("file", "the file it comes from"),
        levels: names,
        codes: sounds.map(({ name }) => names.indexOf(name)),
      },
      { ...about("start", "where in the file it starts", "s"), values: sounds.map(({ start }) => start) },
    ],
    sources: [{ name: "you", authors: "you", licence: "yours", source: "your files", credit: "your own" }],
    clips: {
      files,
      file: sounds.map(({ url }) => files.indexOf(url)),
      start: sounds.map(({ start }) => start),
      duration: sounds.map(({ duration }) => duration),
    },
  };
}

/** What a file's name says it is: the words before the first number, as in "kick 01.wav" and "Snare_hard-3.flac". */
export function labelOfName(name: string): string {
  const base = name
    .split(/[\\/]/)
    .at(-1)!
    .replace(/\.[^.]+$/, "");
  const words = base.match(/^[^\d]+/)?.[0] ?? base;
  return (
    words
      .replace(/[_\-\s.()]+/g, " ")
      .trim()
      .toLowerCase() || base
  );
}

/** Where a sound of `samples` is cut into parts of `partSamples`; a last part of less than half is left out. */
export function partsOf(samples: number, partSamples: number): { from: number; to: number }[] {
  const parts: { from: number; to: number }[] = [];
  for (let from = 0; from < samples; from += partSamples) {
    const to = Math.min(samples, from + partSamples);
    if (parts.length > 0 && to - from < partSamples / 2) break;
    parts.push({ from, to });
  }
  return parts;
}
