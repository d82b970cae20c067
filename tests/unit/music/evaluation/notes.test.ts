import * as fc from "fast-check";
import { expect, test } from "vitest";
import { noteF, noteOffsetF, noteOnsetF, noteVelocityF } from "../../../../src/music/index.ts";

/** Times on a grid of 10 ms, pitches of whole semitones. */
const notes = fc.array(
  fc.record({
    onset: fc.integer({ min: 0, max: 300 }).map((steps) => steps / 100),
    length: fc.integer({ min: 1, max: 100 }).map((steps) => steps / 100),
    midi: fc.integer({ min: 40, max: 90 }),
    velocity: fc.integer({ min: 1, max: 127 }),
  }),
  { minLength: 1, maxLength: 20 },
);
const withEnds = notes.map((list) =>
  list.map(({ length, ...note }) => ({ ...note, offset: note.onset + length })),
);

test("the true notes score 1 on every count", () => {
  fc.assert(
    fc.property(withEnds, (list) => {
      const one = { fMeasure: 1, precision: 1, recall: 1 };
      expect(noteOnsetF(list, list)).toEqual(one);
      expect(noteOffsetF(list, list)).toEqual(one);
      expect(noteF(list, list)).toMatchObject(one);
    }),
  );
});

test("notes that cannot be mistaken overlap with themselves wholly", () => {
  const scale = Array.from({ length: 8 }, (_, i) => ({ onset: i, offset: i + 0.5, midi: 60 + i }));
  expect(noteF(scale, scale)).toEqual({ fMeasure: 1, precision: 1, recall: 1, averageOverlapRatio: 1 });
});

test("notes moved in pitch together score the same, and the estimate alone nothing", () => {
  fc.assert(
    fc.property(withEnds, withEnds, fc.integer({ min: -12, max: 12 }), (a, b, semitones) => {
      const moved = (list: typeof a) => list.map((note) => ({ ...note, midi: note.midi + semitones }));
      expect(noteF(moved(a), moved(b))).toEqual(noteF(a, b));
      const alone = a.map((note) => ({ ...note, midi: note.midi + 60 }));
      expect(noteF(a, alone).fMeasure).toBe(0);
    }),
  );
});

test("the order of the notes does not matter to F", () => {
  fc.assert(
    fc.property(withEnds, withEnds, (a, b) => {
      const { fMeasure } = noteF(a, b);
      expect(noteF(a.toReversed(), b.toReversed()).fMeasure).toBe(fMeasure);
    }),
  );
});

test("without ends at least as many notes are right, and by onset alone at least as many again", () => {
  fc.assert(
    fc.property(withEnds, withEnds, (a, b) => {
      const withOffset = noteF(a, b).recall;
      const withoutOffset = noteF(a, b, { offsetRatio: null }).recall;
      expect(withOffset).toBeLessThanOrEqual(withoutOffset);
      expect(withoutOffset).toBeLessThanOrEqual(noteOnsetF(a, b).recall);
      expect(withOffset).toBeLessThanOrEqual(noteOffsetF(a, b).recall);
      expect(noteVelocityF(a, b).recall).toBeLessThanOrEqual(withOffset);
    }),
  );
});

const note = { onset: 1, offset: 2, hz: 440, velocity: 64 };
const f = (change: object, options = {}) => noteF([note], [{ ...note, ...change }], options).fMeasure;

test("a note is right within 50 ms, 50 cents, and a fifth of its length or 50 ms", () => {
  expect([f({ onset: 1.05 }), f({ onset: 1.0502 })]).toEqual([1, 0]);
  expect([f({ hz: 440 * 2 ** (49 / 1200) }), f({ hz: 440 * 2 ** (51 / 1200) })]).toEqual([1, 0]);
  expect([f({ offset: 2.2 }), f({ offset: 2.2002 })]).toEqual([1, 0]);
  const short = { onset: 1, offset: 1.1, midi: 69 };
  expect(noteF([short], [{ ...short, offset: 1.15 }]).fMeasure).toBe(1);
});

