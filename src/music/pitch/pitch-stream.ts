import { requireSignal, requireWhole, type Signal } from "../base/signal.ts";
import { CandidatePath } from "./candidate-path.ts";
import { DEFAULT_CUTOFF, decideMpm } from "./decide-mpm.ts";
import { DEFAULT_THRESHOLD, decideYin } from "./decide-yin.ts";
import { type FrameDecision, noDecision } from "./frame-decision.ts";
import { FrameReader } from "./frame-reader.ts";
import { writePathFrame } from "./path-of-sound.ts";
import { type PitchOptions, resolvePitchOptions } from "./pitch-options.ts";
import { emptyTrack, type PitchTrack, writeFrame } from "./pitch-track.ts";
import { frameCountOf } from "./whole-sound.ts";

/** How a sound that comes in pieces is followed. */
export type PitchStreamOptions = PitchOptions & {
  /** Which analysis, with its default threshold. Default "pyin". */
  method?: "yin" | "mpm" | "pyin";
  /** How many frames pyin waits before it decides about one: what follows tells more. Default 20, some 0.2 s. */
  waitFrames?: number;
};

/** A stream of pitches: what has been heard so far. It is changed by every piece of sound, and never shared. */
export type PitchStream = {
  /** Samples pushed, frames read, frames given. */
  heard: number;
  read: number;
  given: number;
  /** Whether the sound has ended. */
  ended: boolean;
  readonly method: "yin" | "mpm" | "pyin";
  readonly wait: number;
  readonly reader: FrameReader;
  readonly path: CandidatePath | null;
  readonly decision: FrameDecision;
  readonly room: Int32Array;
};

const NOTHING = new Float64Array(0);

/**
 * A stream that gives the pitch of a sound while it comes, from a microphone say: `pitchStreamNext` takes the next
 * samples. With "yin" and "mpm" the frames are, to the last bit, those of the functions of these names for the whole
 * sound, however it is cut, if it is longer than one frame. "pyin" decides about each frame `waitFrames` later, by what
 * it has heard until then, and agrees with the function where the rest would not change its mind. A frame comes half
 * a frameLength after its middle, and pyin's those frames later. Throws on the options that those functions refuse, and for
 * "pyin" with `plain`.
 *
 * @example
 * const stream = music.pitchStream({sr: 22050, method: "mpm"});
 * const y = Float32Array.from({length: 11025}, (_, i) => Math.sin((2 * Math.PI * 220 * i) / 22050));
 * const {estimates} = music.pitchStreamNext(stream, y);
 * display(`${estimates.f0.length} frames so far, the last at ${estimates.f0.at(-1).toFixed(2)} Hz`);
 */
export function pitchStream(options: PitchStreamOptions): PitchStream {
  const { method = "pyin", waitFrames = 20 } = options;
  if (method !== "yin" && method !== "mpm" && method !== "pyin") {
    throw new RangeError(`pitchStream: method is "${method}"; it must be "yin", "mpm" or "pyin".`);
  }
  const resolved = resolvePitchOptions(options, "pitchStream");
  requireWhole(waitFrames, 1, "waitFrames", "pitchStream");
  if (method === "pyin" && resolved.plain) {
    throw new RangeError(
      'pitchStream: plain is true; with method "pyin" it must be false, since the published algorithm hears a sound to its end first.',
    );
  }
  const wait = method === "pyin" ? waitFrames : 0;
  const { hopLength } = resolved;
  const reader = new FrameReader(resolved, method === "mpm" ? "overlap" : "halves", (1 + wait) * hopLength);
  return {
    heard: 0,
    read: 0,
    given: 0,
    ended: false,
    method,
    wait,
    reader,
    path: method === "pyin" ? new CandidatePath(wait + 1) : null,
    decision: noDecision(),
    room: new Int32Array(reader.curve.last + 1),
  };
}

