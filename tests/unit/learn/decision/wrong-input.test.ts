import { describe, expect, test } from "vitest";
import {
  EpsilonGreedy,
  type Mdp,
  mdpEnvironment,
  QLearning,
  simulateBandit,
  UCB1,
  valueIteration,
} from "../../../../src/learn/index.ts";

function mdp(change: object): Mdp {
  return {
    states: ["a", "end"],
    actions: ["go"],
    transitions: { a: { go: [[1, "end", 1]] } },
    ...change,
  } as Mdp;
}

describe("a process that is none is refused, saying where", () => {
  test.each<[object, string]>([
    [{ states: [null, "a"] }, "states must be different names (text or numbers), but item 0 is null"],
    [{ states: ["a", "end", "a"] }, 'but item 2 is "a" again'],
    [{ states: [1, "1"] }, 'but item 1 is "1" again'],
    [{ transitions: null }, "transitions must be an object, but it is null"],
    [{ transitions: { a: 5 } }, "transitions.a must be an object, but it is 5"],
    [{ transitions: { a: { go: null } } }, "transitions.a.go must be a list of [probability, next, reward]"],
    [{ transitions: { a: { go: {} } } }, "but it is an object"],
    [{ transitions: { a: { go: [["1", "end", 1]] } } }, 'a probability must be from 0 to 1, but it is "1"'],
    [{ transitions: { a: { go: [[1, "end", 1e300]] } } }, "from -1e100 to 1e100, but it is 1e+300"],
  ])("%j", (change, message) => {
    expect(() => valueIteration(mdp(change))).toThrow(message);
  });
});

test("a state may have a name that every object knows", () => {
  const named = mdp({ states: ["a", "constructor"], transitions: { a: { go: [[1, "constructor", 1]] } } });
  expect(valueIteration(named).policy).toEqual({ a: "go", constructor: null });
});

test("a world goes on by the process that it was made of, whatever becomes of that", () => {
  const process = mdp({});
  const world = mdpEnvironment(process);
  (process.states as string[]).length = 0;
  world.reset();
  expect(world.step("go")).toEqual({ state: "end", reward: 1, done: true });
});

test.each<[() => unknown, string]>([
  [() => new UCB1({ nArms: 1e9 }), "nArms must be a whole number from 1 to 1000000"],
  [() => new EpsilonGreedy().update(0, 1e300), "reward must be a number from -1e100 to 1e100"],
  [() => simulateBandit(new UCB1(), null as never), "chances must be an array of numbers"],
  [() => simulateBandit(new UCB1(), ["0.5", 1] as never), 'item 0 is "0.5"'],
  [
    () => simulateBandit(new UCB1(), [0, 1], { rounds: 1e9 }),
    "rounds must be a whole number from 1 to 10000000",
  ],
  [
    () => simulateBandit({ nArms: 2, select: () => 2, update() {} } as never, [0, 1]),
    "select must return an arm from 0 to 1, but it returned 2",
  ],
  [
    () => new QLearning({ actions: ["go"] }).train({ reset: () => "a", step: () => undefined as never }),
    "step must return {state, reward, done}, but it returned undefined",
  ],
])("what cannot be played is refused in words: %#", (attempt, message) => {
  expect(attempt).toThrow(message);
});

test("with other actions a learner begins anew, and what it knew keeps the names it had", () => {
  const player = new QLearning({ actions: ["left", "right"], alpha: 1 }).update("a", "right", 3, "b", true);
  player.setParams({ actions: ["up", "down", "wait"] });
  expect(player.q).toEqual({ a: { left: 0, right: 3 } });
  expect(player.policy).toEqual({ a: "right" });
  player.update("a", "wait", 1, "b", true);
  expect(player.q).toEqual({ a: { up: 0, down: 0, wait: 1 } });
});
