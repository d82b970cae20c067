import { shown } from "../../../learn/base/shown.ts";
import type { Spectrogram } from "../../../music/base/spectrogram.ts";
import { checkCells, checkPositive } from "./check-cells.ts";

/** What `music.tempo` or `music.beatTrack` gives with its steps. */
export interface TempoWithSteps {
  bpm: number;
  steps: {
    tempogram: Spectrogram;
    tempogramTimes: ArrayLike<number>;
    tempogramBpms: ArrayLike<number>;
    bpms: ArrayLike<number>;
    agreement: ArrayLike<number>;
  };
}

/** A tempogram with what it was used for. */
export interface TempogramData {
  cells: Spectrogram;
  /** Seconds of the first row and from one row to the next. */
  start: number;
  hop: number;
  /** Seconds from one lag to the next. */
  lagSeconds: number;
  bpm?: number;
  /** How well each tempo agrees with the whole, by falling tempo. */
  agreement?: { bpm: number; value: number }[];
}

/** The tempogram in what was handed in. Throws a TypeError when there is none. */
export function tempogramData(
  owner: string,
  value: unknown,
  options: { sr?: number; hopLength?: number },
): TempogramData {
  const { steps, bpm } = Object(value) as Partial<TempoWithSteps>;
  if (steps?.tempogram) {
    const { tempogram, tempogramTimes, tempogramBpms, bpms, agreement } = steps;
    checkCells(owner, "tempogram", tempogram, "music.tempo(…, {steps: true})");
    const count = tempogramTimes.length;
    const hop = count > 1 ? (tempogramTimes[count - 1]! - tempogramTimes[0]!) / (count - 1) : 1;
    return {
      cells: tempogram,
      start: tempogramTimes[0] ?? 0,
      hop,
      lagSeconds: 60 / (tempogramBpms[1] ?? 60),
      bpm: bpm && bpm > 0 ? bpm : undefined,
      agreement: Array.from(bpms, (at, i) => ({ bpm: at, value: agreement[i]! })).filter(
        (point) => point.bpm > 0 && Number.isFinite(point.value),
      ),
    };
  }
  if (!("frames" in Object(value))) {
    throw new TypeError(
      `${owner}: tempogram must be what music.tempogram(…), or music.tempo(…) or music.beatTrack(…) with {steps: true} give, but it is ${shown(value)}.`,
    );
  }
  checkCells(owner, "tempogram", value, "music.tempogram(…)");
  const { sr, hopLength = 512 } = options;
  checkPositive(owner, "sr", sr, "22050");
  checkPositive(owner, "hopLength", hopLength, "512");
  return { cells: value as Spectrogram, start: 0, hop: hopLength / sr, lagSeconds: hopLength / sr };
}
