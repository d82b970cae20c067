/** What a reader did to a shown element (sorted it, opened it), and how to do it again to the one of the next run. */
export type KeptState = {
  /** Only an element with the same key takes the state over. */
  key: string;
  /** The state; undefined where the reader has changed nothing. */
  read(): unknown;
  restore(state: unknown): void;
};

const states = new WeakMap<Element, KeptState>();

/** The attribute by which elements are found that keep a state. */
const mark = "data-keeps-state";

/** Says that what the reader does to an element is kept when its cell runs again. */
export function keepState(element: Element, state: KeptState): void {
  element.setAttribute(mark, "");
  states.set(element, state);
}

/** Ends `keepState`, as when another element has taken over. */
export function dropState(element: Element): void {
  element.removeAttribute(mark);
  states.delete(element);
}

/** The states in a shown node, by their keys; equal keys are told apart by a number. */
export function statesIn(node: Node): Map<string, KeptState> {
  const found = new Map<string, KeptState>();
  if (!(node instanceof Element)) return found;
  for (const element of [node, ...node.querySelectorAll(`details, [${mark}]`)]) {
    const state =
      states.get(element) ?? (element instanceof HTMLDetailsElement ? ofDetails(element) : undefined);
    if (!state) continue;
    let key = state.key;
    for (let again = 2; found.has(key); again++) key = `${state.key} ${again}`;
    found.set(key, state);
  }
  return found;
}

/** Whether each `<details>` was open when it was first shown. */
const atFirst = new WeakMap<Element, boolean>();

function ofDetails(details: HTMLDetailsElement): KeptState {
  if (!atFirst.has(details)) atFirst.set(details, details.open);
  return {
    key: `details ${details.querySelector("summary")?.textContent ?? ""}`,
    read: () => (details.open === atFirst.get(details) ? undefined : details.open),
    restore: (open) => {
      details.open = open as boolean;
    },
  };
}
