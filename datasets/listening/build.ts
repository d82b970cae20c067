import { about, category, exact, measured, texts } from "../../scripts/datasets/columns.ts";
import type { SourcePackage } from "../../scripts/datasets/packages.ts";
import type { DatasetFile } from "../../src/stdlib/data/dataset-file.ts";
import { generate, type Listener, type Play, type Track } from "./generate.ts";
import { genreNames, SEED, tastes } from "./planted.ts";

/** Nothing is taken from anywhere. */
export const sources: SourcePackage[] = [];

/** What was done, in the order in which it was done. */
export const steps = [
  `draw 200 tracks and 300 listeners with seed ${SEED} as planted.ts says: genres, tastes, popularity, liveliness`,
  "draw for each pair how often it was played (generate.ts); keep what is above 0",
  "count the plays of each listener by genre",
];

const GENRE_LABELS: Record<string, string> = { hipHop: "hip-hop" };

/** Makes the dataset up: the same each time. */
export function build(): { dataset: DatasetFile; clips: Map<string, Uint8Array> } {
  const { tracks, listeners, plays } = generate();
  return { dataset: datasetOf(tracks, listeners, plays), clips: new Map() };
}

function datasetOf(tracks: Track[], listeners: Listener[], plays: Play[]): DatasetFile {
  const labelOf = (genre: string) => GENRE_LABELS[genre] ?? genre;
  const counted = (genre: string) => {
    const counts = new Array<number>(listeners.length).fill(0);
    for (const { listener, track, count } of plays) {
      if (tracks[track]!.genre === genre) counts[listener]! += count;
    }
    return counts;
  };
  const names = {
    listeners: listeners.map((each) => each.listener),
    tracks: tracks.map((each) => each.track),
  };
  return {
    id: "listening",
    title: "Listening counts (synthetic)",
    summary: `How often 300 listeners who do not exist played 200 tracks that do not exist: ${plays.length.toLocaleString("en")} counts, made up with planted tastes.`,
    licence: "MIT",
    synthetic: true,
    classNames: tastes.map(({ name }) => name),
    features: genreNames.map((genre) =>
      exact(
        about(genre, `how often the listener played tracks called ${labelOf(genre)}`, {
          label: labelOf(genre),
          unit: "plays",
        }),
        counted(genre),
      ),
    ),
    target: category(
      about("taste", "which of five planted tastes the listener was drawn from"),
      listeners.map(({ taste }) => taste),
      tastes.map(({ name }) => name),
    ),
    info: [
      texts(about("listener", "a name for somebody who does not exist"), names.listeners),
      measured(
        about("likesLively", "planted: above 0 for one who was made to prefer lively tracks", {
          label: "likes lively tracks",
        }),
        listeners.map(({ likesLively }) => likesLively),
      ),
    ],
    sources: [
      {
        name: "listening",
        authors: "the authors of this course",
        licence: "MIT",
        source: "made up by datasets/listening/generate.ts",
        credit: "synthetic: nobody listened to anything",
      },
    ],
    tables: {
      plays: {
        title: "Plays",
        description:
          "how often which listener played which track; pairs that are not there were never played",
        columns: [
          category(
            about("listener", "who"),
            plays.map(({ listener }) => names.listeners[listener]!),
            names.listeners,
          ),
          category(
            about("track", "what"),
            plays.map(({ track }) => names.tracks[track]!),
            names.tracks,
          ),
          exact(
            about("count", "how often", { unit: "plays" }),
            plays.map(({ count }) => count),
          ),
        ],
      },
      tracks: {
        title: "Tracks",
        description: "what was planted in each track",
        columns: [
          texts(about("track", "a name for something that does not exist"), names.tracks),
          category(
            about("genre", "what it is called"),
            tracks.map(({ genre }) => labelOf(genre)),
            genreNames.map(labelOf),
          ),
          measured(
            about("popularity", "planted: how much more it is played than others of its genre", {
              unit: "times",
            }),
            tracks.map(({ popularity }) => popularity),
          ),
          measured(
            about("liveliness", "planted: who likes lively tracks plays it more, whatever the genre"),
            tracks.map(({ liveliness }) => liveliness),
          ),
        ],
      },
    },
  };
}