test("strictly, a deviation as large as allowed is wrong", () => {
  expect(f({ onset: 1.05 }, { strict: true })).toBe(0);
  expect(f({ offset: 2.2 }, { strict: true })).toBe(0);
  expect(f({ onset: 1.0499 }, { strict: true })).toBe(1);
});

test("hz counts before midi, and either is enough", () => {
  const { hz: _, ...without } = note;
  expect(noteF([note], [{ ...without, midi: 69 }]).fMeasure).toBe(1);
  expect(noteF([{ ...note, hz: 880 }], [{ ...without, midi: 81 }]).fMeasure).toBe(1);
  expect(noteF([note], [{ ...note, midi: 80 }]).fMeasure).toBe(1);
});

test("overlap is the time in both by the time in either", () => {
  expect(noteF([note], [{ ...note, offset: 2.2 }]).averageOverlapRatio).toBeCloseTo(1 / 1.2, 14);
});

test("recall counts more with a greater beta", () => {
  const missing = noteF([note, { ...note, onset: 1.5 }], [note], { beta: 2 });
  expect(missing).toMatchObject({ precision: 1, recall: 0.5, fMeasure: (5 * 0.5) / (4 + 0.5) });
});

test("the scale of estimated velocities does not matter, but their order does", () => {
  const reference = [20, 50, 80, 110].map((velocity, i) => ({ onset: i, offset: i + 1, midi: 60, velocity }));
  const louder = reference.map((each) => ({ ...each, velocity: each.velocity / 200 + 0.1 }));
  expect(noteVelocityF(reference, louder).fMeasure).toBe(1);
  const mixed = reference.map((each, i) => ({ ...each, velocity: reference[(i + 2) % 4]!.velocity }));
  expect(noteVelocityF(reference, mixed).fMeasure).toBeLessThan(0.5);
});

test("steps tell which notes are right, missed and false", () => {
  const reference = [note, { ...note, onset: 1.5 }, { ...note, hz: 660 }];
  const estimated = [{ ...note, hz: 663 }, { ...note, hz: 550 }, note];
  const matching = {
    right: [
      [0, 2],
      [2, 0],
    ],
    missed: [1],
    false: [1],
  };
  expect(noteF(reference, estimated, { steps: true }).matching).toEqual(matching);
  expect(noteVelocityF(reference, estimated, { steps: true }).matching).toEqual(matching);
});

test("a note with the wrong velocity is both missed and false", () => {
  // Many right ones, so that the line through all velocities passes near them.
  const reference = Array.from({ length: 20 }, (_, i) => ({
    onset: i,
    offset: i + 1,
    midi: 60,
    velocity: 10 + 5 * i,
  }));
  const estimated = reference.map((each, i) => ({ ...each, velocity: i === 10 ? 110 : each.velocity }));
  estimated[15]!.midi = 70;
  const { matching } = noteVelocityF(reference, estimated, { steps: true });
  expect([matching.missed, matching.false]).toEqual([
    [10, 15],
    [10, 15],
  ]);
});

test("a velocity just as far away as allowed is wrong", () => {
  expect(noteVelocityF([note], [note], { velocityTolerance: 0 }).fMeasure).toBe(0);
});

test("an empty list scores 0, whatever the other", () => {
  const nothing = { fMeasure: 0, precision: 0, recall: 0, averageOverlapRatio: 0 };
  for (const [a, b] of [
    [[], []],
    [[note], []],
    [[], [note]],
  ] as const) {
    expect(noteF(a, b)).toEqual(nothing);
    expect(noteVelocityF(a, b)).toEqual(nothing);
    expect([noteOnsetF(a, b).fMeasure, noteOffsetF(a, b).fMeasure]).toEqual([0, 0]);
  }
});
