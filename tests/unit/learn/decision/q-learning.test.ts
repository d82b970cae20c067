import { describe, expect, test } from "vitest";
import {
  type Environment,
  fromJSON,
  type Mdp,
  mdpEnvironment,
  QLearning,
  RandomState,
  valueIteration,
} from "../../../../src/learn/index.ts";

/** A row of rooms; the way out is at the right end, and a small reward at the left one. */
const corridor: Mdp = {
  states: ["out left", 1, 2, 3, 4, "out right"].map(String),
  actions: ["left", "right"],
  transitions: Object.fromEntries(
    ["1", "2", "3", "4"].map((room, i) => {
      const names = ["out left", "1", "2", "3", "4", "out right"];
      const way = (to: number) => [[1, names[to]!, to === 0 ? 1 : to === 5 ? 10 : 0]] as const;
      return [room, { left: way(i), right: way(i + 2) }];
    }),
  ),
};

test("value iteration, by hand", () => {
  const { values, policy, q, converged } = valueIteration(corridor, { gamma: 0.5 });
  expect(values).toEqual({ "out left": 0, 1: 1.25, 2: 2.5, 3: 5, 4: 10, "out right": 0 });
  expect(policy).toMatchObject({ 1: "right", 4: "right", "out left": null });
  expect(q["1"]).toEqual({ left: 1, right: 1.25 });
  expect(converged).toBe(true);
  expect(valueIteration(corridor, { maxIter: 2 }).converged).toBe(false);
});

describe("Q-learning", () => {
  test("finds the values and the policy of value iteration where nothing is left to chance", () => {
    const learner = new QLearning({ actions: corridor.actions, alpha: 1, gamma: 0.5, epsilon: 0.5 });
    learner.train(mdpEnvironment(corridor, { start: "2" }), { episodes: 200 });
    const { q, policy } = valueIteration(corridor, { gamma: 0.5 });
    for (const room of ["1", "2", "3", "4"]) {
      expect(learner.policy[room]).toBe(policy[room]);
      expect(learner.q[room]).toEqual(q[room]);
    }
  });

  test("earns more than chance where much is left to it", () => {
    const slippery: Mdp = {
      ...corridor,
      transitions: Object.fromEntries(
        Object.entries(corridor.transitions).map(([room, { left, right }]) => {
          const mixed = (a: typeof left, b: typeof left) =>
            [
              [0.8, ...a![0]!.slice(1)],
              [0.2, ...b![0]!.slice(1)],
            ] as never;
          return [room, { left: mixed(left, right), right: mixed(right, left) }];
        }),
      ),
    };
    const world = () => mdpEnvironment(slippery, { start: "2", randomState: 5 });
    const learner = new QLearning({ actions: slippery.actions, epsilonDecay: 0.98, epsilon: 1 });
    const last = [...learner.trainSteps(world(), { episodes: 400 })].slice(-200);
    const earned = last.reduce((sum, { totalReward }) => sum + totalReward, 0) / 200;
    const dice = new RandomState(1);
    expect(earned).toBeGreaterThan(byChance(world(), () => slippery.actions[dice.integers(0, 2)]!) + 2);
    expect(learner.currentEpsilon).toBeLessThan(0.001);
  });

  test("goes on after JSON as if nothing had been", () => {
    const learner = new QLearning({ actions: ["a", "b"], epsilon: 0.5, randomState: 9 });
    for (let i = 0; i < 7; i++) learner.update(0, learner.act(0), i, 0);
    const copy = fromJSON(JSON.parse(JSON.stringify(learner))) as unknown as QLearning;
    const next = (player: QLearning) => Array.from({ length: 20 }, () => player.act(0));
    expect(next(copy)).toEqual(next(learner));
    expect(new Set(next(learner)).size).toBe(2);
    expect(learner.clone().currentEpsilon).toBe(0.5);
  });

  test("moves Q by alpha towards the reward and what comes after", () => {
    const learner = new QLearning({ actions: ["a", "b"], alpha: 0.5, gamma: 0.5 });
    learner.update("x", "a", 4, "end", true).update("y", "b", 1, "x");
    expect(learner.q).toEqual({ x: { a: 2, b: 0 }, y: { a: 0, b: 1 } });
  });

  test("refuses what it cannot use", () => {
    expect(() => new QLearning({} as never)).toThrow("actions must be a list of different actions");
    const learner = new QLearning({ actions: ["a"] });
    expect(() => learner.q).toThrow("has not been fitted");
    expect(() => learner.update(0, "b", 1, 0)).toThrow('action must be one of the actions, but it is "b"');
    expect(() => learner.update(0, "a", Number.NaN, 0)).toThrow("reward must be a finite number");
    expect(() => learner.train({} as never)).toThrow("methods reset and step");
  });
});

function byChance(world: Environment, choose: () => string | number): number {
  let sum = 0;
  for (let episode = 0; episode < 200; episode++) {
    world.reset();
    for (let done = false; !done; ) {
      const result = world.step(choose());
      sum += result.reward;
      done = result.done;
    }
  }
  return sum / 200;
}

test.each([
  [{ states: [] }, "states must be an array of different names"],
  [{ transitions: { 9: {} } }, 'transitions has "9", which is none of'],
  [{ transitions: { 1: { up: [] } } }, 'transitions.1 has "up"'],
  [
    { transitions: { 1: { left: [[0.5, "2", 0]] } } },
    "transitions.1.left: the probabilities must add up to 1, but they add up to 0.5",
  ],
  [{ transitions: { 1: { left: [[1, "7", 0]] } } }, 'transitions.1.left leads to "7"'],
  [
    { transitions: { 1: { left: [[1, "2", Number.NaN]] } } },
    "a reward must be a finite number, but it is NaN",
  ],
])("a process that is not well formed is refused: %#", (part, message) => {
  expect(() => valueIteration({ ...corridor, ...part } as never)).toThrow(message);
  expect(() => mdpEnvironment({ ...corridor, ...part } as never)).toThrow(message);
});
