/** What stands for a cell in the notebook's text: an exercise's cell stands in the exercise. */
export function frameOf(part: Element): Element {
  return part.closest("[data-exercise]") ?? part;
}
