import { expect, test } from "vitest";
import { splitAtMark } from "../../../../src/stdlib/inputs/split-at-mark.ts";

test.each([
  ["Ride (Custom, Zagrebin)", "tom", ["Ride (Cus", "tom", ", Zagrebin)"]],
  ["Tom Low", "tom", ["", "Tom", " Low"]],
  ["perc_bell", "bell", ["perc_", "bell", ""]],
  ["hat_snap", "kick", ["hat_snap", "", ""]],
  ["hat_snap", "", ["hat_snap", "", ""]],
  ["hat_snap", undefined, ["hat_snap", "", ""]],
])("%s is split at %s, whatever its case, and whole where it has none", (name, mark, parts) => {
  expect(splitAtMark(name, mark)).toEqual(parts);
});
