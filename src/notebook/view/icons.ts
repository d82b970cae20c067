import pencil from "lucide-static/icons/pencil.svg?raw";
import play from "lucide-static/icons/play.svg?raw";
import reset from "lucide-static/icons/rotate-ccw.svg?raw";
import stop from "lucide-static/icons/square.svg?raw";

const sources = { edit: pencil, run: play, reset, stop };

export type IconName = keyof typeof sources;

/** An icon that says nothing by itself to a screen reader: its button has the words. */
export function icon(name: IconName): Element {
  const template = document.createElement("template");
  template.innerHTML = sources[name].replace(/<!--[\s\S]*?-->/, "").trim();
  const svg = template.content.firstElementChild!;
  svg.setAttribute("aria-hidden", "true");
  svg.setAttribute("width", "16");
  svg.setAttribute("height", "16");
  return svg;
}
