import katex from "katex";
import "katex/dist/katex.min.css";

/** Template tag: a formula as an element, in the line of the text. */
export function tex(strings: TemplateStringsArray, ...values: unknown[]): HTMLElement {
  const element = document.createElement("span");
  katex.render(String.raw(strings, ...values), element, { throwOnError: false });
  return element;
}
