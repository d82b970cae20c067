/** A parameter of a function, or one of the options that it takes by name. */
export type ReferenceParam = {
  name: string;
  /** What it may be, in words: "number", "rows of numbers". */
  type: string;
  doc: string;
  /** Given in braces, by name. */
  option?: true;
  optional?: true;
  /** What it is when it is not given, as code. */
  default?: string;
};

/** What the reference says of one name that a cell can use, or of a member of it. */
export type ReferenceEntry = {
  name: string;
  kind: "function" | "class" | "namespace" | "value";
  /** The call as one reads it: `slider(label, range, {value, unit})`. */
  signature?: string;
  /** The first sentence. */
  summary?: string;
  /** What else there is to say, as Markdown. */
  doc?: string;
  /** Its place in the reference, from the site's base: `reference/inputs/#slider`. */
  url?: string;
  params?: ReferenceParam[];
  /** What a call gives; `fields` when it is an object to be taken apart. */
  returns?: { type: string; doc: string; fields?: ReferenceParam[] };
  throws?: string;
  example?: string;
  members?: ReferenceEntry[];
};

/** A name that stands by itself in a cell, with the part of the page that it belongs to. */
export type ReferenceName = ReferenceEntry & { group: ReferenceGroup };

/** The parts of the reference, in order. */
export const referenceGroups = [
  "models",
  "preparation",
  "selection",
  "metrics",
  "music",
  "figures",
  "inputs",
  "sound",
  "data",
  "notebook",
  "libraries",
] as const;

export type ReferenceGroup = (typeof referenceGroups)[number];
