export { type Editor, openEditor } from "./editor.ts";
