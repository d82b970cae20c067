// The figure of the front page that can be played with at once: how many neighbours have a say about a drum.
import { createDatasets } from "../../stdlib/data/index.ts";
import { decisionRegionsFigure, type RegionModel } from "../../stdlib/figures/decision-regions-figure.ts";
import { slider } from "../../stdlib/inputs/slider.ts";
import { library } from "../../stdlib/library.ts";
import { createSound, soundFor } from "../../stdlib/sound/index.ts";

const place = document.querySelector<HTMLElement>("[data-live]")!;
const base = place.dataset.base ?? "/";
const columns = ["brightness", "level100"];
const mostNeighbours = 121;
const startNeighbours = 15;

type Fitted = RegionModel & { score(X: unknown, y: readonly string[]): number };
type NeighborsClass = new (params: {
  nNeighbors: number;
}) => { fit(X: unknown, y: readonly string[]): Fitted };

async function show(): Promise<void> {
  const datasets = createDatasets((path) => fetch(`${base}datasets/${path}`));
  const [drums, heard] = await Promise.all([datasets.load("drums"), datasets.load("drum-test")]);
  const page = createSound();
  const sound = soundFor(page);
  const { KNeighborsClassifier: load } = library({ seed: 0, datasets, sound: page }).shared;
  const KNeighborsClassifier = (await load!()) as NeighborsClass;
  const X = drums.select(columns);
  const points = heard.select(columns);
  const input = slider("Neighbours that vote", [1, mostNeighbours], { value: startNeighbours, step: 2 });
  const figure = document.createElement("div");
  const words = document.createElement("p");
  words.setAttribute("role", "status");
  const redraw = () => {
    const k = input.value;
    const model = new KNeighborsClassifier({ nNeighbors: k }).fit(X, drums.y);
    const known = model.score(X, drums.y);
    const fresh = model.score(points, heard.y);
    const percent = (share: number) => Math.round(100 * share);
    words.textContent = `Right about ${percent(known)} of 100 drums that it knows, and ${percent(fresh)} of 100 that are new to it.`;
    figure.replaceChildren(
      decisionRegionsFigure(model, {
        X: points,
        y: heard.y,
        classNames: heard.classNames,
        featureNames: ["brightness (octaves above A4)", "level at 0.1 s (dB)"],
        grid: 64,
        describe: (i) => heard.groups[i]!,
        play: (i) => sound.playNow(heard.clips[i]!),
        name: "What a machine makes of drums. Each point is a sound: click it",
      }),
    );
  };
  input.addEventListener("input", redraw);
  redraw();
  place.replaceChildren(input, words, figure);
}

show().catch((error: Error) => {
  place.textContent = `The live figure could not be loaded: ${error.message} Reload the page to try again.`;
});
