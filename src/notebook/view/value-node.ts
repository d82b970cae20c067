import { inspectValue, type Opened } from "./inspect-value.ts";

/** The element that shows a value: as the page presents it, or in the inspector. */
export function valueNode(
  value: unknown,
  opened: Opened,
  present: (value: unknown) => Element | null,
): Element {
  let presented: Element | null = null;
  try {
    presented = present(value);
  } catch {
    // The inspector takes what a table or a player does not.
  }
  return presented ?? inspectValue(value, opened);
}
