import { RandomState } from "../random-state.ts";

const MAX_SEED = 0x7fffffff;

/** The 32-bit xorshift generator (Marsaglia, 2003) that scikit-learn's trees use. */
export class Xorshift {
  private state: number;

  constructor(seed: number) {
    // A state of 0 would stay 0.
    this.state = seed === 0 ? 1 : seed;
  }

  /** The generator of a tree with this `randomState`. */
  static from(randomState: number): Xorshift {
    return new Xorshift(new RandomState(randomState).integers(0, MAX_SEED));
  }

  /** A whole number from `low` to below `high`. */
  integer(low: number, high: number): number {
    let x = this.state;
    x ^= x << 13;
    x ^= x >>> 17;
    x ^= x << 5;
    this.state = x >>> 0;
    return low + ((this.state & 0x7fffffff) % (high - low));
  }
}
