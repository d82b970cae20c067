import { element } from "../../element.ts";
import { colorTable } from "./color-table.ts";
import { isDark, onThemeChange } from "./theme.ts";

/** The colours of a picture from low to high, with what its ends stand for. */
export function colorLegend(low: string, high: string, name: string): HTMLElement {
  const canvas = element("canvas", { width: 256, height: 1, "aria-hidden": "true" });
  const paint = () => {
    const context = canvas.getContext("2d");
    if (!context) return;
    const image = context.createImageData(canvas.width, 1);
    new Uint32Array(image.data.buffer).set(colorTable(isDark()));
    context.putImageData(image, 0, 0);
  };
  paint();
  onThemeChange(canvas, paint);
  return element(
    "p",
    { class: "etude-scale" },
    element("span", {}, name),
    element("span", { class: "etude-scale-ends" }, low, canvas, high),
  );
}
