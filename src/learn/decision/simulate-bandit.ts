import { checkList } from "../base/check-list.ts";
import { checkOptions } from "../base/options.ts";
import { checkParams, seed, wholeNumber } from "../base/params.ts";
import { shown } from "../base/shown.ts";
import { RandomState } from "../random-state.ts";
import type { Bandit } from "./bandit.ts";

/** More rounds than this would not fit into a page's memory. */
const MOST_ROUNDS = 10_000_000;

/** How long `simulateBandit` plays. */
export type BanditSimulationOptions = {
  /** How many rounds, 1000 unless given. */
  rounds?: number;
  /** The seed of the rewards, 0 unless given. */
  randomState?: number;
};

/** How a bandit did, round by round. */
export type BanditSimulation = {
  /** The arm taken in each round. */
  arms: number[];
  /** What it brought: 0 or 1. */
  rewards: number[];
  /** What had by then been lost, on average, against always taking the best arm. */
  regret: Float64Array;
};

/**
 * Plays a copy of a bandit against arms that bring 1 with given chances, else 0, and counts the regret. The rewards
 * of an arm in a round are the same for every bandit with the same seed, so that bandits can be compared.
 *
 * @param bandit one of EpsilonGreedy, UCB1, ThompsonSampling
 * @param chances for each arm the probability that it brings 1
 * @param options how many rounds, and the seed
 * @example
 * const {regret} = learn.simulateBandit(new UCB1({nArms: 3}), [0.2, 0.5, 0.6], {rounds: 100});
 * display(regret.at(-1));
 */
export function simulateBandit(
  bandit: Bandit,
  chances: ArrayLike<number>,
  options: BanditSimulationOptions = {},
): BanditSimulation {
  checkOptions("simulateBandit", ["rounds", "randomState"], options);
  const { rounds = 1000, randomState = 0 } = options;
  checkParams(
    "simulateBandit",
    { rounds: wholeNumber(1000, 1, MOST_ROUNDS), randomState: seed },
    { rounds, randomState },
  );
  if (typeof bandit?.select !== "function" || typeof bandit.update !== "function") {
    throw new TypeError(`bandit must have the methods select and update, but it is ${shown(bandit)}`);
  }
  checkList("chances", chances, "numbers from 0 to 1, one for each arm");
  const known = Array.from(chances);
  const bad = known.findIndex((chance) => typeof chance !== "number" || !(chance >= 0 && chance <= 1));
  if (bad >= 0) {
    throw new RangeError(`chances must be from 0 to 1, but item ${bad} is ${shown(known[bad])}`);
  }
  if (known.length !== bandit.nArms) {
    throw new RangeError(
      `chances must have one for each of ${bandit.nArms} arms, but there are ${known.length}`,
    );
  }
  // A learner's own bandit may have no copies.
  const player = typeof bandit.clone === "function" ? bandit.clone() : bandit;
  const random = new RandomState(randomState);
  const best = Math.max(...known);
  const arms: number[] = [];
  const rewards: number[] = [];
  const regret = new Float64Array(rounds);
  let lost = 0;
  for (let round = 0; round < rounds; round++) {
    const luck = known.map(() => random.random());
    const arm = player.select();
    if (!Number.isInteger(arm) || arm < 0 || arm >= known.length) {
      throw new RangeError(
        `bandit: select must return an arm from 0 to ${known.length - 1}, but it returned ${shown(arm)}`,
      );
    }
    const reward = luck[arm]! < known[arm]! ? 1 : 0;
    player.update(arm, reward);
    arms.push(arm);
    rewards.push(reward);
    lost += best - known[arm]!;
    regret[round] = lost;
  }
  return { arms, rewards, regret };
}
