import { javascript } from "@codemirror/lang-javascript";
import { HighlightStyle, syntaxHighlighting } from "@codemirror/language";
import { lintGutter, setDiagnostics } from "@codemirror/lint";
import { Compartment, EditorState, Prec } from "@codemirror/state";
import { EditorView, keymap } from "@codemirror/view";
import { tags } from "@lezer/highlight";
import { basicSetup } from "codemirror";
import type { EditorHelp } from "./editor-help.ts";

/** What a cell's editor tells its cell. Keys that run, save or open the palette are left to bubble out of it. */
export type EditorEvents = {
  changed(source: string): void;
  /** Escape, when there is nothing of the editor's own to close: the learner wants out. */
  leave(): void;
};

/** How an editor is opened. */
export type EditorOptions = {
  language: "js" | "md";
  help: EditorHelp;
  /** The id of the cell that is edited. */
  cell?: string;
  /** Where the cursor stands at first: by default at the start. */
  place?: "start" | "end";
};

/** A place in the code that something is said about; lines and columns count from 1. */
export type CodeMark = { line: number; column?: number; message: string };

/** An open editor of one cell. */
export type Editor = {
  readonly element: HTMLElement;
  source: string;
  focus(): void;
  /** Puts the cursor at the start of a line (from 1) and scrolls it into sight. */
  goToLine(line: number): void;
  /** Marks what went wrong when the cell ran; null takes the mark away. */
  mark(error: CodeMark | null): void;
  /** Tidies the code and keeps the cursor where it is in it. Throws a FormatError that says why it cannot. */
  format(): Promise<void>;
  destroy(): void;
};

const noHelp: EditorHelp = { cellNames: () => [], reference: async () => [], modules: () => [], goTo() {} };

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
export function openEditor(
  source: string,
  label: string,
  events: EditorEvents & { run?(): void },
  _options: EditorOptions = { language: "js", help: noHelp },
): Editor {
  const run = () => {
    events.run?.();
    return events.run !== undefined;
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
    goToLine(line) {
      const { doc } = view.state;
      const { from } = doc.line(Math.min(Math.max(1, line), doc.lines));
      view.dispatch({ selection: { anchor: from }, scrollIntoView: true });
    },
    async format() {},
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
