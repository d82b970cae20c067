import { javascriptLanguage } from "@codemirror/lang-javascript";
import { markdown, markdownLanguage } from "@codemirror/lang-markdown";
import type { Extension } from "@codemirror/state";

/** Markdown with tables and task lists, as text cells are written; its listings are JavaScript. */
export function markdownSupport(): Extension {
  return markdown({
    base: markdownLanguage,
    completeHTMLTags: false,
    codeLanguages: (info) => (/^(js|javascript)\b/.test(info) ? javascriptLanguage : null),
  });
}
