import { KNeighborsClassifier } from "../../../src/learn/neighbors/k-neighbors-classifier.ts";
import {
  decisionRegionsFigure,
  featureTable,
  scatterFigure,
  scoresFigure,
} from "../../../src/stdlib/figures/index.ts";
import { slider } from "../../../src/stdlib/inputs/index.ts";
import type { Example } from "./example.ts";
import { sound } from "./gallery-sound.ts";
import { madeUpDrums, madeUpStroke } from "./made-up-drums.ts";

const drums = madeUpDrums();

function live(): Element[] {
  const k = slider("k", [1, 121], { value: 15, step: 2, unit: "neighbours" });
  const box = document.createElement("div");
  const redraw = () => {
    const model = new KNeighborsClassifier({ nNeighbors: k.value }).fit(drums.X, drums.y);
    const trained = 1 - 0.4 * (Math.log(k.value) / Math.log(121));
    const scores = scoresFigure(
      [
        { name: "training", value: trained, kind: "training" },
        { name: "validation", value: 0.58, interval: [0.53, 0.63], kind: "validation" },
        { name: "new kits", value: undefined, kind: "test" },
      ],
      { baseline: { value: 0.3, name: "always the commonest class" } },
    );
    box.replaceChildren(scores, decisionRegionsFigure(model, drums));
  };
  k.addEventListener("input", redraw);
  redraw();
  return [k, box];
}

function scatter(): Element[] {
  return [
    scatterFigure({
      ...drums,
      describe: (i) => `sound ${i + 1}`,
      play: (i) => sound.playNow(madeUpStroke(i % 6)),
      highlight: { indices: [3, 40, 77], name: "answered wrongly" },
    }),
  ];
}

function features(): Element[] {
  const rows = drums.X.map(([brightness, level], i) => {
    return { class: drums.y[i]!, kit: `kit ${i % 14}`, brightness, level };
  });
  const columns = [
    "class",
    "kit",
    { key: "brightness", unit: "kHz" },
    { key: "level", label: "level at 0.1 s", unit: "dB" },
  ];
  const play = (i: number) => sound.playButton(madeUpStroke(i % 6), `row ${i + 1}`);
  return [featureTable(rows, { caption: "Features of the drum sounds", columns, play })];
}

/** Figures of samples and of what models make of them. */
export const modelExamples: readonly Example[] = [
  ["live", live],
  ["scatter", scatter],
  ["features", features],
];
