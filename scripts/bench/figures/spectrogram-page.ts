// The page that bench-figures.ts measures: it is built for it, and runs in a browser.
import { barY, plot, raster } from "@observablehq/plot";
import { magnitudeSpectrogram } from "../../../src/music/spectrum/stft.ts";
import { spectrogramFigure } from "../../../src/stdlib/figures/music/spectrogram-figure.ts";

const sr = 22_050;
const seconds = 30;

/** A sweep with overtones and noise: no two frames alike, no bin silent. */
const y = Float32Array.from({ length: seconds * sr }, (_, i) => {
  const t = i / sr;
  const phase = 2 * Math.PI * (110 * t + 20 * t * t);
  return 0.4 * Math.sin(phase) + 0.2 * Math.sin(2 * phase) + 0.05 * Math.sin(i * i);
});

/** Milliseconds that something takes until it is laid out, the best of a few. */
function best(repeats: number, work: () => Element | undefined): number {
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < repeats; i++) {
    const started = performance.now();
    const node = work();
    if (node) {
      document.body.append(node);
      node.getBoundingClientRect();
    }
    least = Math.min(least, performance.now() - started);
    node?.remove();
  }
  return least;
}

const repeats = 7;
// What Plot itself needs to be warm is no part of either.
plot({ marks: [barY([1, 2, 3])] });
const spectrogram = magnitudeSpectrogram(y);
const transform = best(3, () => {
  magnitudeSpectrogram(y);
  return undefined;
});
const ours = best(repeats, () => spectrogramFigure(spectrogram, { sr, hopLength: 512 }));
const decibels = () => spectrogram.data.map((value) => Math.max(-80, 20 * Math.log10(value + 1e-9)));
const { frames, bins } = spectrogram;
const peer = best(repeats, () => {
  // Plot.raster takes a grid of cells: frames down, bins across.
  const data = decibels();
  return plot({
    width: 640,
    height: 320,
    color: { scheme: "magma" },
    marks: [raster(data, { width: bins, height: frames, imageRendering: "pixelated" })],
  });
});
Object.assign(document.documentElement.dataset, {
  times: JSON.stringify({ transform, ours, peer, frames, bins }),
});
