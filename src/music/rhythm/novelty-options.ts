import { requirePositive, requireSignal, requireWhole, type Signal } from "../base/signal.ts";
import { onsetStrengthOf } from "./onset-strength.ts";

/** What a tempogram is made of: a sound, or a novelty that is there already. */
export type NoveltyOptions = {
  /** Samples a second. */
  sr: number;
  /** Samples from one value of the novelty to the next. Default 512. */
  hopLength?: number;
  /** A novelty to use instead of onsetStrength of the sound, one value every hopLength samples. */
  onsetEnvelope?: Float64Array;
  /** Values of the novelty in a window. Default 384, which is 8.9 s at 22,050 Hz. */
  winLength?: number;
};

/** The options of tempograms, checked. */
export type NoveltySettings = {
  sr: number;
  hopLength: number;
  winLength: number;
  novelty: Float64Array;
  /** Values of the novelty a second. */
  frameRate: number;
};

/** The novelty that the options speak of. Throws when an option is wrong. */
export function noveltySettings(y: Signal, options: NoveltyOptions, caller: string): NoveltySettings {
  const { sr, hopLength = 512, winLength = 384, onsetEnvelope } = options;
  requirePositive(sr, "sr", caller);
  requireWhole(hopLength, 1, "hopLength", caller);
  requireWhole(winLength, 1, "winLength", caller);
  if (onsetEnvelope === undefined) requireSignal(y, caller);
  else requireEnvelope(onsetEnvelope, caller);
  const novelty = onsetEnvelope ?? onsetStrengthOf(y, { sr, hopLength }, caller);
  return { sr, hopLength, winLength, novelty, frameRate: sr / hopLength };
}

function requireEnvelope(envelope: Float64Array, caller: string): void {
  if (!(envelope instanceof Float64Array)) {
    throw new TypeError(
      `${caller}: onsetEnvelope is ${typeof envelope}; it must be a Float64Array, as onsetStrength gives it.`,
    );
  }
  if (envelope.length === 0) {
    throw new RangeError(`${caller}: onsetEnvelope is empty; it must have at least one value.`);
  }
  for (let t = 0; t < envelope.length; t++) {
    if (!Number.isFinite(envelope[t])) {
      throw new RangeError(
        `${caller}: onsetEnvelope[${t}] is ${envelope[t]}; values must be finite numbers.`,
      );
    }
  }
}
