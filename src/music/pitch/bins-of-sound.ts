import { dipProbabilities } from "./dip-probabilities.ts";
import type { FrameReader } from "./frame-reader.ts";
import { parabolaShift } from "./lag-curve.ts";
import { BIN_SWITCH_PROBABILITY, PitchBins } from "./pitch-bins.ts";
import { emptyTrack, type PitchTrack } from "./pitch-track.ts";
import type { PitchCandidate, PyinSteps } from "./pyin-steps.ts";

/** Follows the pitch of a whole sound through bins, as librosa does. */
export function binsOfSound(
  reader: FrameReader,
  count: number,
  opened: boolean,
): PitchTrack & { steps?: PyinSteps } {
  const model = new PitchBins(reader.options);
  const { bins } = model;
  const track = emptyTrack(count);
  const unvoiced = new Float64Array(count);
  const candidates: PitchCandidate[][] = [];
  const origins = new Int32Array(count * 2 * bins);
  const dips = new Int32Array(reader.curve.last + 1);
  const likely = new Float64Array(reader.curve.last + 1);
  const observed = new Float64Array(bins);
  for (let t = 0; t < count; t++) {
    reader.read(t);
    const found = dipProbabilities(reader.curve, dips, likely);
    observed.fill(0);
    const frame: PitchCandidate[] = [];
    for (let i = 0; i < found; i++) {
      if (likely[i] === 0) continue;
      const hz = dipHz(reader, dips[i]);
      const bin = model.binOf(hz);
      // Of two candidates in one bin librosa keeps the later one.
      if (bin < bins) observed[bin] = likely[i];
      if (opened) frame.push({ hz, probability: likely[i] });
    }
    candidates.push(frame);
    let voiced = 0;
    for (let j = 0; j < bins; j++) voiced += observed[j];
    voiced = Math.min(1, voiced);
    unvoiced[t] = 1 - voiced;
    track.times[t] = reader.centre / reader.options.sr;
    track.confidence[t] = voiced;
    if (t === 0) model.begin(observed, unvoiced[t] / bins);
    else model.advance(observed, unvoiced[t] / bins, origins.subarray(t * 2 * bins, (t + 1) * 2 * bins));
  }
  const path = new Int32Array(count);
  let state = model.end();
  for (let t = count - 1; t >= 0; t--) {
    track.voiced[t] = state < bins ? 1 : 0;
    track.f0[t] = state < bins ? model.hzOf(state) : 0;
    path[t] = state < bins && opened ? candidates[t].findIndex(({ hz }) => model.binOf(hz) === state) : -1;
    state = origins[t * 2 * bins + state];
  }
  if (!opened) return track;
  const semitones = Float64Array.from({ length: model.reach + 1 }, (_, k) => k / 10);
  const probability = semitones.map((_, k) => model.moveProbability(k));
  const transition = { semitones, probability, change: BIN_SWITCH_PROBABILITY };
  return { ...track, steps: { candidates, unvoiced, transition, path } };
}

/** The pitch of a dip, between two lags by a parabola, but not at the ends. */
function dipHz({ curve, options }: FrameReader, k: number): number {
  const { normalized, first, last } = curve;
  const inside = k > first && k < last;
  const lag = k + (inside ? parabolaShift(normalized[k - 1], normalized[k], normalized[k + 1]) : 0);
  return options.sr / lag;
}
