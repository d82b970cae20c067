import { join } from "node:path";
import { clipFile } from "../../scripts/datasets/clips.ts";
import { about, category, exact, measured, texts } from "../../scripts/datasets/columns.ts";
import { SAMPLE_RATE } from "../../scripts/datasets/decode.ts";
import { clipColumns } from "../../scripts/datasets/drum-table.ts";
import { type SourcePackage, unpackPackage } from "../../scripts/datasets/packages.ts";
import { SOUNDFONTS, type SoundfontInfo } from "../../scripts/datasets/soundfonts.ts";
import { PITCH_CLASSES } from "../../src/music/index.ts";
import type { Column, ColumnInfo, DatasetFile, TableFile } from "../../src/stdlib/data/dataset-file.ts";
import { FIVE_GENRES, GENRES } from "./genres.ts";
import { grooveFeatureColumns } from "./groove-features.ts";
import type { GrooveRow } from "./groove-row.ts";
import { mmaGrooves } from "./mma-grooves.ts";
import { ownRows } from "./own-rows.ts";
import { CHORDS } from "./progression.ts";

const [FLUID, MUSESCORE, TIM] = SOUNDFONTS;
const MMA: SourcePackage = {
  registry: "debian",
  name: "mma",
  version: "21.09-1",
  file: "mma_21.09-1_all.deb",
  sha256: "ee2fa4c2d029adc0750f7194ad52de4a75dafa9de0e4ee02962f807f50083acf",
  licence: "GPL-2.0-or-later: its patterns were played and measured, and are not bundled",
};

/** The packages that the patterns and the sounds are taken from. */
export const sources: SourcePackage[] = [MMA, FLUID.package, TIM.package, MUSESCORE.package];

/** What was done, in the order in which it was done. */
export const steps = [
  "unpack the packages; of each file of mma's library that genres.ts lists take the first groove that goes on and on, the last, and the one between",
  "let mma play each: ten bars of triads of one key, the key, the chords and the tempo (90 to 160) drawn by a seed, RndSeed fixed; leave out the files that midi-doubts.ts finds not to be what the sheet says",
  "render with fluidsynth, the files on Fluid and TimGM6mb by turns, no reverb, no chorus, as floats at 44100 Hz, mixed to mono",
  "render the twenty grooves of own-grooves.ts, Fluid and MuseScore by turns, in the same way",
  "measure with tempo, onsetDetect, audioFeatures, chroma and chromaStft of src/music, before any compression; round to 4 significant digits, chroma to 3 decimals",
  "of our own grooves cut the first four bars, bring to one peak level, join them in a file for each soundfont, encode to mono Opus in WebM at 24 kbit/s",
];

const HEARD_BARS = 4;
const FADE_SECONDS = 0.1;
const CHROMA_DIGITS = 3;

/** Builds the dataset and its clips from its packages, unpacked under `cache`. */
export function build(cache: string): { dataset: DatasetFile; clips: Map<string, Uint8Array> } {
  const paths = (soundfonts: SoundfontInfo[]) =>
    Object.fromEntries(
      soundfonts.map((soundfont) => [
        soundfont.source.name,
        join(unpackPackage(soundfont.package, cache), soundfont.path),
      ]),
    );
  const mma = join(unpackPackage(MMA, cache), "usr/share/mma");
  return datasetOf(mmaGrooves(mma, paths([FLUID, TIM])), ownRows(paths([FLUID, MUSESCORE])));
}

/** The dataset and its clips, of what was measured of mma's grooves and of ours. */
export function datasetOf(
  library: GrooveRow[],
  own: GrooveRow[],
): { dataset: DatasetFile; clips: Map<string, Uint8Array> } {
  const rows = [...library, ...own];
  const files = [FLUID, MUSESCORE].map(({ source: { name } }) => clipsOn(name, own));
  const places = new Map(files.flatMap((file) => [...file.places]));
  const dataset: DatasetFile = {
    id: "grooves",
    title: "Accompaniments in eight genres",
    summary: "Features of accompaniment patterns in eight genres, and the chroma and true chord of each bar.",
    licence:
      "The features are facts; the grooves that can be heard are CC0 on MIT sounds, see datasets/LICENSES.md.",
    classNames: GENRES,
    target: category(
      about("genre", "what kind of music it accompanies, by the name of its file"),
      rows.map(({ genre }) => genre),
      GENRES,
    ),
    features: grooveFeatureColumns.map((column, j) =>
      measured(
        column,
        rows.map(({ x }) => x[j]),
      ),
    ),
    group: "file",
    info: infoColumns(rows),
    sources: [FLUID, MUSESCORE, TIM].map(({ source }) => source),
    source: "soundfont",
    clips: clipColumns(rows.map(({ id }) => places.get(id))),
    examples: Object.fromEntries(
      FIVE_GENRES.map((genre) => [
        genre,
        rows.findIndex((row) => row.library === "Etude" && row.genre === genre),
      ]),
    ),
    tables: { bars: barsTable(rows) },
  };
  return { dataset, clips: new Map(files.map(({ file, bytes }) => [file, bytes])) };
}

