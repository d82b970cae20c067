import { describe, expect, test } from "vitest";
import {
  EpsilonGreedy,
  fromJSON,
  simulateBandit,
  ThompsonSampling,
  UCB1,
} from "../../../../src/learn/index.ts";

const makers = {
  "epsilon-greedy": () => new EpsilonGreedy({ nArms: 3 }),
  UCB1: () => new UCB1({ nArms: 3 }),
  "Thompson sampling": () => new ThompsonSampling({ nArms: 3 }),
};
const chances = [0.2, 0.5, 0.8];

describe.each(Object.entries(makers))("%s", (_, make) => {
  test("takes the best arm most of the time, and loses less and less by round", () => {
    const { arms, regret } = simulateBandit(make(), chances, { rounds: 2000 });
    const late = arms.slice(1000);
    expect(late.filter((arm) => arm === 2).length).toBeGreaterThan(800);
    // Chance alone loses 0.3 a round.
    expect(regret[1999]! - regret[999]!).toBeLessThan(100);
    expect(regret[999]!).toBeLessThan(150);
  });

  test("plays the same with the same seed, and is not changed by a simulation", () => {
    const bandit = make();
    const first = simulateBandit(bandit, chances, { rounds: 50, randomState: 1 });
    expect(simulateBandit(bandit, chances, { rounds: 50, randomState: 1 })).toEqual(first);
    expect(bandit.counts).toEqual([0, 0, 0]);
  });

  test("goes on after JSON as if nothing had been", () => {
    const bandit = make();
    for (let round = 0; round < 9; round++) bandit.update(bandit.select(), round % 2);
    const copy = fromJSON(JSON.parse(JSON.stringify(bandit))) as unknown as typeof bandit;
    const play = (player: typeof bandit) =>
      Array.from({ length: 30 }, () => {
        const arm = player.select();
        player.update(arm, arm % 2);
        return arm;
      });
    expect(play(copy)).toEqual(play(bandit));
    expect(copy.values).toEqual(bandit.values);
  });

  test("refuses arms that do not exist and rewards that are none", () => {
    expect(() => make().update(3, 1)).toThrow("arm must be a whole number from 0 to 2, but it is 3");
    expect(() => make().update(0, Number.NaN)).toThrow("reward must be");
    expect(() => simulateBandit(make(), [0.1, 0.2])).toThrow("one for each of 3 arms");
    expect(() => simulateBandit(make(), [0.1, 0.2, 1.2])).toThrow("item 2 is 1.2");
  });
});

test("UCB1 tries each arm once, and then the one that could be best", () => {
  const bandit = new UCB1({ nArms: 2 });
  bandit.update(bandit.select(), 1).update(bandit.select(), 0);
  expect(bandit.counts).toEqual([1, 1]);
  expect(bandit.select()).toBe(0);
  // 6 of 9 against 0 of 1: 2/3 + √(2 ln 10 / 9) is less than √(2 ln 10).
  for (let i = 0; i < 8; i++) bandit.update(0, i < 5 ? 1 : 0);
  expect(bandit.select()).toBe(1);
});

test("Thompson sampling draws from the beta distribution of what it has seen", () => {
  const bandit = new ThompsonSampling({ nArms: 2 });
  // Beta(4, 2) against Beta(1, 1): the first is larger with probability 2/3.
  for (const reward of [1, 1, 1, 0]) bandit.update(0, reward);
  let first = 0;
  for (let i = 0; i < 6000; i++) first += bandit.select() === 0 ? 1 : 0;
  // Three standard errors.
  expect(Math.abs(first / 6000 - 2 / 3)).toBeLessThan(0.018);
});

test("the less UCB1 cares about not knowing, the longer it stays with what was good", () => {
  const next = (c: number) => new UCB1({ nArms: 2, c }).update(0, 0.6).update(0, 0.6).update(1, 0.4).select();
  expect([next(0), next(10)]).toEqual([0, 1]);
});
