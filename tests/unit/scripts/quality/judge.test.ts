import { expect, test } from "vitest";
import { judge } from "../../../../scripts/quality/judge.ts";
import { nearestFrames } from "../../../../scripts/quality/nearest-frames.ts";
import { failures, type Row, table } from "../../../../scripts/quality/report.ts";

const times = [0, 0.01, 0.02, 0.03];

test("only frames whose truth is certain count, each against the nearest frame of the estimate", () => {
  const truth = { times, f0: [0, null, 440, 440] };
  const estimate = { times: [0, 0.009, 0.021, 0.032], f0: [0, 100, 440, 880] };
  const { RPA, RCA, "voicing false alarm": alarm } = judge("pitch", truth, estimate);
  expect([RPA, RCA, alarm]).toEqual([0.5, 1, 0]);
});

test("a guess where a method hears nothing counts for its pitch and not for its voicing", () => {
  const truth = { times, f0: [440, 440, 440, 440] };
  const estimate = { times, f0: [0, 440, 440, 440], guess: [440, 440, 440, 440] };
  const { RPA, "voicing recall": recall } = judge("pitch", truth, estimate);
  expect([RPA, recall]).toEqual([1, 0.75]);
});

test("the truth is a perfect answer to every task", () => {
  const beats = Array.from({ length: 40 }, (_, i) => 0.5 * i);
  expect(judge("tempo", { bpm: 120, beats, metre: 4 }, { bpm: 120, beats })).toEqual({
    acc1: 1,
    acc2: 1,
    "beat F": 1,
    CMLt: 1,
    AMLt: 1,
  });
  const chords = [{ start: 0, end: 2, label: "A:min7/b3" }];
  expect(judge("chords", { chords }, chords)).toEqual({ majmin: 1, root: 1, sevenths: 1 });
  expect(judge("key", { key: "A# minor" }, "Bb minor")).toEqual({ key: 1, weighted: 1 });
  expect(judge("onsets", { onsets: [0.5, 1] }, [0.5, 1])).toEqual({ F: 1, precision: 1, recall: 1 });
  const notes = [{ onset: 0.1, offset: 0.6, midi: 60, velocity: 80 }];
  expect(judge("notes", { notes }, notes)).toEqual({ F: 1, "F with offset": 1, precision: 1, recall: 1 });
});

test("no beats found are wrong beats; a method that does not look for beats is not judged by them", () => {
  const truth = { bpm: 120, beats: Array.from({ length: 40 }, (_, i) => 0.5 * i), metre: 4 };
  expect(judge("tempo", truth, { bpm: 0, beats: [] })).toEqual({
    acc1: 0,
    acc2: 0,
    "beat F": 0,
    CMLt: 0,
    AMLt: 0,
  });
  expect(judge("tempo", truth, { bpm: 60 })).toEqual({ acc1: 0, acc2: 1 });
});

test("the nearest frame is found at both ends and between", () => {
  expect(nearestFrames([0.1, 0.2, 0.3], [0, 0.14, 0.16, 0.2, 0.9])).toEqual([0, 0, 1, 1, 2]);
});

test("a table has a line for each method, over all and for each value of a tag; failures begin with the worst", () => {
  const item = (instrument: string) =>
    ({ id: instrument, seconds: 10, tags: { instrument } }) as unknown as Row["item"];
  const rows: Row[] = [
    { method: "ours", item: item("flute"), ms: 10, figures: { F: 0.5 } },
    { method: "ours", item: item("horn"), ms: 30, figures: { F: 1 } },
  ];
  const lines = table(rows, ["instrument"]).split("\n");
  expect(lines.map((line) => line.split(/ {2,}/).filter(Boolean))).toEqual([
    ["items", "F", "ms/s"],
    ["all", "ours", "2", "0.750", "2.00"],
    ["instrument: flute", "ours", "1", "0.500", "1.00"],
    ["instrument: horn", "ours", "1", "1.000", "3.00"],
  ]);
  expect(failures(rows, "F", 1)).toBe("ours, worst by F:\n  0.500  flute  flute");
});
