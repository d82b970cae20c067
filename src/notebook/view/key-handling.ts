import type { CommandId, KeyScope } from "../commands.ts";
import type { NotebookHost } from "./host.ts";
import { isMac, Keymap, strokeOf } from "./keymap.ts";
import { NotebookPart } from "./part.ts";

/** In an element of these kinds, what is typed is text. */
const writing =
  "input:not([type=range], [type=checkbox], [type=radio], [type=button]), textarea, select, [contenteditable=true]";

function scopesOf(target: Element, part: NotebookPart | null): KeyScope[] {
  const scopes: KeyScope[] = [];
  if (part) scopes.push("anywhere");
  if (target === part) scopes.push("cell");
  if (!target.closest(writing)) scopes.push("page");
  return scopes;
}

/** Hears the keys of a notebook's page; returns what ends it. */
export function handleKeys(
  notebook: NotebookHost,
  ask: (command: CommandId, part: NotebookPart | undefined) => void,
): () => void {
  const keymap = new Keymap();
  const mac = isMac();
  const onKey = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing) return;
    const target = event.target instanceof Element ? event.target : document.body;
    const inside = target.closest("etude-cell, etude-prose");
    const part = inside instanceof NotebookPart && notebook.contains(inside) ? inside : null;
    const command = keymap.match(strokeOf(event, mac), scopesOf(target, part), event.timeStamp);
    if (command === null) return;
    event.preventDefault();
    if (command !== "begun") ask(command, part ?? notebook.current);
  };
  // The palette's key is also that of the site's search: on a page with a notebook it is the palette's.
  const onPaletteKey = (event: KeyboardEvent) => {
    if (strokeOf(event, mac) !== "Mod+k" || document.querySelector("dialog[open]")) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const inside = event.target instanceof Element ? event.target.closest("etude-cell, etude-prose") : null;
    ask("palette", inside instanceof NotebookPart ? inside : notebook.current);
  };
  document.addEventListener("keydown", onKey);
  window.addEventListener("keydown", onPaletteKey, { capture: true });
  return () => {
    document.removeEventListener("keydown", onKey);
    window.removeEventListener("keydown", onPaletteKey, { capture: true });
  };
}
