/** A parameter of a function or a class. */
export type ParamDoc = {
  name: string;
  /** What it may be, in words: "number", "rows of numbers". */
  type: string;
  doc: string;
  /** Given in braces, by name. */
  option?: true;
  /** What it is when it is not given, as code. */
  default?: string;
};

/** What the reference says of one name that a cell can use. */
export type NameDoc = {
  name: string;
  kind: "function" | "class" | "namespace" | "value";
  /**
   * The call as one reads it, with what it gives: `slider(label, [min, max], {value, step}) → element`. A method's starts
   * with a full stop, or with its class where it is called on that; `→ itself` is what it was called on.
   */
  signature?: string;
  /** One sentence. */
  summary?: string;
  /** The rest of what there is to say, as Markdown. */
  doc?: string;
  /** Its place on the reference page. */
  url?: string;
  params?: ParamDoc[];
  /** The methods and properties of a class; what a namespace holds. */
  members?: NameDoc[];
};

/** A name that a cell of the notebook defines. */
export type CellName = {
  name: string;
  /** The id of the cell that defines it. */
  cell: string;
  /** What its value is, in a few words: "number", "Matrix 454 × 24". */
  kind: string;
  /** The properties of its value. */
  members?: string[];
  /** The columns of its value, if it is a table or a dataset. */
  columns?: string[];
};

/** What an editor asks of the notebook around it. */
export type EditorHelp = {
  /** The names of all cells as they are now. */
  cellNames(): CellName[];
  /** The names of the library, the notebook's own included; loaded when it is first asked for. */
  reference(): Promise<NameDoc[]>;
  /** What `import … from "…"` finds. */
  modules(): string[];
  /** Shows where another cell defines a name. */
  goTo(cell: string, name: string): void;
};
