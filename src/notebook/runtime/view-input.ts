import { latest, type ValueIterator } from "./latest.ts";

/** An element that has a value, as far as a cell reads it. */
export type InputLike = HTMLElement & { type?: string; value?: unknown };

/** What a cell wants to know of the inputs that it shows. */
export type InputHooks = {
  /** The learner moved the input; its value is not handed over yet. */
  touched(): void;
  /** Whether what depends on it is too slow to follow every move, so that it should wait for the release. */
  waitsForRelease(): boolean;
};

/** The value of an input as Observable reads it. */
export function inputValue(element: InputLike): unknown {
  const input = element as HTMLInputElement & HTMLSelectElement;
  switch (element.type) {
    case "range":
    case "number":
      return input.valueAsNumber;
    case "date":
      return input.valueAsDate;
    case "checkbox":
      return input.checked;
    case "file":
      return input.multiple ? input.files : input.files?.[0];
    case "select-multiple":
      return Array.from(input.selectedOptions, ({ value }) => value);
    default:
      return element.value;
  }
}

function eventOf({ type }: InputLike): string {
  if (type === "button" || type === "submit" || type === "checkbox") return "click";
  return type === "file" ? "change" : "input";
}

/** The values of an input over time: now, and whenever it is moved. */
export function inputValues(element: InputLike, hooks: InputHooks): ValueIterator<unknown> {
  return latest((change) => {
    const name = eventOf(element);
    const onInput = () => {
      hooks.touched();
      if (name !== "input" || !hooks.waitsForRelease()) change(inputValue(element));
    };
    const onRelease = () => {
      hooks.touched();
      change(inputValue(element));
    };
    element.addEventListener(name, onInput);
    if (name === "input") element.addEventListener("change", onRelease);
    change(inputValue(element));
    return () => {
      element.removeEventListener(name, onInput);
      element.removeEventListener("change", onRelease);
    };
  });
}

/** An input as a cell showed it, with the value that it had before anyone moved it. */
export type ShownInput = { element: InputLike; initial: unknown };

/**
 * An input keeps its value when its cell runs again: the new element takes over the old one's, unless the code gave
 * it another starting value. Throws when it is no element.
 */
export function keepValue(element: InputLike, before: ShownInput | undefined): ShownInput {
  if (typeof element?.addEventListener !== "function")
    throw new TypeError("view(…) takes an input, such as slider(…) or choice(…).");
  const initial = inputValue(element);
  const sameStart = before && Object.is(JSON.stringify(before.initial), JSON.stringify(initial));
  if (sameStart && before.element !== element) {
    const kept = inputValue(before.element);
    if (!Object.is(kept, initial)) setInputValue(element, kept);
  }
  return { element, initial: before?.element === element ? before.initial : initial };
}

/** Sets an input without telling anybody; a file cannot be set. */
export function setInputValue(element: InputLike, value: unknown): void {
  if (element.type === "checkbox") (element as unknown as HTMLInputElement).checked = value as boolean;
  else if (element.type !== "file") element.value = value;
}
