import { html } from "htl";
import type { Opened } from "./inspect-value.ts";
import { lazyValue } from "./lazy-value.ts";

/** The nodes that show a value in a cell's output. Never throws: what cannot be shown says so. */
export function outputNodes(value: unknown, output: Element, opened: Opened): Node[] {
  try {
    if (value instanceof DocumentFragment) return Array.from(value.childNodes);
    if (value instanceof Element || value instanceof Text) return [ownNode(value, output)];
    return [lazyValue(value, opened)];
  } catch (error) {
    return [failure(error)];
  }
}

/** A node that says that a value cannot be shown, and why. */
export function failure(error: unknown): HTMLElement {
  let why = "";
  try {
    why = ` (${(error as Error).message})`;
  } catch {
    // An error that cannot be read has no more to say.
  }
  return html`<p class="etude-unshown">This value cannot be shown${why.slice(0, 500)}.</p>`;
}

/** How many elements and screens of text a node holds, roughly: what it costs to show it. */
export function weightOf(node: Node): number {
  const elements = node instanceof Element ? node.getElementsByTagName("*").length : 0;
  return 1 + elements + (node.textContent?.length ?? 0) / charactersPerElement;
}

const charactersPerElement = 100;

/** An element that stands elsewhere on the page stays there; its copy is shown. */
function ownNode(node: Element | Text, output: Element): Node {
  const isElsewhere = node.parentNode !== null && node.isConnected;
  if (!isElsewhere) return node;
  // A copy of what this output stands in would hold itself.
  return node.contains(output)
    ? html`<div class="etude-value">&lt;${node.nodeName.toLowerCase()}></div>`
    : node.cloneNode(true);
}
