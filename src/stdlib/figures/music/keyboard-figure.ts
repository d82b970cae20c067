import { shown } from "../../../learn/base/shown.ts";
import { midiOf } from "../../../music/symbolic/note-name.ts";
import { checkArray, checkSettings } from "../../check-arguments.ts";
import { element } from "../../element.ts";
import { dataTable } from "../data-table.ts";
import { type KeyPlace, keyLayout, nextKey } from "./key-layout.ts";
import { marksLegend } from "./marks-legend.ts";
import { midiName } from "./piano-roll-drawing.ts";

/** A note as its name or its MIDI number. */
export type KeyName = string | number;

export interface KeyboardOptions {
  /** The lowest key; default "C4". */
  from?: KeyName;
  /** The highest key; default "C6". */
  to?: KeyName;
  /** Keys to mark, such as the notes of a chord. */
  marked?: readonly KeyName[];
  /** What would be right: marked keys are then right or false, and the rest missed. */
  truth?: readonly KeyName[];
  /** Plays a key, by its MIDI number: on a press, on touch and with Enter. Without it, keys are only seen. */
  play?: (midi: number) => unknown;
  /** Whether every key has its name; default only those that are marked, and the Cs. */
  names?: boolean;
  /** Title; default "Keyboard". */
  name?: string;
  /** Text below. */
  caption?: string;
  /** Width in pixels; default 640. */
  width?: number;
}

const kindWords = { plain: "marked", right: "right", missed: "missed", false: "false" } as const;
type KeyKind = keyof typeof kindWords;

const mostKeys = 128;

function keyOf(owner: string, name: string, key: KeyName): number {
  if (Number.isInteger(key) && Math.abs(key as number) <= mostKeys) return key as number;
  if (typeof key === "string") return Math.round(midiOf(key, owner));
  throw new TypeError(`${owner}: ${name} must be a note such as "C4" or 60, but it is ${shown(key)}.`);
}

function keysOf(owner: string, name: string, keys: readonly KeyName[] | undefined): number[] | undefined {
  if (keys === undefined) return undefined;
  checkArray(owner, name, keys, '["C4", "E4", "G4"]');
  return keys.map((key, i) => keyOf(owner, `${name}[${i}]`, key));
}

function kindOf(
  midi: number,
  marked: readonly number[],
  truth: readonly number[] | undefined,
): KeyKind | undefined {
  const isMarked = marked.includes(midi);
  if (truth === undefined) return isMarked ? "plain" : undefined;
  if (isMarked) return truth.includes(midi) ? "right" : "false";
  return truth.includes(midi) ? "missed" : undefined;
}

function keyElement(
  { midi, black, left, width }: KeyPlace,
  kind: KeyKind | undefined,
  text: string,
  button: boolean,
) {
  const label = kind ? `${midiName(midi)}, ${kindWords[kind]}` : midiName(midi);
  const style = `left: ${(100 * left).toFixed(3)}%; width: ${(100 * width).toFixed(3)}%`;
  const shared = { class: black ? "etude-key etude-key-black" : "etude-key", "data-kind": kind, style };
  const words = element("span", {}, text);
  if (!button) return element("span", shared, words);
  return element(
    "button",
    { ...shared, type: "button", tabindex: -1, "aria-label": label, "data-midi": midi },
    words,
  );
}

/** Keys that sound: the arrow keys go from key to key, one stop of the Tab key for all. */
function makePlayable(keys: ReadonlyMap<number, HTMLElement>, play: (midi: number) => unknown): void {
  const midis = [...keys.keys()].toSorted((a, b) => a - b);
  const [lowest, highest] = [midis[0]!, midis.at(-1)!];
  let current = midis.find((midi) => midi >= 60) ?? lowest;
  keys.get(current)!.tabIndex = 0;
  const press = async (midi: number) => {
    const key = keys.get(midi)!;
    key.dataset.active = "";
    try {
      await play(midi);
    } finally {
      delete key.dataset.active;
    }
  };
  const go = (midi: number) => {
    keys.get(current)!.tabIndex = -1;
    current = midi;
    keys.get(midi)!.tabIndex = 0;
  };
  for (const [midi, key] of keys) {
    // On the press, as a piano does; a click that comes with no press is a key's or a screen reader's.
    key.addEventListener("pointerdown", (event) => {
      if (event.button !== 0) return;
      go(midi);
      void press(midi);
    });
    key.addEventListener("click", (event) => {
      if (event.detail === 0) void press(midi);
    });
    key.addEventListener("keydown", (event) => {
      const next = nextKey(midi, event.key, lowest, highest);
      if (next === undefined) return;
      event.preventDefault();
      go(next);
      keys.get(next)!.focus();
    });
  }
}

