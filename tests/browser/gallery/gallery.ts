import "@fontsource-variable/inter/index.css";
import "../../../src/styles/figures.css";
import { choice, foldPipeline, relabelInput, slider, stepper } from "../../../src/stdlib/inputs/index.ts";
import { createSound, soundFor } from "../../../src/stdlib/sound/index.ts";
import { soundControls } from "../../../src/stdlib/sound/sound-controls.ts";
import { controlExamples } from "./gallery-controls.ts";
import { modelExamples } from "./gallery-models.ts";
import { musicExamples } from "./gallery-music.ts";
import { scoreExamples } from "./gallery-scores.ts";
import { pageSound } from "./gallery-sound.ts";
import { toolExamples } from "./gallery-tools.ts";
import { wav } from "./wav.ts";

// As in a cell: they are loaded by themselves.
const { soundToolsFor } = await import("../../../src/stdlib/sound/sound-tools.ts");
const main = document.querySelector("main")!;

/** `?only=wave&only=inputs` shows those examples alone, which is quicker. */
const only = new URLSearchParams(location.search).getAll("only");

const tools = toolExamples(soundToolsFor(pageSound));
for (const [title, make] of [
  ...modelExamples,
  ...scoreExamples,
  ...musicExamples,
  ...controlExamples,
  ...tools,
]) {
  if (only.length > 0 && !only.includes(title)) continue;
  const section = document.createElement("section");
  section.dataset.example = title;
  const heading = document.createElement("h2");
  heading.textContent = title;
  section.append(heading, ...make());
  main.append(section);
}

// Tests make more of them.
Object.assign(window, {
  stdlib: {
    choice,
    createSound,
    foldPipeline,
    relabelInput,
    slider,
    soundControls,
    soundFor,
    soundToolsFor,
    stepper,
    wav,
  },
});
document.body.dataset.ready = "";
