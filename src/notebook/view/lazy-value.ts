import { html } from "htl";
import type { Opened } from "./inspect-value.ts";
import { notebookPorts } from "./ports.ts";

let valueNode: ((value: unknown, opened: Opened) => Element) | null = null;
let loading: Promise<unknown> | null = null;
let isShown = false;

async function load(): Promise<void> {
  const [module, present] = await Promise.all([import("./value-node.ts"), notebookPorts().present()]);
  valueNode = (value, opened) => module.valueNode(value, opened, present);
}

/**
 * The node that shows a value that is no node itself. What it takes is fetched for the first one, which stands in its
 * place a moment later; from then on it is there at once.
 */
export function lazyValue(value: unknown, opened: Opened): Element {
  const place = html`<div></div>`;
  if (valueNode) {
    place.append(valueNode(value, opened));
    return place;
  }
  loading = (loading ?? load()).then(
    () => place.append(valueNode!(value, opened)),
    () => place.append("This value cannot be shown: the page could not load what it takes."),
  );
  return place;
}

/** Whether a value is on its way. */
export function isValueAwaited(): boolean {
  return loading !== null && !isShown;
}

/** Resolves when every value that was shown is there to be seen. */
export async function valuesShown(): Promise<void> {
  await loading;
  isShown = true;
}
