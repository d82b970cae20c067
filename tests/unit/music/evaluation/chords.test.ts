import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as music from "../../../../src/music/index.ts";

const roots = "C C# D Eb E F F# G Ab A Bb B".split(" ");
const qualities = "maj min dim aug 7 maj7 min7 sus4 maj(9) min/b3 maj/5 7/3".split(" ");
const chords = fc.tuple(fc.integer({ min: 0, max: 11 }), fc.constantFrom(...qualities));
const label = ([root, quality]: [number, string]) => `${roots[root % 12]}:${quality}`;

/** Segments without gaps, each as long as it is told, from 0 on. */
function segments(labels: string[], lengths: number[]): music.LabeledSegment[] {
  let end = 0;
  return labels.map((name, i) => {
    const start = end;
    end += lengths[i]!;
    return { start, end, label: name };
  });
}

const sequences = fc
  .array(fc.tuple(chords, fc.integer({ min: 1, max: 8 })), { minLength: 1, maxLength: 10 })
  .map((items) =>
    segments(
      items.map(([chord]) => label(chord)),
      items.map(([, quarters]) => quarters / 4),
    ),
  );

describe("compareChords", () => {
  const compare = (a: string, b: string, comparison: music.ChordComparison) =>
    music.compareChords([a], [b], { comparison })[0];

  test("a chord agrees with itself in all that compares it", () => {
    for (const comparison of ["root", "thirds", "triadsInv", "tetradsInv", "mirex"] as const) {
      fc.assert(
        fc.property(chords, (chord) => {
          expect(compare(label(chord), label(chord), comparison)).toBe(1);
        }),
      );
    }
  });

  test("what agrees finely agrees coarsely", () => {
    const order = ["tetradsInv", "tetrads", "triads", "thirds", "root"] as const;
    fc.assert(
      fc.property(chords, chords, (a, b) => {
        const scores = order.map((comparison) => compare(label(a), label(b), comparison)!);
        expect(scores).toEqual(scores.toSorted((x, y) => x - y));
      }),
    );
  });

  test("chords moved together compare the same", () => {
    fc.assert(
      fc.property(chords, chords, fc.integer({ min: 0, max: 11 }), (a, b, up) => {
        for (const comparison of ["majmin", "sevenths", "mirex", "thirdsInv"] as const) {
          const moved = compare(label([a[0] + up, a[1]]), label([b[0] + up, b[1]]), comparison);
          expect(moved).toBe(compare(label(a), label(b), comparison));
        }
      }),
    );
  });

  test("A#:min and Bb:min are one chord", () => {
    expect(music.encodeChord("A#:min")).toEqual(music.encodeChord("Bb:min"));
    expect(compare("A#:min", "Bb:min", "tetradsInv")).toBe(1);
  });

  test("a seventh chord is a major chord to majmin, and none to the other side", () => {
    expect(compare("C:7", "C:maj", "majmin")).toBe(1);
    expect(compare("C:7", "C:maj", "sevenths")).toBe(0);
    expect(compare("C:dim", "C:dim", "majmin")).toBe(-1);
    expect(compare("X", "X", "root")).toBe(-1);
    expect(compare("N", "N", "majmin")).toBe(1);
    expect(compare("N", "C:maj", "majmin")).toBe(0);
  });

  test("the bass decides where inversions count", () => {
    expect(compare("C:maj/3", "C:maj", "majmin")).toBe(1);
    expect(compare("C:maj/3", "C:maj", "majminInv")).toBe(0);
  });

  test("MIREX wants three notes in common", () => {
    expect(compare("C:maj", "A:min7", "mirex")).toBe(1);
    expect(compare("C:maj", "A:min", "mirex")).toBe(0);
  });
});

