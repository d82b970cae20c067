import { expect, test } from "vitest";
import { KNeighborsClassifier, Matrix, StandardScaler } from "../../../../src/learn/index.ts";
import { packed } from "../../../../src/stdlib/compute/pack.ts";
import { unpacked } from "../../../../src/stdlib/compute/unpack.ts";

test.each<[string, unknown]>([
  ["an estimator", new KNeighborsClassifier({ nNeighbors: 3 })],
  ["a list that has one among names", ["passthrough", new StandardScaler(), "passthrough"]],
  ["what has them deep inside", { rows: [{ model: new KNeighborsClassifier() }], X: Matrix.from([[1, 2]]) }],
  ["what has none", { scores: [0.5, 1], names: ["kick", null] }],
])("%s comes back from a worker as it was", async (_, value) => {
  expect(await unpacked(structuredClone(packed(value)))).toStrictEqual(value);
});
