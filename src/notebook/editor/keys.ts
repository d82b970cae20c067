import { closeBracketsKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, historyKeymap, insertNewlineAndIndent } from "@codemirror/commands";
import { searchKeymap } from "@codemirror/search";
import type { Extension } from "@codemirror/state";
import { type Command, keymap } from "@codemirror/view";
import { closeCard } from "./hover.ts";

/** Keys of CodeMirror's that the notebook needs for itself, or that mean something else here. */
const elsewhere = new Set(["Mod-Enter", "Enter", "Mod-i", "Ctrl-m"]);

/**
 * The keys of an editor, without those that run a cell: they go unheard here, and bubble to the notebook. Tab moves the
 * focus on; Mod+] and Mod+[ indent. Escape closes what is open in the editor, and at last leaves it.
 */
export function editorKeys(leave: () => void): Extension {
  const leaveEditor: Command = () => {
    leave();
    return true;
  };
  return keymap.of([
    ...closeBracketsKeymap,
    ...searchKeymap,
    { key: "Escape", run: closeCard },
    ...defaultKeymap.filter(({ key }) => !elsewhere.has(key ?? "")),
    { key: "Enter", run: insertNewlineAndIndent },
    ...historyKeymap,
    { key: "Escape", run: leaveEditor },
  ]);
}

/** Keeps keys that the editor, its list or its search has used from the notebook around it. */
export function keepUsedKeys(element: HTMLElement): void {
  element.addEventListener("keydown", (event) => {
    if (event.defaultPrevented) event.stopPropagation();
  });
}
