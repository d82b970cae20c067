import help from "lucide-static/icons/circle-question-mark.svg?raw";
import commandKey from "lucide-static/icons/command.svg?raw";
import more from "lucide-static/icons/ellipsis.svg?raw";
import share from "lucide-static/icons/link.svg?raw";
import paperclip from "lucide-static/icons/paperclip.svg?raw";
import pencil from "lucide-static/icons/pencil.svg?raw";
import play from "lucide-static/icons/play.svg?raw";
import plus from "lucide-static/icons/plus.svg?raw";
import reset from "lucide-static/icons/rotate-ccw.svg?raw";
import stop from "lucide-static/icons/square.svg?raw";
import undo from "lucide-static/icons/undo-2.svg?raw";
import names from "lucide-static/icons/workflow.svg?raw";
import close from "lucide-static/icons/x.svg?raw";

const sources = {
  add: plus,
  close,
  command: commandKey,
  edit: pencil,
  files: paperclip,
  help,
  more,
  names,
  reset,
  run: play,
  share,
  stop,
  undo,
};

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
