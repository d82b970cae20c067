import copy from "lucide-static/icons/copy.svg?raw";
import download from "lucide-static/icons/download.svg?raw";
import pencil from "lucide-static/icons/pencil.svg?raw";
import trash from "lucide-static/icons/trash-2.svg?raw";

const sources = { copy, delete: trash, download, rename: pencil };

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
