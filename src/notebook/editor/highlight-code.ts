import { javascriptLanguage } from "@codemirror/lang-javascript";
import { highlightCode, tagHighlighter, tags } from "@lezer/highlight";

// The same few colours as in the editor and in the lessons.
const classes = tagHighlighter([
  { tag: [tags.keyword, tags.operatorKeyword, tags.modifier], class: "etude-keyword" },
  { tag: [tags.string, tags.special(tags.string), tags.regexp], class: "etude-string" },
  { tag: [tags.number, tags.bool, tags.null], class: "etude-number" },
  { tag: [tags.comment], class: "etude-comment" },
  { tag: [tags.function(tags.variableName), tags.function(tags.propertyName)], class: "etude-function" },
]);

/** Code as nodes in the colours of the editor, without an editor. */
export function highlightedCode(source: string): DocumentFragment {
  const content = document.createDocumentFragment();
  highlightCode(
    source,
    javascriptLanguage.parser.parse(source),
    classes,
    (text, names) => {
      if (!names) content.append(text);
      else {
        const span = document.createElement("span");
        span.className = names;
        span.append(text);
        content.append(span);
      }
    },
    () => content.append("\n"),
  );
  return content;
}
