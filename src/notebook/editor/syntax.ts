import { ensureSyntaxTree, syntaxTree } from "@codemirror/language";
import type { EditorState } from "@codemirror/state";

/** A parsed cell, by the editor's own forgiving parser: there is always a tree, of broken code too. */
export type Tree = ReturnType<typeof syntaxTree>;
export type SyntaxNode = Tree["topNode"];

/** How long a key may wait for a long cell to be parsed to its end. */
const parseMs = 200;

/** The whole cell as a tree, if it can be had in time, else its beginning. */
export function treeOf(state: EditorState): Tree {
  return ensureSyntaxTree(state, state.doc.length, parseMs) ?? syntaxTree(state);
}
