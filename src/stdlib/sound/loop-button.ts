import { element, svgElement } from "../element.ts";
import type { Player } from "./player.ts";
import type { Loop } from "./voice.ts";

const arrows = "M17 3l3 3-3 3M4 11V9a3 3 0 0 1 3-3h13M7 21l-3-3 3-3M20 13v2a3 3 0 0 1-3 3H4";

/** A button that stays down: while it is, a player repeats `loop`. */
export function loopButton(player: Player, label: string, loop: Loop, pressed: boolean): HTMLButtonElement {
  const picture = svgElement(
    "svg",
    { viewBox: "0 0 24 24", "aria-hidden": "true" },
    svgElement("path", { d: arrows }),
  );
  const button = element(
    "button",
    {
      type: "button",
      class: "etude-loop",
      "aria-label": `Repeat ${label}`,
      title: "Repeat",
      "aria-pressed": pressed ? "true" : "false",
    },
    picture,
  );
  button.addEventListener("click", () => {
    const on = button.getAttribute("aria-pressed") !== "true";
    button.setAttribute("aria-pressed", String(on));
    player.setLoop(on && loop);
  });
  return button;
}
