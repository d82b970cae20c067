import { element } from "../../element.ts";

/** A menu with its name; `change` is told of the option that was chosen. */
export function menu<T extends string>(
  label: string,
  options: readonly (readonly [value: T, text: string])[],
  value: T,
  change: (value: T) => void,
): HTMLLabelElement {
  const select = element(
    "select",
    {},
    ...options.map(([each, text]) => element("option", { value: each, selected: each === value }, text)),
  );
  // Its own events are no input of the notebook: the form tells of a new value when it has one.
  select.addEventListener("input", (event) => event.stopPropagation());
  select.addEventListener("change", (event) => {
    event.stopPropagation();
    change(select.value as T);
  });
  return element("label", { class: "etude-field" }, element("span", {}, label), select);
}
