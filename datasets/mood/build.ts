import { readFileSync } from "node:fs";
import { join } from "node:path";
import { about, category } from "../../scripts/datasets/columns.ts";
import { unpackPackage } from "../../scripts/datasets/packages.ts";
import type { DatasetFile } from "../../src/stdlib/data/dataset-file.ts";
import { creditColumns, featureColumns } from "../game-tracks/columns.ts";
import { GAMES } from "../game-tracks/games.ts";
import { measuredSegments } from "../game-tracks/tracks.ts";
import { MOOD_GAMES, MOODS, moodOf } from "./labels.ts";

const games = GAMES.filter(({ name }) => MOOD_GAMES.includes(name));

/** The packages that the music is taken from. */
export const sources = games.map(({ source }) => source);

/** What was done, in the order in which it was done. */
export const steps = [
  "take the tracks that labels.ts names; check those of Naev against its script music.lua",
  "measure them as game-tracks does: two segments of 30 s, trackFeatures at 22050 Hz, 4 significant digits",
];

/** Builds the dataset from its packages, unpacked under `cache`. */
export function build(cache: string): { dataset: DatasetFile; clips: Map<string, Uint8Array> } {
  checkNaev(cache);
  const segments = measuredSegments(cache, (credit) => moodOf(credit) !== null);
  const labels = segments.map((segment) => moodOf(segment)!);
  const dataset: DatasetFile = {
    id: "mood",
    title: "Calm and action in games",
    summary: "Features of game music that is meant for calm or for action, from five games.",
    licence: "The features are facts; the recordings keep their own licences, see datasets/LICENSES.md.",
    classNames: [...MOODS],
    features: featureColumns(segments),
    target: category(
      about("mood", "what the music is for in its game"),
      labels.map(({ mood }) => mood),
      MOODS,
    ),
    group: "game",
    info: [
      category(
        about("game", "the game that the music belongs to"),
        segments.map(({ game }) => game),
      ),
      category(
        about("evidence", "what says what the track is for"),
        labels.map(({ evidence }) => evidence),
      ),
      ...creditColumns(segments),
    ],
    sources: [],
  };
  return { dataset, clips: new Map() };
}

/** Throws when a track that is called music for combat is not among what the game plays then, or the other way round. */
function checkNaev(cache: string): void {
  const naev = games.find(({ name }) => name === "Naev")!;
  const script = readFileSync(join(unpackPackage(naev.source, cache), naev.folder, "../music.lua"), "utf8");
  const combat = script.slice(script.indexOf("factional_combat ="));
  for (const [, name] of combat.matchAll(/"(\w+)"/g)) {
    const label = moodOf({ game: "Naev", file: `${name}.ogg` } as never);
    if (label?.mood === "calm") throw new Error(`${name} is called calm, but Naev plays it in combat.`);
  }
  for (const line of ["ambient_neutral", "agriculture", "cosmostation", "ambient1"]) {
    if (!script.includes(line)) throw new Error(`music.lua has no ${line}`);
  }
}
