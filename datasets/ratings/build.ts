import { join } from "node:path";
import { about, category, exact } from "../../scripts/datasets/columns.ts";
import { type SourcePackage, unpackPackage } from "../../scripts/datasets/packages.ts";
import { readDataFrame } from "../../scripts/datasets/r-database.ts";
import type { DatasetFile } from "../../src/stdlib/data/dataset-file.ts";
import { type RatingRow, sampleRatings } from "./sample.ts";

/** The package that the figures are taken from. */
export const sources: SourcePackage[] = [
  {
    registry: "debian",
    name: "r-cran-lme4",
    version: "1.1-31-1",
    file: "r-cran-lme4_1.1-31-1_amd64.deb",
    sha256: "232c90c0504309ee64749af8ca8359e999a00e6dc0c1abf697640f1c16ecb4aa",
    licence: "GPL-2+ (the package; of it only the figures are used)",
  },
];

/** What was done, in the order in which it was done. */
export const steps = [
  "unpack the package; read the data frame InstEval (73,421 ratings) from its data/Rdata.rdb",
  "keep the 600 lecturers with the most ratings",
  "of the students with at least 10 ratings of these, draw 500 with seed 600",
];

/** Builds the dataset from its package, unpacked under `cache`. */
export function build(cache: string): { dataset: DatasetFile; clips: Map<string, Uint8Array> } {
  const [lme4] = sources.map((source) => unpackPackage(source, cache));
  const frame = readDataFrame(join(lme4!, "usr/lib/R/site-library/lme4/data/Rdata"), "InstEval");
  const column = (name: string) => frame.get(name)!.values as string[];
  const y = frame.get("y")!.values as number[];
  const [s, d, studage, lectage, service, dept] = ["s", "d", "studage", "lectage", "service", "dept"].map(
    column,
  ) as [string[], string[], string[], string[], string[], string[]];
  const all = y.map((rating, i) => ({
    student: s[i]!,
    lecturer: d[i]!,
    semester: Number(studage[i]),
    semestersAgo: Number(lectage[i]),
    service: Number(service[i]),
    department: dept[i]!,
    rating,
  }));
  return { dataset: datasetOf(sampleRatings(all)), clips: new Map() };
}

function datasetOf(rows: RatingRow[]): DatasetFile {
  const byNumber = (texts: string[]) =>
    [...new Set(texts)].sort((a, b) => Number(a.slice(1)) - Number(b.slice(1)));
  const codes = (name: string, description: string, texts: string[]) =>
    category(about(name, description), texts, byNumber(texts));
  return {
    id: "ratings",
    title: "Ratings of lecturers by students",
    summary: `${rows.length.toLocaleString("en")} ratings from 1 to 5 that 500 students gave 600 lecturers at ETH Zurich.`,
    licence: "figures are facts",
    classNames: [],
    features: [
      exact(
        about("semester", "semesters that the student has been enrolled: 2, 4, 6, or 8 for more", {
          label: "student's semester",
          unit: "semesters",
        }),
        rows.map((row) => row.semester),
      ),
      exact(
        about("semestersAgo", "semesters since the lecture: 1 to 6", {
          label: "semesters since the lecture",
          unit: "semesters",
        }),
        rows.map((row) => row.semestersAgo),
      ),
      exact(
        about("service", "1 for a lecture held for another department than the lecturer's own", {
          label: "for another department",
        }),
        rows.map((row) => row.service),
      ),
    ],
    target: exact(
      about("rating", "from 1, poor, to 5, very good"),
      rows.map((row) => row.rating),
    ),
    group: "student",
    info: [
      codes(
        "student",
        "who rates, by a number that stands for a person",
        rows.map((row) => `s${row.student}`),
      ),
      codes(
        "lecturer",
        "who is rated, by a number that stands for a person",
        rows.map((row) => `d${row.lecturer}`),
      ),
      codes(
        "department",
        "the department of the lecture, by a random number",
        rows.map((row) => `D${row.department}`),
      ),
    ],
    sources: [
      {
        name: "lme4, InstEval",
        authors: "students of ETH Zurich; Martin Mächler, Douglas Bates",
        licence: "figures are facts",
        source: "Debian r-cran-lme4 1.1-31-1",
        credit:
          "InstEval of the R package lme4: lectures rated by students of ETH Zurich, made anonymous by its authors",
      },
    ],
  };
}
