import type { Extension } from "@codemirror/state";
import { EditorView, keymap } from "@codemirror/view";
import type { EditorHelp } from "./editor-help.ts";
import { findName, showNameAtCursor } from "./hover.ts";

/** Goes where the name at a place is defined: in this cell, in another, or to what is known of the library's. */
async function goTo(view: EditorView, at: number, help: EditorHelp): Promise<void> {
  const found = await findName(view, at, help);
  if (!found) return;
  if (found.definition) {
    const { from } = found.definition;
    view.dispatch({ selection: { anchor: from }, scrollIntoView: true });
  } else if (found.cellName) help.goTo(found.cellName.cell, found.name);
  else await showNameAtCursor(view, help);
}

/** F12 at the cursor, or a click with Ctrl or Cmd on a name. */
export function goToDefinition(help: EditorHelp): Extension {
  return [
    keymap.of([
      {
        key: "F12",
        run(view) {
          void goTo(view, view.state.selection.main.head, help);
          return true;
        },
        preventDefault: true,
      },
    ]),
    // Else this click would set a second cursor.
    EditorView.clickAddsSelectionRange.of((event) => event.altKey),
    EditorView.domEventHandlers({
      click(event, view) {
        if (!(event.ctrlKey || event.metaKey) || event.button !== 0) return false;
        const at = view.posAtCoords(event);
        if (at === null) return false;
        void goTo(view, at, help);
        return true;
      },
    }),
  ];
}
