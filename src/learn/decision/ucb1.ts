import { finiteNumber, wholeNumber } from "../base/params.ts";
import { Bandit, firstBest, MOST_ARMS } from "./bandit.ts";

/**
 * A bandit that takes the arm that could be best: its average plus √(c · ln n / times taken), n being how often any
 * was taken; each arm once at first (Auer, Cesa-Bianchi and Fischer, 2002). For rewards from 0 to 1. It leaves
 * nothing to chance. Time of `select`: arms.
 * @example
 * const playlist = new UCB1({nArms: 3});
 * for (let round = 0; round < 5; round++) playlist.update(playlist.select(), round % 2);
 * display(playlist.counts);
 */
export class UCB1 extends Bandit {
  static override readonly typeName = "UCB1";
  static override readonly params = { nArms: wholeNumber(2, 1, MOST_ARMS), c: finiteNumber(2, { least: 0 }) };
  declare c: number;

  constructor(
    params: {
      /** How many arms there are. */
      nArms?: number;
      /** How much not knowing an arm speaks for it. */
      c?: number;
    } = {},
  ) {
    super(params);
  }

  override select(): number {
    const { counts, values } = this;
    const untried = counts.indexOf(0);
    if (untried >= 0) return untried;
    const logarithm = Math.log(counts.reduce((sum, count) => sum + count, 0));
    return firstBest(values.map((value, arm) => value + Math.sqrt((this.c * logarithm) / counts[arm]!)));
  }
}
