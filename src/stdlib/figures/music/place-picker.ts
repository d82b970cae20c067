import { element } from "../../element.ts";

/** Lets a reader pick one of many places of a drawing, by pointer, finger and key. Places are numbered. */
export interface PlacePicker {
  /** The place at a pixel of the drawing. */
  at(x: number, y: number): number | undefined;
  /** The place that a key leads to; `far` is a longer way. */
  move(from: number | undefined, key: string, far: boolean): number | undefined;
  /** Where a place is, in pixels of the drawing. */
  place(index: number): { x: number; y: number };
  describe(index: number): string;
  /** Said while none is picked. */
  invitation: string;
  /** Acts on a place; while a promise that it answers is open, the place is marked as active. */
  activate?(index: number): unknown;
}

const farSteps = 10;

/**
 * The ways of the arrow keys through a grid of places that are numbered column by column, from the bottom up. Home and
 * End go to the ends of the row; `far` is ten steps.
 *
 * @param step columns that one key press goes
 */
export function gridMoves(columns: number, rows: number, step = 1): PlacePicker["move"] {
  return (from, key, far) => {
    if (columns < 1 || rows < 1) return undefined;
    const [column, row] = from === undefined ? [0, 0] : [Math.floor(from / rows), from % rows];
    const by = far ? farSteps : 1;
    const ways: Record<string, [number, number]> = {
      ArrowRight: [column + by * step, row],
      ArrowLeft: [column - by * step, row],
      ArrowUp: [column, row + by],
      ArrowDown: [column, row - by],
      Home: [0, row],
      End: [columns - 1, row],
    };
    const to = ways[key];
    if (!to) return undefined;
    const within = (value: number, count: number) => Math.min(count - 1, Math.max(0, value));
    return within(to[0], columns) * rows + within(to[1], rows);
  };
}

/**
 * Puts a button over a drawing that stands on one place at a time: one stop of the Tab key, arrow keys move it, Enter
 * or a click activates. A line below says which place it is.
 *
 * @param box the element that holds the drawing
 * @returns the line below, to be placed by the caller
 */
export function pickPlaces(box: HTMLElement, picker: PlacePicker): HTMLElement {
  let picked: number | undefined;
  const readout = element("p", { class: "etude-readout", "aria-live": "polite" }, picker.invitation);
  const button = element("button", {
    type: "button",
    class: "etude-picker",
    "aria-label": picker.invitation,
  });
  const pick = (index: number) => {
    picked = index;
    const { x, y } = picker.place(index);
    button.style.translate = `${x}px ${y}px`;
    button.dataset.picked = "";
    const text = picker.describe(index);
    readout.textContent = text;
    button.setAttribute("aria-label", text);
  };
  const activate = async () => {
    if (picked === undefined || !picker.activate) return;
    const index = picked;
    button.dataset.active = "";
    try {
      await picker.activate(index);
    } finally {
      if (picked === index) delete button.dataset.active;
    }
  };
  const under = (event: MouseEvent) => {
    const frame = box.getBoundingClientRect();
    return picker.at(event.clientX - frame.left, event.clientY - frame.top);
  };
  box.addEventListener("pointermove", (event) => {
    const index = under(event);
    if (index !== undefined && index !== picked) pick(index);
  });
  box.addEventListener("click", (event) => {
    // A key's click has no place of its own: it means the place the button stands on.
    const index = event.detail === 0 ? picked : under(event);
    if (index === undefined) return;
    pick(index);
    void activate();
  });
  button.addEventListener("keydown", (event) => {
    const next = picker.move(picked, event.key, event.shiftKey);
    if (next === undefined) return;
    event.preventDefault();
    pick(next);
  });
  button.addEventListener("focus", () => {
    const first = picked ?? picker.move(undefined, "Home", false);
    if (picked === undefined && first !== undefined) pick(first);
  });
  box.addEventListener("etude-redraw", () => {
    if (picked !== undefined) pick(picked);
  });
  box.append(button);
  return readout;
}
