import { javascript } from "@codemirror/lang-javascript";
import { HighlightStyle, syntaxHighlighting } from "@codemirror/language";
import { lintGutter, setDiagnostics } from "@codemirror/lint";
import { Compartment, EditorState, Prec } from "@codemirror/state";
import { EditorView, keymap } from "@codemirror/view";
import { tags } from "@lezer/highlight";
import { basicSetup } from "codemirror";

/** What a cell's editor tells its cell. */
export type EditorEvents = {
  changed(source: string): void;
  /** Shift+Enter, Ctrl+Enter or Cmd+Enter. */
  run(): void;
  /** Escape: the learner wants out of the editor. */
  leave(): void;
};

/** An open editor of one cell. */
export type Editor = {
  readonly element: HTMLElement;
  source: string;
  focus(): void;
  /** Marks a line (from 1) with a message; null takes the mark away. */
  mark(error: { line: number; message: string } | null): void;
  destroy(): void;
};

// Colours come from the theme by custom properties, so that light and dark switch without a new editor.
const colors = HighlightStyle.define([
  { tag: [tags.keyword, tags.operatorKeyword, tags.modifier], color: "var(--etude-code-keyword)" },
  { tag: [tags.string, tags.special(tags.string), tags.regexp], color: "var(--etude-code-string)" },
  { tag: [tags.number, tags.bool, tags.null], color: "var(--etude-code-number)" },
  { tag: [tags.comment], color: "var(--etude-code-comment)", fontStyle: "italic" },
  {
    tag: [tags.function(tags.variableName), tags.function(tags.propertyName)],
    color: "var(--etude-code-function)",
  },
]);

const look = EditorView.theme({
  "&": { backgroundColor: "transparent", color: "inherit", fontSize: "inherit" },
  "&.cm-focused": { outline: "2px solid var(--sl-color-accent)", outlineOffset: "2px" },
  ".cm-scroller": { fontFamily: "var(--sl-font-mono)", lineHeight: "1.55" },
  ".cm-gutters": { backgroundColor: "transparent", color: "var(--sl-color-gray-3)", border: "none" },
  ".cm-activeLine, .cm-activeLineGutter": { backgroundColor: "var(--etude-code-active)" },
  ".cm-cursor": { borderLeftColor: "currentColor" },
  "&.cm-focused .cm-selectionBackground, .cm-selectionBackground": {
    backgroundColor: "var(--etude-code-selection) !important",
  },
});

/** Opens an editor for a cell's source. */
export function openEditor(source: string, label: string, events: EditorEvents): Editor {
  const run = () => {
    events.run();
    return true;
  };
  const keys = keymap.of([
    { key: "Shift-Enter", run },
    { key: "Mod-Enter", run },
    {
      key: "Escape",
      run: () => {
        events.leave();
        return true;
      },
    },
  ]);
  const lint = new Compartment();
  const view = new EditorView({
    state: EditorState.create({
      doc: source,
      extensions: [
        Prec.highest(keys),
        basicSetup,
        javascript(),
        lint.of([]),
        syntaxHighlighting(colors),
        look,
        EditorView.contentAttributes.of({ "aria-label": label }),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) events.changed(update.state.doc.toString());
        }),
      ],
    }),
  });
  return {
    element: view.dom,
    get source() {
      return view.state.doc.toString();
    },
    set source(text) {
      if (text === view.state.doc.toString()) return;
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } });
    },
    focus: () => view.focus(),
    mark(error) {
      const { doc } = view.state;
      const line = error && doc.line(Math.min(Math.max(1, error.line), doc.lines));
      const diagnostics = line
        ? [{ from: line.from, to: line.to, severity: "error" as const, message: error.message }]
        : [];
      view.dispatch({ effects: lint.reconfigure(line ? lintGutter() : []) });
      view.dispatch(setDiagnostics(view.state, diagnostics));
    },
    destroy: () => view.destroy(),
  };
}
