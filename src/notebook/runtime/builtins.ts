import { latest, type ValueIterator } from "./latest.ts";
import { MutableValue } from "./mutable.ts";
import { inputValues } from "./view-input.ts";

/** The width of an element in pixels, now and whenever it changes. */
function widthOf(element: Element): ValueIterator<number> {
  return latest<number>((change) => {
    let width = element.clientWidth;
    const observer = new ResizeObserver(() => {
      if (element.clientWidth === width) return;
      width = element.clientWidth;
      change(width);
    });
    observer.observe(element);
    change(width);
    return () => observer.disconnect();
  });
}

/** The time in milliseconds, anew at every frame. */
function* now(): Generator<number> {
  for (;;) yield Date.now();
}

const freeInput = { touched() {}, waitsForRelease: () => false };

/** The names that belong to the notebook itself, in Observable's meaning. */
export function builtins(frame: Element | null): Record<string, () => unknown> {
  return {
    now,
    Mutable: () => (value: unknown) => new MutableValue(value),
    Generators: () => ({
      observe: latest,
      input: (element: HTMLElement) => inputValues(element, freeInput),
      now,
      width: widthOf,
    }),
    ...(frame && { width: () => widthOf(frame) }),
  };
}
