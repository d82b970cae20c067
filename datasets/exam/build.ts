import { join } from "node:path";
import { about, category, exact, measured } from "../../scripts/datasets/columns.ts";
import { type SourcePackage, unpackPackage } from "../../scripts/datasets/packages.ts";
import { type RColumn, readDataFrame } from "../../scripts/datasets/r-database.ts";
import type { DatasetFile } from "../../src/stdlib/data/dataset-file.ts";

/** The package that the figures are taken from. */
export const sources: SourcePackage[] = [
  {
    registry: "debian",
    name: "r-cran-mlmrev",
    version: "1.0-8-2",
    file: "r-cran-mlmrev_1.0-8-2_all.deb",
    sha256: "bde832a2c2398dae3951c617a43d6b1fb815ded59188f9420a3cf8aa3514c648",
    licence: "GPL-2+ (the package; of it only the figures are used)",
  },
];

/** What was done, in the order in which it was done. */
export const steps = [
  "unpack the package; read the data frame Exam from its data/Rdata.rdb",
  "turn the names of the intake bands round: the package calls the band with the highest scores “bottom 25%”",
  "leave out type, which says again what schgend says",
  "round scores to 4 significant digits",
];

const BANDS = ["lowest quarter", "middle half", "highest quarter"];
// As the package names them, against what the scores in them say: its means are .92, −.15 and −1.33.
const INTAKE_BANDS: Record<string, string> = {
  "top 25%": BANDS[0]!,
  "mid 50%": BANDS[1]!,
  "bottom 25%": BANDS[2]!,
};
const SCHOOL_BANDS: Record<string, string> = {
  "bottom 25%": BANDS[0]!,
  "mid 50%": BANDS[1]!,
  "top 25%": BANDS[2]!,
};

/** Builds the dataset from its package, unpacked under `cache`. */
export function build(cache: string): { dataset: DatasetFile; clips: Map<string, Uint8Array> } {
  const [mlmrev] = sources.map((source) => unpackPackage(source, cache));
  const exam = readDataFrame(join(mlmrev!, "usr/lib/R/site-library/mlmRev/data/Rdata"), "Exam");
  return { dataset: datasetOf(exam), clips: new Map() };
}

function datasetOf(exam: Map<string, RColumn>): DatasetFile {
  const numbers = (name: string) => exam.get(name)!.values as number[];
  const levels = (name: string) => exam.get(name)!.values as string[];
  const isOne = (name: string, level: string) => levels(name).map((value) => Number(value === level));
  return {
    id: "exam",
    title: "Exam scores of pupils in 65 schools",
    summary:
      "Exam scores of 4,059 pupils of 65 schools in Inner London at sixteen, and their reading scores at eleven.",
    licence: "figures are facts",
    classNames: [],
    features: [
      measured(
        about("intake", "London Reading Test at eleven: 0 is the mean, 1 a standard deviation", {
          label: "reading score at eleven",
          unit: "SD",
        }),
        numbers("standLRT"),
      ),
      measured(
        about("schoolIntake", "mean reading score at eleven of the school's pupils", {
          label: "school's mean reading score",
          unit: "SD",
        }),
        numbers("schavg"),
      ),
      exact(about("girl", "1 for a girl, 0 for a boy, as the register had it"), isOne("sex", "F")),
      exact(
        about("girlsSchool", "1 for a pupil of a school for girls only", { label: "girls' school" }),
        isOne("schgend", "girls"),
      ),
      exact(
        about("boysSchool", "1 for a pupil of a school for boys only", { label: "boys' school" }),
        isOne("schgend", "boys"),
      ),
    ],
    target: measured(
      about(
        "score",
        "exam score at sixteen, turned into normal scores: 0 is the middle, 1 a standard deviation",
        {
          label: "exam score at sixteen",
          unit: "SD",
        },
      ),
      numbers("normexam"),
    ),
    group: "school",
    info: [
      exact(
        about("pupil", "the pupil's number in the school; four numbers are used twice"),
        levels("student").map(Number),
      ),
      category(
        about("school", "which of the 65 schools"),
        levels("school").map((number) => `school ${number}`),
        exam.get("school")!.levels!.map((number) => `school ${number}`),
      ),
      category(
        about("schoolKind", "whom the school takes", { label: "kind of school" }),
        levels("schgend"),
        exam.get("schgend")!.levels!,
      ),
      category(
        about("intakeBand", "band of the pupil's own score at eleven", { label: "pupil's band at eleven" }),
        levels("intake").map((band) => INTAKE_BANDS[band]!),
        BANDS,
      ),
      category(
        about("schoolBand", "band of the school's mean score at eleven", {
          label: "school's band at eleven",
        }),
        levels("vr").map((band) => SCHOOL_BANDS[band]!),
        BANDS,
      ),
    ],
    sources: [
      {
        name: "mlmRev, Exam",
        authors: "Harvey Goldstein, Jon Rasbash and others",
        licence: "figures are facts",
        source: "Debian r-cran-mlmrev 1.0-8-2",
        credit:
          "Goldstein, Rasbash and others (1993), A multilevel analysis of school examination results, Oxford Review of Education 19, 425–433",
      },
    ],
  };
}
