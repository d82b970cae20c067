export { EtudeCell } from "./etude-cell.ts";
export { defineNotebookElements, EtudeNotebook } from "./etude-notebook.ts";
export { type FilesPort, type NotebookPorts, providePorts } from "./ports.ts";
