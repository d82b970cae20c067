import { html } from "htl";
import type { CellState } from "../runtime/index.ts";
import type { SaveState } from "../storage/index.ts";
import { type IconName, icon } from "./icons.ts";

/** What a cell's buttons ask for. */
export type CellCommand = "run" | "stop" | "edit" | "reset";

/** What the line under a cell says of it. */
export type CellStatus = {
  state: CellState;
  onClick: boolean;
  blank: boolean;
  edited: boolean;
  editing: boolean;
  elapsedMs: number;
  reasons: string[];
  actsOnRelease: boolean;
  saved: SaveState | null;
};

const slowMs = 500;

const words: Record<CellState, string> = {
  idle: "not run",
  queued: "waiting",
  running: "running",
  fulfilled: "done",
  rejected: "failed",
  stale: "changed since it ran",
  stopped: "stopped",
};

/** The buttons of a cell and the line that says how it is doing. */
export class CellToolbar {
  readonly element: HTMLElement;
  readonly #status = html`<span class="etude-status" data-part="status"></span>`;
  readonly #buttons: Record<CellCommand, HTMLButtonElement>;

  constructor(cellId: string, ask: (command: CellCommand) => void) {
    const button = (command: CellCommand & IconName, label: string, hint: string) => {
      const element = html`<button type="button" data-command=${command} title=${hint}
        aria-label=${`${label} cell ${cellId}`}>${icon(command)}<span>${label}</span></button>`;
      element.addEventListener("click", () => ask(command));
      return element as HTMLButtonElement;
    };
    this.#buttons = {
      run: button("run", "Run", "Run (Shift+Enter)"),
      stop: button("stop", "Stop", "Stop this cell"),
      edit: button("edit", "Edit", "Edit the code"),
      reset: button("reset", "Reset", "Back to the lesson's code"),
    };
    const { run, stop, edit, reset } = this.#buttons;
    this.element = html`<div class="etude-toolbar" data-part="toolbar">${this.#status}${stop}${run}${edit}${reset}</div>`;
  }

  update(status: CellStatus): void {
    const busy = status.state === "running" || status.state === "queued";
    this.#buttons.stop.hidden = !busy;
    this.#buttons.reset.hidden = !status.edited;
    this.#buttons.edit.hidden = status.editing;
    this.#status.textContent = sentence(status);
  }
}

function sentence(status: CellStatus): string {
  const { state, elapsedMs, reasons, saved } = status;
  const parts = [wordsFor(status)];
  if (state === "fulfilled" && elapsedMs > slowMs) parts.push(`${(elapsedMs / 1000).toFixed(1)} s`);
  if (reasons.length > 0 && state === "fulfilled") parts.push(`ran again because ${list(reasons)} changed`);
  if (status.actsOnRelease) parts.push("acts when you let go");
  if (status.edited) parts.push(savedWords(saved));
  return parts.filter(Boolean).join(" · ");
}

function wordsFor({ state, onClick, blank }: CellStatus): string {
  if (state === "idle" && blank) return "fill in the blanks, then run it";
  if (state === "idle" && onClick) return "runs when you ask";
  return words[state];
}

function savedWords(saved: SaveState | null): string {
  if (saved === "saving") return "edited, saving …";
  if (saved && typeof saved === "object") return `edited, not saved: ${saved.failed}`;
  return "edited, saved";
}

function list(names: string[]): string {
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}
