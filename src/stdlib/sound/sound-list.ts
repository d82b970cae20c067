import { checkArray } from "../check-arguments.ts";
import { element } from "../element.ts";
import { classSwatch } from "../figures/class-marks.ts";
import type { Audible } from "./clip.ts";
import type { Sound } from "./create-sound.ts";
import { playControl } from "./play-button.ts";

/** A sound that a model was asked about. */
export interface SoundListItem {
  clip: Audible;
  /** What it is. */
  label: string;
  /** What the model says it is. */
  predicted: string;
  /** What a listener said it is. */
  answered?: string;
  /** Where it comes from: its kit, and whom to credit. */
  note?: string;
}

export interface SoundListOptions {
  /** Title of the list. */
  caption: string;
  /** The classes in the order of their colours. */
  classNames?: readonly string[];
  /** Ends the sounds. */
  signal?: AbortSignal;
}

const pageRows = 8;

/** Sounds with what they are and what a model takes them for, each to be heard; eight at first. Throws unless items is an array. */
export function soundList(
  sound: Sound,
  items: readonly SoundListItem[],
  options: SoundListOptions,
): HTMLElement {
  checkArray("soundList", "items", items, '[{clip, label: "kick", predicted: "tom"}]');
  const { caption, classNames = [], signal } = options;
  const named = (label: string, kind: "is" | "answered" | "predicted") => {
    const place = classNames.indexOf(label);
    return element("td", { "data-kind": kind }, place >= 0 ? classSwatch(place) : null, label);
  };
  const heard = items.some(({ answered }) => answered !== undefined);
  const rows = items.map(({ clip, label, predicted, answered, note }) => {
    const { button, status } = playControl(sound, clip, {
      label: note ? `${label}, ${note}` : label,
      signal,
    });
    const from = element("td", { class: "etude-note" }, note ?? "", status);
    return element(
      "tr",
      {},
      element("td", {}, button),
      named(label, "is"),
      heard ? named(answered ?? "", "answered") : null,
      named(predicted, "predicted"),
      from,
    );
  });
  const hidden = (text: string) => element("span", { class: "etude-hidden" }, text);
  const heads = [hidden("listen"), "is", ...(heard ? ["you say"] : []), "the model says", "from"];
  const head = element("tr", {}, ...heads.map((text) => element("th", { scope: "col" }, text)));
  const body = element("tbody", {}, ...rows.slice(0, pageRows));
  const count = items.length === 0 ? " None." : "";
  const title = element("caption", {}, element("strong", {}, `${caption}.`), count);
  const table = element("table", { class: "etude-sounds" }, title, element("thead", {}, head), body);
  const region = { class: "etude-scroll", tabindex: 0, role: "group", "aria-label": caption };
  const frame = element("figure", { class: "etude-figure" }, element("div", region, table));
  if (rows.length > pageRows) {
    const more = element("button", { type: "button", class: "etude-quiet" }, `Show all ${rows.length}`);
    more.addEventListener("click", () => {
      body.append(...rows.slice(pageRows));
      more.remove();
    });
    frame.append(more);
  }
  return frame;
}
