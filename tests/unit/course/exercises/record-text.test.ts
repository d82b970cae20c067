import fc from "fast-check";
import { expect, test } from "vitest";
import {
  type ExerciseRecord,
  mergedRecords,
  mergedRecordTexts,
  readRecordText,
  recordText,
  untouched,
} from "../../../../src/course/exercises/index.ts";

const records: fc.Arbitrary<ExerciseRecord> = fc.record({
  result: fc.record({
    state: fc.constantFrom("unattempted", "failed", "passed", "error"),
    message: fc.string({ unit: "binary", maxLength: 100 }),
  }),
  attempts: fc.nat(),
  hintsShown: fc.nat(),
  solutionShown: fc.boolean(),
  passed: fc.boolean(),
  passedAlone: fc.boolean(),
});

test("a record comes back from its text", () => {
  fc.assert(
    fc.property(records, (record) => {
      expect(readRecordText(recordText(record))).toEqual(record);
    }),
  );
});

test("a message that is too long to be kept is cut, between two characters", () => {
  const message = "😀".repeat(3000);
  const read = readRecordText(recordText({ ...untouched, result: { state: "failed", message } }));
  expect(read!.result.message).toBe(`${"😀".repeat(2000)} …`);
});

test.each([
  ["no JSON", "{"],
  ["null", "null"],
  ["of a newer version", recordText(untouched).replace('"version":1', '"version":2')],
  ["without a result", '{"version":1,"attempts":0,"hintsShown":0,"solutionShown":false}'],
  ["of a state that there is not", recordText(untouched).replace("unattempted", "splendid")],
  ["with half an attempt", recordText({ ...untouched, attempts: 0.5 })],
  ["with fewer than no hints", recordText({ ...untouched, hintsShown: -1 })],
  ["with a word for yes", recordText(untouched).replace('"passed":false', '"passed":"yes"')],
])("a text that is %s is not understood", (_, text) => {
  expect(readRecordText(text)).toBe(null);
});

test("merging keeps the better result, and does nothing twice", () => {
  fc.assert(
    fc.property(records, records, (one, other) => {
      const both = mergedRecords(one, other);
      expect(both.passed).toBe(one.passed || other.passed);
      expect(both.attempts).toBeGreaterThanOrEqual(Math.max(one.attempts, other.attempts));
      expect(mergedRecords(both, other)).toEqual(both);
      expect(mergedRecords(both, one)).toEqual(both);
    }),
  );
});

test("of two texts the first stays as it is where the other adds nothing or cannot be read", () => {
  const passed = recordText({ ...untouched, passed: true, result: { state: "passed", message: "" } });
  const spaced = ` ${passed}`;
  expect(mergedRecordTexts(spaced, recordText(untouched))).toBe(spaced);
  expect(mergedRecordTexts(spaced, "{")).toBe(spaced);
  expect(mergedRecordTexts("of the future", passed)).toBe("of the future");
  expect(mergedRecordTexts(recordText(untouched), passed)).toBe(passed);
});
