import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  additive,
  chirp,
  fm,
  oscillator,
  sonifyPitch,
  sonifySteps,
  tone,
  type WaveShape,
  yin,
} from "../../../../src/music/index.ts";
import { levelOf, partialOf } from "./partials.ts";

const power = (y: Float64Array) => y.reduce((sum, x) => sum + x * x, 0) / y.length;

describe("tone", () => {
  test("is a sine at every rate, to the last digits", () => {
    for (const sr of [8000, 22050, 44100, 192000]) {
      const y = tone(440, { sr, duration: 0.1 });
      expect(y.length).toBe(Math.round(0.1 * sr));
      for (const [i, sample] of y.entries())
        expect(sample).toBeCloseTo(Math.sin((2 * Math.PI * 440 * i) / sr), 12);
    }
  });

  test("starts where phi says", () => {
    expect(tone(440, { sr: 8000, phi: 0 })[0]).toBe(1);
  });
});

test("a chirp between equal frequencies is a tone", () => {
  const steady = tone(300, { sr: 8000 });
  for (const linear of [false, true]) {
    const y = chirp(300, 300, { sr: 8000, linear });
    expect(Math.max(...y.map((x, i) => Math.abs(x - steady[i]!)))).toBeLessThan(1e-9);
  }
});

describe("additive", () => {
  test("has the partials that it was given, and nothing else", () => {
    const amplitudes = [1, 0, 0.3, 0.25];
    const phases = [0, 1, 2, -0.5];
    const y = additive({ hz: 100, sr: 8000, amplitudes, phases });
    for (const [i, amplitude] of amplitudes.entries()) {
      const { sin, cos } = partialOf(y, 100 * (i + 1), 8000);
      expect(sin).toBeCloseTo(amplitude * Math.cos(phases[i]!), 12);
      expect(cos).toBeCloseTo(amplitude * Math.sin(phases[i]!), 12);
    }
    const sum = amplitudes.reduce((total, amplitude) => total + amplitude ** 2 / 2, 0);
    expect(power(y)).toBeCloseTo(sum, 12);
  });

  test("leaves out what would lie at half the sample rate or above", () => {
    const whole = additive({ hz: 1000, sr: 8000, amplitudes: [0.5, 0, 0, 1, 1, 1, 1] });
    expect(whole).toEqual(additive({ hz: 1000, sr: 8000, amplitudes: [0.5] }));
    expect(additive({ hz: 5000, sr: 8000 }).every((x) => x === 0)).toBe(true);
  });

  test("stretches its partials as a stiff string does: k f √(1 + B k²)", () => {
    // √(1 + 0.0025 × 400) = √2, and so on: chosen so that partial 3 lies at 300 √(1 + 0.44) = 360 Hz.
    const y = additive({ hz: 100, sr: 8000, amplitudes: [0, 0, 1], inharmonicity: 0.44 / 9 });
    expect(levelOf(y, 360, 8000)).toBeCloseTo(1, 12);
  });

  test("lets each partial fall by 60 dB in its own time", () => {
    const y = additive({ hz: 400, sr: 8000, duration: 2, amplitudes: [1, 1], decays: [1, 0.5] });
    const level = (hz: number, second: number) =>
      levelOf(y.slice(8000 * second, 8000 * second + 800), hz, 8000);
    // A whole period of both is 20 samples, in which the faster one falls by 0.3 dB.
    expect(20 * Math.log10(level(400, 0) / level(400, 1))).toBeCloseTo(60, 1);
    expect(20 * Math.log10(level(800, 0) / level(800, 0.5))).toBeCloseTo(60, 1);
  });

  test("is right to the last digits after a minute, though it only turns a number", () => {
    const y = additive({ hz: 439.7, sr: 8000, duration: 60 });
    const i = y.length - 1;
    // The phase itself, 165,000 radians, is only known to 3e-11.
    expect(y[i]).toBeCloseTo(Math.sin((2 * Math.PI * 439.7 * i) / 8000), 9);
  });
});

