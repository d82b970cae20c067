import { about, category, exact } from "../../scripts/datasets/columns.ts";
import type { SourcePackage } from "../../scripts/datasets/packages.ts";
import type { ColumnInfo, DatasetFile } from "../../src/stdlib/data/dataset-file.ts";
import { generate, type PracticeLog } from "./generate.ts";
import { SEED, TEACHERS } from "./planted.ts";

/** Nothing is taken from anywhere. */
export const sources: SourcePackage[] = [];

/** What was done, in the order in which it was done. */
export const steps = [
  `draw 20 teachers and 400 students with seed ${SEED} (generate.ts)`,
  "compute each student's score as planted.ts says; add the teacher and chance; round to one decimal",
  "put them into a random order",
];

const features: ColumnInfo[] = [
  about("yearsPlayed", "how long the student has played the instrument", {
    label: "years played",
    unit: "years",
  }),
  about("startScore", "score of the playing test before the term", {
    label: "score at the start",
    unit: "points",
  }),
  about("minutes", "minutes of practice a week", { label: "practice a week", unit: "min" }),
  about("days", "days a week on which there was practice", { label: "days a week", unit: "days" }),
  about("slowShare", "share of practice below tempo", { label: "slow practice", unit: "%" }),
  about("metronomeShare", "share of practice with a metronome", { label: "with metronome", unit: "%" }),
  about("recordings", "how often the student recorded the own playing in the term", { unit: "times" }),
  about("pieces", "how many pieces were practised at once", { unit: "pieces" }),
  about("hour", "usual hour of practice", { unit: "h" }),
  about("missed", "lessons missed of twelve", { label: "lessons missed", unit: "lessons" }),
];

/** Makes the dataset up: the same each time. */
export function build(): { dataset: DatasetFile; clips: Map<string, Uint8Array> } {
  return { dataset: datasetOf(generate()), clips: new Map() };
}

function datasetOf(logs: PracticeLog[]): DatasetFile {
  return {
    id: "practice",
    title: "Practice logs (synthetic)",
    summary:
      "A term of practice of 400 music students who do not exist, with planted effects on their score in a playing test.",
    licence: "MIT",
    synthetic: true,
    classNames: [],
    features: features.map((info) =>
      exact(
        info,
        logs.map((log) => log[info.name as keyof PracticeLog] as number),
      ),
    ),
    target: exact(
      about("score", "score of the playing test after the term, 0 to 100", {
        label: "score at the end",
        unit: "points",
      }),
      logs.map(({ score }) => score),
    ),
    group: "teacher",
    info: [
      category(
        about("teacher", "whose student it is"),
        logs.map(({ teacher }) => teacher),
        Array.from({ length: TEACHERS }, (_, i) => `teacher ${i + 1}`),
      ),
    ],
    sources: [
      {
        name: "practice",
        authors: "the authors of this course",
        licence: "MIT",
        source: "made up by datasets/practice/generate.ts",
        credit: "synthetic: nobody practised",
      },
    ],
  };
}
