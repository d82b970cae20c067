import type { Signal } from "../base/signal.ts";
import type { PitchTrack } from "../pitch/pitch-track.ts";
import { pyin } from "../pitch/pyin.ts";
import type { Note } from "../symbolic/note.ts";
import { keyPath, NO_KEY } from "./key-path.ts";
import { levelCurve } from "./level-curve.ts";
import { levelRise, strokes } from "./strokes.ts";

/** What a transcription of one voice went through, frame by frame. */
export type MonophonicSteps = PitchTrack & {
  /** RMS level about each frame, in dB. */
  level: Float64Array;
  /** How much the level rises about each frame, in dB. */
  rise: Float64Array;
  /** The key that is held, as a MIDI number; −1 where none is. */
  keys: Int16Array;
};

// An echo this far below the loudest note is not played.
const SOFTEST_DB = 22;
// A note is over when it has fallen by this much from its loudest.
const RELEASE_DB = 10;
const LEAST_FRAMES = 3;

/** The notes of a melody. */
export function transcribeMonophonic(
  y: Signal,
  sr: number,
  minSeconds: number,
  againDb: number,
): { notes: Note[]; steps: MonophonicSteps } {
  const track = pyin(y, { sr });
  const { times, f0, voiced } = track;
  const hopSeconds = times.length > 1 ? times[1] - times[0] : y.length / sr;
  const level = levelCurve(y, times, sr, Math.max(1, Math.round(hopSeconds * sr)));
  const rise = levelRise(level, hopSeconds);
  const keys = keyPath(f0, voiced);
  const loudest = level.reduce((most, value) => Math.max(most, value), -Infinity);
  const notes: Note[] = [];
  for (const { start, end } of held(keys)) {
    const begins = strokes(rise, start, end, againDb, hopSeconds);
    for (const [i, first] of begins.entries()) {
      const last = begins[i + 1] ?? end;
      const peak = level.subarray(first, last).reduce((most, value) => Math.max(most, value), -Infinity);
      const hz = medianPitch(f0.subarray(first, last));
      if ((last - first) * hopSeconds < minSeconds || peak < loudest - SOFTEST_DB || hz === 0) continue;
      let release = last - 1;
      while (release > first + LEAST_FRAMES && level[release] < peak - RELEASE_DB) release--;
      notes.push({
        onset: times[first],
        offset: Math.min(y.length / sr, times[release] + hopSeconds / 2),
        midi: keys[first],
        hz,
        velocity: 10 ** ((peak - loudest) / 20),
      });
    }
  }
  return {
    notes: notes.filter(({ onset, offset }) => offset > onset),
    steps: { ...track, level, rise, keys },
  };
}

/** Where one key is held: `start` inclusive, `end` exclusive. */
function held(keys: Int16Array): { start: number; end: number }[] {
  const spans: { start: number; end: number }[] = [];
  for (let start = 0; start < keys.length; ) {
    let end = start + 1;
    while (end < keys.length && keys[end] === keys[start]) end++;
    if (keys[start] !== NO_KEY) spans.push({ start, end });
    start = end;
  }
  return spans;
}

function medianPitch(f0: Float64Array): number {
  const pitches = f0.filter((hz) => hz > 0).toSorted();
  return pitches.length === 0 ? 0 : pitches[pitches.length >> 1];
}
