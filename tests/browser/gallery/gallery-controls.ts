import { choice, foldPipeline, relabelInput, slider } from "../../../src/stdlib/inputs/index.ts";
import type { Example } from "./example.ts";
import { sound } from "./gallery-sound.ts";
import { classNames, madeUpStroke } from "./made-up-drums.ts";

const features = ["brightness", "noisiness", "decay", "bass share", "attack", "level at 0.1 s"];
const strokes = classNames.map((_, i) => madeUpStroke(i));

function list(): Element[] {
  const items = classNames.flatMap((label, i) =>
    [1, 2].map((step) => {
      const predicted = classNames[(i + step) % classNames.length]!;
      return { clip: strokes[i]!, label, predicted, note: "Audiophob, CC0" };
    }),
  );
  return [sound.soundList(items, { caption: "Sounds that the model gets wrong", classNames })];
}

/** Labels by names that mislead: one that can be heard, one that cannot, and one that was put right. */
function relabel(): Element[] {
  const rows = [
    { name: 'Ride Bow (Custom, Zagrebin 22")', label: "tom", note: "ForzeeStereo, 4 strokes", mark: "tom" },
    { name: "hat_snap", label: "snare", note: "Sonic Pi singles", mark: "sn" },
    { name: "drum_cowbell", label: "cymbal", note: "Sonic Pi drums", mark: "bell" },
    { name: "bd_boom", label: "kick", note: "Sonic Pi singles", mark: "bd" },
  ];
  const input = relabelInput(rows, {
    labels: [...classNames, "none of these"],
    play: (i) => (i > 0 ? sound.playButton(strokes[i]!, rows[i]!.name) : null),
    caption: "Names that may have misled",
    pageRows: 3,
  });
  input.value = ["tom", "hi-hat", "none of these", "kick"];
  return [input];
}

/** What is moved, chosen and played. */
export const controlExamples: readonly Example[] = [
  [
    "inputs",
    () => [
      choice("Split", ["random", "leave one kit out"], { value: "random" }),
      slider("C", [0.001, 1000], { value: 1, scale: "log" }),
      choice("Feature", features),
    ],
  ],
  [
    "cards",
    () => [
      sound.soundCards(strokes, { labels: classNames, notes: classNames.map(() => "a kit"), classNames }),
    ],
  ],
  ["fold pipeline", () => [foldPipeline("Pipeline", ["choose features", "scale"], { inside: ["scale"] })]],
  ["relabel", relabel],
  [
    "votes",
    () => [
      sound.soundVotes(strokes, {
        labels: classNames,
        notes: classNames.map(() => "a kit"),
        answers: ["like", "dislike"],
        value: ["like", null, "dislike", "what is no answer"],
      }),
    ],
  ],
  ["list", list],
  [
    "play",
    () => [
      sound.play(strokes[0]!, { label: "kick" }),
      sound.play({ url: "/missing.ogg" }, { label: "a lost sound" }),
    ],
  ],
];
