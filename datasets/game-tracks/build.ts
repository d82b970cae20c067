import { about, category } from "../../scripts/datasets/columns.ts";
import type { CategoryColumn, DatasetFile } from "../../src/stdlib/data/dataset-file.ts";
import { creditColumns, featureColumns } from "./columns.ts";
import { GAMES } from "./games.ts";
import { measuredSegments, type Segment } from "./tracks.ts";

/** The packages that the music is taken from. */
export const sources = GAMES.map(({ source }) => source);

/** What was done, in the order in which it was done. */
export const steps = [
  "unpack the packages; take the music (ogg, opus) that is at least 36 s long",
  "of each track take two segments of 30 s that do not overlap, away from its ends; of those shorter than a minute one from the middle",
  "decode with ffmpeg to mono, 22050 Hz, 32-bit float; measure with trackFeatures of src/music; round to 4 significant digits",
  "title, artist, licence and piece from credits.tsv; games with fewer than 13 tracks go to a further table",
];

/** A class needs enough tracks to be learned from and tested on. */
const LEAST_TRACKS = 13;

/** Builds the dataset from its packages, unpacked under `cache`. */
export function build(cache: string): { dataset: DatasetFile; clips: Map<string, Uint8Array> } {
  const segments = measuredSegments(cache);
  const tracksOf = (game: string) => new Set(segments.filter((s) => s.game === game).map((s) => s.file)).size;
  const classNames = GAMES.map(({ name }) => name).filter((name) => tracksOf(name) >= LEAST_TRACKS);
  const [rows, others] = [true, false].map((large) =>
    segments.filter(({ game }) => classNames.includes(game) === large),
  );
  const dataset: DatasetFile = {
    id: "game-tracks",
    title: "Music of games",
    summary: "Features of recorded music from thirteen free games, two segments of each track.",
    licence: "The features are facts; the recordings keep their own licences, see datasets/LICENSES.md.",
    classNames,
    features: featureColumns(rows),
    target: gameColumn(rows, classNames),
    group: "piece",
    info: creditColumns(rows),
    sources: [],
    tables: {
      smaller: {
        title: "Smaller soundtracks",
        description: "The same of five games with too few tracks to be classes.",
        columns: [gameColumn(others), ...creditColumns(others), ...featureColumns(others)],
      },
    },
  };
  return { dataset, clips: new Map() };
}

function gameColumn(segments: Segment[], levels?: string[]): CategoryColumn {
  return category(
    about("game", "the game that the music belongs to"),
    segments.map(({ game }) => game),
    levels,
  );
}
