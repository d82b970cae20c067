import type { RandomState } from "../../../src/learn/index.ts";

/** The tune of learning/gaussian-mixture-models, in cents above A3, and its scale. */
export const scale = [0, 200, 400, 700, 900];
const degrees = [0, 1, 2, 1, 2, 3, 4, 3, 2, 3, 4, 4, 3, 2, 1, 2, 1, 0, 1, 2, 3, 2, 1, 0];
export const tune = degrees.map((degree) => scale[degree]!);

/** Its singer: off key, trembling, with a vibrato of `swing` cents to each side. */
export function sing(notes: readonly number[], swing: number, chance: RandomState, perSecond = 50): number[] {
  return notes.flatMap((note) => {
    const offKey = 5 * chance.normal();
    const phase = 2 * Math.PI * chance.random();
    const seconds = 0.3 + 0.2 * chance.random();
    return Array.from({ length: Math.round(seconds * perSecond) }, (_, i) => {
      const tremble = 8 * chance.normal();
      return note + offKey + tremble + swing * Math.sin((2 * Math.PI * 5.5 * i) / perSecond + phase);
    });
  });
}
