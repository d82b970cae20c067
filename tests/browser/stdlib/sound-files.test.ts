import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { chirp, readMidi, readWav, resample, writeWav } from "../../../src/music/index.ts";
import { useGallery } from "../support/gallery.ts";

const { withGallery } = useGallery("none");

/** A WAV file of whole numbers of 8 bits, which our own writer does not make. */
function wav8(y: Float64Array, sr: number): Uint8Array {
  const bytes = new Uint8Array(44 + y.length);
  const view = new DataView(bytes.buffer);
  bytes.set(new TextEncoder().encode("RIFF    WAVEfmt "));
  view.setUint32(4, bytes.length - 8, true);
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, sr, true);
  view.setUint32(28, sr, true);
  view.setUint16(32, 1, true);
  view.setUint16(34, 8, true);
  bytes.set(new TextEncoder().encode("data"), 36);
  view.setUint32(40, y.length, true);
  bytes.set(
    Uint8Array.from(y, (sample) => 128 + Math.round(127 * sample)),
    44,
  );
  return bytes;
}
const sweep = (sr: number, seconds = 0.5) =>
  chirp(200, 3000, { sr, duration: seconds }).map((sample) => 0.5 * sample);

/** The samples that a cell gets of a file; `source` makes one of `bytes`, which are a Uint8Array. */
const decoded = (page: Page, bytes: Uint8Array, source = "new File([bytes], 'take.wav')", options = "{}") =>
  page.evaluate(`(async () => {
    const bytes = Uint8Array.from(atob("${Buffer.from(bytes).toString("base64")}"), (letter) => letter.charCodeAt(0));
    const sound = stdlib.soundFor(stdlib.createSound({ fetch: async () => new Response(bytes) }));
    const { y, sr } = await sound.decode(${source}, ${options});
    return { y: Array.from(y), sr };
  })()`) as Promise<{ y: number[]; sr: number }>;

/** The difference of two sounds beside the first, in dB, without their ends, where filters begin. */
function differenceDb(expected: ArrayLike<number>, found: ArrayLike<number>): number {
  const range = Array.from({ length: expected.length - 2000 }, (_, i) => i + 1000);
  const power = (sample: (i: number) => number) => range.reduce((sum, i) => sum + sample(i) ** 2, 0);
  return 10 * Math.log10(power((i) => expected[i]! - found[i]!) / power((i) => expected[i]!));
}

describe("decoding a file", () => {
  const files: [kind: string, bytes: Uint8Array, db: number][] = [
    // A step of 8 bits is 1/128, and browsers do not agree whether the greatest is 127 or 128: −42 dB between them.
    ["8 bits", wav8(sweep(44_100), 44_100), -38],
    // Nothing is lost but the last digits.
    ["16 bits", writeWav(sweep(44_100), { sr: 44_100 }), -80],
    ["24 bits", writeWav(sweep(44_100), { sr: 44_100, format: 24 }), -80],
    // Here the browser's filter for another rate is compared with ours.
    ["96 kHz", writeWav(sweep(96_000), { sr: 96_000, format: "float" }), -60],
    ["8 kHz", writeWav(sweep(8000), { sr: 8000 }), -40],
    ["two channels", writeWav([sweep(44_100), sweep(44_100).map((s) => s / 3)], { sr: 44_100 }), -80],
  ];

  test("gives the samples that our own reader finds, mixed to mono, at 44,100 a second", async () => {
    await withGallery(async (page) => {
      for (const [kind, bytes, db] of files) {
        const { y, sr } = await decoded(page, bytes);
        expect(sr).toBe(44_100);
        const own = readWav(bytes);
        const expected = resample(own.y, { origSr: own.sr, targetSr: sr });
        expect(Math.abs(y.length - expected.length)).toBeLessThanOrEqual(1);
        expect(differenceDb(expected.subarray(0, y.length), y), kind).toBeLessThan(db);
      }
    });
  });

  test("takes blobs, files of the notebook and addresses alike, and another rate where it is wanted", async () => {
    await withGallery(async (page) => {
      const bytes = writeWav(sweep(44_100), { sr: 44_100 });
      const whole = await decoded(page, bytes);
      const attached = "{ name: 'take.wav', blob: async () => new Blob([bytes]) }";
      for (const source of ["new Blob([bytes])", attached, "{ url: 'take.wav' }"]) {
        expect(await decoded(page, bytes, source)).toEqual(whole);
      }
      const low = await decoded(page, bytes, attached, "{ sr: 22050 }");
      expect(low.sr).toBe(22_050);
      // It is our own filter: what differs is the rounding to 32 bits.
      const expected = resample(Float32Array.from(whole.y), { origSr: 44_100, targetSr: 22_050 });
      expect(differenceDb(expected, low.y)).toBeLessThan(-120);
    });
  });

  const refused: [kind: string, bytes: Uint8Array, message: string][] = [
    ["an empty file", new Uint8Array(0), "take.wav is empty: the file has no bytes."],
    ["text", new TextEncoder().encode("dear diary"), "take.wav is not a sound that this browser can read"],
    [
      "a WAV file with its head alone",
      writeWav(sweep(8000), { sr: 8000 }).slice(0, 30),
      "take.wav is not a sound that this browser can read.",
    ],
    ["a WAV file without a sample", writeWav(Float32Array.of(0), { sr: 8000 }).slice(0, 44), "take.wav"],
  ];

  test("refuses what is empty, no sound, damaged or too long, in words", async () => {
    await withGallery(async (page) => {
      for (const [kind, bytes, message] of refused) {
        await expect(decoded(page, bytes), kind).rejects.toThrow(message);
      }
      // 8 MB of silence, made on the page itself.
      const long = "new File([await stdlib.wav(new Float32Array(1260 * 3100), 3100).blob()], 'take.wav')";
      await expect(decoded(page, new Uint8Array(0), long)).rejects.toThrow(
        "take.wav is 21 minutes long; sounds of up to 20 minutes can be read.",
      );
    });
  });
});

