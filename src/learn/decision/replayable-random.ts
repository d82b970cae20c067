import { RandomState } from "../random-state.ts";

/**
 * Random numbers that go on where they were: knowing the seed and how many were drawn, it gives the next, also
 * after a model was written to JSON and read again.
 */
export class ReplayableRandom {
  private source: { random: RandomState; seed: number; draws: number } | null = null;

  /** Number `draws` of the stream that `seed` begins, from 0 to below 1. */
  at(seed: number, draws: number): number {
    if (this.source?.seed !== seed || this.source.draws > draws) {
      this.source = { random: new RandomState(seed), seed, draws: 0 };
    }
    for (; this.source.draws < draws; this.source.draws++) this.source.random.random();
    this.source.draws++;
    return this.source.random.random();
  }
}
