import { readFileSync } from "node:fs";
import { join } from "node:path";
import { about, category, exact, measured, texts } from "../../scripts/datasets/columns.ts";
import { type SourcePackage, unpackPackage } from "../../scripts/datasets/packages.ts";
import type { DatasetFile } from "../../src/stdlib/data/dataset-file.ts";
import { isLeftOut } from "./left-out.ts";
import { type LexiconEntry, parseLexicon } from "./lexicon.ts";

/** The package that the ratings are taken from. */
export const sources: SourcePackage[] = [
  {
    registry: "npm",
    name: "vader-sentiment",
    version: "1.1.3",
    file: "vader-sentiment-1.1.3.tgz",
    sha256: "de3c50aee6ffe2bc7929f50a69b0a3905d7b63f6fb103c2397517aff799851d2",
    licence: "Apache-2.0",
  },
];

/** What was done, in the order in which it was done. */
export const steps = [
  "unpack the package; read vader_lexicon.txt (7,517 lines)",
  "leave out the 49 lines of left-out.ts",
  "compute mean and standard deviation from the ten ratings",
  "put words that begin with the same four letters in one family",
];

const FAMILY_LETTERS = 4;

/** Builds the dataset from its package, unpacked under `cache`. */
export function build(cache: string): { dataset: DatasetFile; clips: Map<string, Uint8Array> } {
  const [vader] = sources.map((source) => unpackPackage(source, cache));
  const lexicon = parseLexicon(readFileSync(join(vader!, "package/vader_lexicon.txt"), "utf8"));
  return { dataset: datasetOf(lexicon.filter(({ line }) => !isLeftOut(line))), clips: new Map() };
}

function datasetOf(entries: LexiconEntry[]): DatasetFile {
  const meanOf = ({ ratings }: LexiconEntry) =>
    ratings.reduce((sum, rating) => sum + rating, 0) / ratings.length;
  const spreadOf = (entry: LexiconEntry) => {
    const mean = meanOf(entry);
    const squares = entry.ratings.reduce((sum, rating) => sum + (rating - mean) ** 2, 0);
    return Math.sqrt(squares / entry.ratings.length);
  };
  const rating = (k: number) =>
    exact(
      about(
        `rating${k + 1}`,
        "one of the ten, from −4, very negative, to 4, very positive; not the same person in each line",
        {
          label: `rating ${k + 1}`,
          unit: "−4 to 4",
        },
      ),
      entries.map(({ ratings }) => ratings[k]!),
    );
  return {
    id: "valence",
    title: "How positive words are, by ten people each",
    summary: `${entries.length.toLocaleString("en")} English words and emoticons, each rated by ten people from −4, very negative, to 4, very positive.`,
    licence: "Apache-2.0",
    classNames: [],
    features: Array.from({ length: 10 }, (_, k) => rating(k)),
    target: measured(
      about("valence", "the mean of the ten ratings", { unit: "−4 to 4" }),
      entries.map(meanOf),
    ),
    group: "family",
    info: [
      texts(
        about("word", "the word or sign, as it stands in the lexicon"),
        entries.map(({ word }) => word),
      ),
      category(
        about(
          "kind",
          "word: letters, apostrophes, hyphens and spaces only, abbreviations among them; sign: all else",
        ),
        entries.map(({ word }) => (/^[a-z' -]*[a-z]{2}[a-z' -]*$/i.test(word) ? "word" : "sign")),
        ["word", "sign"],
      ),
      category(
        about("family", "the first four letters: words of one family are often forms of one word"),
        entries.map(({ word }) => word.slice(0, FAMILY_LETTERS).toLowerCase()),
      ),
      measured(
        about("spread", "standard deviation of the ten ratings: how much the raters disagree", {
          label: "spread of the ratings",
          unit: "points",
        }),
        entries.map(spreadOf),
      ),
      exact(
        about("line", "line of the lexicon, counted from 1"),
        entries.map(({ line }) => line),
      ),
    ],
    sources: [
      {
        name: "VADER lexicon",
        authors: "C. J. Hutto and Eric Gilbert; JavaScript port by Nima Eskandary, Comcast",
        licence: "Apache-2.0",
        source: "npm vader-sentiment 1.1.3",
        credit:
          "Hutto and Gilbert (2014), VADER: A Parsimonious Rule-based Model for Sentiment Analysis of Social Media Text, ICWSM-14",
      },
    ],
  };
}
