export { type CodeMark, type Editor, type EditorEvents, openEditor } from "./editor.ts";
export type { CellName, EditorHelp, NameDoc, ParamDoc } from "./editor-help.ts";
export type { EditorOptions } from "./editor-options.ts";
export { FormatError } from "./format-error.ts";
