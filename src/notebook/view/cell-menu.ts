import { html } from "htl";
import { type CommandId, commands } from "../commands.ts";
import { isMac, keyNames } from "./keymap.ts";

const titles = new Map(
  commands.map(({ id, title, keys }) => [id, { title, key: keys[0] as string | undefined }]),
);

const forCode = [
  "runFromHere",
  "addAbove",
  "addBelow",
  "moveUp",
  "moveDown",
  "fold",
  "onClick",
  "format",
  "history",
  "toMarkdown",
  "delete",
] as const satisfies CommandId[];

const forText = [
  "addAbove",
  "addBelow",
  "moveUp",
  "moveDown",
  "format",
  "history",
  "toCode",
  "delete",
] as const satisfies CommandId[];

/** The opener is told, so that the menu stands beside it and the focus comes back to it. */
type Popover = { showPopover(options: { source: HTMLElement }): void };

/** What can be done with a cell besides its buttons: a list that opens below `opener`. */
export function openCellMenu(
  kind: "js" | "md",
  opener: HTMLElement,
  ask: (command: CommandId) => void,
): HTMLElement {
  const mac = isMac();
  const buttons = (kind === "js" ? forCode : forText).map((id) => {
    const { title, key } = titles.get(id)!;
    const button = html`<button type="button" data-command=${id}>${title}${
      key ? html`<kbd>${keyNames(key, mac)}</kbd>` : ""
    }</button>`;
    button.addEventListener("click", () => {
      menu.hidePopover();
      ask(id);
    });
    return button;
  });
  const menu: HTMLElement = html`<div class="etude-menu" popover role="group" aria-label="More for this cell">${buttons}</div>`;
  menu.addEventListener("keydown", (event: KeyboardEvent) => {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    event.stopPropagation();
    if (step === 0) return;
    event.preventDefault();
    const at = buttons.indexOf(document.activeElement as HTMLElement);
    buttons.at((at + step) % buttons.length)?.focus();
  });
  menu.addEventListener("toggle", (event) => {
    if ((event as ToggleEvent).newState === "closed") menu.remove();
  });
  opener.after(menu);
  (menu as unknown as Popover).showPopover({ source: opener });
  buttons[0]?.focus();
  return menu;
}
