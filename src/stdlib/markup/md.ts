import { micromark } from "micromark";
import { gfm, gfmHtml } from "micromark-extension-gfm";

/** Markdown as HTML text. HTML inside it is shown as text, and links may not run code. */
export function markdownToHtml(markdown: string): string {
  return micromark(markdown, { extensions: [gfm()], htmlExtensions: [gfmHtml()] });
}

/** Markdown as nodes. */
export function markdownFragment(markdown: string): DocumentFragment {
  return document.createRange().createContextualFragment(markdownToHtml(markdown));
}

/** Template tag: Markdown as an element, with values put in as text. */
export function md(strings: TemplateStringsArray, ...values: unknown[]): HTMLElement {
  const text = String.raw({ raw: strings }, ...values);
  const lines = text.replace(/^\n+|\s+$/g, "").split("\n");
  const indents = lines.filter((line) => line.trim()).map((line) => line.search(/\S/));
  const indent = Math.min(...indents, Number.POSITIVE_INFINITY);
  const element = document.createElement("div");
  element.append(markdownFragment(lines.map((line) => line.slice(indent)).join("\n")));
  return element;
}