function clipsOn(soundfont: string, rows: GrooveRow[]): ReturnType<typeof clipFile> {
  const heard = rows.filter((row) => row.soundfont === soundfont);
  const seconds = ({ beats, bpm }: GrooveRow) => (HEARD_BARS * beats * 60) / bpm;
  return clipFile(
    soundfont,
    heard.map((row) => ({ id: row.id, samples: () => faded(row.y!, seconds(row)) })),
    { longestSeconds: Math.max(...heard.map(seconds)), bitRate: "24k" },
  );
}

/** The first seconds of a sound, faded out at the end. */
function faded(y: Float32Array, seconds: number): Float32Array {
  const length = Math.round(seconds * SAMPLE_RATE);
  const fade = FADE_SECONDS * SAMPLE_RATE;
  return y.slice(0, length).map((sample, i) => sample * Math.min(1, (length - i) / fade));
}

function infoColumns(rows: GrooveRow[]): DatasetFile["info"] {
  const of = <K extends keyof GrooveRow>(key: K): GrooveRow[K][] => rows.map((row) => row[key]);
  return [
    texts(about("id", "file and groove"), of("id")),
    category(about("file", "the file of the library: its grooves are variations of each other"), of("file")),
    category(about("library", "mma, or Etude for our own"), of("library"), ["mma", "Etude"]),
    category(
      about("genreOfFive", "the genre, if it is one of five that are told apart more easily; else missing"),
      rows.map(({ genre }) => (FIVE_GENRES.includes(genre) ? genre : null)),
      FIVE_GENRES,
    ),
    category(about("soundfont", "the collection of samples that it was played on"), of("soundfont")),
    exact(about("beats", "beats in a bar", { unit: "quarter notes" }), of("beats")),
    exact(about("tempo", "the tempo that it was played at", { unit: "quarter notes a minute" }), of("bpm")),
  ];
}

function barsTable(rows: GrooveRow[]): TableFile {
  const bars = rows.flatMap((row, groove) =>
    row.chords.map((chord, bar) => ({ groove, bar, chord, file: row.file })),
  );
  return {
    title: "Bars",
    description:
      "Every bar of every groove: what is heard of each pitch class, and the chord that was played.",
    columns: [
      category(
        about("chord", "the chord that was played: a major or minor triad"),
        bars.map(({ chord }) => CHORDS[chord]),
        CHORDS,
      ),
      exact(
        about("groove", "the row of the groove"),
        bars.map(({ groove }) => groove),
      ),
      exact(
        about("bar", "which bar of it, from 0"),
        bars.map(({ bar }) => bar),
      ),
      category(
        about("file", "the file of the groove"),
        bars.map(({ file }) => file),
      ),
      exact(
        about("tones", "how many of the three notes of the chord are struck in it"),
        rows.flatMap(({ tones }) => tones),
      ),
      ...chromaColumns(
        (name) =>
          about(name, `how much of ${name} is heard in the bar, against the most`, { unit: "0 to 1" }),
        rows.flatMap(({ chroma }) => chroma),
      ),
      ...chromaColumns(
        (name) =>
          about(`stft${name}`, `the same of ${name}, overtones and drums left in`, { unit: "0 to 1" }),
        rows.flatMap(({ plainChroma }) => plainChroma),
      ),
    ],
  };
}

/** A column for each pitch class, of twelve numbers a bar. */
function chromaColumns(info: (pitchClass: string) => ColumnInfo, bars: number[][]): Column[] {
  return PITCH_CLASSES.map((name, k) =>
    exact(
      info(name),
      bars.map((bar) => Number(bar[k].toFixed(CHROMA_DIGITS))),
    ),
  );
}