/**
 * A piano keyboard with marked keys. With `truth`, a marked key is right or false, and one that lacks is missed, each by
 * colour and by its border. With `play`, keys sound when they are pressed, touched, or reached with the arrow keys (left
 * and right a semitone, up and down an octave) and Enter.
 *
 * @throws TypeError when a key is no note; RangeError when the range is empty.
 * @example
 * keyboardFigure({
 *   from: "C4", to: "C6", marked: ["C4", "E4", "G4"],
 *   play: (midi) => sound.playNow({y: music.render([{onset: 0, offset: 0.6, midi}], {sr: 22050}), sr: 22050})
 * })
 */
export function keyboardFigure(options: KeyboardOptions = {}): HTMLElement {
  const owner = "keyboardFigure";
  checkSettings(owner, options, '{marked: ["C4", "E4"]}');
  const { play, names = false, name = "Keyboard", caption, width = 640 } = options;
  const from = keyOf(owner, "from", options.from ?? 60);
  const to = keyOf(owner, "to", options.to ?? 84);
  if (!(from < to && to - from <= mostKeys)) {
    throw new RangeError(
      `${owner}: the keyboard goes from ${midiName(from)} to ${midiName(to)}; to must be above from.`,
    );
  }
  const marked = keysOf(owner, "marked", options.marked) ?? [];
  const truth = keysOf(owner, "truth", options.truth);
  const layout = keyLayout(from, to);
  const nodes = new Map<number, HTMLElement>();
  const whites: HTMLElement[] = [];
  const blacks: HTMLElement[] = [];
  for (const place of layout) {
    const kind = kindOf(place.midi, marked, truth);
    const isNamed = names || kind !== undefined || place.midi % 12 === 0;
    // A black key has no room for its octave.
    const text = place.black ? midiName(place.midi).replace(/-?\d+$/, "") : midiName(place.midi);
    const key = keyElement(place, kind, isNamed ? text : "", play !== undefined);
    nodes.set(place.midi, key);
    (place.black ? blacks : whites).push(key);
  }
  if (play) makePlayable(nodes, play);
  const shownKeys = layout.flatMap(({ midi }) => {
    const kind = kindOf(midi, marked, truth);
    return kind ? [{ midi, kind }] : [];
  });
  const told = shownKeys
    .map(({ midi, kind }) => (kind === "plain" ? midiName(midi) : `${midiName(midi)} ${kind}`))
    .join(", ");
  const label = told ? `${name}. Marked: ${told}.` : `${name}. No key is marked.`;
  const keys = element(
    "div",
    { class: "etude-keys", role: play ? "group" : "img", "aria-label": label },
    ...whites,
    ...blacks,
  );
  keys.style.setProperty("--etude-white-keys", String(whites.length));
  keys.toggleAttribute("data-playable", play !== undefined);
  const box = element("div", { class: "etude-drawing etude-keys-box" }, keys);
  const words = element("figcaption", {}, element("strong", {}, `${name}.`), caption ? ` ${caption}` : null);
  const legend = truth
    ? marksLegend([
        ["right", "right"],
        ["missed", "missed"],
        ["false", "false"],
      ])
    : null;
  const table = dataTable(name, () => ({
    columns: ["key", "MIDI number", "marked as"],
    rows: shownKeys.map(({ midi, kind }) => [midiName(midi), midi, kindWords[kind]]),
  }));
  const frame = element("figure", { class: "etude-figure" }, legend, box, words, table);
  frame.style.setProperty("--etude-figure-width", `${width}px`);
  return frame;
}
