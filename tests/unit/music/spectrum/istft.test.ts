import * as fc from "fast-check";
import { expect, test } from "vitest";
import { istft, stft } from "../../../../src/music/index.ts";
import { noise } from "../tones.ts";

/** Sums of some dozens of products of numbers below one, in double precision. */
const ROUNDING = 1e-12;

function worst(a: Float64Array, b: Float64Array, from = 0, to = a.length): number {
  let most = 0;
  for (let i = from; i < to; i++) most = Math.max(most, Math.abs(a[i]! - b[i]!));
  return most;
}

const windows = ["hann", "hamming", "blackman", "boxcar"] as const;

test("what was taken apart is put together again, for any window whose frames overlap", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...windows),
      fc.constantFrom(16, 64, 256),
      fc.double({ min: 0.3, max: 1, noNaN: true }),
      fc.double({ min: 0.05, max: 0.5, noNaN: true }),
      fc.integer({ min: 1, max: 2000 }),
      (window, nFft, winShare, hopShare, length) => {
        const winLength = Math.max(4, Math.round(winShare * nFft));
        const options = { window, winLength, hopLength: Math.max(1, Math.floor(hopShare * winLength)) };
        const y = noise(length);
        const back = istft(stft(y, { nFft, ...options }), { ...options, length });
        // Behind the last frame's middle only the fading half of its window is left: it is divided by what is next
        // to nothing, and the last digits suffer.
        expect(worst(y, back, 0, length - options.hopLength)).toBeLessThan(ROUNDING);
        expect(worst(y, back)).toBeLessThan(1e-10);
      },
    ),
    { numRuns: 60 },
  );
});

test("frames that are not centred give everything back but the first sample, which the window wipes out", () => {
  const y = noise(1024 + 3 * 256);
  const options = { window: "hann", hopLength: 256, center: false } as const;
  const back = istft(stft(y, { nFft: 1024, ...options }), options);
  expect(back).toHaveLength(y.length);
  expect(back[0]).toBe(0);
  // The ends have one frame's window alone, whose square is down to 1e-10 there.
  expect(worst(y, back, 1)).toBeLessThan(1e-10);
});

test("as many samples are given as are asked for, silent behind the end", () => {
  const y = noise(1000);
  const spectra = stft(y, { nFft: 256 });
  expect(istft(spectra)).toHaveLength(15 * 64);
  expect(istft(spectra, { length: 300 })).toEqual(istft(spectra).subarray(0, 300));
  const long = istft(spectra, { length: 3000 });
  expect(long).toHaveLength(3000);
  expect(long.subarray(15 * 64 + 128).every((sample) => sample === 0)).toBe(true);
});

test("where no window reaches there is silence", () => {
  const y = noise(4096);
  const options = { hopLength: 512, window: "boxcar", center: false } as const;
  const back = istft(stft(y, { nFft: 256, ...options }), options);
  expect(worst(y, back, 512, 768)).toBeLessThan(ROUNDING);
  expect(back.subarray(256, 512).every((sample) => sample === 0)).toBe(true);
});

test("of spectra that no sound has, it makes the sound that comes closest", () => {
  const options = { hopLength: 64 };
  const spectra = stft(noise(1000), { nFft: 256, ...options });
  // Every phase turned by its own angle: no sound has these spectra.
  const turn = noise(spectra.re.length);
  for (let i = 0; i < turn.length; i++) {
    const [re, im] = [spectra.re[i]!, spectra.im[i]!];
    spectra.re[i] = re * Math.cos(turn[i]!) - im * Math.sin(turn[i]!);
    spectra.im[i] = im * Math.cos(turn[i]!) + re * Math.sin(turn[i]!);
  }
  const distance = (y: Float64Array) => {
    const { re, im } = stft(y, { nFft: 256, ...options });
    let sum = 0;
    for (let i = 0; i < re.length; i++) {
      // The first and last bin count once, the others also for their mirror images.
      const twice = i % 129 === 0 || i % 129 === 128 ? 1 : 2;
      sum += twice * ((re[i]! - spectra.re[i]!) ** 2 + (im[i]! - spectra.im[i]!) ** 2);
    }
    return sum;
  };
  const y = istft(spectra, { ...options, length: 1000 });
  const least = distance(y);
  const step = noise(1000);
  for (const size of [0.01, -0.01]) {
    expect(distance(y.map((sample, i) => sample + size * step[i]!))).toBeGreaterThan(least);
  }
});
