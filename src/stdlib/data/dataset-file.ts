/** One column of numbers: its short name in code, its name in prose, its unit, and what it says. */
export type FeatureInfo = { name: string; label: string; unit: string; description: string };

/** Where in which file a sound can be heard, in seconds. */
export type ClipPlace = { file: string; start: number; duration: number };

/** One sound of a dataset. */
export type DatasetRow = {
  /** Unique in the dataset: the kit and the recording's name. */
  id: string;
  label: string;
  /** The class that looking for parts of words in the instrument's name gives, null where it gives none. */
  naive: string | null;
  kit: string;
  author: string;
  instrument: string;
  /** Which of the instrument's recordings, from the softest stroke (1) on, and how many there are. */
  layer: number;
  layers: number;
  /** The features, in the order of the file's `features`. */
  x: number[];
  clip?: ClipPlace;
};

/** A sound that is not in the table, and why. Its label is null when it belongs to none of the classes. */
export type SetAsideRow = Omit<DatasetRow, "label"> & { label: string | null; reason: string };

/** Who made a drum kit, and on which terms its recordings may be shared. */
export type KitInfo = {
  name: string;
  authors: string;
  licence: string;
  source: string;
  /** The line that must stand where its sounds are played. */
  credit: string;
};

/** A dataset as it lies in `datasets/<id>/<id>.json`. */
export type DatasetFile = {
  id: string;
  title: string;
  summary: string;
  licence: string;
  classNames: string[];
  features: FeatureInfo[];
  kits: KitInfo[];
  /** A clear case of each class, by row id; only in datasets that can be heard. */
  examples: Record<string, string>;
  rows: DatasetRow[];
  setAside: SetAsideRow[];
};
