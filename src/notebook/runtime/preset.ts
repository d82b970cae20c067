import { type InputLike, inputValue, setInputValue } from "./view-input.ts";

const maxTextLength = 2000;
const maxEntries = 100;

function isPlain(value: unknown): boolean {
  return typeof value === "boolean" || typeof value === "string" || Number.isFinite(value);
}

/** Whether an input's value can be written down in a link: a number, a text, a yes or no, or a few of them. */
export function isKeepable(value: unknown): boolean {
  if (Array.isArray(value)) return value.length <= maxEntries && value.every(isPlain);
  return isPlain(value);
}

function kindOf(value: unknown): string {
  if (Array.isArray(value)) return "list";
  return typeof value === "string" ? "text" : typeof value === "boolean" ? "yes or no" : typeof value;
}

/** Whether an input offers options, which may be of several kinds, and refuses others by itself. */
function offersOptions(element: InputLike): boolean {
  return element.querySelector?.('select, input[type="radio"]') != null;
}

/**
 * Sets an input to a value that came from outside, as from a link, if it is one that the input can have.
 * @returns why it was refused, in plain words; null when it was set
 */
export function applyPreset(element: InputLike, value: unknown): string | null {
  if (!isKeepable(value)) return "this is no value for an input";
  const texts = [value].flat().filter((part) => typeof part === "string");
  if (texts.some((text) => text.length > maxTextLength))
    return `the text is longer than ${maxTextLength} characters`;
  if (element.type === "file" || element.type === "button" || element.type === "submit")
    return "a button or a file cannot be set from outside";
  const before = inputValue(element);
  if (kindOf(value) !== kindOf(before) && !offersOptions(element)) return `it takes a ${kindOf(before)}`;
  setInputValue(element, value);
  // The input itself knows its range and its options: what it does not take as it is, it cannot have.
  if (JSON.stringify(inputValue(element)) === JSON.stringify(value)) return null;
  setInputValue(element, before);
  return `${JSON.stringify(value).slice(0, 40)} is not one of its values`;
}
