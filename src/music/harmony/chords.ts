import { requireShare, type Signal } from "../base/signal.ts";
import type { Spectrogram } from "../base/spectrogram.ts";
import type { LabeledSegment } from "../evaluation/chord-segments.ts";
import { type ChordEvidence, chordEvidence, type EvidenceOptions } from "./chord-evidence.ts";
import { CHORD_LABELS, chordScores, logSoftmax } from "./chord-model.ts";
import { likeliestKeys } from "./chords-in-key.ts";
import { viterbi } from "./viterbi.ts";

/** How chords are recognised. */
export type ChordOptions = EvidenceOptions & {
  /** How likely a chord is to go on from one frame to the next, some 46 ms later. Default 0.95. */
  stayProbability?: number;
};

// Neighbouring frames hear much of the same: what four of them say counts as what one says by itself would.
const EVIDENCE_WEIGHT = 0.25;
// What a chord of the piece's key is given more in each frame: a chord outside it needs so much more evidence.
const IN_KEY = 0.3;

/** Chords with all that led to them. */
export type ChordSteps = ChordEvidence & {
  chords: LabeledSegment[];
  /** What each state is called: "C:maj" … "B:min", "N". */
  labels: string[];
  /** How well each state fits each frame: a row for each frame, a column for each state. */
  scores: Spectrogram;
  /** How likely each state is from one frame alone: the softmax of its scores. */
  posterior: Spectrogram;
  /** The two relative keys whose chords are likeliest; these, and "N", are favoured a little on the path. */
  keys: string;
  /** How likely each state (row) is followed by each (column). */
  transition: Spectrogram;
  /**
   * The state of each frame on the likeliest path. A quarter of the logarithm of the posterior is added up, because
   * neighbouring frames hear much of the same, and 0.3 for each frame of a chord in the key.
   */
  path: Int32Array;
};

/**
 * The chords of a sound from its beginning to its end: labels such as "C:maj", "A#:min", or "N" where there is none.
 * Each frame's notes, found by tuning, compression and non-negative least squares, are weighed for every chord by
 * register; Viterbi's path through chords that tend to stay, and to belong to one key, decides. Chords of other kinds
 * get the nearest label. A chord shorter than half a second may be missed. Silence is one "N". Throws when sr is not
 * above 0 or stayProbability not between 0 and 1. Mauch and Dixon, ISMIR 2010; weights learned on rendered songs.
 *
 * @param y the samples
 * @example
 * const tone = (midi, i) => Math.sin((2 * Math.PI * 440 * 2 ** ((midi - 69) / 12) * i) / 8000);
 * const y = Float32Array.from({length: 16000}, (_, i) => (i < 8000 ? [60, 64, 67] : [57, 60, 64]).reduce((sum, m) => sum + tone(m, i) / 4, 0));
 * display(music.chords(y, {sr: 8000})); // C major, then A minor
 */
export function chords(
  y: Signal,
  options: ChordOptions & {
    /** True: give the intermediate results, with the chords among them. Default false. */
    steps?: false;
  },
): LabeledSegment[];
export function chords(y: Signal, options: ChordOptions & { steps: true }): ChordSteps;
export function chords(
  y: Signal,
  options: ChordOptions & { steps?: boolean },
): LabeledSegment[] | ChordSteps {
  const { stayProbability = 0.95 } = options;
  requireShare(stayProbability, "stayProbability", "chords");
  const evidence = chordEvidence(y, options, "chords");
  const labels = [...CHORD_LABELS];
  const scores = chordScores(evidence);
  const logPosterior = logSoftmax(scores);
  const transition = stayingTransition(labels.length, stayProbability);
  const posterior = { ...logPosterior, data: logPosterior.data.map(Math.exp) };
  const { keys, states } = likeliestKeys(posterior);
  const favoured = Float64Array.from(labels, (_, s) =>
    states.includes(s) || s === labels.length - 1 ? IN_KEY : 0,
  );
  const weighed = {
    ...logPosterior,
    data: logPosterior.data.map((value, i) => EVIDENCE_WEIGHT * value + favoured[i % labels.length]),
  };
  const path = viterbi(weighed, transition);
  const found = segments(path, labels, evidence.times, y.length / options.sr);
  if (!options.steps) return found;
  return { ...evidence, chords: found, labels, scores, posterior, keys, transition, path };
}

/** Each state goes on with that probability, and is followed by each other one as likely. */
function stayingTransition(states: number, stay: number): Spectrogram {
  const data = new Float64Array(states * states).fill((1 - stay) / (states - 1));
  for (let i = 0; i < states; i++) data[i * states + i] = stay;
  return { data, frames: states, bins: states };
}

/** Runs of a state as segments that meet halfway between frames. */
function segments(
  path: Int32Array,
  labels: readonly string[],
  times: Float64Array,
  seconds: number,
): LabeledSegment[] {
  const out: LabeledSegment[] = [];
  let start = 0;
  for (let t = 1; t <= path.length; t++) {
    if (t < path.length && path[t] === path[t - 1]) continue;
    const end = t < path.length ? (times[t - 1] + times[t]) / 2 : seconds;
    out.push({ start, end, label: labels[path[t - 1]] });
    start = end;
  }
  return out;
}
