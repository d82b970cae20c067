import { finiteNumber, seed, wholeNumber } from "../base/params.ts";
import { Bandit, firstBest, MOST_ARMS } from "./bandit.ts";

/**
 * A bandit that takes the arm that was best on average, the first of equally good ones, but with probability
 * `epsilon` any. (Arms that were never taken count as 0.) Time of `select`: arms.
 * @example
 * const playlist = new EpsilonGreedy({nArms: 3});
 * const song = playlist.select();
 * playlist.update(song, 1);
 * display(playlist.values);
 */
export class EpsilonGreedy extends Bandit {
  static override readonly typeName = "EpsilonGreedy";
  static override readonly params = {
    nArms: wholeNumber(2, 1, MOST_ARMS),
    epsilon: finiteNumber(0.1, { least: 0, most: 1 }),
    randomState: seed,
  };
  declare epsilon: number;
  declare randomState: number;

  constructor(
    params: {
      /** How many arms there are. */
      nArms?: number;
      /** How often any arm is tried. */
      epsilon?: number;
      /** The seed of its tries. */
      randomState?: number;
    } = {},
  ) {
    super(params);
  }

  override select(): number {
    if (this.draw(this.randomState) < this.epsilon)
      return Math.floor(this.draw(this.randomState) * this.nArms);
    return firstBest(this.values);
  }
}