describe("a download", () => {
  const saved = async (page: Page, source: string, name: string, options = "{}") => {
    await page.evaluate(`
      document.querySelector("main").prepend(
        stdlib.soundFor(stdlib.createSound()).downloadButton(${source}, "${name}", ${options}));
      undefined;
    `);
    const download = page.waitForEvent("download");
    await page
      .getByRole("button", { name: `Download ${name}` })
      .first()
      .click();
    expect((await download).suggestedFilename()).toBe(name);
    return new Uint8Array(readFileSync(await (await download).path()));
  };
  const loud = "{ y: Float32Array.of(0, 0.5, -2, 1), sr: 22050 }";

  test("of samples is a WAV file in which nothing is clipped, or with every sample as it is", async () => {
    await withGallery(async (page) => {
      const whole = readWav(await saved(page, loud, "take.wav"));
      expect([whole.sr, whole.bits]).toEqual([22_050, 16]);
      // One factor for all: −2 has become one decibel below full scale. Steps of 16 bits.
      const peak = 10 ** (-1 / 20);
      for (const [i, sample] of [0, 0.25, -1, 0.5].entries())
        expect(whole.y[i]).toBeCloseTo(peak * sample, 4);
      const exact = readWav(await saved(page, loud, "exact.wav", "{ format: 'float' }"));
      expect(Array.from(exact.y)).toEqual([0, 0.5, -2, 1]);
    });
  });

  test("of notes is a MIDI file, or what their instrument makes of them", async () => {
    await withGallery(async (page) => {
      const notes =
        "[{ onset: 0, offset: 0.5, midi: 60 }, { onset: 0.5, offset: 1, midi: 64, velocity: 0.5 }]";
      const { tracks } = readMidi(await saved(page, notes, "tune.mid"));
      const read = tracks
        .flatMap(({ notes }) => notes)
        .map(({ onset, offset, midi }) => ({ onset, offset, midi }));
      expect(read).toEqual([
        { onset: 0, offset: 0.5, midi: 60 },
        { onset: 0.5, offset: 1, midi: 64 },
      ]);
      const sound = readWav(await saved(page, notes, "tune.wav"));
      expect(sound.y.length / sound.sr).toBeGreaterThan(1);
    });
  });

  test("is refused under a name that does not fit", async () => {
    await withGallery(async (page) => {
      await expect(saved(page, loud, "take.mp3")).rejects.toThrow(
        "the name of the file must end in .wav or, for notes, in .mid, but it is",
      );
      await expect(saved(page, loud, "take.mid")).rejects.toThrow(
        "take.mid can only hold notes, but this is a sound. Save it as .wav.",
      );
    });
  });
});
