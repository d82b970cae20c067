import type { Quiz } from "../../course/exercises/quiz.ts";
import { element, svgElement } from "../../stdlib/element.ts";

type CurveQuiz = Extract<Quiz, { type: "curve" }>;

/** A field in which a curve is drawn, by pointer or by keys. */
export type CurveField = {
  node: HTMLElement;
  /** What was drawn so far, NaN where nothing was. */
  values(): number[];
  /** Takes over what was drawn before. */
  set(values: readonly number[]): void;
  /** Draws how it really runs beside it. */
  reveal(truth: readonly number[]): void;
};

const width = 360;
const height = 200;
const margin = { left: 44, right: 12, top: 12, bottom: 36 };
/** Of the range of y, for each press of an arrow key. */
const keySteps = 50;

/** A tick's number, with a minus sign in place of a hyphen. */
const tick = (value: unknown) => String(value).replace("-", "−");

/** An empty frame with its axes: a stroke of the pointer draws; a slider for each x does the same for keys. */
export function curveField({ x, y }: CurveQuiz): CurveField {
  const [low, high] = y.domain;
  const drawn = x.values.map(() => Number.NaN);
  const last = x.values.length - 1;
  const xAt = (i: number) => margin.left + (i / last) * (width - margin.left - margin.right);
  const yAt = (value: number) =>
    margin.top + (1 - (value - low) / (high - low)) * (height - margin.top - margin.bottom);
  const clamp = (value: number) => Math.min(high, Math.max(low, value));

  const line = svgElement("path", { class: "etude-guess" });
  const real = svgElement("path", { class: "etude-truth" });
  const dots = x.values.map((_, i) => svgElement("circle", { r: 4, cx: xAt(i), class: "etude-guess-dot" }));
  const drawing = svgElement(
    "svg",
    { viewBox: `0 0 ${width} ${height}`, class: "etude-curve", "aria-hidden": "true" },
    frame(),
    real,
    line,
    ...dots,
  );
  const sliders = x.values.map((value, i) => {
    const slider = element("input", {
      type: "range",
      min: low,
      max: high,
      step: (high - low) / keySteps,
      "aria-label": `${y.label} at ${x.label} ${value}`,
    });
    slider.addEventListener("input", (event) => {
      event.stopPropagation();
      drawn[i] = slider.valueAsNumber;
      show();
    });
    slider.addEventListener("change", (event) => event.stopPropagation());
    return slider;
  });
  const keys = element(
    "details",
    { class: "etude-curve-keys" },
    element("summary", {}, "Draw by numbers"),
    ...sliders.map((slider, i) =>
      element("label", {}, element("span", {}, `${x.label} ${x.values[i]}`), slider),
    ),
  );

  function frame(): SVGElement {
    const [bottom, left] = [height - margin.bottom, margin.left];
    const marks = x.values.map((value, i) =>
      svgElement("text", { x: xAt(i), y: bottom + 16, "text-anchor": "middle" }, tick(value)),
    );
    const ends = [low, high].map((value) =>
      svgElement("text", { x: left - 6, y: yAt(value) + 4, "text-anchor": "end" }, tick(value)),
    );
    return svgElement(
      "g",
      { class: "etude-curve-frame" },
      svgElement("path", { d: `M${left},${margin.top}V${bottom}H${width - margin.right}` }),
      ...marks,
      ...ends,
      svgElement("text", { x: (left + width) / 2, y: height - 4, "text-anchor": "middle" }, x.label),
      svgElement("text", { x: left + 6, y: margin.top + 10 }, y.label),
    );
  }

  function path(values: readonly number[]): string {
    return values
      .map((value, i) =>
        Number.isFinite(value)
          ? `${i > 0 && Number.isFinite(values[i - 1]) ? "L" : "M"}${xAt(i)},${yAt(value)}`
          : "",
      )
      .join("");
  }

  function show(): void {
    line.setAttribute("d", path(drawn));
    for (const [i, dot] of dots.entries()) {
      const known = Number.isFinite(drawn[i]);
      dot.toggleAttribute("hidden", !known);
      if (!known) continue;
      dot.setAttribute("cy", String(yAt(drawn[i]!)));
      sliders[i]!.value = String(drawn[i]);
    }
  }

  let before = -1;
  /** Sets the point under the pointer, and those that a quick stroke has jumped over. */
  function stroke(event: PointerEvent): void {
    const box = drawing.getBoundingClientRect();
    const px = ((event.clientX - box.left) / box.width) * width;
    const py = ((event.clientY - box.top) / box.height) * height;
    const inner = height - margin.top - margin.bottom;
    const value = clamp(low + (1 - (py - margin.top) / inner) * (high - low));
    const at = Math.round(((px - margin.left) / (width - margin.left - margin.right)) * last);
    const place = Math.min(last, Math.max(0, at));
    const from = before < 0 ? place : before;
    const start = Number.isFinite(drawn[from]) ? drawn[from]! : value;
    const steps = Math.abs(place - from);
    for (let step = 0; step <= steps; step++) {
      const share = steps === 0 ? 1 : step / steps;
      drawn[from + Math.sign(place - from) * step] = start + share * (value - start);
    }
    before = place;
    show();
  }
  drawing.addEventListener("pointerdown", (event) => {
    drawing.setPointerCapture(event.pointerId);
    before = -1;
    stroke(event);
  });
  drawing.addEventListener("pointermove", (event) => {
    if (event.buttons > 0) stroke(event);
  });

  show();
  return {
    node: element("div", {}, drawing, keys),
    values: () => [...drawn],
    set: (values) => {
      for (const [i, value] of values.entries()) drawn[i] = value;
      show();
    },
    reveal: (truth) => real.setAttribute("d", path(truth)),
  };
}
