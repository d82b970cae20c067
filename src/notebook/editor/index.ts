export { type CodeMark, type Editor, type EditorEvents, type EditorOptions, openEditor } from "./editor.ts";
export type { CellName, EditorHelp, NameDoc } from "./editor-help.ts";
export { FormatError } from "./format-error.ts";
