// Draws the examples of the page of figures: each when it comes near the screen, one after the other.
import type { CompiledCell } from "../../notebook/compile/index.ts";
import { NotebookRuntime } from "../../notebook/runtime/index.ts";
import { CellOutput } from "../../notebook/view/cell-output.ts";
import { createDatasets } from "../../stdlib/data/index.ts";
import { library } from "../../stdlib/library.ts";
import { createSound } from "../../stdlib/sound/create-sound.ts";

/** How far below the screen a figure is drawn already, in pixels. */
const aheadPixels = 400;

const base = import.meta.env.BASE_URL.replace(/\/?$/, "/");
const datasets = createDatasets((path) => fetch(`${base}datasets/${path}`));
const sound = createSound();
const stdlib = library({ seed: 1, datasets, sound });

/** Runs an example in a notebook of its own, as many define the same names, and shows it in its box. */
async function draw(box: HTMLElement): Promise<void> {
  const { example = "" } = box.dataset;
  const data = box.parentElement!.querySelector("script[data-part='data']")!;
  const compiled = JSON.parse(data.textContent!) as CompiledCell;
  const place = box.querySelector<HTMLElement>("[data-part='output']")!;
  const output = new CellOutput(place);
  box.dataset.state = "running";
  const runtime = new NotebookRuntime(stdlib as never, place);
  const cell = runtime.define(
    { id: example, compiled },
    {
      node: place,
      clear: () => output.clear(),
      show: (value) => output.show(value),
      changed: () => {},
      progress: () => {},
    },
  );
  await runtime.whenSettled();
  box.dataset.state = cell.error ? "failed" : "drawn";
  if (cell.error) place.textContent = `This figure could not be drawn: ${cell.error.message}`;
}

let queue = Promise.resolve();
const near = new IntersectionObserver(
  (entries) => {
    for (const { target, isIntersecting } of entries) {
      if (!isIntersecting) continue;
      near.unobserve(target);
      queue = queue.then(() => draw(target as HTMLElement));
    }
  },
  { rootMargin: `${aheadPixels}px 0px` },
);
for (const box of document.querySelectorAll(".etude-live")) near.observe(box);

const controls = document.querySelector("[data-part='sound-controls']");
if (controls) {
  const { soundControls } = await import("../../stdlib/sound/sound-controls.ts");
  controls.append(soundControls(sound));
}
