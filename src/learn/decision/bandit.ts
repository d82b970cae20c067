import { Estimator } from "../base/estimator.ts";
import { shown } from "../base/shown.ts";
import { checkReward } from "./check-reward.ts";
import { ReplayableRandom } from "./replayable-random.ts";

/** How often each arm was taken, and what it brought in all. */
export type BanditState = { counts: number[]; sums: number[]; draws: number };

/** More arms than this would not fit into a page's memory. */
export const MOST_ARMS = 1_000_000;

/** One of several arms is taken again and again, each bringing a reward by chance: which one next? */
export abstract class Bandit extends Estimator<BanditState> {
  declare nArms: number;
  private readonly random = new ReplayableRandom();

  /** Which arm to take next, counted from 0. */
  abstract select(): number;

  /**
   * Learns what an arm brought; returns this.
   *
   * @param arm the arm taken
   * @param reward what it brought
   */
  update(arm: number, reward: number): this {
    if (!Number.isInteger(arm) || arm < 0 || arm >= this.nArms) {
      throw new RangeError(`arm must be a whole number from 0 to ${this.nArms - 1}, but it is ${shown(arm)}`);
    }
    this.checkReward(reward);
    const { counts, sums } = this.state;
    counts[arm]!++;
    sums[arm]! += reward;
    return this;
  }

  /** How often each arm was taken. */
  get counts(): number[] {
    return [...this.state.counts];
  }

  /** What each arm brought on average; 0 for one that was never taken. */
  get values(): number[] {
    const { counts, sums } = this.state;
    return counts.map((count, arm) => (count === 0 ? 0 : sums[arm]! / count));
  }

  protected checkReward(reward: number): void {
    checkReward("reward", reward);
  }

  protected get state(): BanditState {
    const zeros = () => new Array<number>(this.nArms).fill(0);
    if (this.fitted?.counts.length !== this.nArms) this.fitted = { counts: zeros(), sums: zeros(), draws: 0 };
    return this.fitted!;
  }

  /** The next random number from 0 to below 1, of the stream of this seed. */
  protected draw(seed: number): number {
    return this.random.at(seed, this.state.draws++);
  }
}

/** Where the largest value is, the first of equal ones. */
export function firstBest(values: readonly number[]): number {
  return values.reduce((best, value, i) => (value > values[best]! ? i : best), 0);
}
