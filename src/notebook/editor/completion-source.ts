import type { CompletionContext, CompletionSource } from "@codemirror/autocomplete";
import { completionPlace } from "./completion-place.ts";
import { completionsAt } from "./completions.ts";
import type { EditorHelp } from "./editor-help.ts";
import { loadNames } from "./names.ts";
import { treeOf } from "./syntax.ts";

const word = /^[\w$]*$/;
const insideText = /^[^"'`]*$/;

/** Completes names, members, columns and modules in a cell of JavaScript. */
export function completionSource(help: EditorHelp): CompletionSource {
  return async (context: CompletionContext) => {
    const { state, pos, explicit } = context;
    const text = state.doc.toString();
    const tree = treeOf(state);
    const place = completionPlace(tree, text, pos, explicit);
    if (!place) return null;
    const names = await loadNames(help);
    const options = completionsAt(place, { tree, text, names });
    const validFor = place.kind === "text" || place.kind === "module" ? insideText : word;
    return options.length === 0 ? null : { from: place.from, options, validFor };
  };
}
