import type { Label } from "../base/labels.ts";
import { checkOptions } from "../base/options.ts";
import { checkParams, finiteNumber, wholeNumber } from "../base/params.ts";
import { drain } from "../selection/steps.ts";
import { type CodedMdp, codedMdp, type Mdp } from "./mdp.ts";

/** How `valueIteration` goes on and stops. */
export type ValueIterationOptions = {
  /** How much a reward one step later counts, 0.9 unless given; 1 counts all the same. */
  gamma?: number;
  /** How far from the truth the values may be, 1e-8 unless given. */
  tol?: number;
  /** How many sweeps over all states at most, 10000 unless given. */
  maxIter?: number;
};

/** What acting best is worth. */
export type ValueIteration = {
  /** For each state the expected sum of (discounted) rewards from there on. */
  values: Record<string, number>;
  /** For each state the best action, the first of equally good ones; null at an end. */
  policy: Record<string, Label | null>;
  /** For each state what each possible action is worth. */
  q: Record<string, Record<string, number>>;
  /** How many sweeps were made. */
  iterations: number;
  /** Whether the values are as near to the truth as was asked; with gamma 1, whether none changed by more than that. */
  converged: boolean;
};

/** The values after a sweep, and how much one of them changed at most. */
export type ValueIterationStep = { iteration: number; values: Record<string, number>; change: number };

/**
 * The best way to act in a Markov decision process that is known: gives each state the value of its best action,
 * by the values of the states that it leads to, until nothing changes (Bellman, 1957).
 *
 * Throws when the process is not well formed, naming the state and the action. Time of a sweep: all outcomes.
 *
 * @param mdp states, actions, and `transitions[state][action]`: a list of [probability, next, reward]
 * @param options discount, and when to stop
 * @example
 * const mdp = {states: ["verse", "chorus", "end"], actions: ["stay", "go"], transitions: {
 *   verse: {stay: [[1, "verse", 0]], go: [[0.8, "chorus", 2], [0.2, "verse", 0]]},
 *   chorus: {go: [[1, "end", 1]]}}};
 * display(learn.valueIteration(mdp).policy);
 */
export function valueIteration(mdp: Mdp, options: ValueIterationOptions = {}): ValueIteration {
  return drain(valueIterationSteps(mdp, options));
}

/**
 * As `valueIteration`, one sweep at a time.
 *
 * @param mdp states, actions, and `transitions[state][action]`: a list of [probability, next, reward]
 * @param options discount, and when to stop
 * @example
 * const mdp = {states: [0, 1], actions: ["go"], transitions: {0: {go: [[1, 1, 5]]}}};
 * for (const {values} of learn.valueIterationSteps(mdp)) display(values);
 */
export function* valueIterationSteps(
  mdp: Mdp,
  options: ValueIterationOptions = {},
): Generator<ValueIterationStep, ValueIteration> {
  checkOptions("valueIteration", ["gamma", "tol", "maxIter"], options);
  const { gamma = 0.9, tol = 1e-8, maxIter = 10_000 } = options;
  checkParams(
    "valueIteration",
    {
      gamma: finiteNumber(0.9, { least: 0, most: 1 }),
      tol: finiteNumber(1e-8, { above: 0 }),
      maxIter: wholeNumber(1, 1),
    },
    { gamma, tol, maxIter },
  );
  const outcomes = codedMdp(mdp);
  // The rest of the way to the truth is at most this times the last change.
  const rest = gamma === 1 ? 1 : gamma / (1 - gamma);
  let values = new Float64Array(mdp.states.length);
  let converged = false;
  let iteration = 0;
  while (!converged && iteration < maxIter) {
    iteration++;
    const next = Float64Array.from(outcomes, (actions) => {
      const known = worths(actions, values, gamma).filter((worth) => worth !== null);
      return known.length === 0 ? 0 : Math.max(...known);
    });
    const change = next.reduce((most, value, s) => Math.max(most, Math.abs(value - values[s]!)), 0);
    if (!Number.isFinite(change)) {
      throw new RangeError("valueIteration: the values grow without end: choose a smaller gamma or rewards");
    }
    values = next;
    converged = change * rest <= tol;
    yield { iteration, values: named(mdp.states, Array.from(values)), change };
  }
  const q = outcomes.map((actions) => worths(actions, values, gamma));
  return {
    values: named(mdp.states, Array.from(values)),
    policy: named(
      mdp.states,
      q.map((worths) => bestAction(worths, mdp.actions)),
    ),
    q: named(
      mdp.states,
      q.map((worths) => {
        const possible = mdp.actions.map((action, a) => [action, worths[a]] as const);
        return Object.fromEntries(possible.filter(([, worth]) => worth !== null)) as Record<string, number>;
      }),
    ),
    iterations: iteration,
    converged,
  };
}

/** What each action of a state is worth by the values of the states it leads to; null where it is not possible. */
function worths(actions: CodedMdp[number], values: Float64Array, gamma: number): (number | null)[] {
  return actions.map((outcomes) => {
    if (outcomes === null) return null;
    let worth = 0;
    for (let i = 0; i < outcomes.next.length; i++) {
      worth += outcomes.probabilities[i]! * (outcomes.rewards[i]! + gamma * values[outcomes.next[i]!]!);
    }
    return worth;
  });
}

function bestAction(worths: (number | null)[], actions: readonly Label[]): Label | null {
  let best = -1;
  for (const [a, worth] of worths.entries()) {
    if (worth !== null && (best < 0 || worth > worths[best]!)) best = a;
  }
  return best < 0 ? null : actions[best]!;
}

function named<Value>(states: readonly Label[], values: readonly Value[]): Record<string, Value> {
  return Object.fromEntries(states.map((state, s) => [state, values[s]!]));
}
