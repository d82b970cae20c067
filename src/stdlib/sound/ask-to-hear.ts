import { element } from "../element.ts";

/**
 * A browser lets no page sound before its reader has pressed something: shows a button to press at the foot of the
 * page. Resolves to whether the context runs; it does not when the reader declines or the sound is no longer wanted.
 */
export function askToHear(context: AudioContext, signal: AbortSignal): Promise<boolean> {
  const hear = element("button", { type: "button" }, "Hear the sound");
  const decline = element("button", { type: "button", class: "etude-quiet" }, "Not now");
  const text = element(
    "span",
    { role: "status" },
    "A sound is waiting: a browser lets a page sound only once something was pressed.",
  );
  const region = { class: "etude-ask-to-hear", role: "region", "aria-label": "A sound is waiting" };
  const box = element("div", region, text, hear, decline);
  document.body.append(box);
  return new Promise<boolean>((resolve) => {
    hear.addEventListener("click", () => context.resume().then(() => resolve(true)));
    decline.addEventListener("click", () => resolve(false));
    signal.addEventListener("abort", () => resolve(false), { once: true });
    if (signal.aborted) resolve(false);
  }).finally(() => box.remove());
}
