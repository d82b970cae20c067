import { diffLines } from "diff";
import { html } from "htl";

/** What changed from one text to another, line by line: what went is crossed out, what came is underlined. */
export function diffView(before: string, after: string, label: string): HTMLElement {
  const parts = diffLines(before.replace(/\n?$/, "\n"), after.replace(/\n?$/, "\n"));
  const lines = parts.flatMap(({ value, added, removed }) =>
    value
      .replace(/\n$/, "")
      .split("\n")
      .map((line) => {
        if (added) return html`<ins><span class="etude-sign">+ </span>${line}\n</ins>`;
        if (removed) return html`<del><span class="etude-sign">− </span>${line}\n</del>`;
        return html`<span>  ${line}\n</span>`;
      }),
  );
  return html`<pre class="etude-diff" tabindex="0" role="region" aria-label=${label}><code>${lines}</code></pre>`;
}
