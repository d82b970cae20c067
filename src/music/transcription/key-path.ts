import { hzToMidi } from "../symbolic/hz-to-midi.ts";

/** What {@link keyPath} says of a frame in which no key is held. */
export const NO_KEY = -1;

const LOWEST = 12;
const HIGHEST = 120;
const STATES = HIGHEST - LOWEST + 2;
const REST = STATES - 1;

// All costs are in semitones: a frame costs its distance from the key that is held, at most 1.5; another key is taken
// up when that saves more than five. So a vibrato stays one note, and a slide becomes two.
const FARTHEST = 1.5;
const CHANGE = 5;
const WRONG_REST = 1;

/**
 * The key held in each frame of a pitch track, as a MIDI number, or `NO_KEY`: the cheapest sequence of keys and rests,
 * found by dynamic programming (Viterbi), where leaving the pitch and changing the key both have their cost.
 */
export function keyPath(f0: Float64Array, voiced: ArrayLike<number | boolean>): Int16Array {
  const frames = f0.length;
  const from = new Uint8Array(frames * STATES);
  let costs = new Float64Array(STATES);
  let next = new Float64Array(STATES);
  for (let t = 0; t < frames; t++) {
    const cheapest = leastOf(costs);
    const change = costs[cheapest] + CHANGE;
    const pitch = voiced[t] ? hzToMidi(f0[t]) : undefined;
    for (let state = 0; state < STATES; state++) {
      const stays = costs[state] <= change;
      from[t * STATES + state] = stays ? state : cheapest;
      next[state] = (stays ? costs[state] : change) + costOf(state, pitch);
    }
    [costs, next] = [next, costs];
  }
  const path = new Int16Array(frames);
  let state = leastOf(costs);
  for (let t = frames - 1; t >= 0; t--) {
    path[t] = state === REST ? NO_KEY : state + LOWEST;
    state = from[t * STATES + state];
  }
  return path;
}

function costOf(state: number, pitch: number | undefined): number {
  if (state === REST) return pitch === undefined ? 0 : WRONG_REST;
  return pitch === undefined ? WRONG_REST : Math.min(FARTHEST, Math.abs(pitch - LOWEST - state));
}

function leastOf(costs: Float64Array): number {
  let least = 0;
  for (let i = 1; i < costs.length; i++) if (costs[i] < costs[least]) least = i;
  return least;
}
