import { html } from "htl";

/** Sets what stands between backticks as code. */
export function withCode(message: string): (string | HTMLElement)[] {
  return message.split("`").map((part, i) => (i % 2 ? html`<code>${part}</code>` : part));
}
