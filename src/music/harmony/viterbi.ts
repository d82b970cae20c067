import type { Spectrogram } from "../base/spectrogram.ts";

/**
 * The likeliest path through hidden states: one state a frame, for the greatest sum of the states' log likelihoods and
 * of the logs of the transitions between them; at first all states are as likely. `transition` has a row for each state
 * that is left and a column for each that is entered. Of equal paths, that with the lower states.
 * Viterbi 1967; Rabiner, A tutorial on hidden Markov models, 1989.
 */
export function viterbi(logLikelihood: Spectrogram, transition: Spectrogram): Int32Array {
  const { data, frames, bins: states } = logLikelihood;
  // Turned round, so that the inner loop runs along memory.
  const into = new Float64Array(states * states);
  for (let i = 0; i < states; i++) {
    for (let j = 0; j < states; j++) into[j * states + i] = Math.log(transition.data[i * states + j]);
  }
  const from = new Int32Array(frames * states);
  let best = data.slice(0, states);
  let next = new Float64Array(states);
  for (let t = 1; t < frames; t++) {
    for (let j = 0; j < states; j++) {
      let most = -Infinity;
      let at = 0;
      for (let i = 0; i < states; i++) {
        const sum = best[i] + into[j * states + i];
        if (sum > most) {
          most = sum;
          at = i;
        }
      }
      next[j] = most + data[t * states + j];
      from[t * states + j] = at;
    }
    [best, next] = [next, best];
  }
  const path = new Int32Array(frames);
  let state = best.indexOf(best.reduce((a, b) => Math.max(a, b), -Infinity));
  for (let t = frames - 1; t >= 0; t--) {
    path[t] = state;
    state = from[t * states + state];
  }
  return path;
}
