import type { Locator } from "playwright-core";

/**
 * Does something, and waits until an attribute of an element has changed and is as before again. What lasts only as
 * long as a short sound may be over before one looks for it: here the page itself takes note of it.
 */
export async function comesAndGoes(
  element: Locator,
  attribute: string,
  act: () => Promise<unknown>,
): Promise<void> {
  const watch = await element.evaluateHandle((node, name) => {
    const before = node.getAttribute(name);
    let state = "never changed";
    const over = new Promise<string>((resolve) => {
      new MutationObserver(() => {
        const isAsBefore = node.getAttribute(name) === before;
        if (!isAsBefore) state = "changed for good";
        else if (state === "changed for good") resolve("came and went");
      }).observe(node, { attributes: true, attributeFilter: [name] });
    });
    const late = () => new Promise<string>((resolve) => setTimeout(() => resolve(state), 20_000));
    return { end: () => Promise.race([over, late()]) };
  }, attribute);
  await act();
  const end = await watch.evaluate(({ end }) => end());
  if (end !== "came and went") throw new Error(`${attribute} of ${element} ${end}`);
}
