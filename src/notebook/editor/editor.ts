import { closeBrackets } from "@codemirror/autocomplete";
import { history } from "@codemirror/commands";
import { bracketMatching, indentOnInput } from "@codemirror/language";
import { highlightSelectionMatches, search } from "@codemirror/search";
import { EditorState, type Extension } from "@codemirror/state";
import {
  crosshairCursor,
  drawSelection,
  dropCursor,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  highlightSpecialChars,
  lineNumbers,
  rectangularSelection,
} from "@codemirror/view";
import type { EditorOptions } from "./editor-options.ts";
import { format } from "./format.ts";
import { editorKeys, keepUsedKeys } from "./keys.ts";
import { languageSupport } from "./language.ts";
import { markRun } from "./lint.ts";
import { look } from "./look.ts";
import { smallestChange } from "./smallest-change.ts";
import { tokenAt } from "./token-at.ts";

/** What a cell's editor tells its cell. Keys that run, save or open the palette are left to bubble out of it. */
export type EditorEvents = {
  changed(source: string): void;
  /** Escape, when there is nothing of the editor's own to close: the learner wants out. */
  leave(): void;
};

/** A place in the code that something is said about; lines and columns count from 1. */
export type CodeMark = { line: number; column?: number; message: string };

/** An open editor of one cell. */
export type Editor = {
  readonly element: HTMLElement;
  source: string;
  focus(): void;
  /** Puts the cursor at a place in the source and scrolls it into sight. */
  moveTo(index: number): void;
  /** Puts the cursor at the start of a line (from 1) and scrolls it into sight. */
  goToLine(line: number): void;
  /** Marks what went wrong when the cell ran; null takes the mark away. */
  mark(error: CodeMark | null): void;
  /** Tidies the code and keeps the cursor where it is in it. Throws a FormatError that says why it cannot. */
  format(): Promise<void>;
  destroy(): void;
};

const editing: Extension = [
  highlightSpecialChars(),
  history(),
  drawSelection(),
  dropCursor(),
  EditorState.allowMultipleSelections.of(true),
  indentOnInput(),
  bracketMatching(),
  closeBrackets(),
  rectangularSelection(),
  crosshairCursor(),
  highlightActiveLine(),
  highlightSelectionMatches(),
  search({ top: true }),
];

/** Opens an editor for a cell's source. */
export function openEditor(
  source: string,
  label: string,
  events: EditorEvents,
  options: EditorOptions,
): Editor {
  const { language, place } = options;
  const view = new EditorView({
    state: EditorState.create({
      doc: source,
      selection: { anchor: place === "end" ? source.length : 0 },
      extensions: [
        languageSupport(options),
        language === "js" ? [lineNumbers(), highlightActiveLineGutter()] : EditorView.lineWrapping,
        editing,
        editorKeys(() => events.leave()),
        look,
        EditorView.contentAttributes.of({
          "aria-label": label,
          spellcheck: String(language === "md"),
          // What can be edited can be reached by Tab anyway; some checkers need to be told.
          tabindex: "0",
        }),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) events.changed(update.state.doc.toString());
        }),
      ],
    }),
  });
  keepUsedKeys(view.dom);
  const text = () => view.state.doc.toString();
  return {
    element: view.dom,
    get source() {
      return text();
    },
    set source(source) {
      if (source !== text()) view.dispatch({ changes: smallestChange(text(), source) });
    },
    focus: () => view.focus(),
    moveTo(index) {
      view.dispatch({ selection: { anchor: Math.min(index, view.state.doc.length) }, scrollIntoView: true });
    },
    goToLine(line) {
      const { from } = tokenAt(text(), line);
      view.dispatch({ selection: { anchor: from }, scrollIntoView: true });
    },
    mark(error) {
      const finding = error && { ...tokenAt(text(), error.line, error.column), message: error.message };
      markRun(view, finding && { ...finding, severity: "error" });
    },
    async format() {
      const before = text();
      const formatted = await format(language, before, view.state.selection.main.head);
      if (text() !== before) return; // the learner typed on: what is tidied is no longer what stands there
      const changes = smallestChange(before, formatted.source);
      view.dispatch({
        changes,
        selection: { anchor: formatted.cursor },
        scrollIntoView: true,
        userEvent: "format",
      });
    },
    destroy: () => view.destroy(),
  };
}
