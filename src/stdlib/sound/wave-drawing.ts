import { svgElement } from "../element.ts";
import { linearTicks } from "../figures/axis-ticks.ts";
import type { Samples } from "./clip.ts";
import { waveEnvelope } from "./wave-envelope.ts";

/** What is drawn of a wave. */
export interface WaveView {
  /** Undefined while it is not loaded. */
  samples: Samples | undefined;
  /** First and last place in seconds. */
  from: number;
  to: number;
  /** Height in pixels, axis included. */
  height: number;
  /** Said where there are no samples. */
  message: string;
}

const axisHeight = 34;
/** Room left and right of the wave in pixels. */
export const waveSide = 10;
const pixelsPerTick = 70;

/** Below this length the axis counts milliseconds. */
const shortSeconds = 0.5;

function axis(from: number, to: number, width: number, top: number): SVGElement {
  const [unit, perSecond] = to - from < shortSeconds ? ["ms", 1000] : ["s", 1];
  const ticks = linearTicks(from * perSecond, to * perSecond, width / pixelsPerTick);
  const x = (tick: number) => waveSide + ((tick / perSecond - from) / (to - from)) * (width - 2 * waveSide);
  const marks = ticks.flatMap((tick) => [
    svgElement("line", { x1: x(tick), x2: x(tick), y1: top, y2: top + 4 }),
    svgElement("text", { x: x(tick), y: top + 17, "text-anchor": "middle" }, String(tick)),
  ]);
  const name = svgElement("text", { x: width / 2, y: top + 32, "text-anchor": "middle" }, `time (${unit})`);
  return svgElement("g", { class: "etude-wave-axis" }, ...marks, name);
}

/** The wave as one closed outline, scaled to its own peak so that a quiet sound is seen as well. */
function wavePath({ y, sr }: Samples, from: number, to: number, width: number, height: number): string {
  const { low, high } = waveEnvelope(y, Math.round(from * sr), Math.round(to * sr), width);
  let peak = 0;
  for (let i = 0; i < width; i++) peak = Math.max(peak, high[i]!, -low[i]!);
  const level = (sample: number) => (height / 2) * (1 - sample / (peak || 1));
  // A line of half a pixel each way keeps silence visible.
  const upper = Array.from(high, (sample, i) => `${waveSide + i},${(level(sample) - 0.5).toFixed(1)}`);
  const lower = Array.from(low, (sample, i) => `${waveSide + i},${(level(sample) + 0.5).toFixed(1)}`);
  return `M${upper.join("L")}L${lower.reverse().join("L")}Z`;
}

/** Draws a wave and its time axis into an SVG element. */
export function waveDrawing(svg: SVGSVGElement, view: WaveView, width: number): void {
  const { samples, from, to, height, message } = view;
  svg.setAttribute("width", String(width));
  svg.setAttribute("height", String(height));
  svg.setAttribute("viewBox", `0 0 ${width} ${height}`);
  const top = height - axisHeight;
  if (!samples) {
    const words = { x: width / 2, y: top / 2, "text-anchor": "middle", class: "etude-wave-axis" };
    svg.replaceChildren(svgElement("text", words, message));
    return;
  }
  const wave = svgElement("path", {
    class: "etude-wave-path",
    d: wavePath(samples, from, to, width - 2 * waveSide, top),
  });
  svg.replaceChildren(wave, axis(from, to, width, top));
}
