import { checkSettings, checkText } from "../check-arguments.ts";
import { element } from "../element.ts";
import { type SliderElement, slider } from "./slider.ts";

export interface StepperOptions {
  /** Where it stands at first; default 0. */
  value?: number;
  /** Text of a step; default its number and that of the last, as in "3 of 12". */
  format?: (step: number) => string;
  /** Seconds that Play stays at each step; default 0.8. */
  seconds?: number;
}

/**
 * The steps of something that happens one after the other: a slider from 0 to `last`, with buttons to go back, to go
 * one step on, and to let all of them go by.
 *
 * @param label what is stepped through; the accessible name
 * @param last the number of the last step
 * @returns an element whose `value` is the step. Setting it fires nothing.
 * @throws TypeError when an argument is of the wrong kind, RangeError when `last` is no whole number of 1 or more.
 * @example
 * const step = view(stepper("Step", 12));
 */
export function stepper(label: string, last: number, options: StepperOptions = {}): SliderElement {
  checkText("stepper", "label", label);
  checkSettings(`stepper "${label}"`, options, "{value: 3}");
  if (!Number.isInteger(last) || last < 1) {
    throw new RangeError(`stepper "${label}": last must be a whole number of 1 or more, but it is ${last}.`);
  }
  const { value = 0, format = (step: number) => `${step} of ${last}`, seconds = 0.8 } = options;
  const track = slider(label, [0, last], { value, step: 1, format });
  const input = track.querySelector("input")!;
  const button = (text: string) => element("button", { type: "button", class: "etude-quiet" }, text);
  const [back, on, play] = [button("Back"), button("Step"), button("Play")] as const;
  const bar = element(
    "div",
    { class: "etude-stepper-buttons", role: "group", "aria-label": `${label}: go through` },
    back,
    on,
    play,
  );
  const root = element("div", { class: "etude-stepper" }, track, bar);

  let timer: ReturnType<typeof setInterval> | undefined;
  const stop = () => {
    clearInterval(timer);
    timer = undefined;
    play.textContent = "Play";
  };
  const show = () => {
    back.disabled = track.value === 0;
    on.disabled = track.value === last;
  };
  const goTo = (step: number) => {
    track.value = step;
    for (const type of ["input", "change"]) input.dispatchEvent(new Event(type, { bubbles: true }));
  };
  const tick = () => {
    // A cell that runs again puts another stepper in this one's place.
    if (!root.isConnected) return stop();
    goTo(track.value + 1);
    if (track.value === last) stop();
  };
  back.addEventListener("click", () => {
    stop();
    goTo(track.value - 1);
  });
  on.addEventListener("click", () => {
    stop();
    goTo(track.value + 1);
  });
  play.addEventListener("click", () => {
    if (timer !== undefined) return stop();
    play.textContent = "Stop";
    timer = setInterval(tick, 1000 * seconds);
    goTo(track.value === last ? 0 : track.value + 1);
    if (track.value === last) stop();
  });
  input.addEventListener("pointerdown", stop);
  input.addEventListener("input", show);
  show();
  return Object.defineProperty(root, "value", {
    get: () => track.value,
    set: (step: number) => {
      track.value = step;
      show();
    },
  }) as unknown as SliderElement;
}
