import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readCredits } from "../../../datasets/game-tracks/credits.ts";
import {
  acrossGames,
  byChance,
  intervalOf,
  singleFeatures,
  withinGames,
} from "../../../datasets/mood/baselines.ts";
import { MOOD_GAMES, moodOf } from "../../../datasets/mood/labels.ts";
import { openDataset } from "../../../scripts/datasets/open.ts";

const mood = openDataset("mood");
const datasheet = readFileSync(join(import.meta.dirname, "../../../datasets/mood/README.md"), "utf8");
const pieces = mood.column("piece") as string[];

/** How many pieces of a game have a mood. */
function tracks(game: string, label: string): number {
  return new Set(pieces.filter((_, i) => mood.groups[i] === game && mood.y[i] === label)).size;
}

test("there are 147 different rows of 74 pieces, of both moods in each of five games", () => {
  expect(mood.X.rows).toBe(147);
  expect(new Set(Array.from({ length: 147 }, (_, i) => mood.X.row(i).join())).size).toBe(147);
  expect(new Set(pieces).size).toBe(74);
  const counts = MOOD_GAMES.map((game) => [tracks(game, "calm"), tracks(game, "action")]);
  expect(counts).toEqual([
    [18, 11],
    [6, 7],
    [5, 15],
    [3, 3],
    [4, 2],
  ]);
});

test("labels are what the games say", () => {
  const of = (game: string, file: string) =>
    moodOf(readCredits().find((credit) => credit.game === game && credit.file === file)!);
  // From naev's music.lua: combat = {"combat3", …}, mus = {"ocean"} after landing, ambient_neutral = {…, "eureka", …}.
  expect(of("Naev", "combat3.ogg")).toEqual({ mood: "action", evidence: "music.lua: choose_combat" });
  expect(of("Naev", "ocean.ogg")).toEqual({ mood: "calm", evidence: "music.lua: choose_land" });
  expect(of("Naev", "eureka.ogg")).toEqual({ mood: "calm", evidence: "music.lua: ambient_neutral" });
  // A faction's theme: played in peace by a warlike faction.
  expect(of("Naev", "dvaered1.ogg")).toBeNull();
  expect(of("UFO: Alien Invasion", "music/van_geoscape.ogg")?.mood).toBe("calm");
  expect(of("UFO: Alien Invasion", "music/MarineFireFight.ogg")?.mood).toBe("action");
  expect(of("Battle for Wesnoth", "main_menu.ogg")).toBeNull();
});

test("both segments of a track have one mood", () => {
  for (const piece of new Set(pieces)) {
    expect(new Set(mood.y.filter((_, i) => pieces[i] === piece)).size).toBe(1);
  }
});

test("the figures of the datasheet are those of the model: games are harder than tracks, and tracks than rows", () => {
  const { score, predictions } = acrossGames(mood);
  // scikit-learn 1.2.1, LogisticRegression(class_weight="balanced") and LeaveOneGroupOut: 0.6941667.
  expect(score).toBeCloseTo(0.6941667, 6);
  const [low, high] = intervalOf(mood, predictions);
  expect([low.toFixed(2), high.toFixed(2)]).toEqual(["0.61", "0.78"]);
  const { rows, tracks: kept } = withinGames(mood);
  expect([rows.toFixed(2), kept.toFixed(2)]).toEqual(["0.86", "0.82"]);
  expect(score).toBeGreaterThan(byChance(mood, 20)[19]!);
});

test("tempo and mode tell next to nothing, the bass more", () => {
  const alone = new Map(singleFeatures(mood).map(({ name, score }) => [name, score.toFixed(2)]));
  expect(["contrast2", "bassShare", "tempo", "majorness"].map((name) => alone.get(name))).toEqual([
    "0.73",
    "0.68",
    "0.52",
    "0.48",
  ]);
});

test("the datasheet mentions every column", () => {
  const spelled = datasheet.replace("mfcc1Mean to mfcc12Mean", numbered("mfcc", 1, 12, "Mean"));
  const whole = spelled
    .replace("mfcc1Sd to mfcc4Sd", numbered("mfcc", 1, 4, "Sd"))
    .replace("contrast0 to contrast6", numbered("contrast", 0, 6, ""));
  for (const { name } of mood.meta.columns) expect(whole).toMatch(new RegExp(`\\b${name}\\b`));
});

function numbered(stem: string, from: number, to: number, end: string): string {
  return Array.from({ length: to - from + 1 }, (_, i) => `${stem}${from + i}${end}`).join(" ");
}
