import { element, svgElement } from "../element.ts";

type Parts = { fit: boolean; truth: boolean; band?: string; residuals: boolean };

function sample(style: string, dash?: string): SVGElement {
  const piece = svgElement("line", { x1: 1, x2: 27, y1: 6, y2: 6, style, "stroke-dasharray": dash });
  return svgElement("svg", { width: 28, height: 12, "aria-hidden": "true" }, piece);
}

/** The legend of a regression: of its lines those that are drawn. */
export function regressionLegend({ fit, truth, band, residuals }: Parts): HTMLElement | undefined {
  const items = [
    fit ? element("li", {}, sample("stroke: var(--etude-validation)"), "fit") : null,
    band
      ? element("li", {}, sample("stroke: var(--etude-validation); stroke-width: 10; opacity: 0.25"), band)
      : null,
    truth ? element("li", {}, sample("stroke: var(--etude-chance)", "2 4"), "truth") : null,
    residuals
      ? element("li", {}, sample("stroke: var(--etude-wrong); stroke-width: 1.25"), "residuals")
      : null,
  ].filter((item) => item !== null);
  return items.length > 0 ? element("ul", { class: "etude-legend", role: "list" }, ...items) : undefined;
}
