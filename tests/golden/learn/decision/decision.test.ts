import { expect, test } from "vitest";
import { type Mdp, valueIteration } from "../../../../src/learn/index.ts";
import { figures } from "../data.ts";

type Case = {
  gamma: number;
  transitions: [probability: number, next: number, reward: number][][][];
  values: number[];
  policy: number[];
};
const { cases } = figures<{ cases: Case[] }>("decision/decision");

test.each(cases)("value iteration with gamma $gamma finds what policy iteration solves for", (known) => {
  const states = known.values.map((_, s) => s);
  const transitions = { ...known.transitions.map((actions) => ({ ...actions })) };
  const mdp = { states, actions: [0, 1, 2], transitions: transitions as unknown as Mdp["transitions"] };
  const { values, policy, converged } = valueIteration(mdp, { gamma: known.gamma, tol: 1e-9 });
  expect(converged).toBe(true);
  for (const s of states) expect(Math.abs(values[s]! - known.values[s]!)).toBeLessThan(1e-9);
  expect(states.slice(0, -1).map((s) => policy[s])).toEqual(known.policy);
  expect(policy[states.length - 1]).toBe(null);
});
