import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { firstSentence } from "../../../scripts/lib/reference/doc-comment.ts";
import { generateReference } from "../../../scripts/lib/reference/generate.ts";
import { signatureOf } from "../../../scripts/lib/reference/signature.ts";
import { referenceText } from "../../../scripts/lib/reference/text.ts";
import { root } from "../../../scripts/lib/root.ts";
import type { ReferenceName } from "../../../src/stdlib/reference-entry.ts";

const generated = generateReference();
const entry = (name: string) => generated.find((one) => one.name === name)!;

test("the committed reference is what the doc comments say (else: node scripts/run.mjs scripts/reference.ts)", () => {
  const committed = readFileSync(join(root, "src/stdlib/reference.json"), "utf8");
  const names = (text: string) => (JSON.parse(text) as ReferenceName[]).map(({ name }) => name);
  expect(names(committed)).toEqual(generated.map(({ name }) => name));
  expect(committed === referenceText(generated)).toBe(true);
});

describe("what the generator makes of the sources", () => {
  test("a class has its options with the defaults and the limits of its own rules", () => {
    const { signature, params, kind } = entry("KNeighborsClassifier");
    expect(kind).toBe("class");
    expect(signature).toMatch(/^new KNeighborsClassifier\(\{nNeighbors = 5, weights = "uniform", .*\}\)$/);
    expect(params!.slice(0, 2)).toMatchObject([
      {
        name: "nNeighbors",
        default: "5",
        type: "a whole number of at least 1",
        option: true,
        optional: true,
      },
      { name: "weights", default: '"uniform"', type: '"uniform" or "distance"' },
    ]);
  });

  test("methods come in the order of their use, inherited ones too, and nothing that is not for a learner", () => {
    const methods = entry("KNeighborsClassifier").members!.map(({ name }) => name);
    expect(methods.slice(0, 4)).toEqual(["fit", "predict", "predictProba", "score"]);
    for (const internal of ["votes", "fitted", "learned", "revive", "typeName", "nNeighbors"]) {
      expect(methods).not.toContain(internal);
    }
    const fit = entry("KNeighborsClassifier").members![0]!;
    expect(fit.summary).toMatch(/^Learns from the rows/);
  });

  test("a function has its arguments in words, its options with what they are, and the fields of its result", () => {
    const envelope = entry("music").members!.find(({ name }) => name === "envelope")!;
    expect(envelope).toMatchObject({
      signature: "music.envelope(y, {sr}) → envelope {levels, hopSeconds}",
      url: "reference/music/features/#music.envelope",
      params: [
        { name: "y", type: "array of samples (Float32Array or Float64Array)", doc: "The samples." },
        { name: "sr", type: "number", doc: "Samples a second.", option: true },
      ],
    });
    const { returns } = entry("crossValidate");
    expect(returns!.type).toBe("Run of {folds, pooled, trainScore}");
    expect(returns!.fields!.find(({ name }) => name === "pooled")!.doc).toMatch(/score to quote/);
  });

  test("options that a cell is not meant to give are left out", () => {
    expect(entry("play").params!.map(({ name }) => name)).toEqual(["source", "label", "loop", "onPosition"]);
  });

  test("what stands in learn and has a short name is told of once, under the short name", () => {
    const inLearn = (name: string) => entry("learn").members!.find((member) => member.name === name)!;
    expect(inLearn("Matrix")).not.toHaveProperty("members");
    expect(inLearn("Matrix").url).toBe("reference/preparation/#Matrix");
    expect(inLearn("accuracy").url).toBe("reference/metrics/#metrics.accuracy");
    // The twin of the same name works otherwise.
    expect(inLearn("crossValidate").url).toBe("reference/selection/at-once/#learn.crossValidate");
    expect(inLearn("crossValidate").returns!.type).not.toMatch(/Run/);
  });
});

describe("the first sentence of a comment", () => {
  test.each([
    ["One. Two.", "One.", "Two."],
    ["A seed (Efron, 1979. A book) is used. More.", "A seed (Efron, 1979. A book) is used.", "More."],
    ["From 0.5 to 1. Then `sr` follows.", "From 0.5 to 1.", "Then `sr` follows."],
    ["Written `a. B` here. `next` is code.", "Written `a. B` here.", "`next` is code."],
    ["no stop at all", "no stop at all", ""],
  ])("of %j is %j", (text, first, rest) => {
    expect(firstSentence(text)).toEqual([first, rest]);
  });
});

test("a signature with many options shows the first few", () => {
  const option = (name: string) => ({
    name,
    type: "",
    doc: "",
    option: true as const,
    optional: true as const,
  });
  const params = [{ name: "X", type: "", doc: "" }, ...["a", "b", "c", "d", "e", "f", "g"].map(option)];
  expect(signatureOf("f", params)).toBe("f(X, {a, b, c, d, e, …})");
});
