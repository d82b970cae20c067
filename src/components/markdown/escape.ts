/** Text as it may stand inside an HTML element. */
export function escapeHtml(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}

/** Data for a page's scripts, in an element that cannot be closed from within. */
export function jsonScript(data: unknown): string {
  return `<script type="application/json" data-part="data">${JSON.stringify(data).replace(/</g, "\\u003c")}</script>`;
}
