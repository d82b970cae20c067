import type { EditorHelp } from "./editor-help.ts";

/** How an editor is opened. */
export type EditorOptions = {
  language: "js" | "md";
  help: EditorHelp;
  /** The id of the cell that is edited. */
  cell?: string;
  /** Where the cursor stands at first: by default at the start. */
  place?: "start" | "end";
};
