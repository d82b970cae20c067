import { shown } from "../../learn/base/shown.ts";
import { checkArray, checkSettings, checkText } from "../check-arguments.ts";
import { element } from "../element.ts";
import { classSwatch } from "../figures/class-marks.ts";
import { splitAtMark } from "./split-at-mark.ts";

/** Something with a label that may be wrong. */
export interface RelabelRow {
  /** What it is called: a file name. */
  name: string;
  /** The label that it has at first. */
  label: string;
  /** What else is known of it: its kit, how many strokes it stands for. */
  note?: string;
  /** The part of its name that is to stand out: the letters that a rule fell for. */
  mark?: string;
}

export interface RelabelOptions {
  /** What a row may be called; the labels that the rows have at first must be among them. */
  labels: readonly string[];
  /** The rows that are shown, by their place in `rows`, the most suspicious first; default all, as they come. */
  order?: ArrayLike<number>;
  /** A button that plays a row, such as `sound.playButton` makes; null where it cannot be heard. */
  play?: (row: number) => Element | null;
  /** Title; default "Labels". */
  caption?: string;
  /** How many rows are shown at first; default 12. */
  pageRows?: number;
}

/** An element with a `value` that fires `input` events, as `view(…)` wants it. */
export interface RelabelElement extends HTMLElement {
  value: readonly string[];
}

function check(rows: readonly RelabelRow[], { labels, order, caption, pageRows }: RelabelOptions): void {
  checkArray("relabelInput", "labels", labels, '["kick", "snare"]');
  if (caption !== undefined) checkText("relabelInput", "caption", caption);
  for (const row of rows) {
    if (typeof row?.name !== "string" || typeof row.label !== "string") {
      throw new TypeError(
        `relabelInput: each row must be such as {name: "hat_snap", label: "snare"}, but one is ${shown(row)}.`,
      );
    }
    if (labels.includes(row.label)) continue;
    throw new RangeError(
      `relabelInput: labels must have every label that a row has, but ${shown(row.label)} is not there.`,
    );
  }
  const wrong = Array.from(order ?? []).find(
    (row) => !(Number.isInteger(row) && row >= 0 && row < rows.length),
  );
  if (wrong !== undefined) {
    throw new RangeError(
      `relabelInput: order must hold places of rows, from 0 to ${rows.length - 1}, but one is ${shown(wrong)}.`,
    );
  }
  if (pageRows === undefined || (Number.isInteger(pageRows) && pageRows > 0)) return;
  throw new RangeError(
    `relabelInput: pageRows must be a whole number above 0, but it is ${shown(pageRows)}.`,
  );
}

const many = (count: number) => (count === 1 ? "1 label is" : `${count} labels are`);

/**
 * Things with their labels, to be looked through and put right: a play button, the name, a menu with the labels, and
 * for what was changed a way back, one by one or all at once. Its value are the labels now. When its cell runs again
 * with another `order`, what was changed stays.
 *
 * @param rows the things and the labels that they have at first
 * @returns an element whose `value` holds one label a row, in the order of `rows` and not of `order`. Setting it to
 *   labels that the rows can have changes them and fires nothing; anything else is ignored.
 * @throws TypeError when an argument is of the wrong kind, RangeError when a label or a place in the order cannot be.
 * @example
 * const names = [{name: "hat_snap", label: "snare", mark: "sn"}, {name: "bd_boom", label: "kick", mark: "bd"}];
 * const labels = view(relabelInput(names, {labels: ["kick", "snare", "hi-hat"], caption: "Two names"}));
 */
