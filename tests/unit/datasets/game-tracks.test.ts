import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { componentsFor90, guesses, models, variances } from "../../../datasets/game-tracks/baselines.ts";
import { readCredits } from "../../../datasets/game-tracks/credits.ts";
import { segmentStarts } from "../../../datasets/game-tracks/segments.ts";
import { openDataset } from "../../../scripts/datasets/open.ts";
import { metrics } from "../../../src/learn/index.ts";
import { trackFeatureColumns } from "../../../src/music/index.ts";

const tracks = openDataset("game-tracks");
const datasheet = readFileSync(join(import.meta.dirname, "../../../datasets/game-tracks/README.md"), "utf8");

test("every row is another, of one of thirteen games, and has the features of trackFeatures", () => {
  const { X } = tracks;
  expect(new Set(Array.from({ length: X.rows }, (_, i) => X.row(i).join())).size).toBe(X.rows);
  expect(X.rows).toBe(684);
  expect(tracks.classNames).toHaveLength(13);
  expect(tracks.featureNames).toEqual(trackFeatureColumns.map(({ name }) => name));
  expect(tracks.table("smaller").length).toBe(76);
});

test("a piece belongs to one game, and its two segments do not overlap", () => {
  const pieces = tracks.column("piece") as string[];
  for (const piece of new Set(pieces)) {
    expect(new Set(tracks.y.filter((_, i) => pieces[i] === piece)).size).toBe(1);
  }
  for (const seconds of [36, 59.9, 60, 61, 300]) {
    const starts = segmentStarts(seconds);
    expect(starts).toHaveLength(seconds < 60 ? 1 : 2);
    expect(starts[0]).toBeGreaterThanOrEqual(0);
    expect(starts.at(-1)! + 30).toBeLessThanOrEqual(seconds);
    if (starts.length === 2) expect(starts[1]! - starts[0]!).toBeGreaterThanOrEqual(30);
  }
});

test("every track has a title, an artist or the word that there is none, and a licence", () => {
  const credits = readCredits();
  expect(credits).toHaveLength(387);
  for (const { title, artist, licence, piece } of credits)
    expect(title && artist && licence && piece).toBeTruthy();
  const of = (file: string) => credits.find((credit) => credit.file === file)!;
  // From Naev's SOUND_LICENSE.yaml, UFO's copyright file and SuperTuxKart's.
  expect(of("combat3.ogg")).toMatchObject({ artist: "Askyel", licence: "CC-BY-SA-3.0" });
  expect(of("music/van_theme.ogg")).toMatchObject({
    artist: "Manuel Marino (Vanethian)",
    licence: "CC-BY-3.0",
  });
  expect(of("bay.ogg")).toMatchObject({ artist: "0zone0ne", licence: "CC-BY-SA-3.0" });
});

test("the figures of the datasheet: neighbours with and without scaling, and principal components", () => {
  const score = (name: string) => {
    const found = guesses(tracks, models[name]!(), "pieces");
    return metrics.accuracy(tracks.y, found).toFixed(2);
  };
  expect(score("most frequent game")).toBe("0.18");
  expect(score("5 nearest neighbours")).toBe("0.41");
  expect(score("5 nearest neighbours, not scaled")).toBe("0.19");
  const [scaled, raw] = [true, false].map((scale) => variances(tracks, scale));
  expect(scaled!.slice(0, 2).map((share) => share.toFixed(2))).toEqual(["0.25", "0.13"]);
  expect(raw![0]!.toFixed(2)).toBe("0.88");
  expect(componentsFor90(scaled!)).toBe(21);
});

test("the datasheet mentions every column", () => {
  const whole = datasheet
    .replace("mfcc1Mean to mfcc12Mean", numbered("mfcc", 1, 12, "Mean"))
    .replace("mfcc1Sd to mfcc4Sd", numbered("mfcc", 1, 4, "Sd"))
    .replace("contrast0 to contrast6", numbered("contrast", 0, 6, ""));
  for (const { name } of tracks.meta.columns) expect(whole).toMatch(new RegExp(`\\b${name}\\b`));
});

function numbered(stem: string, from: number, to: number, end: string): string {
  return Array.from({ length: to - from + 1 }, (_, i) => `${stem}${from + i}${end}`).join(" ");
}
