/** Room around a plot in pixels. */
export interface Margins {
  top: number;
  right: number;
  bottom: number;
  left: number;
}

/** Where the plot itself lies in a drawing, and how values become pixels on its two linear axes. */
export interface PlotBox {
  left: number;
  top: number;
  width: number;
  height: number;
  x(value: number): number;
  y(value: number): number;
  /** The values at a pixel; undefined beside the plot. */
  at(px: number, py: number): { x: number; y: number } | undefined;
}

/** A plot of this size with these ends of its axes; y points up. */
export function plotBox(
  size: { width: number; height: number; margins: Margins },
  xDomain: readonly [number, number],
  yDomain: readonly [number, number],
): PlotBox {
  const { left, top, right, bottom } = size.margins;
  const width = Math.max(1, size.width - left - right);
  const height = Math.max(1, size.height - top - bottom);
  const [x0, x1] = xDomain;
  const [y0, y1] = yDomain;
  return {
    left,
    top,
    width,
    height,
    x: (value) => left + ((value - x0) / (x1 - x0)) * width,
    y: (value) => top + (1 - (value - y0) / (y1 - y0)) * height,
    at: (px, py) => {
      const [across, down] = [(px - left) / width, (py - top) / height];
      if (!(across >= 0 && across <= 1 && down >= 0 && down <= 1)) return undefined;
      return { x: x0 + across * (x1 - x0), y: y1 - down * (y1 - y0) };
    },
  };
}
