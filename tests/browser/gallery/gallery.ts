import "@fontsource-variable/inter/index.css";
import "../../../src/styles/figures.css";
import { KNeighborsClassifier } from "../../../src/learn/neighbors/k-neighbors-classifier.ts";
import {
  confusionMatrixFigure,
  decisionRegionsFigure,
  featureTable,
  scatterFigure,
  scoresFigure,
  validationCurveFigure,
} from "../../../src/stdlib/figures/index.ts";
import { choice, slider } from "../../../src/stdlib/inputs/index.ts";
import { createSound, soundFor } from "../../../src/stdlib/sound/index.ts";
import { soundControls } from "../../../src/stdlib/sound/sound-controls.ts";
import { classNames, madeUpCurve, madeUpDrums, madeUpStroke } from "./made-up-drums.ts";
import { wav } from "./wav.ts";

const main = document.querySelector("main")!;
const drums = madeUpDrums();
const sound = soundFor(createSound());
const chance = { value: 0.3, name: "always the commonest class" };

/** `?only=wave&only=inputs` shows those examples alone, which is quicker. */
const only = new URLSearchParams(location.search).getAll("only");

/** Shows one example under its title; `data-example` names it for tests. */
function show(title: string, make: () => Element[]): void {
  if (only.length > 0 && !only.includes(title)) return;
  const section = document.createElement("section");
  section.dataset.example = title;
  const heading = document.createElement("h2");
  heading.textContent = title;
  section.append(heading, ...make());
  main.append(section);
}

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
      { baseline: chance },
    );
    box.replaceChildren(scores, decisionRegionsFigure(model, drums));
  };
  k.addEventListener("input", redraw);
  redraw();
  return [k, box];
}
show("live", live);

const features = ["brightness", "noisiness", "decay", "bass share", "attack", "level at 0.1 s"];
show("inputs", () => [
  choice("Split", ["random", "leave one kit out"], { value: "random" }),
  slider("C", [0.001, 1000], { value: 1, scale: "log" }),
  choice("Feature", features),
]);

const ofK = { label: "k", scale: "log", baseline: chance, complexity: "falling" } as const;
show("curve", () => [
  validationCurveFigure(madeUpCurve(), { ...ofK, value: 15, best: "one-standard-error" }),
]);
show("curve filling in", () => [validationCurveFigure(madeUpCurve(5), { ...ofK, value: 1, best: "max" })]);
show("curve empty", () => [validationCurveFigure(undefined, { label: "depth" })]);

show("scatter", () => [
  scatterFigure({
    ...drums,
    describe: (i) => `sound ${i + 1}`,
    play: (i) => sound.playNow(madeUpStroke(i % 6)),
    highlight: { indices: [3, 40, 77], name: "answered wrongly" },
  }),
]);

const counts = [
  [70, 1, 4, 0, 0, 0],
  [2, 61, 3, 6, 3, 0],
  [6, 3, 66, 0, 0, 0],
  [0, 4, 0, 58, 11, 2],
  [0, 1, 0, 14, 48, 12],
  [0, 0, 0, 3, 10, 62],
];
show("confusion", () => [confusionMatrixFigure({ labels: classNames, matrix: counts })]);

show("features", () => {
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
});

const strokes = classNames.map((_, i) => madeUpStroke(i));
show("cards", () => {
  const notes = classNames.map(() => "a kit");
  return [sound.soundCards(strokes, { labels: classNames, notes, classNames })];
});
show("list", () => {
  const items = classNames.flatMap((label, i) =>
    [1, 2].map((step) => {
      const predicted = classNames[(i + step) % classNames.length]!;
      return { clip: strokes[i]!, label, predicted, note: "Audiophob, CC0" };
    }),
  );
  return [sound.soundList(items, { caption: "Sounds that the model gets wrong", classNames })];
});
show("wave", () => [sound.waveformFigure(strokes[1]!, { label: "snare, made up" })]);
show("play", () => [
  sound.play(strokes[0]!, { label: "kick" }),
  sound.play({ url: "/missing.ogg" }, { label: "a lost sound" }),
]);

// Tests make more of them.
Object.assign(window, { stdlib: { choice, createSound, slider, soundControls, soundFor, wav } });
document.body.dataset.ready = "";