export function relabelInput(rows: readonly RelabelRow[], options: RelabelOptions): RelabelElement {
  checkArray("relabelInput", "rows", rows, '[{name: "hat_snap", label: "snare"}]');
  checkSettings("relabelInput", options, '{labels: ["kick", "snare"]}');
  check(rows, options);
  const { labels, play, caption = "Labels", pageRows = 12 } = options;
  const order = Array.from(options.order ?? rows.keys());
  const first = rows.map(({ label }) => label);
  let value: readonly string[] = first;
  let shownRows = Math.min(pageRows, order.length);

  const list = element("ol", { class: "etude-relabel-rows" });
  const count = element("span", { role: "status" });
  const undoAll = element("button", { type: "button", class: "etude-quiet" }, "Undo all");
  const more = element("button", { type: "button", class: "etude-quiet" });
  const foot = element("div", { class: "etude-relabel-foot" }, more, count, undoAll);
  const title = element("strong", { class: "etude-relabel-title" }, caption);
  const root = element(
    "div",
    { class: "etude-relabel", role: "group", "aria-label": caption },
    title,
    list,
    foot,
  );

  /** The lines by their rows: each is made when it is first shown, and says what it is called now. */
  const lines = new Map<number, { node: HTMLElement; say(): void }>();
  const say = () => {
    const changed = value.filter((label, i) => label !== first[i]).length;
    count.textContent = changed > 0 ? `${many(changed)} changed.` : "No label is changed.";
    undoAll.disabled = changed === 0;
    for (const line of lines.values()) line.say();
  };
  const tell = (row: number, label: string) => {
    value = value.with(row, label);
    say();
  };
  const fire = () => {
    for (const type of ["input", "change"]) root.dispatchEvent(new Event(type, { bubbles: true }));
  };

  function line(row: number): { node: HTMLElement; say(): void } {
    const { name, note, mark, label } = rows[row]!;
    const [before, marked, after] = splitAtMark(name, mark);
    const swatch = element("span", { class: "etude-relabel-swatch" });
    const menu = element(
      "select",
      { "aria-label": `What ${name} is` },
      ...labels.map((text) => element("option", { value: text }, text)),
    );
    // Its own events are the input's: they bubble, and by then the value is the new one.
    menu.addEventListener("input", () => tell(row, menu.value));
    const undo = element("button", {
      type: "button",
      class: "etude-quiet",
      "aria-label": `Back to ${label}: ${name}`,
    });
    undo.append(`was ${label} `, element("span", { "aria-hidden": "true" }, "↺"));
    undo.addEventListener("click", () => {
      tell(row, label);
      // The button goes, and the keyboard stays in its line.
      menu.focus();
      fire();
    });
    const button = play?.(row) ?? null;
    const node = element(
      "li",
      {},
      element(
        "span",
        { class: "etude-relabel-play" },
        button ?? (play ? element("small", {}, "no sound") : null),
      ),
      element(
        "span",
        { class: "etude-relabel-name" },
        element("span", {}, before, marked ? element("mark", {}, marked) : null, after),
        note ? element("small", {}, note) : null,
      ),
      element("span", { class: "etude-relabel-label" }, swatch, menu, undo),
    );
    return {
      node,
      say: () => {
        const now = value[row]!;
        menu.value = now;
        swatch.replaceChildren(classSwatch(labels.indexOf(now)));
        undo.hidden = now === label;
        node.toggleAttribute("data-changed", now !== label);
      },
    };
  }

  function fill(): void {
    for (const row of order.slice(0, shownRows)) {
      if (lines.has(row)) continue;
      const made = line(row);
      lines.set(row, made);
      list.append(made.node);
    }
    const left = order.length - shownRows;
    more.hidden = left <= 0;
    more.textContent = `Show ${Math.min(left, pageRows)} more of ${order.length}`;
    say();
  }
  more.addEventListener("click", () => {
    const next = order[shownRows];
    shownRows = Math.min(order.length, shownRows + pageRows);
    fill();
    if (next !== undefined) lines.get(next)!.node.querySelector("select")?.focus();
  });
  undoAll.addEventListener("click", () => {
    value = first;
    say();
    lines
      .get(order[0] ?? -1)
      ?.node.querySelector("select")
      ?.focus();
    fire();
  });
  fill();

  return Object.defineProperty(root, "value", {
    get: () => value,
    set: (wanted: unknown) => {
      if (!Array.isArray(wanted) || wanted.length !== rows.length) return;
      if (!wanted.every((label) => labels.includes(label))) return;
      value = [...wanted];
      say();
    },
  }) as unknown as RelabelElement;
}