describe("oscillator", () => {
  const shapes: WaveShape[] = ["saw", "square", "triangle", "pulse"];

  test.each(shapes)("a %s has no partial that aliases: all else is 160 dB below it", (shape) => {
    for (const [hz, sr] of [
      [1230, 44100],
      [80, 22050],
      [3010, 8000],
    ] as const) {
      // A tenth of a second holds whole periods, and what folds back would fall between the partials.
      const y = oscillator({ shape, hz, sr, duration: 0.1, width: 0.3 });
      const rest = Float64Array.from(y);
      for (let k = 1; k * hz < sr / 2; k++) {
        const { sin, cos } = partialOf(y, k * hz, sr);
        for (let i = 0; i < y.length; i++) {
          const phase = (2 * Math.PI * k * hz * i) / sr;
          rest[i]! -= sin * Math.sin(phase) + cos * Math.cos(phase);
        }
      }
      expect(10 * Math.log10(power(rest) / power(y)), `${hz} Hz at ${sr}`).toBeLessThan(-160);
    }
  });

  test("is the sum of its Fourier series at every sample", () => {
    for (const [hz, sr] of [
      [27.5, 8000],
      [27.5, 48000],
      [441, 44100],
    ] as const) {
      const y = oscillator({ shape: "saw", hz, sr, duration: 0.05 });
      for (let i = 0; i < y.length; i += 37) {
        let sum = 0;
        for (let k = 1; k * hz < sr / 2; k++)
          sum -= (2 / Math.PI / k) * Math.sin((2 * Math.PI * k * hz * i) / sr);
        // What its table is off by, see harmonic-wave.ts.
        expect(Math.abs(y[i]! - sum)).toBeLessThan(3e-9);
      }
    }
  });

  test("is between −1 and 1, but for the ripples beside its jumps", () => {
    for (const shape of shapes) {
      const y = oscillator({ shape, hz: 110, sr: 44100, duration: 0.1, width: 0.5 });
      expect(Math.max(...y.map(Math.abs)), shape).toBeLessThan(1.2);
      expect(Math.max(...y.map(Math.abs)), shape).toBeGreaterThan(0.95);
    }
  });

  test("a sine is a sine", () => {
    const y = oscillator({ shape: "sine", hz: 440, sr: 8000, duration: 0.1 });
    expect(Math.max(...y.map((x, i) => Math.abs(x - Math.sin((2 * Math.PI * 440 * i) / 8000))))).toBeLessThan(
      1e-10,
    );
  });
});

describe("fm", () => {
  const formula = (hz: number, ratio: number, index: number, sr: number, count: number) =>
    Float64Array.from({ length: count }, (_, i) => {
      const t = i / sr;
      return Math.sin(2 * Math.PI * hz * t + index * Math.sin(2 * Math.PI * ratio * hz * t));
    });

  test("is the formula, sample by sample, while all side bands are heard", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 50, max: 500, noNaN: true }),
        fc.double({ min: 0.1, max: 2, noNaN: true }),
        fc.double({ min: 0, max: 4, noNaN: true }),
        (hz, ratio, index) => {
          const y = fm({ hz, ratio, index, sr: 44100, duration: 0.02 });
          const wanted = formula(hz, ratio, index, 44100, y.length);
          expect(Math.max(...y.map((x, i) => Math.abs(x - wanted[i]!)))).toBeLessThan(1e-11);
        },
      ),
      { numRuns: 30 },
    );
  });

  test("keeps side bands above half the sample rate from folding back", () => {
    const sr = 22050;
    const y = fm({ hz: 3000, ratio: 1, index: 5, sr });
    // 15,000 and 18,000 Hz would be heard at 7050 and 4050 Hz.
    const naive = formula(3000, 1, 5, sr, sr);
    expect(levelOf(naive, 7050, sr)).toBeGreaterThan(0.1);
    expect(levelOf(naive, 4050, sr)).toBeGreaterThan(0.1);
    // 36,000 Hz would come down to 8100 Hz even from twice the rate.
    for (const hz of [7050, 4050, 8100]) {
      // What the filter of resample leaves: 95 dB less.
      expect(20 * Math.log10(levelOf(y, hz, sr))).toBeLessThan(-95);
    }
    expect(levelOf(y, 3000, sr)).toBeCloseTo(
      levelOf(fm({ hz: 3000, ratio: 1, index: 5, sr: 88200 }), 3000, 88200),
      3,
    );
  });

  test("keeps its time when it is made at a higher rate first", () => {
    const options = { hz: 2000, ratio: 1, index: 0.8 };
    const y = fm({ ...options, sr: 22050, duration: 0.02 });
    const wanted = formula(2000, 1, 0.8, 22050, y.length);
    // Missing are the side bands from 12,000 Hz on, of 8e-5 and less, and what the filter takes of that at 10,000.
    expect(Math.max(...y.map((x, i) => Math.abs(x - wanted[i]!)))).toBeLessThan(1e-3);
  });

  test("follows an index that changes, and holds its last one on", () => {
    const sr = 8000;
    const y = fm({ hz: 200, ratio: 1, sr, duration: 1, index: Float64Array.of(0.5) });
    expect(y).toEqual(fm({ hz: 200, ratio: 1, sr, duration: 1, index: 0.5 }));
    const rising = fm({ hz: 200, sr, index: Float64Array.from({ length: sr }, (_, i) => i / sr) });
    const t = 0.75;
    const index = 0.75;
    const wanted = Math.sin(2 * Math.PI * 200 * t + index * Math.sin(2 * Math.PI * 200 * t));
    expect(rising[sr * t]).toBeCloseTo(wanted, 9);
  });
});

