import { join } from "node:path";
import { about, category, exact, texts } from "../../scripts/datasets/columns.ts";
import { type SourcePackage, unpackPackage } from "../../scripts/datasets/packages.ts";
import { type RColumn, readDataFrame } from "../../scripts/datasets/r-database.ts";
import type { Column, DatasetFile, NumberColumn } from "../../src/stdlib/data/dataset-file.ts";
import { moodItems } from "./items.ts";

/** The package that the figures are taken from. */
export const sources: SourcePackage[] = [
  {
    registry: "debian",
    name: "r-cran-psychtools",
    version: "2.2.9-1",
    file: "r-cran-psychtools_2.2.9-1_all.deb",
    sha256: "dcf65d93f0560f351d7e0184b7292d2ba8620dc8af1523c786f7d18df986c506",
    licence: "GPL-2+ (the package; of it only the figures are used)",
  },
];

/** What was done, in the order in which it was done. */
export const steps = [
  "unpack the package; read the data frame msqR (6,411 questionnaires of 3,032 people) from its data/Rdata.rdb",
  "keep each person's first questionnaire, so that no person comes twice",
  "leave out the study XRAY, whose first questionnaire followed a film that was shown to move",
  "keep the 25 words of items.ts, which were asked in both forms of the questionnaire",
  "set aside, in the table incomplete, who left one of these open",
];

// A drug column says what was swallowed half an hour before.
const DRUGS = ["placebo", "caffeine"];
const AFTER_A_FILM = "XRAY";

/** Builds the dataset from its package, unpacked under `cache`. */
export function build(cache: string): { dataset: DatasetFile; clips: Map<string, Uint8Array> } {
  const [psychtools] = sources.map((source) => unpackPackage(source, cache));
  const path = join(psychtools!, "usr/lib/R/site-library/psychTools/data/Rdata");
  return { dataset: datasetOf(readDataFrame(path, "msqR")), clips: new Map() };
}

function datasetOf(frame: Map<string, RColumn>): DatasetFile {
  const column = (name: string) => frame.get(name)!.values as (number | null)[];
  const studies = frame.get("study")!.values as string[];
  const isFirst = column("time").map((time, row) => time === 1 && studies[row] !== AFTER_A_FILM);
  const answers = moodItems.map(({ item }) => column(item));
  const isComplete = (row: number) => answers.every((values) => values[row] !== null);
  const first = isFirst.flatMap((is, row) => (is ? [row] : []));
  const complete = first.filter(isComplete);
  const incomplete = first.filter((row) => !isComplete(row));

  const features = (rows: number[]): NumberColumn[] =>
    moodItems.map(({ item, name, scale }, i) => {
      const word = item.replaceAll(".", " ");
      const description = `“${word}”: 0 not at all, 1 a little, 2 moderately, 3 very much; a word for ${scale}`;
      return exact(
        about(name, description, { label: word, unit: "0 to 3" }),
        rows.map((row) => answers[i]![row]!),
      );
    });
  const info = (rows: number[]): Column[] => [
    texts(
      about("id", "the study and the person's number in it"),
      rows.map((row) => `${studies[row]}-${column("id")[row]}`),
    ),
    category(
      about("study", "which of the laboratory's studies, by its name there"),
      rows.map((row) => studies[row]!),
    ),
    exact(
      about("hour", "the time of day of the study, where it is known", { unit: "h" }),
      rows.map((row) => column("TOD")[row]!),
    ),
    category(
      about("drug", "what was given half an hour before, where the study gave something"),
      rows.map((row) => drugOf(column("drug")[row]!)),
      DRUGS,
    ),
  ];
  return {
    id: "moods",
    title: "Moods of students, in 25 words",
    summary: `How ${complete.length.toLocaleString("en")} students of one US university felt at the moment, each word from 0 to 3.`,
    licence: "figures are facts",
    classNames: [],
    features: features(complete),
    group: "study",
    info: info(complete),
    sources: [
      {
        name: "psychTools, msqR",
        authors: "William Revelle and Kristen Joan Anderson",
        licence: "figures are facts",
        source: "Debian r-cran-psychtools 2.2.9-1",
        credit:
          "Motivational State Questionnaire, William Revelle and Kristen Joan Anderson, Northwestern University",
      },
    ],
    tables: {
      incomplete: {
        title: "Questionnaires with open answers",
        description:
          "first questionnaires of people who left at least one of the 25 words open; same columns",
        columns: [...info(incomplete), ...features(incomplete)],
      },
    },
  };
}

function drugOf(code: number | null): string | null {
  return code === null ? null : DRUGS[code - 1]!;
}
