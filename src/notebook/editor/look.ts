import { HighlightStyle, syntaxHighlighting } from "@codemirror/language";
import type { Extension } from "@codemirror/state";
import { EditorView, tooltips } from "@codemirror/view";
import { tags } from "@lezer/highlight";

// Colours come from the theme by custom properties, so that light and dark switch without a new editor.
const colors = HighlightStyle.define([
  { tag: [tags.keyword, tags.operatorKeyword, tags.modifier], color: "var(--etude-code-keyword)" },
  { tag: [tags.string, tags.special(tags.string), tags.regexp], color: "var(--etude-code-string)" },
  { tag: [tags.number, tags.bool, tags.null], color: "var(--etude-code-number)" },
  { tag: [tags.comment, tags.processingInstruction], color: "var(--etude-code-comment)" },
  { tag: tags.comment, fontStyle: "italic" },
  {
    tag: [tags.function(tags.variableName), tags.function(tags.propertyName), tags.link, tags.url],
    color: "var(--etude-code-function)",
  },
  { tag: tags.heading, fontWeight: "600" },
  { tag: tags.emphasis, fontStyle: "italic" },
  { tag: tags.strong, fontWeight: "600" },
]);

/** The part of the page that can be seen: on a phone, what the keyboard leaves of it. */
function seen(): { top: number; left: number; bottom: number; right: number } {
  const { offsetTop = 0, offsetLeft = 0, height = innerHeight, width = innerWidth } = visualViewport ?? {};
  return { top: offsetTop, left: offsetLeft, bottom: offsetTop + height, right: offsetLeft + width };
}

/** What the page keeps free at its edges, for bars that lie over it: the cursor is not to be scrolled under them. */
function margins(): { top: number; bottom: number } {
  const { scrollPaddingTop, scrollPaddingBottom } = getComputedStyle(document.documentElement);
  return {
    top: Number.parseFloat(scrollPaddingTop) || 0,
    bottom: Number.parseFloat(scrollPaddingBottom) || 0,
  };
}

/** How an editor looks; the rest is in styles/editor.css. */
export const look: Extension = [
  syntaxHighlighting(colors),
  EditorView.editorAttributes.of({ class: "etude-editor" }),
  tooltips({ tooltipSpace: seen }),
  EditorView.scrollMargins.of(margins),
];
