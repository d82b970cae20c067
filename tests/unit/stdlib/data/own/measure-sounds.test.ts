import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { writeWav } from "../../../../../src/music/index.ts";
import { presentShare } from "../../../../../src/stdlib/data/own/cut-off-wav.ts";
import { measureSounds } from "../../../../../src/stdlib/data/own/measure-sounds.ts";

/** In place of the browser's decoder: the samples are the bytes after the header of a WAV file. */
class Decoder {
  async decodeAudioData(bytes: ArrayBuffer) {
    const y = Float32Array.from(new Int8Array(bytes, 44), (sample) => sample / 128);
    return {
      length: y.length,
      duration: y.length / 8000,
      sampleRate: 8000,
      numberOfChannels: 1,
      getChannelData: () => y,
    };
  }
}
beforeEach(() => void vi.stubGlobal("OfflineAudioContext", Decoder));
afterEach(() => void vi.unstubAllGlobals());

const tone = writeWav(
  Float32Array.from({ length: 4000 }, (_, i) => Math.sin(i / 5)),
  { sr: 8000 },
);
const file = (name: string, bytes: Uint8Array) => ({
  name,
  size: bytes.length,
  arrayBuffer: async () => Uint8Array.from(bytes).buffer,
});
const measure = (
  files: ReturnType<typeof file>[],
  stop = new AbortController(),
  stopAfter = Number.POSITIVE_INFINITY,
) =>
  measureSounds(files, {
    sr: 8000,
    seconds: null,
    audioFeatures: (async () => ({ values: Float64Array.of(1) })) as never,
    urlOf: ({ name }) => name,
    signal: stop.signal,
    progress: (done) => done >= stopAfter && stop.abort(),
  });

test("what was measured before Stop is kept, and the others are counted", async () => {
  const files = ["a", "b", "c", "d"].map((name) => file(`${name}.wav`, new Uint8Array(tone)));
  const { sounds, notes, left } = await measure(files, new AbortController(), 2);
  expect(sounds.map(({ name }) => name)).toEqual(["a.wav", "b.wav"]);
  expect([notes, left]).toEqual([[], 2]);
});

test("a file that is cut off is measured and told of, a silent one refused by its name", async () => {
  const bytes = new Uint8Array(tone);
  const { sounds, notes } = await measure([
    file("cut.wav", bytes.slice(0, 44 + (bytes.length - 44) / 4)),
    file(
      "still.wav",
      bytes.map((byte, i) => (i < 44 ? byte : 0)),
    ),
  ]);
  expect(sounds.map(({ name }) => name)).toEqual(["cut.wav"]);
  expect(notes).toEqual([
    "cut.wav is cut off: only the first 25 % of it is there.",
    "still.wav is silent: there is nothing to measure.",
  ]);
});

test("a whole file, one that does not know its length, and what is no WAV file are not cut off", () => {
  const bytes = new Uint8Array(tone);
  const streamed = bytes.slice();
  new DataView(streamed.buffer).setUint32(40, 0xffff_ffff, true);
  for (const each of [bytes, streamed, bytes.slice(0, 20), new Uint8Array(100), new Uint8Array()]) {
    expect(presentShare(Uint8Array.from(each).buffer)).toBe(1);
  }
});
