import { html } from "htl";
import { sizeInWords } from "../../notebook/share/limits.ts";
import type { Totals } from "../../notebook/storage/index.ts";

/** How much is kept, as a list of terms and numbers. */
export function keptFacts({ notebooks, editedCells, tasks, files, bytes, setAside }: Totals): HTMLElement {
  const facts: [name: string, value: string][] = [
    ["Notebooks of your own", notebooks.toLocaleString("en")],
    ["Cells of lessons that you have changed", editedCells.toLocaleString("en")],
    ["Exercises and questions that you have worked on", tasks.toLocaleString("en")],
    ["Files of your own", files.toLocaleString("en")],
    ["All in all", sizeInWords(bytes)],
  ];
  if (setAside > 0) facts.push(["Set aside, since it could not be read", setAside.toLocaleString("en")]);
  return html`<dl class="etude-kept">${facts.map(
    ([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`,
  )}</dl>`;
}
