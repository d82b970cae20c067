import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { transcribe } from "../../../../src/music/index.ts";
import { keyPath, NO_KEY } from "../../../../src/music/transcription/key-path.ts";
import { levelCurve } from "../../../../src/music/transcription/level-curve.ts";
import { levelRise, strokes } from "../../../../src/music/transcription/strokes.ts";

const SR = 16000;
const hzOf = (midi: number) => 440 * 2 ** ((midi - 69) / 12);

/** A bowed line: three partials, a little vibrato, and a fade of 10 ms at both ends of each note. */
function bowed(notes: { onset: number; offset: number; midi: number }[], seconds: number): Float64Array {
  const y = new Float64Array(Math.round(seconds * SR));
  for (const { onset, offset, midi } of notes) {
    let phase = 0;
    for (let i = Math.round(onset * SR); i < offset * SR; i++) {
      const time = i / SR - onset;
      const vibrato = 0.2 * Math.sin(2 * Math.PI * 5.5 * time);
      phase += (2 * Math.PI * hzOf(midi + vibrato)) / SR;
      const level = 0.3 * Math.min(1, time / 0.01, (offset - i / SR) / 0.01);
      for (let h = 1; h <= 3; h++) y[i] += (level / h) * Math.sin(h * phase);
    }
  }
  return y;
}

const line = [
  { onset: 0.2, offset: 0.6, midi: 60 },
  { onset: 0.6, offset: 1, midi: 64 },
  { onset: 1.1, offset: 1.5, midi: 64 },
  { onset: 1.5, offset: 1.9, midi: 57 },
];

describe("the cheapest sequence of keys", () => {
  const path = (pitches: number[]) => {
    const f0 = Float64Array.from(pitches, (midi) => (Number.isNaN(midi) ? 0 : hzOf(midi)));
    return Array.from(
      keyPath(
        f0,
        Array.from(f0, (hz) => hz > 0),
      ),
    );
  };
  const many = (count: number, value: number | ((i: number) => number)) =>
    Array.from({ length: count }, (_, i) => (typeof value === "number" ? value : value(i)));

  test("holds a key through vibrato, and through a frame that is an octave off or unvoiced", () => {
    const pitches = many(60, (i) => 60 + 0.7 * Math.sin(i / 3));
    pitches[20] = 72;
    pitches[40] = Number.NaN;
    expect(path(pitches)).toEqual(many(60, 60));
  });

  test("changes where the pitch does, and rests where there is none", () => {
    const pitches = [...many(20, 60), ...many(20, 62), ...many(20, Number.NaN), ...many(20, 62)];
    expect(path(pitches)).toEqual([...many(20, 60), ...many(20, 62), ...many(20, NO_KEY), ...many(20, 62)]);
  });

  test("is as cheap as the cheapest of all sequences, tried one by one", () => {
    const keys = [58, 59, 60, 61, 62, NO_KEY];
    const costOf = (sequence: number[], pitches: number[]) =>
      sequence.reduce((sum, key, t) => {
        const pitch = pitches[t]!;
        const change = t > 0 && sequence[t - 1] !== key ? 5 : 0;
        const rest = Number.isNaN(pitch);
        const local = key === NO_KEY ? (rest ? 0 : 1) : rest ? 1 : Math.min(1.5, Math.abs(pitch - key));
        return sum + change + local;
      }, 0);
    const sequences = (length: number): number[][] =>
      length === 0 ? [[]] : sequences(length - 1).flatMap((rest) => keys.map((key) => [...rest, key]));
    const all = sequences(5);
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.integer({ min: 58, max: 62 }), fc.constant(Number.NaN)), {
          minLength: 5,
          maxLength: 5,
        }),
        (pitches) => {
          const least = Math.min(...all.map((sequence) => costOf(sequence, pitches)));
          expect(costOf(path(pitches), pitches)).toBeCloseTo(least, 9);
        },
      ),
      { numRuns: 40 },
    );
  });
});

test("the level of a sine of amplitude 1 is −3 dB, and of nothing −120", () => {
  const y = Float64Array.from({ length: SR }, (_, i) =>
    i < SR / 2 ? Math.sin((2 * Math.PI * 500 * i) / SR) : 0,
  );
  const level = levelCurve(y, Float64Array.of(0.25, 0.75), SR, 160);
  expect(level[0]).toBeCloseTo(10 * Math.log10(0.5), 9);
  expect(level[1]).toBe(-120);
});

test("a held key is struck again where its level rises, and at the steepest place", () => {
  const level = Float64Array.from({ length: 80 }, (_, t) => -((t % 40) * 0.5));
  const rise = levelRise(level, 0.01);
  // The low before the step and the high after it are both in sight from the frame before it on.
  expect(strokes(rise, 0, 80, 12, 0.01)).toEqual([0, 39]);
  expect(strokes(rise, 0, 80, 30, 0.01)).toEqual([0]);
});

describe("a transcription of a melody", () => {
  test("has its notes, when they begin and end, and what they sound", () => {
    const notes = transcribe(bowed(line, 2.2), { sr: SR });
    expect(notes.map(({ midi }) => midi)).toEqual(line.map(({ midi }) => midi));
    for (const [i, { onset, offset, hz, velocity }] of notes.entries()) {
      expect(Math.abs(onset - line[i]!.onset)).toBeLessThan(0.03);
      expect(Math.abs(offset - line[i]!.offset)).toBeLessThan(0.06);
      // Half the vibrato to either side is 20 cents; its median is the middle.
      expect(Math.abs(1200 * Math.log2(hz / hzOf(line[i]!.midi)))).toBeLessThan(6);
      expect(velocity).toBeGreaterThan(0.8);
    }
  });

  test("is the same of a recording that is 40 dB softer, and moves with a transposition", () => {
    const keys = (y: Float64Array) => transcribe(y, { sr: SR }).map(({ midi }) => midi);
    const y = bowed(line, 2.2);
    expect(keys(y.map((sample) => sample / 100))).toEqual(keys(y));
    const up = line.map((note) => ({ ...note, midi: note.midi + 7 }));
    expect(keys(bowed(up, 2.2))).toEqual(up.map(({ midi }) => midi));
  });

  test("leaves out what is shorter than asked for", () => {
    const short = [...line, { onset: 1.95, offset: 2.1, midi: 72 }];
    const keys = (minSeconds: number) =>
      transcribe(bowed(short, 2.4), { sr: SR, minSeconds }).map(({ midi }) => midi);
    expect(keys(0.09)).toContain(72);
    expect(keys(0.3)).not.toContain(72);
  });

  test("comes with its steps, frame by frame", () => {
    const { notes, steps } = transcribe(bowed(line, 2.2), { sr: SR, steps: true });
    expect(notes.length).toBe(4);
    const frames = steps.times.length;
    expect([steps.f0.length, steps.level.length, steps.rise.length, steps.keys.length]).toEqual([
      frames,
      frames,
      frames,
      frames,
    ]);
  });

  test("of silence is empty", () => {
    expect(transcribe(new Float64Array(SR), { sr: SR })).toEqual([]);
  });
});
