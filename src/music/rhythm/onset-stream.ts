import { requireSignal, type Signal } from "../base/signal.ts";
import { type FluxMeter, fluxMeter } from "./flux-meter.ts";
import { type OnsetOptions, type OnsetSettings, onsetSettings, onsetTime } from "./onset-settings.ts";

/** A sound that is being listened to. It is changed by every piece of sound, and never shared. */
export type OnsetStream = {
  readonly settings: OnsetSettings;
  readonly meter: FluxMeter;
  /** The last samples, as many as a frame has, the oldest at `next`. */
  readonly ring: Float64Array;
  readonly frame: Float64Array;
  /** The last values of the novelty; that of frame t at t modulo its length. */
  readonly recent: Float64Array;
  /** Samples heard, frames measured, frames decided. */
  heard: number;
  measured: number;
  decided: number;
  /** The frame of the last onset, −1 before there is one. */
  lastOnset: number;
  ended: boolean;
};

/** What the last samples brought: onsets in seconds since the beginning, and values of the novelty. */
export type OnsetStreamResult = { state: OnsetStream; onsets: number[]; novelty: number[] };

/**
 * A stream that tells onsets while a sound comes, from a microphone say: `onsetStreamNext` takes the next samples.
 * However these are cut, novelty and onsets are those of `onsetDetect` with `{online: true}`. An onset is told half a
 * frame (46 ms) and the longer of postMax and postAvg (30 ms) after it was; `postMax: 0` is quicker and finds some twice.
 *
 * Throws when an option is wrong.
 *
 * @param options as those of onsetDetect
 * @example
 * const y = Float32Array.from({length: 8000}, (_, i) => Math.sin(i / 2) * Math.exp(-((i + 1500) % 2000) / 300)); // four strokes
 * const stream = music.onsetStream({sr: 8000});
 * display(music.onsetStreamNext(stream, y).onsets);
 */
export function onsetStream(options: OnsetOptions): OnsetStream {
  const settings = onsetSettings(options, true, "onsetStream");
  const { nFft } = settings.flux;
  const { preMax, postMax, preAvg, postAvg } = settings.peaks;
  return {
    settings,
    meter: fluxMeter(settings.flux),
    ring: new Float64Array(nFft),
    frame: new Float64Array(nFft),
    recent: new Float64Array(Math.max(preMax, preAvg) + Math.max(postMax, postAvg) + 1),
    heard: 0,
    measured: 0,
    decided: 0,
    lastOnset: -1,
    ended: false,
  };
}

/**
 * Takes the next samples of a stream, as many or few as there are, and gives what they decide: the onsets since the
 * last call, and the novelty. `state` is the stream itself, ready for the next samples.
 *
 * @param state the stream
 * @param samples what was heard since
 * @example
 * const y = Float32Array.from({length: 8000}, (_, i) => Math.sin(i / 2) * Math.exp(-((i + 1500) % 2000) / 300)); // four strokes
 * const stream = music.onsetStream({sr: 8000});
 * const onsets = [];
 * for (let i = 0; i < y.length; i += 128) onsets.push(...music.onsetStreamNext(stream, y.subarray(i, i + 128)).onsets);
 * display(onsets);
 */
export function onsetStreamNext(state: OnsetStream, samples: Signal): OnsetStreamResult {
  if (samples.length > 0) requireSignal(samples, "onsetStreamNext");
  if (state.ended)
    throw new RangeError("onsetStreamNext: the stream has ended; begin another by onsetStream.");
  const result: OnsetStreamResult = { state, onsets: [], novelty: [] };
  const { nFft, hopLength } = state.settings.flux;
  for (let i = 0; i < samples.length; i++) {
    state.ring[state.heard % nFft] = samples[i];
    state.heard++;
    if (state.heard === state.measured * hopLength + nFft / 2) measure(state, result);
  }
  return result;
}

/**
 * Ends a stream, with silence after it, and gives the onsets that were still to come.
 *
 * @param state the stream
 * @example
 * const stream = music.onsetStream({sr: 8000});
 * music.onsetStreamNext(stream, Float32Array.from({length: 4000}, (_, i) => (i > 3600 ? Math.sin(i / 2) : 0)));
 * display(music.onsetStreamEnd(stream).onsets);
 */
export function onsetStreamEnd(state: OnsetStream): OnsetStreamResult {
  if (state.ended) throw new RangeError("onsetStreamEnd: the stream has ended already.");
  const result: OnsetStreamResult = { state, onsets: [], novelty: [] };
  const { nFft, hopLength } = state.settings.flux;
  const count = state.heard > 0 ? 1 + Math.floor(state.heard / hopLength) : 0;
  for (let n = state.heard; state.measured < count; n++) {
    state.ring[n % nFft] = 0;
    if (n + 1 === state.measured * hopLength + nFft / 2) measureAt(state, result, n + 1);
  }
  state.ended = true;
  while (state.decided < state.measured) decide(state, result, state.measured);
  return result;
}

function measure(state: OnsetStream, result: OnsetStreamResult): void {
  measureAt(state, result, state.heard);
}

/** Measures the frame that ends before sample `end`, and decides about the one that has all it waits for. */
function measureAt(state: OnsetStream, result: OnsetStreamResult, end: number): void {
  const { ring, frame, recent, settings } = state;
  const oldest = end % ring.length;
  frame.set(ring.subarray(oldest));
  frame.set(ring.subarray(0, oldest), ring.length - oldest);
  const value = state.meter.next(frame);
  recent[state.measured % recent.length] = value;
  state.measured++;
  result.novelty.push(value);
  const ahead = Math.max(settings.peaks.postMax, settings.peaks.postAvg);
  if (state.measured > state.decided + ahead) decide(state, result, state.measured);
}

/** pickPeaks for one frame, with what is remembered of those around it. */
function decide(state: OnsetStream, result: OnsetStreamResult, count: number): void {
  const { recent, settings } = state;
  const { preMax, postMax, preAvg, postAvg, delta, wait } = settings.peaks;
  const t = state.decided++;
  const at = (i: number) => recent[i % recent.length];
  let sum = 0;
  const from = Math.max(0, t - preAvg);
  const to = Math.min(count - 1, t + postAvg);
  for (let i = from; i <= to; i++) sum += at(i);
  if (at(t) < sum / (to - from + 1) + delta) return;
  if (state.lastOnset >= 0 && t - state.lastOnset <= wait) return;
  for (let i = Math.max(0, t - preMax); i <= Math.min(count - 1, t + postMax); i++) if (at(i) > at(t)) return;
  state.lastOnset = t;
  result.onsets.push(onsetTime(t, settings.flux));
}
