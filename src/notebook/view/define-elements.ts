import { EtudeCell } from "./etude-cell.ts";
import { EtudeInline } from "./etude-inline.ts";
import { EtudeNotebook } from "./etude-notebook.ts";
import { EtudeProse } from "./etude-prose.ts";

/** Defines the elements of a notebook. */
export function defineNotebookElements(): void {
  customElements.define("etude-cell", EtudeCell);
  customElements.define("etude-prose", EtudeProse);
  customElements.define("etude-inline", EtudeInline);
  customElements.define("etude-notebook", EtudeNotebook);
}
