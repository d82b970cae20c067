import { shown } from "../../../learn/base/shown.ts";
import { checkNumbers, checkPositive } from "./check-cells.ts";

/** A curve of novelty with the events that were found in it. */
export interface NoveltyCurve {
  times: ArrayLike<number>;
  novelty: ArrayLike<number>;
  threshold?: ArrayLike<number>;
  /** In seconds. */
  found: readonly number[];
  /** What they are: onsets or beats. */
  noun: "onset" | "beat";
}

/** What `music.onsetDetect` gives with its steps. */
export interface OnsetsWithSteps {
  onsets: ArrayLike<number>;
  times: ArrayLike<number>;
  novelty: ArrayLike<number>;
  threshold?: ArrayLike<number>;
}

/** What `music.beatTrack` gives with its steps. */
export interface BeatsWithSteps {
  beats: readonly number[];
  steps: { times: ArrayLike<number>; novelty: ArrayLike<number> };
}

export type NoveltyInput = OnsetsWithSteps | BeatsWithSteps | ArrayLike<number>;

/**
 * The curve in what was handed in.
 *
 * @throws TypeError when it is none of the kinds, or a bare curve has no rate.
 */
export function noveltyCurve(
  owner: string,
  value: NoveltyInput,
  options: { sr?: number; hopLength?: number; found?: ArrayLike<number>; threshold?: ArrayLike<number> },
): NoveltyCurve {
  const object = Object(value) as Partial<OnsetsWithSteps & BeatsWithSteps>;
  checkNumbers(owner, "found", options.found, "[0.5, 1, 1.5]");
  if (object.onsets && object.novelty && object.times) {
    const { times, novelty, threshold } = object;
    return { times, novelty, threshold, found: Array.from(options.found ?? object.onsets), noun: "onset" };
  }
  if (object.beats && object.steps?.novelty) {
    const { times, novelty } = object.steps;
    return { times, novelty, found: Array.from(options.found ?? object.beats), noun: "beat" };
  }
  if (!Array.isArray(value) && !ArrayBuffer.isView(value)) {
    throw new TypeError(
      `${owner}: novelty must be what music.onsetStrength(…), or music.onsetDetect(…) or music.beatTrack(…) with {steps: true} give, but it is ${shown(value)}.`,
    );
  }
  const curve = value as ArrayLike<number>;
  const { sr, hopLength = 512, threshold } = options;
  checkPositive(owner, "sr", sr, "22050");
  checkPositive(owner, "hopLength", hopLength, "512");
  const times = Float64Array.from({ length: curve.length }, (_, t) => (t * hopLength) / sr);
  return { times, novelty: curve, threshold, found: Array.from(options.found ?? []), noun: "onset" };
}
