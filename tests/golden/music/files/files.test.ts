import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readWav, writeWav } from "../../../../src/music/index.ts";

type ReadCase = {
  name: string;
  base64: string;
  sr: number;
  channels: number;
  bits: number;
  samples: number[];
};
type Golden = {
  read: ReadCase[];
  write: { y: number[][]; int16: string; int24: string; float: string };
};

const golden: Golden = JSON.parse(readFileSync(join(import.meta.dirname, "files.json"), "utf8"));
const bytesOf = (base64: string) => new Uint8Array(Buffer.from(base64, "base64"));

describe("readWav", () => {
  test.each(golden.read)("reads every sample of a file: $name", ({ base64, sr, channels, bits, samples }) => {
    const sound = readWav(bytesOf(base64));
    expect([sound.sr, sound.bits, sound.channels.length]).toEqual([sr, bits, channels]);
    const found = Array.from(samples, (_, i) => sound.channels[i % channels]![Math.floor(i / channels)]);
    expect(found).toEqual(samples);
    expect(sound.channels[0]!.length).toBe(samples.length / channels);
  });

  test("mixes channels to their mean", () => {
    const stereo = golden.read.find(({ name }) => name === "libsndfile WAV PCM_16, 2 channels")!;
    const { y, channels } = readWav(bytesOf(stereo.base64));
    expect(Array.from(y)).toEqual(
      Array.from(y, (_, i) => Math.fround((channels[0]![i]! + channels[1]![i]!) / 2)),
    );
  });
});

describe("writeWav", () => {
  const channels = golden.write.y.map((channel) => Float32Array.from(channel));

  test("writes 16 bits and floats byte for byte as scipy does", () => {
    expect(writeWav(channels, { sr: 16000 })).toEqual(bytesOf(golden.write.int16));
    const ours = writeWav(channels, { sr: 16000, format: "float" });
    expect(readWav(ours).channels).toEqual(readWav(bytesOf(golden.write.float)).channels);
    expect(ours.length).toBe(bytesOf(golden.write.float).length);
  });

  test("writes 24 bits with the samples that libsndfile writes", () => {
    const ours = writeWav(channels, { sr: 16000, format: 24 });
    const theirs = bytesOf(golden.write.int24);
    const size = channels.length * channels[0]!.length * 3;
    expect(ours.subarray(44, 44 + size)).toEqual(
      theirs.subarray(theirs.length - size - (size % 2)).subarray(0, size),
    );
  });
});