/**
 * Takes the next samples of a stream, as many or few as there are, and gives the frames that are decided by them.
 * `state` is the stream itself, ready for the next samples.
 *
 * @param state the stream
 * @param samples what was heard since
 * @example
 * const y = Float32Array.from({length: 16000}, (_, i) => Math.sin((2 * Math.PI * 330 * i) / 16000)); // a second
 * const stream = music.pitchStream({sr: 16000});
 * const heard = [];
 * for (let i = 0; i < y.length; i += 128) heard.push(...music.pitchStreamNext(stream, y.subarray(i, i + 128)).estimates.f0);
 * display(heard);
 */
export function pitchStreamNext(
  state: PitchStream,
  samples: Signal,
): { state: PitchStream; estimates: PitchTrack } {
  if (samples.length > 0) requireSignal(samples, "pitchStreamNext");
  if (state.ended)
    throw new RangeError("pitchStreamNext: the stream has ended; begin another by pitchStream.");
  return { state, estimates: advance(state, samples, samples.length, Number.POSITIVE_INFINITY) };
}

/**
 * Ends a stream and gives the frames that were still to come, with silence after the end.
 *
 * @param state the stream
 * @example
 * const y = Float32Array.from({length: 16000}, (_, i) => Math.sin((2 * Math.PI * 330 * i) / 16000)); // a second
 * const stream = music.pitchStream({sr: 16000});
 * music.pitchStreamNext(stream, y);
 * display(music.pitchStreamEnd(stream).estimates.f0);
 */
export function pitchStreamEnd(state: PitchStream): { state: PitchStream; estimates: PitchTrack } {
  if (state.ended) throw new RangeError("pitchStreamEnd: the stream has ended already.");
  const count = Math.max(0, frameCountOf(state.heard, state.reader.options));
  const missing = count === 0 ? 0 : Math.max(0, state.reader.needed(count - 1) - state.heard);
  const estimates = advance(state, NOTHING, missing, count);
  state.ended = true;
  return { state, estimates };
}

/** Hears `length` samples, and gives what is decided: of the first `count` frames, all if there is such an end. */
function advance(state: PitchStream, samples: Signal, length: number, count: number): PitchTrack {
  const { reader } = state;
  const ends = count < Number.POSITIVE_INFINITY;
  let ready = state.read;
  while (ready < count && reader.needed(ready) <= state.heard + length) ready++;
  const decided = ends ? count : Math.max(state.given, ready - state.wait);
  const track = emptyTrack(decided - state.given);
  const start = state.given;
  const { hopLength } = reader.options;
  for (let from = 0; ; from += hopLength) {
    const to = Math.min(length, from + hopLength);
    if (to > from) {
      reader.push(samples, from, to);
      state.heard += to - from;
    }
    while (state.read < count && reader.needed(state.read) <= state.heard) readNext(state, track, start);
    if (to >= length) break;
  }
  if (ends && state.path) finish(state, track, start);
  return track;
}

/** Reads the next frame, and writes the frame that is decided by it. */
function readNext(state: PitchStream, track: PitchTrack, start: number): void {
  const { reader, path, decision, method, wait, room } = state;
  reader.read(state.read++);
  if (!path) {
    if (method === "yin") decideYin(reader, DEFAULT_THRESHOLD, decision);
    else decideMpm(reader, DEFAULT_CUTOFF, room, decision);
    writeFrame(track, state.given - start, reader, decision);
    state.given++;
    return;
  }
  path.add(reader);
  if (state.read <= wait) return;
  let candidate = path.end();
  for (let t = state.read - 1; t > state.given; t--) candidate = path.before(t, candidate);
  writePathFrame(track, state.given - start, reader, path, state.given, candidate);
  state.given++;
}

/** Writes the frames that the path still waited for. */
function finish(state: PitchStream, track: PitchTrack, start: number): void {
  const { reader, path, read, given } = state;
  if (!path || read === 0) return;
  let candidate = path.end();
  for (let t = read - 1; t >= given; t--) {
    writePathFrame(track, t - start, reader, path, t, candidate);
    candidate = path.before(t, candidate);
  }
  state.given = read;
}
