import { sonifySteps } from "../../../src/music/index.ts";
import type { Dataset } from "../../../src/stdlib/data/index.ts";
import type { SoundTools } from "../../../src/stdlib/sound/sound-tools.ts";
import type { Example } from "./example.ts";
import { sound } from "./gallery-sound.ts";
import { madeUpStroke } from "./made-up-drums.ts";

const tune = [60, 64, 67, 72, 67, 64, 60].map((midi, i) => {
  return { onset: 0.3 * i, offset: 0.3 * i + 0.28, midi, velocity: 0.7 };
});
const [kick, snare, tom] = [madeUpStroke(0), madeUpStroke(1), madeUpStroke(2)];

/** Twelve strokes whose features were made up: the one that has most of one has least of the next. */
function madeUpFeatures(): Dataset {
  const count = 12;
  const places = Array.from({ length: count }, (_, i) => i);
  const columns: Record<string, number[]> = {
    brightness: places.map((i) => i / 2 - 2),
    noisiness: places.map((i) => -5 * ((i + 5) % count)),
    decay: places.map((i) => 0.1 + ((i * 5) % count) / 10),
    bassShare: places.map((i) => 8 * ((i * 7) % count)),
    attack: places.map((i) => (i % 4 === 0 ? 0 : 20 * i)),
  };
  return {
    meta: { id: "made up" },
    featureNames: Object.keys(columns),
    column: (name: string) => columns[name]!,
    clips: places.map((i) => madeUpStroke(i)),
    y: places.map((i) => `stroke ${i + 1}`),
    groups: places.map(() => "a kit"),
    rows: places.map(() => ({})),
  } as unknown as Dataset;
}

/** Three strokes of each of three classes. */
const madeUpQuestions = {
  classNames: ["kick", "snare", "tom"],
  clips: Array.from({ length: 9 }, (_, i) => madeUpStroke(i)),
  labels: Array.from({ length: 9 }, (_, i) => ["kick", "snare", "tom"][i % 3]!),
};

const rising = [220, 247, 262, 294, 330];
const stepping = sonifySteps([{ hz: rising, level: rising.map(() => 0.5) }], { sr: 22050 });

/** What is longer than a stroke, compared, recorded or saved. */
export const toolExamples = ({
  compareSounds,
  featureCard,
  listeningDuel,
  recordSound,
  stepPlayer,
}: SoundTools): Example[] => [
  ["duel", () => [listeningDuel({ ...madeUpQuestions, n: 3 })]],
  [
    "feature card",
    () => [
      featureCard(madeUpFeatures(), { open: true }),
      featureCard(madeUpFeatures(), { only: ["brightness", "decay"] }),
    ],
  ],
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
  [
    "steps",
    () => [
      stepPlayer(rising.length, { sound: { y: stepping, sr: 22050 }, label: "five notes" }),
      stepPlayer(3, { label: "three steps without a sound" }),
    ],
  ],
  ["record", () => [recordSound({ seconds: 3, label: "your voice" })]],
];
