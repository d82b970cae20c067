import { readFileSync } from "node:fs";
import { join } from "node:path";
import { about, category, exact, measured, texts } from "../../scripts/datasets/columns.ts";
import { type SourcePackage, unpackPackage } from "../../scripts/datasets/packages.ts";
import { CountVectorizer } from "../../src/learn/index.ts";
import type { DatasetFile, TableFile } from "../../src/stdlib/data/dataset-file.ts";
import { type Form, formOf, genreOf, VIOLENT } from "./forms.ts";
import { LYRICS } from "./lyrics.ts";
import { nurserySongs } from "./nursery.ts";
import { type Psalm, readPsalms } from "./psalms.ts";
import { genreByWords, meanValence, moodByWords, wordCountOf } from "./rules.ts";

/** The packages that the texts, and the ratings of words, are taken from. */
export const sources: SourcePackage[] = [
  {
    registry: "debian",
    name: "sword-text-web",
    version: "426.0-1",
    file: "sword-text-web_426.0-1_all.deb",
    sha256: "930b23670b352f0829a306501de4bebb5e654a2df02cde2cbe86b802177868e1",
    licence: "public domain (the World English Bible, an English translation that its makers gave away)",
  },
  {
    registry: "debian",
    name: "gcompris-qt-data",
    version: "3.1-2",
    file: "gcompris-qt-data_3.1-2_all.deb",
    sha256: "e9cf06ab2105529068df73085784e835d2ff03f870d2a8091f09125d40abac9f",
    licence: "GPL-3+; the words of the six songs used are of the 19th century or older",
  },
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
  "unpack the packages; read the psalms from the compressed SWORD text, without notes, titles and pauses (Selah)",
  "keep the psalms of the four forms of forms.ts, without those that it calls violent",
  "count words with CountVectorizer of src/learn: those of two letters or more that are in at least eight psalms",
  "label each text by the rules of rules.ts; its mean valence is that of its words in vader_lexicon.txt",
  "add six songs of GCompris and the lyrics of lyrics.ts as further tables",
];

/** A word that is in fewer texts tells little of any. */
const LEAST_TEXTS = 8;
const EXAMPLES = { praise: 117, lament: 13 };

/** Builds the dataset from its packages, unpacked under `cache`. */
export function build(cache: string): { dataset: DatasetFile; clips: Map<string, Uint8Array> } {
  const [web, gcompris, vader] = sources.map((source) => unpackPackage(source, cache));
  const psalms = readPsalms(web!);
  const lexicon = readLexicon(join(vader!, "package/vader_lexicon.txt"));
  const songs = psalms.filter(({ number }) => formOf(number) && !VIOLENT.includes(number)).map(toSong);
  const dataset: DatasetFile = {
    id: "songtexts",
    title: "Song texts: psalms of praise and of lament",
    summary: "Words of old songs in two genres, with moods by rule, and short lyrics to read and sing.",
    licence: "The psalms are public domain; the lyrics of our own are CC0-1.0.",
    classNames: ["praise", "lament"],
    features: wordCounts(songs),
    target: category(
      about("genre", "Praise (hymns, thanksgivings) or lament, by the form that scholars see in it."),
      songs.map(({ genre }) => genre),
      ["praise", "lament"],
    ),
    group: "song",
    info: infoOf(songs, lexicon),
    sources: [
      {
        name: "World English Bible",
        authors: "the contributors of eBible.org",
        licence: "public domain",
        source: "Debian sword-text-web 426.0-1",
        credit: "from the World English Bible, public domain, without its notes, titles and pauses",
      },
    ],
    examples: Object.fromEntries(
      Object.entries(EXAMPLES).map(([genre, psalm]) => [
        genre,
        songs.findIndex(({ number }) => number === psalm),
      ]),
    ),
    tables: {
      leftOut: leftOutTable(psalms),
      lyrics: lyricsTable(),
      songs: songsTable(join(gcompris!, "usr/share/gcompris-qt/rcc/piano_composition.rcc")),
    },
  };
  return { dataset, clips: new Map() };
}

type Song = Psalm & { text: string; form: Form; genre: "praise" | "lament" };

function toSong(psalm: Psalm): Song {
  const form = formOf(psalm.number)!;
  return { ...psalm, text: psalm.lines.join("\n"), form, genre: genreOf(form) };
}

function wordCounts(songs: readonly Song[]): DatasetFile["features"] {
  const vectorizer = new CountVectorizer({ minDf: LEAST_TEXTS });
  const counts = vectorizer.fitTransform(songs.map(({ text }) => text));
  return vectorizer.getFeatureNamesOut().map((word, column) =>
    exact(
      about(word, "How often the word occurs.", { unit: "times" }),
      songs.map((_, row) => counts.row(row)[column]!),
    ),
  );
}

