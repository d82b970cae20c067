import { drumFeatureColumns } from "../../src/music/index.ts";
import type {
  CategoryColumn,
  ClipColumns,
  Column,
  DatasetFile,
  NumberColumn,
  TableFile,
} from "../../src/stdlib/data/dataset-file.ts";
import { about, category, exact, measured, texts } from "./columns.ts";

/** Where in which file a sound can be heard, in seconds. */
export type ClipPlace = { file: string; start: number; duration: number };

/** One drum stroke. */
export type DrumRow = {
  /** Unique in the dataset: the kit and the recording's name. */
  id: string;
  /** Null when it belongs to none of the classes: such a stroke is set aside. */
  label: string | null;
  /** The class that looking for parts of words in the instrument's name gives, null where it gives none. */
  naive: string | null;
  kit: string;
  author: string;
  instrument: string;
  /** Which of the instrument's recordings, from the softest stroke (1) on, and how many there are. */
  layer: number;
  layers: number;
  /** What `drumFeatures` measures. */
  x: number[];
  clip?: ClipPlace;
};

/** A stroke that is not in the table, and why. */
export type SetAsideRow = DrumRow & { reason: string };

/** The columns of a dataset of drum strokes. */
export function drumColumns(
  rows: readonly DrumRow[],
  classNames: readonly string[],
): Pick<DatasetFile, "target" | "features" | "info" | "clips"> {
  const clips = clipColumns(rows.map(({ clip }) => clip));
  return {
    target: labelColumn(rows, classNames),
    features: featureColumns(rows),
    info: infoColumns(rows, classNames),
    ...(clips && { clips }),
  };
}

/** The table of strokes that are set aside; empty when there are none. */
export function setAsideTable(
  rows: readonly SetAsideRow[],
  classNames: readonly string[],
): Record<string, TableFile> {
  if (rows.length === 0) return {};
  const reason = about("reason", "why it is not among the rows");
  const clips = clipColumns(rows.map(({ clip }) => clip));
  return {
    setAside: {
      title: "Set aside",
      description: "Sounds that naive labelling would have let in, and twins of sounds that stayed.",
      columns: [
        labelColumn(rows, classNames),
        ...infoColumns(rows, classNames),
        category(
          reason,
          rows.map((row) => row.reason),
        ),
        ...featureColumns(rows),
      ],
      ...(clips && { clips }),
    },
  };
}

/** Where each row can be heard; undefined when none can. */
export function clipColumns(places: readonly (ClipPlace | undefined)[]): ClipColumns | undefined {
  const files = [...new Set(places.flatMap((place) => (place ? [place.file] : [])))];
  if (files.length === 0) return undefined;
  return {
    files,
    file: places.map((place) => (place ? files.indexOf(place.file) : -1)),
    start: places.map((place) => place?.start ?? 0),
    duration: places.map((place) => place?.duration ?? 0),
  };
}

function labelColumn(rows: readonly DrumRow[], classNames: readonly string[]): CategoryColumn {
  return category(
    about("label", "what kind of drum it is"),
    rows.map(({ label }) => label),
    classNames,
  );
}

function infoColumns(rows: readonly DrumRow[], classNames: readonly string[]): Column[] {
  const of = <K extends keyof DrumRow>(key: K) => rows.map((row) => row[key]);
  return [
    texts(about("id", "the kit and the recording's name"), of("id")),
    category(about("naive", "what parts of words in the name would make of it"), of("naive"), classNames),
    category(about("kit", "the drum kit it belongs to"), of("kit")),
    category(about("author", "who recorded it"), of("author")),
    category(about("instrument", "its name in the kit"), of("instrument")),
    exact(about("layer", "which recording of the instrument, from the softest on"), of("layer")),
    exact(about("layers", "how many recordings of the instrument there are"), of("layers")),
  ];
}

function featureColumns(rows: readonly DrumRow[]): NumberColumn[] {
  return drumFeatureColumns.map((column, j) =>
    measured(
      column,
      rows.map(({ x }) => x[j]!),
    ),
  );
}
