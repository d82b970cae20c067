import { expect, test, vi } from "vitest";
import { checkAudible } from "../../../../src/stdlib/sound/clip.ts";
import type { Sound } from "../../../../src/stdlib/sound/create-sound.ts";
import { soundFor } from "../../../../src/stdlib/sound/sound-for.ts";

const start = vi.fn();
const sound = soundFor({ start, decode: start, volume: 1 } as unknown as Sound);
const notShared = "This sound cannot be played on a page: its recording may be measured but not shared.";

test("a clip and samples are sounds", () => {
  checkAudible({ url: "a.webm" });
  checkAudible({ y: new Float32Array(4), sr: 8000 });
  checkAudible({ y: [0, 1], sr: 8000 });
});

test.each([
  [undefined, "but it is undefined"],
  [1, "A sound must be a clip such as drums.clips[0], {url, start, duration}, or samples {y, sr}"],
  [{ y: new Float32Array(4) }, "but it is an object"],
  [{ y: 1, sr: 8000 }, "but it is an object"],
  [new Float32Array(4), "but it is an array of 4"],
])("%j is refused as a sound", (source, message) => {
  expect(() => checkAudible(source)).toThrow(message);
});

test("a sound that may not be shared is refused at once by all that would play it", async () => {
  const clip = null as never;
  expect(() => sound.play(clip)).toThrow(notShared);
  expect(() => sound.playButton(clip, "kick")).toThrow(notShared);
  expect(() => sound.soundCards([clip], { labels: ["kick"] })).toThrow(notShared);
  await expect(sound.playNow(clip)).rejects.toThrow(notShared);
  await expect(sound.decode(clip)).rejects.toThrow(notShared);
  expect(start).not.toHaveBeenCalled();
});

test("lists of sounds say which argument is wrong", () => {
  expect(() => sound.soundCards(1 as never, { labels: [] })).toThrow(
    "soundCards: clips must be an array such as [drums.clips[0]], but it is 1.",
  );
  expect(() => sound.soundCards([], undefined as never)).toThrow("soundCards: labels must be an array");
  expect(() => sound.soundList(1 as never, { caption: "" })).toThrow("soundList: items must be an array");
});
