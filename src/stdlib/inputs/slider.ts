import { checkArray, checkSettings, checkText } from "../check-arguments.ts";
import { element } from "../element.ts";
import { type SliderTrackOptions, sliderTrack } from "./slider-track.ts";

export interface SliderOptions extends SliderTrackOptions {
  /** Where it stands at first; default the middle of the track. */
  value?: number;
  /** Unit written after the number. */
  unit?: string;
  /** Text of a value, unit included; default the number and its unit. */
  format?: (value: number) => string;
}

/** An element with a `value` that fires `input` events, as `view(…)` wants it. */
export interface SliderElement extends HTMLElement {
  value: number;
}

/**
 * A slider: a real range input with its name before it and its value after it.
 *
 * @param label what is set; the accessible name
 * @param range [lowest, highest] value
 * @returns an element whose `value` is a number. Setting it moves to the nearest value there is and fires nothing;
 *   what is not a finite number is ignored.
 * @throws TypeError when an argument is of the wrong kind, RangeError when range, step or values cannot be laid out.
 * @example
 * const tempo = view(slider("Tempo", [40, 200], {value: 96, step: 1, unit: "bpm"}));
 */
export function slider(
  label: string,
  range: readonly [number, number],
  options: SliderOptions = {},
): SliderElement {
  checkText("slider", "label", label);
  checkArray(`slider "${label}"`, "range", range, "[1, 20]");
  checkSettings(`slider "${label}"`, options, "{value: 5, step: 1}");
  const track = sliderTrack(range, options);
  const { unit } = options;
  const text = options.format ?? ((value: number) => (unit ? `${value} ${unit}` : String(value)));
  const input = element("input", { type: "range", min: track.min, max: track.max, step: track.step });
  // The range input announces its own text; a live output would say it twice.
  const output = element("output", { "aria-live": "off" });
  const caption = element("span", { class: "etude-input-label" }, label);
  const root = element("div", { class: "etude-slider" }, element("label", {}, caption, input), output);

  const show = () => {
    const shown = text(track.valueAt(input.valueAsNumber));
    output.textContent = shown;
    input.setAttribute("aria-valuetext", shown);
    const filled = (input.valueAsNumber - track.min) / (track.max - track.min);
    input.style.setProperty("--etude-filled", `${(100 * filled).toFixed(2)}%`);
  };
  const moveTo = (value: unknown) => {
    if (typeof value !== "number" || !Number.isFinite(value)) return;
    input.value = String(track.positionOf(value));
    show();
  };
  moveTo(options.value ?? track.valueAt((track.min + track.max) / 2));
  // Its width is that of the longest text it will show, so that nothing moves with the slider.
  const widest = Math.max(
    ...[track.min, track.max].map((p) => text(track.valueAt(p)).length),
    output.value.length,
  );
  output.style.minInlineSize = `${widest}ch`;
  input.addEventListener("input", show);
  return Object.defineProperty(root, "value", {
    get: () => track.valueAt(input.valueAsNumber),
    set: moveTo,
  }) as unknown as SliderElement;
}
