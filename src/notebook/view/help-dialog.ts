import { html } from "htl";
import { type Command, commands } from "../commands.ts";
import { openDialog } from "./dialog.ts";
import { isMac, keyNames } from "./keymap.ts";
import { notebookPorts } from "./ports.ts";

const where: Record<Command["scope"], string> = {
  anywhere: "In a cell, also while you write",
  cell: "When the cell itself is chosen (Escape leaves its editor)",
  page: "On the whole page, unless you are writing",
};

/** Opens the help of a page with a notebook: how cells work in a few lines, and all keys. */
export function openHelp(): void {
  const mac = isMac();
  const { help, reference, data } = notebookPorts().addresses;
  const tables = (Object.keys(where) as Command["scope"][]).map((scope) => {
    const rows = (commands as readonly Command[])
      .filter((command) => command.scope === scope && command.keys.length > 0)
      .map(
        ({ title, keys }) =>
          html`<tr><td>${keys.flatMap((key, i) => [i ? " or " : "", html`<kbd>${keyNames(key, mac)}</kbd>`])}</td><td>${title}</td></tr>`,
      );
    return html`<table><caption>${where[scope]}</caption><thead><tr><th scope="col">Keys</th><th scope="col">What they do</th></tr></thead>
      <tbody>${rows}</tbody></table>`;
  });
  openDialog(
    "Help",
    html`<ul>
      <li>A cell shows its result above its code. Change the code, press Run, and every cell that reads its names follows.</li>
      <li>When a cell runs again by itself, the line under it says which name has changed.</li>
      <li>Stop ends what a cell does. A loop without an end is cut after two seconds.</li>
      <li>What you change is kept on this device, and nowhere else.</li>
      <li>A cell's menu (More) and the bar at the foot of the page do all that the keys do.</li>
    </ul>`,
    html`<p><a href=${help}>All about these pages</a> · <a href=${reference}>Every name a cell can use</a> · <a href=${data}>What is kept</a></p>`,
    ...tables,
  );
}
