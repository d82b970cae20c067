import type { ReferenceGroup } from "../../stdlib/reference-entry.ts";

/** What the parts of the reference are called, and what a reader finds in each. */
export const groupTexts: Record<ReferenceGroup, { title: string; about: string }> = {
  models: { title: "Models", about: "What learns from examples, and answers." },
  preparation: { title: "Preparation", about: "What is done to the numbers before a model sees them." },
  selection: {
    title: "Selection",
    about: "How to find out how good a model is on sounds that it has not heard.",
  },
  metrics: { title: "Metrics", about: "Numbers that say how good predictions are." },
  music: { title: "Music", about: "From a sound to numbers that describe it." },
  figures: {
    title: "Figures",
    about: "Pictures for learning and music. Each has a name, can be read as a table, and often be heard.",
  },
  inputs: { title: "Inputs", about: "What the reader moves and chooses, in `view(…)`." },
  sound: { title: "Sound", about: "To hear, and to see what is heard." },
  data: {
    title: "Data",
    about: "The sounds of this course, your own files, and chance that repeats itself.",
  },
  notebook: {
    title: "The notebook itself",
    about: "What makes cells show, react and end. In Observable's meaning.",
  },
  libraries: { title: "Libraries", about: "Well-known tools, loaded when a cell first names them." },
};
