import type { SoundTools } from "../../../src/stdlib/sound/sound-tools.ts";
import type { Example } from "./example.ts";
import { sound } from "./gallery-sound.ts";
import { madeUpStroke } from "./made-up-drums.ts";

const tune = [60, 64, 67, 72, 67, 64, 60].map((midi, i) => {
  return { onset: 0.3 * i, offset: 0.3 * i + 0.28, midi, velocity: 0.7 };
});
const [kick, snare, tom] = [madeUpStroke(0), madeUpStroke(1), madeUpStroke(2)];

/** What is longer than a stroke, compared, recorded or saved. */
export const toolExamples = ({ compareSounds, recordSound }: SoundTools): Example[] => [
  [
    "notes",
    () => [
      sound.play({ notes: tune, instrument: "pluck" }, { label: "a chord, taken apart" }),
      sound.downloadButton(tune, "chord.mid"),
    ],
  ],
  [
    "compare",
    () => [
      compareSounds({ kick, snare, tom }, { label: "three strokes" }),
      compareSounds({ pluck: { notes: tune, instrument: "pluck" }, piano: tune }, { blind: true }),
    ],
  ],
  ["record", () => [recordSound({ seconds: 3, label: "your voice" })]],
];
