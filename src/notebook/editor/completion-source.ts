import type { CompletionContext, CompletionSource } from "@codemirror/autocomplete";
import { localCompletionSource } from "@codemirror/lang-javascript";
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
    const place = completionPlace(treeOf(state), text, pos, explicit);
    if (!place) return null;
    // What is found here must be read before the first wait: the context is of this moment.
    const locals = place.kind === "name" ? (localCompletionSource(context)?.options ?? []) : [];
    const names = await loadNames(help);
    const options = completionsAt(place, { tree: treeOf(state), text, names }, locals);
    const validFor = place.kind === "text" || place.kind === "module" ? insideText : word;
    return options.length === 0 ? null : { from: place.from, options, validFor };
  };
}
