import { requireList } from "./events.ts";

/** A melody as yin, pyin and mpm return it, or as somebody wrote it down. */
export type MelodySeries = {
  /** The time of each frame in seconds, increasing, 0 or later. */
  times: ArrayLike<number>;
  /** The pitch of each frame in Hz; 0 where nothing is voiced, or a guess with a minus sign before it. */
  f0: ArrayLike<number>;
};

/** The true melody. */
export type ReferenceMelody = MelodySeries & {
  /** How much each frame counts, from 0 to 1. Unless given: 1 where f0 is above 0, else 0. */
  reward?: ArrayLike<number>;
};

/** An estimated melody. */
export type EstimatedMelody = MelodySeries & {
  /** How sure it is that each frame is voiced, from 0 to 1. Unless given: 1 where f0 is above 0, else 0. */
  voicing?: ArrayLike<number>;
};

/** Throws unless the times increase from 0 or later, pitches are finite, and every frame has one of each. */
export function requireMelody(melody: MelodySeries, name: string, caller: string): void {
  if (melody === null || typeof melody !== "object") {
    throw new TypeError(`${caller}: ${name} is ${melody}; it must be {times, f0}.`);
  }
  const { times, f0 } = melody;
  requireList(times, `${name}.times`, caller);
  requireList(f0, `${name}.f0`, caller);
  requireOneEach(f0, `${name}.f0`, times, `${name}.times`, caller);
  for (let i = 0; i < times.length; i++) {
    if (!(times[i] >= 0 && times[i] < Infinity)) {
      throw new RangeError(
        `${caller}: ${name}.times[${i}] is ${times[i]}; it must be a number of seconds, 0 or more.`,
      );
    }
    if (i > 0 && times[i] <= times[i - 1]) {
      throw new RangeError(
        `${caller}: ${name}.times[${i}] is ${times[i]}, not after the time before it, ${times[i - 1]}; times must increase.`,
      );
    }
    if (!Number.isFinite(f0[i])) {
      throw new RangeError(`${caller}: ${name}.f0[${i}] is ${f0[i]}; write 0 where nothing is voiced.`);
    }
  }
}

/** Throws unless the weights are from 0 to 1, as many as `frames`. */
export function requireWeights(
  weights: ArrayLike<number>,
  name: string,
  frames: ArrayLike<number>,
  framesName: string,
  caller: string,
): void {
  requireList(weights, name, caller);
  requireOneEach(weights, name, frames, framesName, caller);
  for (let i = 0; i < weights.length; i++) {
    if (!(weights[i] >= 0 && weights[i] <= 1)) {
      throw new RangeError(`${caller}: ${name}[${i}] is ${weights[i]}; it must be from 0 to 1.`);
    }
  }
}

function requireOneEach(
  values: ArrayLike<number>,
  name: string,
  frames: ArrayLike<number>,
  framesName: string,
  caller: string,
): void {
  if (values.length !== frames.length) {
    throw new RangeError(
      `${caller}: ${name} has ${values.length} values and ${framesName} has ${frames.length}; they must be as many.`,
    );
  }
}
