import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { render } from "../../../src/music/index.ts";
import { safePeak } from "../../../src/stdlib/sound/safe-level.ts";
import { edgeSeconds } from "../../../src/stdlib/sound/voice.ts";
import { useGallery } from "../support/gallery.ts";

// What is rendered here offline goes through the same nodes, with the same fades, as what is played.
const { withGallery } = useGallery("none");

const sr = 44_100;
const edge = Math.ceil(edgeSeconds * sr);

/** Renders a sound with `sound.render`; both are given as code. */
async function rendered(page: Page, source: string, options = "{}"): Promise<number[]> {
  return page.evaluate(`(async () => {
    const sr = ${sr};
    const made = (seconds, f) => ({ y: Float32Array.from({ length: seconds * sr }, (_, i) => f(i / sr)), sr });
    const { y } = await stdlib.soundFor(stdlib.createSound()).render(${source}, ${options});
    return Array.from(y);
  })()`);
}
const peak = (y: readonly number[]) => y.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
const greatestStep = (y: readonly number[]) =>
  y.reduce((most, sample, i) => Math.max(most, i ? Math.abs(sample - y[i - 1]!) : 0), 0);

/** The steps of a fade from silence to the greatest sample, by far the largest that an unmoving sound may have. */
const fadeStep = (safePeak / (edgeSeconds * sr)) * 1.001;

describe("a sound that is played", () => {
  test("is brought down to a safe level where it is beyond it, and not clipped", async () => {
    await withGallery(async (page) => {
      const y = await rendered(page, "made(0.5, (t) => 4 * Math.sin(2 * Math.PI * 441 * t))");
      // Rounding of 32-bit floats.
      expect(peak(y)).toBeLessThanOrEqual(safePeak + 1e-6);
      expect(peak(y)).toBeCloseTo(safePeak, 5);
      // A clipped sine is flat on top: here no sample may stray from the sine.
      for (let i = edge; i < y.length - edge; i++) {
        expect(y[i]).toBeCloseTo(safePeak * Math.sin((2 * Math.PI * 441 * i) / sr), 4);
      }
    });
  });

  test("begins and ends in silence without a jump, and is itself in between", async () => {
    await withGallery(async (page) => {
      const y = await rendered(page, "made(0.25, () => 0.8)");
      expect(y[0]).toBe(0);
      expect(Math.abs(y.at(-1)!)).toBeLessThan(fadeStep);
      expect(greatestStep(y)).toBeLessThan(fadeStep);
      for (const sample of y.slice(edge, -edge - 1)) expect(sample).toBeCloseTo(0.8, 6);
    });
  });

  test("can be shorter than its fades", async () => {
    await withGallery(async (page) => {
      const y = await rendered(page, "{ y: new Float32Array(20).fill(0.5), sr }");
      expect(y).toHaveLength(20);
      expect(peak(y)).toBeGreaterThan(0.3);
      expect(y[0]).toBe(0);
      expect(y.at(-1)!).toBeLessThan(0.1);
    });
  });

  test("begins at the place asked for, to the sample", async () => {
    await withGallery(async (page) => {
      const y = await rendered(page, "made(2, (t) => t / 4)", "{ at: 1.25, seconds: 0.5 }");
      const place = (i: number) => 4 * y[i]!;
      for (const i of [edge, 5000, 20_000]) {
        // A 32-bit float tells places of a hundredth of a sample apart here.
        expect(Math.abs(place(i) - (1.25 + i / sr))).toBeLessThan(0.1 / sr);
      }
    });
  });
});

describe("a loop", () => {
  test("repeats its part in its own time, with no jump at its seam", async () => {
    await withGallery(async (page) => {
      const tone = "made(1, (t) => 0.7 * Math.sin(2 * Math.PI * 100 * t))";
      // Plainly repeated, this part would jump from a crest to a trough.
      const y = await rendered(page, tone, "{ loop: [0.2025, 0.4075], at: 0.2025, seconds: 1 }");
      const slope = (2 * Math.PI * 100 * 0.7) / sr;
      expect(greatestStep(y)).toBeLessThan(slope + 2 * 0.7 * (1 / (edgeSeconds * sr)));
      const period = Math.round(0.4075 * sr) - Math.round(0.2025 * sr);
      for (let i = edge; i + period < y.length; i += 7) expect(y[i + period]).toBeCloseTo(y[i]!, 5);
    });
  });

  test("of a whole sound goes softly through its ends", async () => {
    await withGallery(async (page) => {
      const y = await rendered(page, "made(0.1, () => 0.8)", "{ loop: true, seconds: 0.5 }");
      // Where it begins, the fade of the loop and that of all sounds meet.
      expect(greatestStep(y.slice(0, edge))).toBeLessThan(2 * fadeStep);
      expect(greatestStep(y.slice(edge))).toBeLessThan(fadeStep);
      const quiet = [0.1, 0.2, 0.3, 0.4].map((seconds) => y[Math.round(seconds * sr)]!);
      for (const sample of quiet) expect(sample).toBeLessThan(0.02);
      expect(y[Math.round(0.45 * sr)]).toBeCloseTo(0.8, 5);
    });
  });

  test("that lies outside its sound is refused", async () => {
    await withGallery(async (page) => {
      await expect(rendered(page, "made(1, () => 0.1)", "{ loop: [3, 4] }")).rejects.toThrow(
        "loop is [3, 4]; it must be two places in seconds, the first before the second, in a sound of 1.00 s.",
      );
    });
  });
});

test("notes are played by an instrument, each at its time", async () => {
  await withGallery(async (page) => {
    const notes = "[{ onset: 0, offset: 0.3, midi: 57 }, { onset: 1, offset: 1.3, midi: 69, velocity: 1 }]";
    const level = (y: number[], from: number, to: number) => peak(y.slice(from * sr, to * sr));
    const piano = await rendered(page, notes);
    expect(level(piano, 0, 0.3)).toBeGreaterThan(0.1);
    expect(level(piano, 0.7, 0.99)).toBe(0);
    expect(level(piano, 1, 1.3)).toBeGreaterThan(0.1);
    // Worked out elsewhere, so that the page stays awake, it is what `music.render` gives.
    const y = render(
      [
        { onset: 0, offset: 0.3, midi: 57 },
        { onset: 1, offset: 1.3, midi: 69, velocity: 1 },
      ],
      { sr },
    );
    for (let i = edge; i < piano.length - edge; i += 11) expect(piano[i]).toBeCloseTo(y[i]!, 6);
    const pluck = await rendered(page, `{ notes: ${notes}, instrument: "pluck" }`);
    expect(pluck.slice(0, 4000)).not.toEqual(piano.slice(0, 4000));
    const own = "({ hz, duration }, { sr }) => new Float64Array(Math.ceil(duration * sr)).fill(hz / 1000)";
    expect((await rendered(page, `{ notes: ${notes}, instrument: ${own} }`))[5000]).toBeCloseTo(
      0.8 * 0.22,
      6,
    );
    await expect(rendered(page, `{ notes: ${notes}, instrument: "kazoo" }`)).rejects.toThrow(
      'instrument is "kazoo"; it must be a function or one of',
    );
  });
});
