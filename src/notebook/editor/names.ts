import type { CellName, EditorHelp, NameDoc } from "./editor-help.ts";

/** What is known of the names that a cell can use, by name. */
export type Names = {
  /** Names of other cells, and what this one's had for values when it last ran. */
  cells: Map<string, CellName>;
  library: Map<string, NameDoc>;
  modules: string[];
};

/** Asks the notebook for all names. A reference that cannot be loaded leaves the library's out. */
export async function loadNames(help: EditorHelp): Promise<Names> {
  const reference = await help.reference().catch((): NameDoc[] => []);
  return {
    cells: new Map(help.cellNames().map((name) => [name.name, name])),
    library: new Map(reference.map((doc) => [doc.name, doc])),
    modules: help.modules(),
  };
}
