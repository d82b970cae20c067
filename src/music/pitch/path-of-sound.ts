import { CandidatePath, SWITCH_PROBABILITY, stepProbability } from "./candidate-path.ts";
import type { FrameReader } from "./frame-reader.ts";
import { emptyTrack, type PitchTrack } from "./pitch-track.ts";
import type { PyinSteps } from "./pyin-steps.ts";

/** Semitones that the steps show the transition for. */
const SHOWN_SEMITONES = 25;

/** Follows the candidates of a whole sound. */
export function pathOfSound(
  reader: FrameReader,
  count: number,
  opened: boolean,
): PitchTrack & { steps?: PyinSteps } {
  const path = new CandidatePath(count);
  for (let t = 0; t < count; t++) {
    reader.read(t);
    path.add(reader);
  }
  const track = emptyTrack(count);
  const states = new Int32Array(count);
  let state = path.end();
  for (let t = count - 1; t >= 0; t--) {
    states[t] = state;
    writePathFrame(track, t, reader, path, t, state);
    state = path.before(t, state);
  }
  return opened ? { ...track, steps: stepsOf(reader, path, states) } : track;
}

/** Writes frame t of a path, whose state is known, to place `at`. */
export function writePathFrame(
  track: PitchTrack,
  at: number,
  reader: FrameReader,
  path: CandidatePath,
  t: number,
  state: number,
): void {
  track.times[at] = reader.centreOf(t) / reader.options.sr;
  track.f0[at] = state < 0 ? 0 : reader.hzAt(path.lagOf(t, state), t);
  track.voiced[at] = state < 0 ? 0 : 1;
  track.confidence[at] = state < 0 ? 0 : path.confidenceOf(t, state);
}

function stepsOf(reader: FrameReader, path: CandidatePath, states: Int32Array): PyinSteps {
  const { sr } = reader.options;
  const semitones = Float64Array.from({ length: SHOWN_SEMITONES }, (_, i) => i);
  const candidates: PyinSteps["candidates"] = [];
  const unvoiced = new Float64Array(states.length);
  for (let t = 0; t < states.length; t++) {
    candidates.push(
      Array.from({ length: path.countOf(t) }, (_, state) => ({
        hz: sr / (path.lagOf(t, state) * reader.curve.lagStep),
        probability: path.probabilityOf(t, state),
      })),
    );
    unvoiced[t] = path.probabilityOf(t, -1);
  }
  const probability = semitones.map(stepProbability);
  return {
    candidates,
    unvoiced,
    transition: { semitones, probability, change: SWITCH_PROBABILITY },
    path: states,
  };
}
