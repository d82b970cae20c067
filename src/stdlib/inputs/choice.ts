import { checkArray, checkSettings, checkText } from "../check-arguments.ts";
import { element } from "../element.ts";

type Option = string | number | boolean;

export interface ChoiceOptions<T extends Option> {
  /** What is chosen at first; default the first option. */
  value?: T;
  /** Text of an option; default the option itself. */
  format?: (option: T) => string;
}

/** An element with a `value` that fires `input` events, as `view(…)` wants it. */
export interface ChoiceElement<T extends Option> extends HTMLElement {
  value: T;
}

interface Picker {
  node: HTMLElement;
  chosen(): number;
  choose(index: number): void;
}

const mostSegments = 5;
const mostLetters = 60;

function segments(label: string, texts: readonly string[]): Picker {
  const radios = texts.map((_, i) => element("input", { type: "radio", name: "choice", value: i }));
  const labels = texts.map((text, i) => element("label", {}, radios[i], element("span", {}, text)));
  const legend = element("legend", { class: "etude-input-label" }, label);
  const bar = element("div", { class: "etude-segments" }, ...labels);
  return {
    node: element("fieldset", {}, legend, bar),
    chosen: () => radios.findIndex((radio) => radio.checked),
    choose: (index) => {
      radios[index]!.checked = true;
    },
  };
}

function menu(label: string, texts: readonly string[]): Picker {
  const options = texts.map((text, i) => element("option", { value: i }, text));
  const select = element("select", {}, ...options);
  const caption = element("span", { class: "etude-input-label" }, label);
  return {
    node: element("label", {}, caption, select),
    chosen: () => select.selectedIndex,
    choose: (index) => {
      select.selectedIndex = index;
    },
  };
}

/**
 * One of several options: a row of radio buttons, or a menu when they are many or long.
 *
 * @param label what is chosen; the accessible name
 * @param options the values to choose from
 * @returns an element whose `value` is the chosen option. Setting it to something that is no option is ignored, and
 *   setting it fires nothing.
 * @throws TypeError when an argument is of the wrong kind, RangeError when there is nothing to choose from.
 * @param settings what is chosen at first, and how options are written
 * @example
 * const drum = view(choice("Drum", ["kick", "snare", "hi-hat"], {value: "snare"}));
 */
export function choice<T extends Option>(
  label: string,
  options: readonly T[],
  settings: ChoiceOptions<T> = {},
): ChoiceElement<T> {
  checkText("choice", "label", label);
  checkArray(`choice "${label}"`, "options", options, '["a", "b"]');
  checkSettings(`choice "${label}"`, settings, "{value: …}");
  if (options.length === 0) throw new RangeError(`choice "${label}": options must have one entry or more.`);
  const texts = options.map(settings.format ?? String);
  const short = texts.length <= mostSegments && texts.join("").length <= mostLetters;
  const picker = (short ? segments : menu)(label, texts);
  // A form of its own keeps these radio buttons apart from those of every other choice.
  const form = element("form", { class: "etude-choice" }, picker.node);
  form.addEventListener("submit", (event) => event.preventDefault());

  const choose = (option: unknown) => {
    const index = (options as readonly unknown[]).indexOf(option);
    if (index >= 0) picker.choose(index);
  };
  picker.choose(0);
  choose(settings.value);
  return Object.defineProperty(form, "value", {
    get: () => options[picker.chosen()],
    set: choose,
  }) as unknown as ChoiceElement<T>;
}
