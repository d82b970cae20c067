import { html } from "htl";

/** Says that the lesson's own code has changed since the reader edited it, and offers what can be done. */
export function changedNotice(
  theirs: string,
  mine: string,
  actions: { keep(): void; take(): void },
): HTMLElement {
  const see = html`<button type="button">See the difference</button>`;
  const keep = html`<button type="button">Keep mine</button>`;
  const take = html`<button type="button">Take the new one</button>`;
  const notice: HTMLElement = html`<div class="etude-notice" data-part="notice">
    <p>The lesson's own code for this cell has changed since you edited it.</p>${see}${keep}${take}</div>`;
  see.addEventListener("click", async () => {
    const { diffView } = await import("./diff-view.ts");
    see.replaceWith();
    notice.append(diffView(mine, theirs, "From yours to the lesson's new code"));
    keep.focus();
  });
  keep.addEventListener("click", () => {
    notice.remove();
    actions.keep();
  });
  take.addEventListener("click", () => {
    notice.remove();
    actions.take();
  });
  return notice;
}
