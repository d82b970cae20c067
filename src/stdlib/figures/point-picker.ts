import { element } from "../element.ts";

/** Lets a reader pick the points of a drawing, by pointer and by key. */
export interface PointPicker {
  /** What is said about the picked point. */
  describe(index: number): string;
  /** Said while none is picked. */
  invitation: string;
  /** Where a point stands, in pixels of the drawing. */
  place(index: number): { x: number; y: number };
  /** Which one is at a place of the drawing, where they fill it; default the nearest, within the reach of a finger. */
  at?(x: number, y: number): number | undefined;
  /** Where a key leads from a point, where the points lie in rows and columns; undefined for a key that leads nowhere. */
  step?(key: string, from: number | undefined): number | undefined;
  /** Told which point was picked. */
  picked?(index: number): void;
  /** Acts on a point; while a promise that it answers is open, the point is marked as active. */
  activate?(index: number): unknown;
}

/** How far from a point a finger may be, in pixels: a target of 44. */
const reach = 22;

/** Points from left to right and from bottom to top: the ways that the arrow keys go. */
function paths(picker: PointPicker, count: number) {
  const places = Array.from({ length: count }, (_, i) => i);
  const at = places.map((i) => picker.place(i));
  return {
    across: places.toSorted((a, b) => at[a]!.x - at[b]!.x),
    upward: places.toSorted((a, b) => at[b]!.y - at[a]!.y),
  };
}

function neighbour(key: string, current: number | undefined, { across, upward }: ReturnType<typeof paths>) {
  const steps: Record<string, [readonly number[], number]> = {
    ArrowRight: [across, 1],
    ArrowLeft: [across, -1],
    ArrowUp: [upward, 1],
    ArrowDown: [upward, -1],
  };
  if (key === "Home") return across[0];
  if (key === "End") return across.at(-1);
  const step = steps[key];
  if (!step) return undefined;
  const [path, by] = step;
  const place = current === undefined ? 0 : path.indexOf(current) + by;
  return path[Math.min(path.length - 1, Math.max(0, place))];
}

/**
 * Puts a button over a drawing that stands on one point at a time: one stop of the Tab key, arrow keys move it,
 * Enter or a click activates. A line below says which point it is.
 *
 * @param box the element that holds the drawing alone
 * @param count number of points
 * @returns the line below, to be placed by the caller
 */
export function pickPoints(box: HTMLElement, count: number, picker: PointPicker): HTMLElement {
  let picked: number | undefined;
  const readout = element("p", { class: "etude-readout", "aria-live": "polite" }, picker.invitation);
  const button = element("button", {
    type: "button",
    class: "etude-picker",
    "aria-label": picker.invitation,
  });
  const scale = () => {
    const drawing = box.firstElementChild!;
    return drawing.getBoundingClientRect().width / Number(drawing.getAttribute("width"));
  };
  const pick = (index: number) => {
    picked = index;
    const { x, y } = picker.place(index);
    const s = scale();
    button.style.translate = `${x * s}px ${y * s}px`;
    button.dataset.picked = "";
    const text = picker.describe(index);
    readout.textContent = text;
    button.setAttribute("aria-label", text);
    picker.picked?.(index);
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
  const nearest = (event: PointerEvent | MouseEvent): number | undefined => {
    const frame = box.getBoundingClientRect();
    const s = scale();
    const [left, top] = [event.clientX - frame.left, event.clientY - frame.top];
    if (picker.at) return picker.at(left / s, top / s);
    let best: number | undefined;
    let least = reach;
    for (let i = 0; i < count; i++) {
      const { x, y } = picker.place(i);
      const distance = Math.hypot(left - x * s, top - y * s);
      if (distance < least) [best, least] = [i, distance];
    }
    return best;
  };

  box.addEventListener("pointermove", (event) => {
    const index = nearest(event);
    if (index !== undefined && index !== picked) pick(index);
  });
  box.addEventListener("click", (event) => {
    // A key's click has no place of its own: it means the point the button stands on.
    const index = event.detail === 0 ? picked : nearest(event);
    if (index === undefined) return;
    pick(index);
    void activate();
  });
  let ways: ReturnType<typeof paths> | undefined;
  button.addEventListener("keydown", (event) => {
    ways ??= picker.step ? undefined : paths(picker, count);
    const next = ways ? neighbour(event.key, picked, ways) : picker.step?.(event.key, picked);
    if (next === undefined) return;
    event.preventDefault();
    pick(next);
  });
  button.addEventListener("focus", () => {
    if (picked === undefined && count > 0) pick(0);
  });
  box.addEventListener("etude-redraw", () => {
    ways = undefined;
    if (picked !== undefined) pick(picked);
  });
  box.append(button);
  return readout;
}
