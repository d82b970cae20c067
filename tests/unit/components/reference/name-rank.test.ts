import { describe, expect, test } from "vitest";
import { bestMatch, nameRank } from "../../../../src/components/reference/name-rank.ts";

const named = (...paths: string[]) => paths.map((path) => ({ path }));

describe("how well a name answers", () => {
  test.each([
    ["music.stft", "music.stft", 0],
    ["STFT", "music.stft", 0],
    ["st", "music.stft", 1],
    ["music.s", "music.stft", 1],
    ["tf", "music.stft", 2],
    ["stft music", "music.stft", 2],
    ["istft", "music.stft", undefined],
    ["", "music.stft", undefined],
  ])("%j to %s: %s", (typed, path, rank) => {
    expect(nameRank(typed, { path })).toBe(rank);
  });

  test("words in the sentence count least, and all of them must be somewhere", () => {
    const name = { path: "slider", summary: "A number that the reader moves." };
    expect(nameRank("slider number", name)).toBe(3);
    expect(nameRank("reader", name)).toBe(3);
    expect(nameRank("reader forest", name)).toBeUndefined();
  });
});

describe("the best match", () => {
  test("is the name itself before what begins so, contains it or only speaks of it", () => {
    const spoken = { path: "music.beatTrack", summary: "Beats and the tempo." };
    const names = [spoken, ...named("music.fourierTempogram", "music.tempoFrequencies", "music.tempo")];
    expect(bestMatch("tempo", names)!.path).toBe("music.tempo");
    expect(bestMatch("tempo", names.slice(0, 3))!.path).toBe("music.tempoFrequencies");
    expect(bestMatch("tempo", names.slice(0, 2))!.path).toBe("music.fourierTempogram");
    expect(bestMatch("tempo", [spoken])).toBe(spoken);
  });

  test("is the name that stands alone before a member of the same name, then the first", () => {
    expect(bestMatch("pyin", named("music.pyin", "pyin"))!.path).toBe("pyin");
    expect(bestMatch("fit", named("Ridge.fit", "SVC.fit"))!.path).toBe("Ridge.fit");
  });

  test("of nothing is nothing", () => {
    expect(bestMatch("zzz", named("slider"))).toBeUndefined();
  });
});
