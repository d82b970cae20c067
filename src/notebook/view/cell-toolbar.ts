import { html } from "htl";
import type { CommandId } from "../commands.ts";
import { type IconName, icon } from "./icons.ts";

/** The buttons that a cell may have; `more` opens a list of what else can be done. */
export type CellButton = "run" | "stop" | "edit" | "reset" | "more";

const buttons: Record<CellButton, { icon: IconName; label: string; hint: string; command?: CommandId }> = {
  stop: { icon: "stop", label: "Stop", hint: "Stop this cell", command: "stop" },
  run: { icon: "run", label: "Run", hint: "Run (Shift+Enter)", command: "runAndStay" },
  edit: { icon: "edit", label: "Edit", hint: "Edit (Enter)", command: "edit" },
  reset: { icon: "reset", label: "Reset", hint: "Back to the lesson's own", command: "reset" },
  more: { icon: "more", label: "More", hint: "More for this cell" },
};

/** The buttons of a cell and the line that says how it is doing. */
export class CellToolbar {
  readonly element: HTMLElement;
  readonly #status = html`<span class="etude-status" data-part="status"></span>`;
  readonly #buttons = new Map<CellButton, HTMLElement>();

  constructor(
    cellId: string,
    kind: "js" | "md",
    wanted: readonly CellButton[],
    ask: (command: CommandId) => void,
  ) {
    for (const name of wanted) {
      const { icon: sign, label, hint, command } = buttons[name];
      const element = html`<button type="button" data-command=${name} title=${hint}
        aria-label=${`${label} cell ${cellId}`}>${icon(sign)}<span>${label}</span></button>`;
      if (!command) element.setAttribute("aria-haspopup", "true");
      element.addEventListener("click", () => {
        if (command) ask(command);
        else void import("./cell-menu.ts").then(({ openCellMenu }) => openCellMenu(kind, element, ask));
      });
      this.#buttons.set(name, element);
    }
    this.element = html`<div class="etude-toolbar" data-part="toolbar">${this.#status}${Array.from(
      this.#buttons.values(),
    )}</div>`;
  }

  update(sentence: string, hidden: Partial<Record<CellButton, boolean>>): void {
    for (const [name, element] of this.#buttons) element.hidden = hidden[name] ?? false;
    if (this.#status.textContent !== sentence) this.#status.textContent = sentence;
  }
}
