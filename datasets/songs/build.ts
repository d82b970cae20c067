import { soundFile } from "../../scripts/datasets/clips.ts";
import { about, category, exact, measured, texts } from "../../scripts/datasets/columns.ts";
import { clipColumns } from "../../scripts/datasets/drum-table.ts";
import { beatFMeasure, onsetFMeasure } from "../../src/music/index.ts";
import type { DatasetFile } from "../../src/stdlib/data/dataset-file.ts";
import { EXCERPT_SECONDS } from "./excerpt.ts";
import { lagOf } from "./hearing.ts";
import { MAKERS } from "./makers.ts";
import { type Song, songOf } from "./song.ts";
import { SONG_PACKAGES, songFolders } from "./songs.ts";
import { songTables } from "./tables.ts";

/** The packages that the songs are taken from. */
export const sources = Object.values(SONG_PACKAGES);

/** What was done, in the order in which it was done. */
export const steps = [
  "unpack both packages; read the tempo and the notes of the hardest level from each song's notes.mid",
  "decode song.ogg and guitar.ogg with ffmpeg to mono, 44100 Hz, 32-bit float; add them",
  "cut 12 s from 0.1 s before the bar line nearest to 40 % of the song after which the chart is no thinner than on average",
  "bring to one peak level, fade both ends over 20 ms; measure with tempo, beatTrack and onsetDetect of src/music, before any compression",
  "encode each to mono Opus in WebM at 56 kbit/s",
];

const BIT_RATE = "56k";

/** Builds the dataset and its clips from the packages, unpacked under `cache`. */
export function build(cache: string): { dataset: DatasetFile; clips: Map<string, Uint8Array> } {
  const songs = songFolders(cache).map(songOf);
  const of = <T>(value: (song: Song) => T): T[] => songs.map(value);
  const onsetScore = (key: "precision" | "recall") =>
    of(({ onsets, heard }) => onsetFMeasure(onsets, heard.onsets)[key]);
  const files = songs.map(({ title, excerpt }) =>
    soundFile(title, [{ id: title, samples: () => excerpt.samples }], BIT_RATE),
  );
  const dataset: DatasetFile = {
    id: "songs",
    title: "Songs with charts",
    summary:
      "Twelve seconds of eight recorded rock and metal songs, with their tempo, beats and charted guitar onsets.",
    licence: "The songs keep their licences, MIT and CC-BY-SA-3.0: see datasets/LICENSES.md.",
    classNames: [],
    target: measured(
      about("bpm", "the tempo that the song was made to, from its chart", {
        label: "tempo",
        unit: "beats a minute",
      }),
      of(({ chart }) => chart.bpm),
    ),
    features: [
      measured(
        about("tempo", "what music.tempo finds in the excerpt", {
          label: "tempo found",
          unit: "beats a minute",
        }),
        of(({ heard }) => heard.tempo),
      ),
      measured(
        about("plainTempo", "what music.tempo finds as it was published (plain)", {
          label: "tempo found, plain",
          unit: "beats a minute",
        }),
        of(({ heard }) => heard.plainTempo),
      ),
      measured(
        about("onsetRate", "what music.onsetDetect finds in the excerpt", {
          label: "onsets found",
          unit: "onsets a second",
        }),
        of(({ heard }) => heard.onsets.length / EXCERPT_SECONDS),
      ),
    ],
    info: [
      texts(
        about("title", "the song"),
        of(({ title }) => title),
      ),
      category(
        about("artist", "who made it"),
        of(({ maker }) => MAKERS[maker].name),
      ),
      category(
        about("style", "the genre in the file; Sectoid's files state none"),
        of(({ maker }) => MAKERS[maker].style),
      ),
      exact(
        about("start", "where in the song the excerpt begins", { unit: "s" }),
        of(({ excerpt }) => Math.round(excerpt.start * 1e4) / 1e4),
      ),
      exact(
        about("charted", "charted onsets in the excerpt", { label: "charted onsets", unit: "onsets" }),
        of(({ onsets }) => onsets.length),
      ),
      measured(
        about("recall", "charted onsets that music.onsetDetect has within 50 ms", { unit: "share" }),
        onsetScore("recall"),
      ),
      measured(
        about("precision", "onsets of music.onsetDetect that are charted within 50 ms", { unit: "share" }),
        onsetScore("precision"),
      ),
      measured(
        about("beatF", "F-measure of the beats of music.beatTrack, within 70 ms", {
          label: "beat F",
          unit: "0 to 1",
        }),
        of(({ beats, heard }) => beatFMeasure(beats, heard.beats)),
      ),
      exact(
        about("lag", "how much later the sound comes than the chart says", { unit: "ms" }),
        of(({ onsets, heard }) => Math.round(1000 * lagOf(onsets, heard.onsets))),
      ),
      category(
        about("known", "whether the weights of music.tempo were learned with other excerpts of this song"),
        // scripts/quality tunes on every other song.
        songs.map((_, i) => (i % 2 === 1 ? "yes" : "no")),
      ),
    ],
    sources: Object.values(MAKERS).map(({ style, ...source }) => source),
    source: "artist",
    group: "artist",
    clips: clipColumns(songs.map(({ title }, i) => files[i].places.get(title))),
    tables: songTables(songs),
  };
  return { dataset, clips: new Map(files.map(({ file, bytes }) => [file, bytes])) };
}
