import * as fc from "fast-check";
import { expect, test } from "vitest";
import { KEY_PROFILES, keyEstimate, keyOfNotes, PITCH_CLASSES } from "../../../../src/music/index.ts";

const profiles = Object.keys(KEY_PROFILES) as (keyof typeof KEY_PROFILES)[];
const cadence = [60, 64, 67, 65, 69, 72, 67, 71, 74, 60, 64, 67, 60];
const notes = (midis: number[]) => midis.map((midi, i) => ({ midi, onset: i, offset: i + 1 }));

test.each(profiles)("a profile of %s is most like itself, in all 24 keys", (profile) => {
  for (const mode of ["major", "minor"] as const) {
    for (let tonic = 0; tonic < 12; tonic++) {
      const data = Float64Array.from(
        { length: 12 },
        (_, p) => KEY_PROFILES[profile][mode][(p - tonic + 12) % 12]!,
      );
      const { key, scores } = keyEstimate({ data, frames: 1, bins: 12 }, { profile });
      expect(key).toBe(`${PITCH_CLASSES[tonic]} ${mode}`);
      // The correlation of a list with itself.
      expect(scores.find((entry) => entry.key === key)!.score).toBeCloseTo(1, 12);
    }
  }
});

test("notes that are shifted by semitones have their key shifted by as many, whatever the octave", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 11 }), fc.constantFrom(...profiles), (s, profile) => {
      const found = keyOfNotes(notes(cadence.map((midi) => midi + s - 24)), { profile });
      expect(found.key).toBe(`${PITCH_CLASSES[s]} major`);
      expect(found.scores).toHaveLength(24);
    }),
  );
});

test("longer notes count more, and lengths are shares of all", () => {
  const { profile } = keyOfNotes([
    { midi: 60, onset: 0, offset: 3 },
    { midi: 67, onset: 3, offset: 4 },
  ]);
  expect([profile[0], profile[7]]).toEqual([0.75, 0.25]);
});

test("without notes there is no key", () => {
  expect(keyOfNotes([]).key).toBe("X");
  expect(keyEstimate(new Float64Array(4000), { sr: 8000 }).key).toBe("X");
  expect(
    keyEstimate({ data: new Float64Array(12), frames: 1, bins: 12 }).scores.every(({ score }) => score === 0),
  ).toBe(true);
});
