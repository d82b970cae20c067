import { html } from "htl";
import type { CellError } from "../runtime/index.ts";

/** What the buttons beside an error do. */
export type ErrorActions = {
  showLine(line: number): void;
  showCell(cell: string): void;
  rename(name: string, to: string): void;
};

/** An error in a cell, with its way out: the line, the other cell, a new name. */
export function errorBox(error: CellError, isWaiting: boolean, actions: ErrorActions): HTMLElement {
  const { line, cell, name, kind, message, hint } = error;
  const buttons: HTMLElement[] = [];
  const button = (label: string, act: () => void) => {
    const element = html`<button type="button">${label}</button>`;
    element.addEventListener("click", act);
    buttons.push(element);
  };
  if (line !== undefined && kind !== "upstream") button(`Line ${line}`, () => actions.showLine(line));
  if (cell !== undefined) button(`Go to cell “${cell}”`, () => actions.showCell(cell));
  if (name !== undefined && (kind === "duplicate" || kind === "reserved")) {
    const to = kind === "reserved" ? `my${name.charAt(0).toUpperCase()}${name.slice(1)}` : `${name}2`;
    button(`Rename it to “${to}” here`, () => actions.rename(name, to));
  }
  return html`<div class=${isWaiting ? "etude-waiting" : "etude-error"} data-part="error">
    <p>${withCode(hint === undefined ? message : `${message} ${hint}`)}</p>${buttons}</div>`;
}

/** Sets what stands between backticks as code. */
function withCode(message: string): (string | HTMLElement)[] {
  return message.split("`").map((part, i) => (i % 2 ? html`<code>${part}</code>` : part));
}
