import { html } from "htl";

const idle: (callback: () => void) => void =
  typeof requestIdleCallback === "function" ? (callback) => requestIdleCallback(callback) : setTimeout;

/** Code as it is shown when it is not being edited; it gets its colours when the page has nothing else to do. */
export function listing(source: string): HTMLElement {
  const element: HTMLElement = html`<pre class="etude-listing"><code>${source}</code></pre>`;
  idle(async () => {
    if (!element.isConnected) return;
    const { highlightedCode } = await import("../editor/highlight-code.ts");
    element.firstElementChild!.replaceChildren(highlightedCode(source));
  });
  return element;
}
