import { shown } from "../../learn/base/shown.ts";
import { checkArray, checkSettings, checkText } from "../check-arguments.ts";
import { element } from "../element.ts";

export interface FoldPipelineOptions {
  /** The steps that are in the folds at first; default none. */
  inside?: readonly string[];
  /** What always happens in each fold, after the steps; default learn and test. */
  last?: readonly string[];
  /** How many folds there are; default 5. */
  folds?: number;
}

/** An element with a `value` that fires `input` events, as `view(…)` wants it. */
export interface FoldPipelineElement extends HTMLElement {
  value: readonly string[];
}

type Place = "outside" | "inside";

const placeOfKey: Readonly<Record<string, Place>> = {
  ArrowLeft: "outside",
  ArrowUp: "outside",
  ArrowRight: "inside",
  ArrowDown: "inside",
};

/** So far a finger may slip and still tap. */
const slipPixels = 6;
const moveMilliseconds = 350;

function check(steps: readonly string[], { inside = [], folds = 5 }: FoldPipelineOptions): void {
  if (steps.length === 0) throw new RangeError("foldPipeline: steps must have one entry or more.");
  checkArray("foldPipeline", "inside", inside, '["scale"]');
  const unknown = inside.find((name) => !steps.includes(name));
  if (unknown !== undefined) {
    throw new RangeError(
      `foldPipeline: inside must name some of the steps, ${steps.join(", ")}, but one is ${shown(unknown)}.`,
    );
  }
  if (!Number.isInteger(folds) || folds < 2) {
    throw new RangeError(`foldPipeline: folds must be a whole number of 2 or more, but it is ${folds}.`);
  }
}

/**
 * A pipeline whose steps stand before the folds, where they see all rows once, or in the folds, where they see the
 * training rows of each. A step is dragged across, tapped, or moved by the arrow keys, and is seen to move.
 *
 * @param label what the pipeline is; the accessible name
 * @param steps the names of the steps, in the order in which they happen
 * @returns an element whose `value` is an array with the names of the steps in the folds, in their order. Setting it
 *   moves the steps and fires nothing; names that are no steps are ignored.
 * @throws TypeError when an argument is of the wrong kind, RangeError when there is no step, or `inside` or `folds`
 *   cannot be.
 * @example
 * const inFolds = view(foldPipeline("Pipeline", ["choose features", "scale"], {inside: ["scale"]}));
 */
