const TWO_TO_26 = 2 ** 26;
const TWO_TO_53 = 2 ** 53;

/**
 * Random numbers that a seed decides: the same seed, the same numbers, on every machine. The generator is
 * xoshiro128** 1.1 (Blackman and Vigna, Scrambled Linear Pseudorandom Number Generators, 2021), its four words of
 * state made from the seed by splitmix32.
 */
export class RandomNumbers {
  private readonly state: Uint32Array;
  private spare: number | undefined;

  /** From a seed, a whole number from 0 to 2⁵³ − 1, or from four words of state that are not all 0. */
  constructor(seed: number | Uint32Array, caller = "RandomNumbers") {
    this.state = typeof seed === "number" ? splitMix(seed, caller) : seed.slice();
  }

  /** A whole number from 0 to 2³² − 1, each as likely. */
  uint32(): number {
    const s = this.state;
    const result = Math.imul(rotated(Math.imul(s[1], 5), 7), 9) >>> 0;
    const shifted = s[1] << 9;
    s[2] ^= s[0];
    s[3] ^= s[1];
    s[1] ^= s[2];
    s[0] ^= s[3];
    s[2] ^= shifted;
    s[3] = rotated(s[3], 11);
    return result;
  }

  /** A number from 0 up to, but without, 1, of 53 random bits. */
  uniform(): number {
    const high = this.uint32() >>> 5;
    return (high * TWO_TO_26 + (this.uint32() >>> 6)) / TWO_TO_53;
  }

  /** A number of the normal distribution with mean 0 and deviation 1 (Marsaglia's polar method). */
  normal(): number {
    if (this.spare !== undefined) {
      const { spare } = this;
      this.spare = undefined;
      return spare;
    }
    for (;;) {
      const x = 2 * this.uniform() - 1;
      const y = 2 * this.uniform() - 1;
      const square = x * x + y * y;
      if (square > 0 && square < 1) {
        const scale = Math.sqrt((-2 * Math.log(square)) / square);
        this.spare = y * scale;
        return x * scale;
      }
    }
  }
}

function rotated(word: number, bits: number): number {
  return (word << bits) | (word >>> (32 - bits));
}

/** Four words from the two of a seed: a counter with a golden step, each value of it mixed (Steele et al. 2014). */
function splitMix(seed: number, caller: string): Uint32Array {
  if (!Number.isSafeInteger(seed) || seed < 0) {
    throw new RangeError(`${caller}: seed is ${seed}; it must be a whole number from 0 to 2⁵³ − 1.`);
  }
  let counter = (seed >>> 0) ^ Math.imul(Math.floor(seed / 2 ** 32), 0x85ebca6b);
  return Uint32Array.from({ length: 4 }, () => {
    counter = (counter + 0x9e3779b9) | 0;
    let z = counter;
    z = Math.imul(z ^ (z >>> 16), 0x21f0aaad);
    z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
    return z ^ (z >>> 15);
  });
}
