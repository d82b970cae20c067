import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readWav, writeWav } from "../../../../src/music/index.ts";

/** Whole numbers of so many bits, as the numbers that are read. */
const steps = (bits: number) =>
  fc
    .array(fc.integer({ min: -(2 ** (bits - 1)), max: 2 ** (bits - 1) - 1 }), { minLength: 1, maxLength: 40 })
    .map((values) => Float64Array.from(values, (value) => value / 2 ** (bits - 1)));

const wav = (sizes: { riff?: number; data?: number } = {}) => {
  const bytes = writeWav(Float64Array.of(0.5, -0.5, 0.25, 0), { sr: 8000 });
  const view = new DataView(bytes.buffer);
  if (sizes.riff !== undefined) view.setUint32(4, sizes.riff, true);
  if (sizes.data !== undefined) view.setUint32(40, sizes.data, true);
  return bytes;
};

/** Writes two bytes of the format, and says what is read then. */
const withFormat = (at: number, value: number) => {
  const bytes = wav();
  new DataView(bytes.buffer).setUint16(20 + at, value, true);
  return () => readWav(bytes);
};

describe("readWav and writeWav", () => {
  test.each([16, 24] as const)("give every number of %s bits back", (format) => {
    fc.assert(
      fc.property(steps(format), (y) => {
        expect(Array.from(readWav(writeWav(y, { sr: 8000, format })).y)).toEqual(Array.from(y));
      }),
    );
  });

  test("give every 32-bit float back, in every channel", () => {
    const channel = fc.float32Array({
      minLength: 8,
      maxLength: 8,
      noNaN: true,
      noDefaultInfinity: true,
    });
    fc.assert(
      fc.property(fc.array(channel, { minLength: 1, maxLength: 4 }), (channels) => {
        expect(readWav(writeWav(channels, { sr: 44100, format: "float" })).channels).toEqual(channels);
      }),
    );
  });

  test("clip what whole numbers cannot hold, and round the rest to the nearest step", () => {
    const y = Float64Array.of(1.5, -1.5, 1, 0.4 / 32768, 0.6 / 32768);
    expect(Array.from(readWav(writeWav(y, { sr: 8000 })).y, (x) => x * 32768)).toEqual([
      32767, -32768, 32767, 0, 1,
    ]);
  });
});

describe("writeWav with dither", () => {
  const quiet = new Float64Array(20000).fill(0.3 / 32768);
  const errors = (seed: number) =>
    Float64Array.from(readWav(writeWav(quiet, { sr: 8000, dither: true, seed })).y, (x) => x * 32768 - 0.3);

  test("is right on average where rounding alone would be wrong throughout", () => {
    const mean = errors(1).reduce((sum, x) => sum + x, 0) / quiet.length;
    // The error has a deviation of half a step (TPDF and rounding: 1/6 + 1/12); four standard errors.
    expect(Math.abs(mean)).toBeLessThan((4 * 0.5) / Math.sqrt(quiet.length));
    expect(readWav(writeWav(quiet, { sr: 8000 })).y.every((x) => x === 0)).toBe(true);
  });

  test("adds noise whose power does not depend on the sound: a quarter of a square step", () => {
    const power = errors(2).reduce((sum, x) => sum + x * x, 0) / quiet.length;
    // Four standard errors; the fourth moment of such an error is below 0.2.
    expect(Math.abs(power - 0.25)).toBeLessThan(4 * Math.sqrt(0.2 / quiet.length));
  });

  test("is the same for the same seed, and another for another", () => {
    expect(errors(3)).toEqual(errors(3));
    expect(errors(3)).not.toEqual(errors(4));
  });
});

describe("readWav of a damaged file", () => {
  test("refuses every file that was cut off", () => {
    const whole = wav();
    for (let length = 1; length < whole.length; length++) {
      expect(() => readWav(whole.slice(0, length)), `${length} bytes`).toThrow(
        /^readWav: the bytes cannot be read/,
      );
    }
  });

  test("reads finite numbers or refuses, whatever bytes are changed", () => {
    const changes = fc.array(fc.tuple(fc.nat(60), fc.nat(255)), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(changes, fc.constantFrom(16 as const, "float" as const), (changed, format) => {
        const bytes = writeWav([Float64Array.of(0.1, -0.2, 0.3), Float64Array.of(0, 1, 0.5)], {
          sr: 8000,
          format,
        });
        for (const [at, value] of changed) bytes[at] = value;
        expectSoundOrRefusal(bytes);
      }),
      { numRuns: 1000 },
    );
  });

  test("reads finite numbers or refuses, whatever bytes there are", () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 200 }), (bytes) => expectSoundOrRefusal(bytes)),
    );
  });

  test.each([
    ["is compressed (A-law)", withFormat(0, 6)],
    ["is compressed (format 4660)", withFormat(0, 0x1234)],
    ["no channels", withFormat(2, 0)],
    ["12 bits; read are 8, 16, 24, 32", withFormat(14, 12)],
    ["1 channels of 16 bits are not 3 bytes", withFormat(12, 3)],
    ["its extensible format is cut off", withFormat(0, 0xfffe)],
    ["4 samples are announced, 2 are there", () => readWav(wav().slice(0, 48))],
    ["its samples take 7 bytes", () => readWav(wav({ data: 7 }))],
    ["it has no samples", () => readWav(wav({ data: 0 }))],
    ["it is RF64", () => readWav(new TextEncoder().encode("RF64....WAVE"))],
    ["it is RIFX", () => readWav(new TextEncoder().encode("RIFX....WAVE"))],
    [
      "sample 1 is NaN",
      () => {
        const bytes = writeWav(Float32Array.of(0, 1), { sr: 8000, format: "float" });
        bytes.fill(255, bytes.length - 4);
        return readWav(bytes);
      },
    ],
  ])("says: %s", (words, read) => {
    expect(read).toThrow(words);
  });
});

function expectSoundOrRefusal(bytes: Uint8Array): void {
  let sound: ReturnType<typeof readWav>;
  try {
    sound = readWav(bytes);
  } catch (error) {
    expect((error as Error).message).toMatch(/^readWav: the bytes cannot be read as a WAV file: .+\.$/);
    return;
  }
  expect(sound.sr).toBeGreaterThan(0);
  expect(sound.y.length).toBeGreaterThan(0);
  for (const channel of [sound.y, ...sound.channels]) {
    expect(channel.length).toBe(sound.y.length);
    expect(channel.every(Number.isFinite)).toBe(true);
  }
}
