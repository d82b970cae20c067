import { html } from "htl";
import type { CommandId } from "../commands.ts";
import type { SaveState } from "../storage/index.ts";
import { durationWords } from "./cell-status.ts";
import { type IconName, icon } from "./icons.ts";

/** What the bar tells of its notebook. */
export type BarStatus = {
  running: boolean;
  /** What undo would take back. */
  undo: string | undefined;
  /** Null as long as nothing has been changed. */
  saved: SaveState | null;
  /** Cells that wait to be asked, and how long they took last, if all of that is known. */
  waiting: { count: number; ms: number | null };
};

const buttons: { command: CommandId; icon: IconName; label: string }[] = [
  { command: "runAll", icon: "run", label: "Run all" },
  { command: "stopAll", icon: "stop", label: "Stop all" },
  { command: "undo", icon: "undo", label: "Undo" },
  { command: "variables", icon: "names", label: "Names" },
  { command: "files", icon: "files", label: "Files" },
  { command: "share", icon: "share", label: "Link" },
  { command: "palette", icon: "command", label: "Commands" },
  { command: "help", icon: "help", label: "Help" },
];

/** The bar at the foot of a notebook: what is asked of it as a whole, and how it is doing. */
export class NotebookBar {
  readonly element: HTMLElement;
  readonly #buttons = new Map<CommandId, HTMLButtonElement>();
  readonly #saved = html`<span class="etude-saved" data-part="saved"></span>`;
  readonly #waiting = html`<button type="button" data-command="runWaiting" hidden></button>`;

  /** @param runWaiting runs the cells that wait to be asked */
  constructor(ask: (command: CommandId) => void, runWaiting: () => void) {
    for (const { command, icon: sign, label } of buttons) {
      const button = html`<button type="button" data-command=${command} title=${label}>${icon(sign)}<span>${label}</span></button>`;
      button.addEventListener("click", () => ask(command));
      this.#buttons.set(command, button as HTMLButtonElement);
    }
    this.#waiting.addEventListener("click", runWaiting);
    this.element = html`<div class="etude-bar not-content" role="toolbar" aria-label="Notebook" data-part="bar">
      ${Array.from(this.#buttons.values())}${this.#waiting}${this.#saved}</div>`;
  }

  /** Puts something of the page's own into the bar, such as the volume, if it is not there yet. */
  addOnce(name: string, element: HTMLElement): void {
    if (this.element.querySelector(`[data-added="${name}"]`)) return;
    element.dataset.added = name;
    this.#waiting.before(element);
  }

  update({ running, undo, saved, waiting }: BarStatus): void {
    this.#buttons.get("stopAll")!.disabled = !running;
    const undoButton = this.#buttons.get("undo")!;
    undoButton.disabled = undo === undefined;
    undoButton.title = undo === undefined ? "Undo" : `Undo ${undo}`;
    this.#waiting.hidden = waiting.count === 0;
    const cells = waiting.count === 1 ? "1 cell waits" : `${waiting.count} cells wait`;
    const about = waiting.ms === null ? "" : `, about ${durationWords(waiting.ms)}`;
    this.#waiting.textContent = `${cells} to be run${about}`;
    this.#saved.textContent = savedWords(saved);
    this.#saved.toggleAttribute("data-failed", typeof saved === "object" && saved !== null);
  }
}

function savedWords(saved: SaveState | null): string {
  if (saved === null) return "";
  if (typeof saved === "object") return `Not saved: ${saved.failed}`;
  return saved === "saving" ? "Saving …" : "Saved";
}
