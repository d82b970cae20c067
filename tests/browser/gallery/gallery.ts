import "@fontsource-variable/inter/index.css";
import "../../../src/styles/figures.css";
import { choice, slider } from "../../../src/stdlib/inputs/index.ts";
import { createSound, soundFor } from "../../../src/stdlib/sound/index.ts";
import { soundControls } from "../../../src/stdlib/sound/sound-controls.ts";
import { controlExamples } from "./gallery-controls.ts";
import { modelExamples } from "./gallery-models.ts";
import { musicExamples } from "./gallery-music.ts";
import { scoreExamples } from "./gallery-scores.ts";
import { wav } from "./wav.ts";

const main = document.querySelector("main")!;

/** `?only=wave&only=inputs` shows those examples alone, which is quicker. */
const only = new URLSearchParams(location.search).getAll("only");

for (const [title, make] of [...modelExamples, ...scoreExamples, ...musicExamples, ...controlExamples]) {
  if (only.length > 0 && !only.includes(title)) continue;
  const section = document.createElement("section");
  section.dataset.example = title;
  const heading = document.createElement("h2");
  heading.textContent = title;
  section.append(heading, ...make());
  main.append(section);
}

// Tests make more of them.
Object.assign(window, { stdlib: { choice, createSound, slider, soundControls, soundFor, wav } });
document.body.dataset.ready = "";
