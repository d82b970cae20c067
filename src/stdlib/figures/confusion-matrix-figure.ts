import { element } from "../element.ts";
import { classSwatch } from "./class-marks.ts";

export interface ConfusionMatrixOptions {
  /** Shares of each true class instead of counts; default false. */
  normalize?: boolean;
  /** The classes in the order of their colours, where it is another than that of `labels`. */
  classNames?: readonly string[];
  /** Title; default "True classes by predicted classes". */
  name?: string;
}

/**
 * A confusion matrix as a real table: true classes down, predicted classes across, the share of each true class as
 * shade, and the share found of each class (its recall) at the end of its row.
 *
 * @param confusion what `confusionMatrix` gives
 * @example
 * confusionMatrixFigure(metrics.confusionMatrix(
 *   ["kick", "kick", "tom", "clap", "clap", "tom"],
 *   ["kick", "tom", "tom", "clap", "clap", "clap"]
 * ))
 */
export function confusionMatrixFigure(
  { labels, matrix }: { labels: readonly (string | number)[]; matrix: readonly (readonly number[])[] },
  options: ConfusionMatrixOptions = {},
): HTMLElement {
  const { normalize = false, name = "True classes by predicted classes" } = options;
  const names = labels.map(String);
  const order = options.classNames ?? names;
  const heading = (i: number, scope: "row" | "col") => {
    const text = element("span", {}, names[i]!);
    return element("th", { scope }, classSwatch(order.indexOf(names[i]!)), text);
  };
  const percent = (share: number) => (Number.isFinite(share) ? `${Math.round(100 * share)} %` : "–");

  const rows = matrix.map((counts, i) => {
    const total = counts.reduce((sum, count) => sum + count, 0);
    const cells = counts.map((count, j) => {
      const share = total > 0 ? count / total : 0;
      const shade = `--etude-share: ${(100 * share).toFixed(1)}%`;
      const text = normalize ? percent(count / total) : String(count);
      const kind = count === 0 ? "none" : i === j ? "right" : "wrong";
      return element("td", { "data-kind": kind, style: shade }, text);
    });
    return element(
      "tr",
      {},
      heading(i, "row"),
      ...cells,
      element("td", { class: "etude-total" }, percent(counts[i]! / total)),
    );
  });
  const across = element("th", { colspan: names.length, scope: "colgroup" }, "predicted");
  const corner = element("th", { rowspan: 2, scope: "col" }, "true");
  const found = element("th", { rowspan: 2, scope: "col", class: "etude-total" }, "found");
  const head = element(
    "thead",
    {},
    element("tr", {}, corner, across, found),
    element("tr", {}, ...names.map((_, i) => heading(i, "col"))),
  );
  const all = matrix.flat().reduce((sum, count) => sum + count, 0);
  const right = matrix.reduce((sum, row, i) => sum + row[i]!, 0);
  const caption = element("caption", {}, element("strong", {}, `${name}.`), ` ${right} of ${all} are right.`);
  const table = element("table", { class: "etude-confusion" }, caption, head, element("tbody", {}, ...rows));
  const box = element(
    "div",
    { class: "etude-scroll", tabindex: 0, role: "group", "aria-label": name },
    table,
  );
  return element("figure", { class: "etude-figure" }, box);
}
