import { Matrix } from "../../../src/learn/index.ts";
import { best } from "./best.ts";
import { models } from "./models.ts";
import { clouds } from "./tasks.ts";

const SLIDER_MS = 50;
const ROWS = [100, 200, 400];

/** What follows a slider: fit and predict on the same rows, 20 columns and 6 classes, in ms. */
export function benchSlider(wanted: readonly string[]): void {
  const chosen = models.filter(
    ({ name, slider }) =>
      slider &&
      (wanted.length === 0 || wanted.some((part) => name.toLowerCase().includes(part.toLowerCase()))),
  );
  const rows = chosen.map(({ name, ours, regression }) => {
    const times = ROWS.map((n) => {
      const { X, y, t } = clouds({ rows: n, cols: 20, classes: 6 });
      const table = Matrix.from(X);
      return best(5, () => {
        const model = ours();
        model.fit(table, regression ? t : y);
        model.predict?.(table);
      }).ms;
    });
    const shown = ROWS.map((n, i) => [`n = ${n}, ms`, times[i]!.toFixed(1)]);
    return {
      model: name,
      ...Object.fromEntries(shown),
      "under 50 ms": Math.max(...times) < SLIDER_MS ? "yes" : "NO",
    };
  });
  if (rows.length > 0) console.table(rows);
}
