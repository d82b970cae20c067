import { checkOptions } from "../base/options.ts";
import { checkParams, seed, wholeNumber } from "../base/params.ts";
import { shown } from "../base/shown.ts";
import { RandomState } from "../random-state.ts";
import type { Bandit } from "./bandit.ts";

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
  checkParams("simulateBandit", { rounds: wholeNumber(1, 1), randomState: seed }, { rounds, randomState });
  if (typeof bandit?.select !== "function" || typeof bandit.update !== "function") {
    throw new TypeError(`bandit must have the methods select and update, but it is ${shown(bandit)}`);
  }
  const known = Array.from(chances);
  const bad = known.findIndex((chance) => !(chance >= 0 && chance <= 1));
  if (bad >= 0) {
    throw new RangeError(`chances must be from 0 to 1, but item ${bad} is ${shown(known[bad])}`);
  }
  if (known.length !== bandit.nArms) {
    throw new RangeError(
      `chances must have one for each of ${bandit.nArms} arms, but there are ${known.length}`,
    );
  }
  const player = bandit.clone();
  const random = new RandomState(randomState);
  const best = Math.max(...known);
  const arms: number[] = [];
  const rewards: number[] = [];
  const regret = new Float64Array(rounds);
  let lost = 0;
  for (let round = 0; round < rounds; round++) {
    const luck = known.map(() => random.random());
    const arm = player.select();
    const reward = luck[arm]! < known[arm]! ? 1 : 0;
    player.update(arm, reward);
    arms.push(arm);
    rewards.push(reward);
    lost += best - known[arm]!;
    regret[round] = lost;
  }
  return { arms, rewards, regret };
}
