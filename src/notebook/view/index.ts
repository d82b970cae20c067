export { defineNotebookElements } from "./define-elements.ts";
export { type FilesPort, type NotebookPorts, providePorts } from "./ports.ts";
