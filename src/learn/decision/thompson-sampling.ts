import { finiteNumber, seed, wholeNumber } from "../base/params.ts";
import { shown } from "../base/shown.ts";
import { Bandit, firstBest, MOST_ARMS } from "./bandit.ts";
import { beta } from "./beta.ts";

/**
 * A bandit for rewards of 0 or 1 that takes each arm as often as it is likely to be the best: it draws each arm's
 * chance of a 1 from what is known of it, a beta distribution, and takes the largest (Thompson, 1933).
 * Time of `select`: arms.
 * @example
 * const playlist = new ThompsonSampling({nArms: 3});
 * const song = playlist.select();
 * playlist.update(song, 1);
 * display(playlist.counts);
 */
export class ThompsonSampling extends Bandit {
  static override readonly typeName = "ThompsonSampling";
  static override readonly params = {
    nArms: wholeNumber(2, 1, MOST_ARMS),
    alpha: finiteNumber(1, { above: 0 }),
    beta: finiteNumber(1, { above: 0 }),
    randomState: seed,
  };
  declare alpha: number;
  declare beta: number;
  declare randomState: number;

  constructor(
    params: {
      /** How many arms there are. */
      nArms?: number;
      /** As if each arm had brought this many ones before. */
      alpha?: number;
      /** As if each arm had brought this many zeros before. */
      beta?: number;
      /** The seed of its draws. */
      randomState?: number;
    } = {},
  ) {
    super(params);
  }

  override select(): number {
    const { counts, sums } = this.state;
    const chances = counts.map((count, arm) => {
      return beta(this.alpha + sums[arm]!, this.beta + count - sums[arm]!, () => this.draw(this.randomState));
    });
    return firstBest(chances);
  }

  protected override checkReward(reward: number): void {
    if (reward !== 0 && reward !== 1) {
      throw new RangeError(`ThompsonSampling: reward must be 0 or 1, but it is ${shown(reward)}`);
    }
  }
}
