import { html } from "htl";
import { CellSyntaxError, compile } from "../compile/index.ts";
import { splitInline } from "../document/index.ts";

/** Puts live values in the place of `${…}` in rendered prose; in code, and where it does not compile, it stays text. */
export function makeExpressionsLive(prose: DocumentFragment, nextId: () => string): void {
  const walker = document.createTreeWalker(prose, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.nodeValue!.includes("${") && !node.parentElement?.closest("code, pre")) texts.push(node as Text);
  }
  for (const text of texts) {
    const parts = splitInline(text.data).map((part) =>
      "text" in part ? part.text : (inlineElement(part.expression, nextId) ?? `\${${part.expression}}`),
    );
    text.replaceWith(...parts);
  }
}

function inlineElement(source: string, nextId: () => string): HTMLElement | null {
  try {
    const data = JSON.stringify({ source, compiled: compile(source) });
    const element = html`<etude-inline data-cell=${nextId()}><span data-part="output">…</span></etude-inline>`;
    element.append(html`<script type="application/json" data-part="data"></script>`);
    element.querySelector("script")!.textContent = data;
    return element;
  } catch (error) {
    if (error instanceof CellSyntaxError) return null;
    throw error;
  }
}
