export { EtudeCell } from "./etude-cell.ts";
export { defineNotebookElements, EtudeNotebook } from "./etude-notebook.ts";
export { type NotebookPorts, providePorts } from "./ports.ts";
