import type { Label } from "../base/labels.ts";
import { shown } from "../base/shown.ts";

/** One thing that may happen: how likely, which state is next, and the reward. */
export type Outcome = readonly [probability: number, next: Label, reward: number];

/**
 * A Markov decision process as plain data. `transitions[state][action]` lists what may happen when the action is
 * taken in the state; a state without actions is an end.
 */
export type Mdp = {
  states: readonly Label[];
  actions: readonly Label[];
  transitions: Readonly<Record<Label, Readonly<Record<Label, readonly Outcome[]>>>>;
};

/** What may happen, with states by number: `probabilities[i]` leads to `next[i]` for `rewards[i]`. */
type CodedOutcomes = { probabilities: Float64Array; next: Int32Array; rewards: Float64Array };
/** For each state and each action what may happen; null where the action is not possible. */
export type CodedMdp = (CodedOutcomes | null)[][];

/** How far from 1 probabilities may add up to. */
const ROUNDING = 1e-9;

/** The process, checked, with states and actions by number. Throws, naming the state and the action, when something is wrong. */
export function codedMdp(mdp: Mdp): CodedMdp {
  const { states, actions, transitions } = mdp ?? {};
  for (const [name, list] of Object.entries({ states, actions })) {
    if (!Array.isArray(list) || list.length === 0 || new Set(list.map(String)).size !== list.length) {
      throw new TypeError(`mdp: ${name} must be an array of different names, but it is ${shown(list)}`);
    }
  }
  if (transitions === null || typeof transitions !== "object") {
    throw new TypeError(`mdp: transitions must be an object, but it is ${shown(transitions)}`);
  }
  checkNames("transitions", transitions, states);
  const number = new Map(states.map((state, s) => [state, s]));
  return states.map((state) => {
    checkNames(`transitions.${state}`, transitions[state] ?? {}, actions);
    return actions.map((action) => {
      const outcomes = transitions[state]?.[action];
      return outcomes === undefined || outcomes.length === 0
        ? null
        : coded(outcomes, number, `mdp: transitions.${state}.${action}`);
    });
  });
}

function coded(outcomes: readonly Outcome[], number: Map<Label, number>, where: string): CodedOutcomes {
  let total = 0;
  for (const outcome of outcomes) {
    if (!Array.isArray(outcome) || outcome.length !== 3) {
      throw new TypeError(`${where} must list [probability, next, reward], but it has ${shown(outcome)}`);
    }
    const [probability, next, reward] = outcome as unknown as Outcome;
    if (!(probability >= 0 && probability <= 1)) {
      throw new RangeError(`${where}: a probability must be from 0 to 1, but it is ${shown(probability)}`);
    }
    if (!number.has(next))
      throw new RangeError(`${where} leads to ${shown(next)}, which is none of the states`);
    if (!Number.isFinite(reward)) {
      throw new RangeError(`${where}: a reward must be a finite number, but it is ${shown(reward)}`);
    }
    total += probability;
  }
  if (Math.abs(total - 1) > ROUNDING) {
    throw new RangeError(`${where}: the probabilities must add up to 1, but they add up to ${total}`);
  }
  return {
    probabilities: Float64Array.from(outcomes, ([probability]) => probability),
    next: Int32Array.from(outcomes, ([, next]) => number.get(next)!),
    rewards: Float64Array.from(outcomes, ([, , reward]) => reward),
  };
}

function checkNames(where: string, given: object, known: readonly Label[]): void {
  const names = new Set(known.map(String));
  for (const name of Object.keys(given)) {
    if (!names.has(name)) {
      throw new RangeError(
        `mdp: ${where} has ${shown(name)}, which is none of ${known.map(shown).join(", ")}`,
      );
    }
  }
}
