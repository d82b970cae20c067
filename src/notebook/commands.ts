/**
 * Where a command's keys count: `cell` when a cell itself has the focus (Jupyter's command mode), `anywhere` in the
 * notebook, its editors included, `page` wherever on the page no text is being written.
 */
export type KeyScope = "cell" | "anywhere" | "page";

/** A thing that a learner can ask of a notebook; the keymap, the palette and the help page are made of these. */
export type Command = {
  id: string;
  /** What it does, as the palette and the help page say it. */
  title: string;
  group: "Run" | "Cells" | "Move" | "Notebook";
  scope: KeyScope;
  /**
   * Alternatives, each a sequence of strokes with a space between them: `Shift+Enter`, `d d`. `Mod` is Cmd on a Mac and
   * Ctrl elsewhere.
   */
  keys: readonly string[];
};

/** Every command. Keys are Jupyter's where Jupyter has one. */
export const commands = [
  { id: "runAndStay", title: "Run this cell", group: "Run", scope: "anywhere", keys: ["Mod+Enter"] },
  {
    id: "runAndNext",
    title: "Run this cell and go to the next",
    group: "Run",
    scope: "anywhere",
    keys: ["Shift+Enter"],
  },
  {
    id: "runAndInsert",
    title: "Run this cell and add one below",
    group: "Run",
    scope: "anywhere",
    keys: ["Alt+Enter"],
  },
  { id: "runFromHere", title: "Run this cell and all below", group: "Run", scope: "cell", keys: [] },
  { id: "runAll", title: "Run all cells", group: "Run", scope: "cell", keys: ["0 0"] },
  { id: "stop", title: "Stop this cell", group: "Run", scope: "cell", keys: [] },
  { id: "stopAll", title: "Stop everything that runs", group: "Run", scope: "cell", keys: ["i i"] },

  { id: "addAbove", title: "Add a cell above", group: "Cells", scope: "cell", keys: ["a"] },
  { id: "addBelow", title: "Add a cell below", group: "Cells", scope: "cell", keys: ["b"] },
  { id: "delete", title: "Delete this cell", group: "Cells", scope: "cell", keys: ["d d"] },
  { id: "undo", title: "Undo the last change of cells", group: "Cells", scope: "cell", keys: ["z"] },
  { id: "redo", title: "Redo it", group: "Cells", scope: "cell", keys: ["Shift+Z"] },
  { id: "toMarkdown", title: "Make this a cell for text", group: "Cells", scope: "cell", keys: ["m"] },
  { id: "toCode", title: "Make this a cell for code", group: "Cells", scope: "cell", keys: ["y"] },
  { id: "moveUp", title: "Move this cell up", group: "Cells", scope: "cell", keys: ["Alt+ArrowUp"] },
  { id: "moveDown", title: "Move this cell down", group: "Cells", scope: "cell", keys: ["Alt+ArrowDown"] },
  { id: "fold", title: "Show or hide this cell's code", group: "Cells", scope: "cell", keys: ["o"] },
  {
    id: "onClick",
    title: "Run this cell by itself, or only when asked",
    group: "Cells",
    scope: "cell",
    keys: [],
  },
  { id: "format", title: "Tidy this cell's code", group: "Cells", scope: "anywhere", keys: ["Shift+Alt+F"] },
  { id: "reset", title: "Put this cell's original code back", group: "Cells", scope: "cell", keys: [] },
  { id: "history", title: "Earlier versions of this cell", group: "Cells", scope: "cell", keys: ["h"] },

  { id: "edit", title: "Edit this cell", group: "Move", scope: "cell", keys: ["Enter"] },
  { id: "leaveEditor", title: "Leave the editor", group: "Move", scope: "anywhere", keys: ["Escape"] },
  { id: "next", title: "Go to the next cell", group: "Move", scope: "cell", keys: ["j", "ArrowDown"] },
  { id: "previous", title: "Go to the cell before", group: "Move", scope: "cell", keys: ["k", "ArrowUp"] },
  { id: "first", title: "Go to the first cell", group: "Move", scope: "cell", keys: ["g g"] },
  { id: "last", title: "Go to the last cell", group: "Move", scope: "cell", keys: ["Shift+G"] },

  { id: "palette", title: "All commands", group: "Notebook", scope: "page", keys: ["Mod+k", "Mod+Shift+P"] },
  { id: "help", title: "Help for this page", group: "Notebook", scope: "page", keys: ["?"] },
  { id: "variables", title: "Names and how they hang together", group: "Notebook", scope: "page", keys: [] },
  { id: "files", title: "Files of this notebook", group: "Notebook", scope: "page", keys: [] },
  { id: "save", title: "Save now", group: "Notebook", scope: "anywhere", keys: ["Mod+s"] },
  { id: "share", title: "Link to this page as it stands", group: "Notebook", scope: "page", keys: [] },
  { id: "download", title: "Download this notebook", group: "Notebook", scope: "page", keys: [] },
  { id: "copy", title: "Copy this to a notebook of my own", group: "Notebook", scope: "page", keys: [] },
  { id: "student", title: "View this lesson as a student", group: "Notebook", scope: "page", keys: [] },
  {
    id: "resetAll",
    title: "Put all original cells and their code back",
    group: "Notebook",
    scope: "page",
    keys: [],
  },
  { id: "stopSound", title: "Stop the sound", group: "Notebook", scope: "page", keys: [] },
] as const satisfies readonly Command[];

export type CommandId = (typeof commands)[number]["id"];
