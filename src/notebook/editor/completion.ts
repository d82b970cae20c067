import {
  acceptCompletion,
  autocompletion,
  closeCompletion,
  completionKeymap,
  completionStatus,
  selectedCompletion,
} from "@codemirror/autocomplete";
import { type Extension, Prec } from "@codemirror/state";
import { type Command, keymap } from "@codemirror/view";
import { cardPlace } from "./card-place.ts";
import { completionSource } from "./completion-source.ts";
import type { EditorHelp } from "./editor-help.ts";

/** Enter after a name that is already whole is a new line, as whoever types on expects. */
const acceptByEnter: Command = (view) => {
  const label = selectedCompletion(view.state)?.label;
  const { head } = view.state.selection.main;
  if (label !== undefined && view.state.sliceDoc(Math.max(0, head - label.length), head) === label) {
    closeCompletion(view);
    return false;
  }
  return acceptCompletion(view);
};

/**
 * A list that is asked for and not there yet keeps Tab: it must not lead out of the editor while one types a name.
 * Behind a semicolon or a space nobody waits for a list, even if the editor still asks.
 */
const waitsForNames: Command = ({ state }) => {
  const { head } = state.selection.main;
  return completionStatus(state) !== null && /[\w$.]/.test(state.sliceDoc(Math.max(0, head - 1), head));
};

const keys = completionKeymap.filter(({ key }) => key !== "Enter");

/**
 * The list of completions. Tab and Enter accept; without a list Tab leaves the editor, so that the keyboard is never
 * caught in it.
 */
export function completion(help: EditorHelp): Extension {
  return [
    autocompletion({
      override: [completionSource(help)],
      defaultKeymap: false,
      icons: false,
      positionInfo: (_view, list, option, card, space) => cardPlace(list, option, card, space),
    }),
    Prec.highest(
      keymap.of([
        ...keys,
        { key: "Enter", run: acceptByEnter },
        {
          key: "Tab",
          run: (view) => acceptCompletion(view) || waitsForNames(view),
        },
      ]),
    ),
  ];
}
