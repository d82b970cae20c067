import { expect, test } from "vitest";
import { audioFeatureColumns } from "../../../../../src/music/index.ts";
import { Dataset } from "../../../../../src/stdlib/data/index.ts";
import { labelOfName, partsOf, soundsDataset } from "../../../../../src/stdlib/data/own/sounds-dataset.ts";

test.each([
  ["kick 01.wav", "kick"],
  ["Snare_hard-3.flac", "snare hard"],
  ["samples/Hi-Hat (2).mp3", "hi hat"],
  ["01 take.wav", "01 take"],
  ["voice.wav", "voice"],
])("%s is first called %s", (name, label) => {
  expect(labelOfName(name)).toBe(label);
});

test("a long sound is cut into parts, and a rest that is too short is left out", () => {
  expect(partsOf(10, 10)).toEqual([{ from: 0, to: 10 }]);
  expect(partsOf(24, 10)).toEqual([
    { from: 0, to: 10 },
    { from: 10, to: 20 },
  ]);
  expect(partsOf(25, 10).at(-1)).toEqual({ from: 20, to: 25 });
  expect(partsOf(3, 10)).toEqual([{ from: 0, to: 3 }]);
});

test("sounds have the form of a dataset of the course, a clip each", () => {
  const x = audioFeatureColumns.map((_, j) => j);
  const sound = (name: string, label: string) => ({
    name,
    label,
    url: `blob:${name}`,
    start: 0,
    duration: 1,
    x,
  });
  const sounds = [sound("b.wav", "tom"), sound("a.wav", "kick"), sound("c.wav", "tom")];
  const dataset = new Dataset(soundsDataset(sounds), "");
  expect(dataset.y).toEqual(["tom", "kick", "tom"]);
  expect(dataset.classNames).toEqual(["kick", "tom"]);
  expect(dataset.groups).toEqual(["b.wav", "a.wav", "c.wav"]);
  expect([...dataset.X.row(1)]).toEqual(x);
  expect(dataset.clips[1]).toMatchObject({ url: "blob:a.wav", start: 0, duration: 1, label: "kick" });
});
