import Combobox from "@github/combobox-nav";
import { html } from "htl";
import { type Command, type CommandId, commands } from "../commands.ts";
import { openDialog } from "./dialog.ts";
import { isMac, keyNames } from "./keymap.ts";
import type { NotebookPart } from "./part.ts";

/** Whether every word of what was typed begins a word of the title. */
function matches({ title, group }: Command, typed: string): boolean {
  const words = `${title} ${group}`.toLowerCase().split(/\s+/);
  return typed
    .toLowerCase()
    .split(/\s+/)
    .every((part) => words.some((word) => word.startsWith(part)));
}

/**
 * Opens the list of all commands that would do something now, to be searched by typing.
 * @param part the cell that they are about
 */
export function openPalette(
  part: NotebookPart | undefined,
  applies: (command: CommandId) => boolean,
  carryOut: (command: CommandId) => void,
): void {
  const mac = isMac();
  const all = (commands as readonly (Command & { id: CommandId })[]).filter(
    ({ id }) => id !== "palette" && id !== "leaveEditor" && applies(id),
  );
  const input = html`<input type="text" aria-label="Search the commands" placeholder="What do you want to do?"
    autocomplete="off" spellcheck="false">` as HTMLInputElement;
  const list: HTMLElement = html`<ul role="listbox" id="etude-commands" aria-label="Commands">${all.map(
    ({ id, title, group, keys }, i) =>
      html`<li role="option" id=${`etude-command-${i}`} data-command=${id}><span>${title}</span> <small>${group}</small>${keys
        .slice(0, 1)
        .map((key) => html`<kbd>${keyNames(key, mac)}</kbd>`)}</li>`,
  )}</ul>`;
  const none = html`<p class="etude-none" hidden>There is no such command.</p>`;
  const about = part ? html`<p class="etude-about">For cell “${part.cellId}” and this page</p>` : "";
  const dialog = openDialog("Commands", input, about, list, none);
  dialog.classList.add("etude-palette");
  const options = Array.from(list.children) as HTMLElement[];
  const combobox = new Combobox(input, list, { firstOptionSelectionMode: "active" });
  combobox.start();
  combobox.navigate();
  input.addEventListener("input", () => {
    options.forEach((option, i) => {
      option.hidden = !matches(all[i]!, input.value.trim());
    });
    none.hidden = options.some((option) => !option.hidden);
    combobox.clearSelection();
    combobox.navigate();
  });
  list.addEventListener("combobox-commit", (event) => {
    const id = (event.target as HTMLElement).dataset.command as CommandId;
    dialog.close();
    carryOut(id);
  });
  dialog.addEventListener("close", () => combobox.destroy());
  input.focus();
}
