import { describe, expect, test } from "vitest";
import { type Label, metrics } from "../../../../src/learn/index.ts";
import { allData, figures } from "../data.ts";

type Answers = {
  guessed: string;
  sought: Label;
  weights: number[];
  scores: number[];
  votes: number[][];
  relevance: number[][];
  rankings: number[][];
  cases: { name: string; args: string[]; options: Record<string, unknown> | null; want: unknown }[];
};

const answers = figures<Record<string, Answers>>("metrics/metrics");

/** The largest difference of any number in `want` from that in `got`, relative where it is above 1. */
function difference(got: unknown, want: unknown): number {
  if (want === null) return got === null ? 0 : Number.NaN;
  if (typeof want === "number") return Math.abs((got as number) - want) / Math.max(1, Math.abs(want));
  const items = Object.entries(want as object);
  if (Array.isArray(want) && (got as unknown[]).length !== items.length) return Number.NaN;
  const parts = items.map(([key, item]) => difference((got as Record<string, unknown>)[key], item));
  return parts.some(Number.isNaN) ? Number.NaN : Math.max(0, ...parts);
}

describe.each(allData)("on $name", (data) => {
  const { guessed, sought, votes, cases, ...inputs } = answers[data.name]!;
  const classes = metrics.confusionMatrix(data.y, data.y).labels;
  const given: Record<string, unknown> = {
    ...data,
    ...inputs,
    guessed: Array.from(guessed, (digit) => classes[Number(digit)]!),
    binary: data.y.map((label) => Number(label === sought)),
    probabilities: votes.map((row) => row.map((count) => count / row.reduce((a, b) => a + b))),
  };

  test.each([...new Set(cases.map(({ name }) => name))])("%s is scikit-learn's to 1e-12", (name) => {
    for (const { args, options, want } of cases.filter((each) => each.name === name)) {
      const weighted = options && "sampleWeight" in options ? { sampleWeight: inputs.weights } : {};
      const all = [...args.map((arg) => given[arg]), ...(options ? [{ ...options, ...weighted }] : [])];
      const metric = metrics[name as keyof typeof metrics] as (...args: unknown[]) => unknown;
      expect(difference(metric(...all), want), JSON.stringify(options)).toBeLessThan(1e-12);
    }
  });
});
