import * as music from "../../../../src/music/index.ts";
import type { BadInputCase } from "../bad-input.ts";

const wide = { data: new Float64Array(6), frames: 2, bins: 3 };

export const badInput: BadInputCase[] = [
  {
    name: "dtw",
    wrong: [
      [() => music.dtw([], [1]), "X is empty"],
      [() => music.dtw([1, Number.NaN], [1]), "frame 1 of X is NaN"],
      [() => music.dtw([1], [2], { stepSizes: [] }), "stepSizes is empty"],
      [() => music.dtw([1], [2], { stepSizes: [[0, 0]] }), "step is [0, 0]"],
      [() => music.dtw([1], [2], { weightsMul: [1] }), "weightsMul is [1]"],
      [() => music.dtw([1, 2], [2], { subsequence: true }), "X has 2 frames"],
      [() => music.dtw([1, 2], [2, 1], { bandRadius: 0 }), "bandRadius is 0"],
      [() => music.dtw([1, 2, 3, 4], [2], { stepSizes: [[1, 1]] }), "no path"],
    ],
  },
  {
    name: "pairwiseDistances",
    wrong: [
      [() => music.pairwiseDistances([1], wide), "a frame of X has 1"],
      [() => music.pairwiseDistances([1], [1], "chebyshev" as "cosine"), 'metric is "chebyshev"'],
    ],
  },
  { name: "selfSimilarity", wrong: [[() => music.selfSimilarity([]), "features is empty"]] },
  {
    name: "recurrenceMatrix",
    wrong: [
      [() => music.recurrenceMatrix([1, 2, 3]), "width is 1"],
      [() => music.recurrenceMatrix([1, 2, 3, 4, 5, 6], { width: 0 }), "width is 0"],
      [() => music.recurrenceMatrix([1, 2, 3, 4, 5, 6], { k: 0 }), "k is 0"],
      [() => music.recurrenceMatrix([1, 2, 3, 4, 5, 6], { mode: "x" as "distance" }), 'mode is "x"'],
    ],
  },
  { name: "crossSimilarity", wrong: [[() => music.crossSimilarity([1], [2], { k: 1.5 }), "k is 1.5"]] },
  {
    name: "recurrenceToLag",
    wrong: [[() => music.recurrenceToLag(wide), "matrix has 2 rows and 3 columns"]],
  },
  {
    name: "checkerboardNovelty",
    wrong: [
      [() => music.checkerboardNovelty(wide), "similarity has 2 rows"],
      [
        () => music.checkerboardNovelty({ data: new Float64Array(4), frames: 2, bins: 2 }, { radius: 0 }),
        "radius is 0",
      ],
    ],
  },
];
