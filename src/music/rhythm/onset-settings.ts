import { requireNotNegative, requirePositive } from "../base/signal.ts";
import type { FluxSettings } from "./flux-meter.ts";
import type { PeakSettings } from "./pick-peaks.ts";

/** How onsets are found. */
export type OnsetOptions = {
  /** Samples a second. */
  sr: number;
  /** Seconds from one value of the novelty to the next. Default 0.01. */
  hopSeconds?: number;
  /** How far, at least, the novelty must stand above its mean around: less finds more. Default 0.013, online 0.012. */
  delta?: number;
  /** Seconds before a peak in which nothing may be higher. Default 0.03. */
  preMax?: number;
  /** Seconds after a peak in which nothing may be higher. Default 0.03; online it is how long an onset is waited for. */
  postMax?: number;
  /** Seconds before a peak that are averaged. Default 0.1. */
  preAvg?: number;
  /** Seconds after a peak that are averaged. Default 0. */
  postAvg?: number;
  /** Seconds in which no second onset follows a first. Default 0.02. */
  wait?: number;
};

/** The options of onsets in samples and frames. */
export type OnsetSettings = { flux: FluxSettings; peaks: PeakSettings };

const FRAME_SECONDS = 4096 / 44100;
const LAG = 2;
const BANDS_COMPARED = 3;
const COMPRESSION = 150;
const DELTA = 0.013;
// A stream is not scaled to full level, and its novelty is lower.
const ONLINE_DELTA = 0.012;

/**
 * The seconds of an onset whose peak is at frame t. The flux is greatest when the end of a frame begins to hear a
 * sound: on average over the corpus, this much before it.
 */
export function onsetTime(t: number, { hopLength, sr }: FluxSettings): number {
  return (t * hopLength) / sr + EARLY_SECONDS;
}

const EARLY_SECONDS = 0.006;

/** Checks the options, and puts them into samples and frames. */
export function onsetSettings(options: OnsetOptions, online: boolean, caller: string): OnsetSettings {
  const {
    sr,
    hopSeconds = 0.01,
    delta = online ? ONLINE_DELTA : DELTA,
    preMax = 0.03,
    postMax = 0.03,
  } = options;
  const { preAvg = 0.1, postAvg = 0, wait = 0.02 } = options;
  requirePositive(sr, "sr", caller);
  requirePositive(hopSeconds, "hopSeconds", caller);
  const hopLength = Math.max(1, Math.round(hopSeconds * sr));
  const frames = (seconds: number, name: string) => {
    requireNotNegative(seconds, name, caller);
    return Math.round((seconds * sr) / hopLength);
  };
  requireNotNegative(delta, "delta", caller);
  const nFft = Math.max(16, 2 ** Math.round(Math.log2(sr * FRAME_SECONDS)));
  return {
    flux: { sr, nFft, hopLength, lag: LAG, maxSize: BANDS_COMPARED, compression: COMPRESSION },
    peaks: {
      preMax: frames(preMax, "preMax"),
      postMax: frames(postMax, "postMax"),
      preAvg: frames(preAvg, "preAvg"),
      postAvg: frames(postAvg, "postAvg"),
      wait: frames(wait, "wait"),
      delta,
    },
  };
}