describe("sonifyPitch", () => {
  const times = Array.from({ length: 50 }, (_, i) => i * 0.02);

  test("sings what yin then hears", () => {
    const f0 = times.map((t) => 220 * 2 ** (t / 2));
    const y = sonifyPitch(times, f0, { sr: 22050 });
    const heard = yin(y, { sr: 22050, fmin: 100, fmax: 1000 });
    for (const [i, t] of heard.times.entries()) {
      if (t < 0.1 || t > 0.85) continue;
      expect(Math.abs(1200 * Math.log2(heard.f0[i]! / (220 * 2 ** (t / 2)))), `${t} s`).toBeLessThan(3);
    }
  });

  test("is silent where there is no pitch, and never jumps", () => {
    const f0 = times.map((t) => (t > 0.3 && t < 0.6 ? 0 : 300));
    const y = sonifyPitch(times, f0, { sr: 8000 });
    expect(y.subarray(0.35 * 8000, 0.55 * 8000).every((x) => x === 0)).toBe(true);
    // A sine of 300 Hz rises by 0.236 a sample at most, and the fade adds 1/40.
    const greatest = y.subarray(1).reduce((most, x, i) => Math.max(most, Math.abs(x - y[i]!)), 0);
    expect(greatest).toBeLessThan(0.236 + 1 / 40);
  });
});

describe("sonifySteps", () => {
  const sr = 16000;
  const options = { sr, stepSeconds: 0.5, glideSeconds: 0.2 };

  test("has each tone at its pitch and its level once it has arrived", () => {
    const tones = [
      { hz: [300, 220, 220], level: [0.1, 0.2, 0.6] },
      { hz: [500, 600, 700], level: [0.5, 0.4, 0.3] },
    ];
    const y = sonifySteps(tones, options);
    expect(y.length).toBe(1.5 * sr);
    for (const step of [0, 1, 2]) {
      // Between the glide and the end, which fades: a quarter of a second, in which every pitch here has whole periods.
      const steady = y.subarray((0.5 * step + 0.2) * sr, (0.5 * step + 0.45) * sr);
      // The table is read along straight lines: off by a millionth.
      for (const { hz, level } of tones) {
        expect(levelOf(steady, hz[step]!, sr), `step ${step}`).toBeCloseTo(level[step]!, 5);
      }
    }
  });

  test("glides by equal parts of a tone in equal times", () => {
    const y = sonifySteps([{ hz: [200, 400] }], { sr, stepSeconds: 1, glideSeconds: 1 });
    const heard = yin(y, { sr, fmin: 100, fmax: 1000 });
    for (const [i, t] of heard.times.entries()) {
      if (t < 1.1 || t > 1.9) continue;
      expect(Math.abs(1200 * Math.log2(heard.f0[i]! / (200 * 2 ** (t - 1)))), `${t} s`).toBeLessThan(3);
    }
  });

  test("is never beyond the greatest sum of levels, ends in silence and holds on as long as it is told", () => {
    const tones = [0, 1, 2].map((k) => ({ hz: [210 + k, 220 * 1.5 ** k], level: [0.3, 0.2 + 0.1 * k] }));
    const y = sonifySteps(tones, { ...options, holdSeconds: 1, partials: [1, 0.5, 0.25] });
    expect(y.length).toBe(2 * sr);
    expect(y.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0)).toBeLessThanOrEqual(0.9);
    expect([y[0], y.at(-1)].map(Math.abs as (x?: number) => number)).toEqual([0, 0]);
  });

  test("leaves out partials that would come to half the sample rate", () => {
    const y = sonifySteps([{ hz: [3000, 5000] }], { sr, partials: [1, 1] });
    const steady = y.subarray(0.2 * sr, 0.45 * sr);
    expect(levelOf(steady, 3000, sr)).toBeCloseTo(0.5, 5);
    expect(levelOf(steady, 6000, sr)).toBeLessThan(1e-5);
  });
});
