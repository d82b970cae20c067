// The help is written with the keys of most keyboards; on a Mac it shows a Mac's.
import { isMac } from "../../notebook/view/keymap.ts";

if (isMac()) {
  for (const key of document.querySelectorAll<HTMLElement>("kbd[data-mac]"))
    key.textContent = key.dataset.mac!;
  for (const note of document.querySelectorAll<HTMLElement>("[data-part='mac-note']")) note.hidden = true;
}
