import { expect, test, vi } from "vitest";
import { checkAudible } from "../../../../src/stdlib/sound/check-audible.ts";
import type { Sound } from "../../../../src/stdlib/sound/create-sound.ts";
import { soundFor } from "../../../../src/stdlib/sound/sound-for.ts";

const start = vi.fn();
const sound = soundFor({ start, decode: start, volume: 1 } as unknown as Sound);
const nothing =
  "There is no sound here, but null: nothing has been recorded yet, or its recording may be measured but not shared.";

const note = { onset: 0, offset: 1, midi: 60 };

test.each([
  ["a clip", { url: "a.webm" }],
  ["samples", { y: new Float32Array(4), sr: 8000 }],
  ["samples in a plain list", { y: [0, 1], sr: 8000 }],
  ["notes", [note]],
  ["notes with their instrument", { notes: [note], instrument: "pluck" }],
  ["a file", new Blob()],
  ["a file of the notebook", { name: "take.wav", blob: async () => new Blob() }],
])("%s can be heard", (_, source) => {
  expect(() => checkAudible(source)).not.toThrow();
});

test.each([
  [undefined, "There is no sound here, but undefined"],
  [{ y: new Float32Array(0), sr: 8000 }, "This sound is empty: its y has no samples."],
  [{ y: Float32Array.of(0, Number.NaN), sr: 8000 }, "y[1] is NaN. Every sample must be a finite number"],
  [{ y: [Number.POSITIVE_INFINITY], sr: 8000 }, "y[0] is Infinity"],
  [{ y: [0, 1], sr: 100 }, "sr is 100, but must be between 3000 and 384000 samples a second"],
  [{ y: [0, 1], sr: Number.NaN }, "sr is NaN"],
  [[], "There are no notes to play: the list is empty."],
  [[note, 0.5], "notes[1] is 0.5, but a note is {onset, offset, midi, velocity}"],
  [{ notes: 3 }, "but it is an object"],
  [1, "A sound must be a clip such as drums.clips[0], {url, start, duration}, samples {y, sr}"],
  [{ y: new Float32Array(4) }, "but it is an object"],
  [{ y: 1, sr: 8000 }, "but it is an object"],
  [new Float32Array(4), "but it is an array of 4"],
])("%j is refused as a sound", (source, message) => {
  expect(() => checkAudible(source)).toThrow(message);
});

test("a sound that may not be shared is refused at once by all that would play it", async () => {
  const clip = null as never;
  expect(() => sound.play(clip)).toThrow(nothing);
  expect(() => sound.playButton(clip, "kick")).toThrow(nothing);
  expect(() => sound.soundCards([clip], { labels: ["kick"] })).toThrow(nothing);
  await expect(sound.playNow(clip)).rejects.toThrow(nothing);
  await expect(sound.decode(clip)).rejects.toThrow(nothing);
  expect(start).not.toHaveBeenCalled();
});

test("lists of sounds say which argument is wrong", () => {
  expect(() => sound.soundCards(1 as never, { labels: [] })).toThrow(
    "soundCards: clips must be an array such as [drums.clips[0]], but it is 1.",
  );
  expect(() => sound.soundCards([], undefined as never)).toThrow("soundCards: labels must be an array");
  expect(() => sound.soundList(1 as never, { caption: "" })).toThrow("soundList: items must be an array");
});