function infoOf(songs: readonly Song[], lexicon: ReadonlyMap<string, number>): DatasetFile["info"] {
  const valences = songs.map(({ text }) => meanValence(text, lexicon));
  const middle = valences.toSorted((a, b) => a - b)[Math.floor(valences.length / 2)]!;
  return [
    texts(
      about("id", "Its name."),
      songs.map(({ number }) => `psalm-${number}`),
    ),
    exact(
      about("number", "Its number among the psalms."),
      songs.map(({ number }) => number),
    ),
    category(
      about("form", "Its form, after Gunkel and Begrich."),
      songs.map(({ form }) => form),
    ),
    category(
      about("song", "Two psalms that are one song (42 and 43) bear one name: keep them together."),
      songs.map(({ number }) => (number === 43 ? "psalm-42" : `psalm-${number}`)),
    ),
    category(
      about("book", "Which of the five books it is in: they were collected one after the other."),
      songs.map(({ number }) => bookOf(number)),
    ),
    category(
      about("collection", "Whose name stands above it."),
      songs.map(({ title }) => collectionOf(title)),
    ),
    category(
      about(
        "genreByWords",
        "Its genre by a rule: calls to praise against pleas; missing where there are as many.",
        {
          label: "genre by words",
        },
      ),
      songs.map(({ text }) => genreByWords(text)),
      ["praise", "lament"],
    ),
    category(
      about(
        "moodByWords",
        "Its mood by a rule: glad words against sad ones; missing where there are as many.",
        {
          label: "mood by words",
        },
      ),
      songs.map(({ text }) => moodByWords(text)),
      ["glad", "sad"],
    ),
    category(
      about("moodByLexicon", "Its mood by another rule: glad where its valence is in the upper half.", {
        label: "mood by lexicon",
      }),
      valences.map((valence) => (valence >= middle ? "glad" : "sad")),
      ["glad", "sad"],
    ),
    measured(
      about("valence", "The mean of the ratings of its words, as far as people rated them.", {
        unit: "−4 to 4",
      }),
      valences,
    ),
    exact(
      about("wordCount", "How many words it has.", { label: "length", unit: "words" }),
      songs.map(({ text }) => wordCountOf(text)),
    ),
    texts(
      about("wording", "The whole text, line by line."),
      songs.map(({ text }) => text),
    ),
  ];
}

/** The mean rating of each single word that the lexicon has. */
function readLexicon(path: string): Map<string, number> {
  const lines = readFileSync(path, "utf8").trim().split("\n");
  return new Map(lines.map((line) => line.split("\t")).map(([word, mean]) => [word!, Number(mean)]));
}

/** The first psalm of each book after the first. */
const BOOK_STARTS = [42, 73, 90, 107];

function bookOf(psalm: number): string {
  return `book ${1 + BOOK_STARTS.filter((start) => psalm >= start).length}`;
}

function collectionOf(title: string): string {
  const named = /\b(David|Asaph|Korah|Moses)\b/.exec(title)?.[1];
  if (named) return named;
  return /Ascents/.test(title) ? "Songs of Ascents" : "no name";
}

function leftOutTable(psalms: readonly Psalm[]): TableFile {
  const out = psalms.filter(({ number }) => !formOf(number) || VIOLENT.includes(number));
  return {
    title: "Left out",
    description: "The psalms that are not here, and why.",
    columns: [
      exact(
        about("number", "Its number among the psalms."),
        out.map(({ number }) => number),
      ),
      category(
        about("reason", "Why it is not here."),
        out.map(({ number }) =>
          VIOLENT.includes(number)
            ? "asks for or celebrates violence"
            : "of no or of several of the four forms, or disputed",
        ),
      ),
    ],
  };
}

function lyricsTable(): TableFile {
  return {
    title: "Lyrics of our own",
    description: "Short lyrics that were written for this course, CC0-1.0.",
    columns: [
      texts(
        about("title", "Its title."),
        LYRICS.map(({ title }) => title),
      ),
      category(
        about("kind", "What kind of song it is."),
        LYRICS.map(({ kind }) => kind),
      ),
      category(
        about("mood", "What its author meant it to be."),
        LYRICS.map(({ mood }) => mood),
        ["glad", "sad"],
      ),
      texts(
        about("lines", "The words, line by line."),
        LYRICS.map(({ lines }) => lines),
      ),
    ],
  };
}

function songsTable(rcc: string): TableFile {
  const songs = nurserySongs(rcc);
  return {
    title: "Nursery songs",
    description: "English songs whose words belong to nobody any more: all of them that these packages have.",
    columns: [
      texts(
        about("title", "Its title."),
        songs.map(({ title }) => title),
      ),
      texts(
        about("words", "Who made the words, and when."),
        songs.map(({ words }) => words),
      ),
      texts(
        about("lines", "The words."),
        songs.map(({ text }) => text),
      ),
    ],
  };
}