describe("chordWeightedAccuracy", () => {
  const accuracy = music.chordWeightedAccuracy;

  test("the true chords score 1 by every comparison that takes them all", () => {
    fc.assert(
      fc.property(sequences, (chordsOf) => {
        for (const comparison of ["root", "thirds", "triads", "tetradsInv", "mirex"] as const)
          expect(accuracy(chordsOf, chordsOf, { comparison })).toBe(1);
      }),
    );
  });

  test("time counts, not the number of chords", () => {
    const reference = segments(["C:maj", "F:maj", "G:maj"], [6, 1, 1]);
    const estimated = segments(["C:maj", "D:maj", "E:maj"], [6, 1, 1]);
    expect(accuracy(reference, estimated)).toBe(0.75);
  });

  test("a segment cut in two with the same label changes nothing", () => {
    fc.assert(
      fc.property(sequences, sequences, (a, b) => {
        const cut = b.flatMap(({ start, end, label: name }) => [
          { start, end: (start + end) / 2, label: name },
          { start: (start + end) / 2, end, label: name },
        ]);
        // Sums of other pieces of the same time.
        expect(accuracy(a, cut)).toBeCloseTo(accuracy(a, b), 12);
      }),
    );
  });

  test("time that the estimate leaves open is no chord, and time beyond the reference is cut off", () => {
    const reference = segments(["C:maj", "N"], [2, 2]);
    expect(accuracy(reference, segments(["C:maj"], [1]))).toBe(0.75);
    expect(accuracy(reference, segments(["C:maj", "N"], [2, 100]))).toBe(1);
    expect(accuracy(reference, [])).toBe(0.5);
  });

  test("time whose chord cannot be compared does not count, and nothing to compare scores 0", () => {
    const reference = segments(["C:maj", "C:dim"], [1, 3]);
    expect(accuracy(reference, segments(["C:maj"], [4]))).toBe(1);
    expect(accuracy(segments(["C:dim"], [1]), segments(["C:dim"], [1]))).toBe(0);
  });

  test("steps tell which pieces are right, wrong and not compared", () => {
    const reference = segments(["C:maj", "C:aug"], [2, 1]);
    const { pieces } = accuracy(reference, segments(["C:maj", "G:maj"], [1, 2]), { steps: true });
    expect(pieces).toEqual([
      { start: 0, end: 1, reference: "C:maj", estimated: "C:maj", score: 1 },
      { start: 1, end: 2, reference: "C:maj", estimated: "G:maj", score: 0 },
      { start: 2, end: 3, reference: "C:aug", estimated: "G:maj", score: -1 },
    ]);
  });
});

describe("chordSegmentation", () => {
  const reference = segments(["C:maj", "A:min"], [2, 2]);

  test("the same boundaries score 1, whatever the labels", () => {
    const others = segments(["G:maj", "D:min"], [2, 2]);
    expect(music.chordSegmentation(reference, others)).toEqual({ overseg: 1, underseg: 1, seg: 1 });
  });

  test("too many boundaries lower one figure, too few the other", () => {
    const cut = segments(["C:maj", "E:min", "A:min"], [1, 1, 2]);
    expect(music.chordSegmentation(reference, cut)).toEqual({ overseg: 0.75, underseg: 1, seg: 0.75 });
    expect(music.chordSegmentation(reference, segments(["C:maj"], [4]))).toEqual({
      overseg: 1,
      underseg: 0.5,
      seg: 0.5,
    });
  });

  test("neighbours with the same chord, however spelt, count as one", () => {
    const spelt = segments(["C:maj", "C", "A:min"], [1, 1, 2]);
    expect(music.chordSegmentation(reference, spelt).seg).toBe(1);
  });

  test("the directional Hamming distance is the time outside the longest pieces", () => {
    const whole = [{ start: 0, end: 10 }];
    const cut = [
      { start: 0, end: 3 },
      { start: 3, end: 10 },
    ];
    expect(music.directionalHammingDistance(whole, cut)).toBeCloseTo(0.3, 14);
    expect(music.directionalHammingDistance(cut, whole)).toBe(0);
  });
});

test("a label falls into root, quality, degrees and bass", () => {
  expect(music.splitChord("G#:min(*b3,*5)/5")).toEqual({
    root: "G#",
    quality: "min",
    scaleDegrees: ["*b3", "*5"],
    bass: "5",
  });
  expect(music.splitChord("A:(3)/6")).toEqual({ root: "A", quality: "", scaleDegrees: ["3"], bass: "6" });
  expect(music.splitChord("C:9", true)).toEqual({ root: "C", quality: "7", scaleDegrees: ["9"], bass: "1" });
});
