import { javascriptLanguage } from "@codemirror/lang-javascript";
import { Compartment, type Extension } from "@codemirror/state";
import { ViewPlugin } from "@codemirror/view";
import { completion } from "./completion.ts";
import type { EditorOptions } from "./editor-options.ts";
import { goToDefinition } from "./go-to-definition.ts";
import { hover } from "./hover.ts";
import { lint, runMarks } from "./lint.ts";

/** Colours, indentation and, for code, all that helps to write it. Markdown is loaded, and comes a moment later. */
export function languageSupport({ language, help, cell }: EditorOptions): Extension {
  if (language === "js")
    return [javascriptLanguage, completion(help), hover(help), goToDefinition(help), lint(help, cell)];
  const markdown = new Compartment();
  return [
    markdown.of([]),
    runMarks,
    ViewPlugin.define((view) => {
      void import("./markdown-language.ts").then(({ markdownSupport }) =>
        view.dispatch({ effects: markdown.reconfigure(markdownSupport()) }),
      );
      return {};
    }),
  ];
}
