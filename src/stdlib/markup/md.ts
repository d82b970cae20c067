import { micromark } from "micromark";
import { gfm, gfmHtml } from "micromark-extension-gfm";
import { markdownProblem } from "./markdown-limits.ts";
import { safeHtml } from "./safe-html.ts";

let texts = 0;

/**
 * Markdown as HTML text. HTML inside it is shown as text, links may not run code, and no picture is fetched from
 * elsewhere. A text that is too long or too deeply nested to be set in time is shown as it is written, with a note.
 */
export function markdownToHtml(markdown: string): string {
  const problem = markdownProblem(markdown);
  if (problem) return asWritten(markdown, problem);
  // Footnotes of two texts on one page must not share their ids.
  const clobberPrefix = `etude-note-${++texts}-`;
  const html = micromark(markdown, {
    // Addresses are checked by `safeHtml`, which lets pictures pass that are written into the text.
    allowDangerousProtocol: true,
    extensions: [gfm()],
    htmlExtensions: [gfmHtml({ clobberPrefix })],
  });
  return safeHtml(html, clobberPrefix);
}

function asWritten(markdown: string, problem: string): string {
  const text = markdown.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  return `<p class="etude-as-written">This text ${problem}, so it is shown as it is written.</p>\n<pre tabindex="0">${text}</pre>`;
}

/** Markdown as nodes. */
export function markdownFragment(markdown: string): DocumentFragment {
  const template = document.createElement("template");
  template.innerHTML = markdownToHtml(markdown);
  return document.importNode(template.content, true);
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