export function foldPipeline(
  label: string,
  steps: readonly string[],
  options: FoldPipelineOptions = {},
): FoldPipelineElement {
  checkText("foldPipeline", "label", label);
  checkArray("foldPipeline", "steps", steps, '["choose features", "scale"]');
  checkSettings("foldPipeline", options, '{inside: ["scale"]}');
  check(steps, options);
  const { inside = [], last = ["learn", "test"], folds = 5 } = options;

  const lists = {
    outside: element("div", { class: "etude-fold-pipeline-steps" }),
    inside: element("div", { class: "etude-fold-pipeline-steps" }),
  };
  const zone = (place: Place, title: string, ...more: HTMLElement[]) =>
    element(
      "div",
      { class: "etude-fold-pipeline-zone", "data-place": place },
      element("strong", {}, title),
      lists[place],
      ...more,
    );
  const fixed = last.map((text) => element("span", { class: "etude-fold-pipeline-fixed" }, text));
  const zones = {
    outside: zone("outside", "Once, on all rows"),
    inside: zone(
      "inside",
      `In each of ${folds} folds`,
      element("div", { class: "etude-fold-pipeline-steps" }, ...fixed),
    ),
  };
  const arrow = element("span", { class: "etude-fold-pipeline-arrow", "aria-hidden": "true" });
  const root = element(
    "div",
    { class: "etude-fold-pipeline", role: "group", "aria-label": label },
    zones.outside,
    arrow,
    zones.inside,
  );
  const chips = steps.map((name) => {
    const handle = element("span", { class: "etude-fold-pipeline-handle", "aria-hidden": "true" }, "⠿");
    const chip = element(
      "button",
      {
        type: "button",
        role: "switch",
        "aria-label": `${name}: in the folds`,
        class: "etude-fold-pipeline-step",
      },
      handle,
      name,
    );
    return { name, chip };
  });
  const placeOf = (chip: HTMLElement): Place => (lists.inside.contains(chip) ? "inside" : "outside");
  const value = () => chips.filter(({ chip }) => placeOf(chip) === "inside").map(({ name }) => name);

  /** Puts every chip where it belongs, in the order of the steps. */
  const put = (names: readonly unknown[]) => {
    for (const { name, chip } of chips) {
      const place = names.includes(name) ? "inside" : "outside";
      chip.setAttribute("aria-checked", String(place === "inside"));
      lists[place].append(chip);
    }
  };
  const move = (chip: HTMLElement, to: Place) => {
    if (placeOf(chip) === to) return;
    const before = chip.getBoundingClientRect();
    const focused = document.activeElement === chip;
    put(chips.filter((each) => (each.chip === chip ? to : placeOf(each.chip)) === "inside").map(byName));
    if (focused) chip.focus();
    glide(chip, before);
    for (const type of ["input", "change"]) root.dispatchEvent(new Event(type, { bubbles: true }));
  };

  for (const { chip } of chips) {
    let start: { x: number; y: number } | undefined;
    let dragged = false;
    const over = ({ clientX, clientY }: PointerEvent): Place | undefined =>
      (["outside", "inside"] as const).find((place) => {
        const { left, right, top, bottom } = zones[place].getBoundingClientRect();
        return clientX >= left && clientX <= right && clientY >= top && clientY <= bottom;
      });
    const mark = (place: Place | undefined) => {
      for (const each of ["outside", "inside"] as const)
        zones[each].toggleAttribute("data-over", each === place);
    };
    const end = () => {
      start = undefined;
      chip.removeAttribute("data-dragged");
      chip.style.translate = "";
      mark(undefined);
    };
    chip.addEventListener("pointerdown", (event) => {
      if (event.button !== 0) return;
      start = { x: event.clientX, y: event.clientY };
      dragged = false;
      chip.setPointerCapture(event.pointerId);
    });
    chip.addEventListener("pointermove", (event) => {
      if (!start) return;
      const [x, y] = [event.clientX - start.x, event.clientY - start.y];
      if (!dragged && Math.hypot(x, y) < slipPixels) return;
      dragged = true;
      chip.setAttribute("data-dragged", "");
      chip.style.translate = `${x}px ${y}px`;
      mark(over(event));
    });
    chip.addEventListener("pointerup", (event) => {
      const to = dragged ? over(event) : undefined;
      const from = chip.getBoundingClientRect();
      end();
      if (to && to !== placeOf(chip)) move(chip, to);
      else if (dragged) glide(chip, from);
    });
    chip.addEventListener("pointercancel", end);
    chip.addEventListener("click", () => {
      // The end of a drag is a click, too.
      if (!dragged) move(chip, placeOf(chip) === "inside" ? "outside" : "inside");
      dragged = false;
    });
    chip.addEventListener("keydown", (event) => {
      dragged = false;
      const to = placeOfKey[event.key];
      if (!to) return;
      event.preventDefault();
      move(chip, to);
    });
  }
  put(inside);
  return Object.defineProperty(root, "value", {
    get: value,
    set: (names: unknown) => {
      if (Array.isArray(names)) put(names);
    },
  }) as unknown as FoldPipelineElement;
}

const byName = ({ name }: { name: string }) => name;

/** Lets an element glide from where it was to where it is now. */
function glide(moved: HTMLElement, from: DOMRect): void {
  if (matchMedia("(prefers-reduced-motion: reduce)").matches) return;
  const to = moved.getBoundingClientRect();
  const back = `${from.left - to.left}px ${from.top - to.top}px`;
  moved.animate(
    [
      { translate: back, zIndex: 1 },
      { translate: "0 0", zIndex: 1 },
    ],
    {
      duration: moveMilliseconds,
      easing: "cubic-bezier(0.3, 0.9, 0.3, 1)",
    },
  );
}
