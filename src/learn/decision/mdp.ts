import type { Label } from "../base/labels.ts";
import { isLabel } from "../base/labels.ts";
import { shown } from "../base/shown.ts";
import { checkReward } from "./check-reward.ts";

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
  checkDifferent("states", states);
  checkDifferent("actions", actions);
  checkNamed("transitions", transitions, states);
  const number = new Map(states.map((state, s) => [state, s]));
  return states.map((state) => {
    const possible = ownOf(transitions, state);
    if (possible === undefined) return actions.map(() => null);
    checkNamed(`transitions.${state}`, possible, actions);
    return actions.map((action) => {
      const outcomes = ownOf(possible, action);
      return outcomes === undefined ? null : coded(outcomes, number, `mdp: transitions.${state}.${action}`);
    });
  });
}

/** Null where the list is empty: then the action is not possible. */
function coded(
  outcomes: readonly Outcome[],
  number: Map<Label, number>,
  where: string,
): CodedOutcomes | null {
  if (!Array.isArray(outcomes)) {
    throw new TypeError(
      `${where} must be a list of [probability, next, reward], but it is ${shown(outcomes)}`,
    );
  }
  if (outcomes.length === 0) return null;
  let total = 0;
  for (const outcome of outcomes) {
    if (!Array.isArray(outcome) || outcome.length !== 3) {
      throw new TypeError(`${where} must list [probability, next, reward], but it has ${shown(outcome)}`);
    }
    const [probability, next, reward] = outcome as unknown as Outcome;
    if (typeof probability !== "number" || !(probability >= 0 && probability <= 1)) {
      throw new RangeError(`${where}: a probability must be from 0 to 1, but it is ${shown(probability)}`);
    }
    if (!number.has(next))
      throw new RangeError(`${where} leads to ${shown(next)}, which is none of the states`);
    checkReward(`${where}: a reward`, reward);
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

/** Throws unless `list` holds different names; names that are written alike, such as 1 and "1", are not. */
function checkDifferent(name: string, list: unknown): asserts list is readonly Label[] {
  if (!Array.isArray(list) || list.length === 0) {
    throw new TypeError(`mdp: ${name} must be an array of different names, but it is ${shown(list)}`);
  }
  const seen = new Set<string>();
  for (let i = 0; i < list.length; i++) {
    if (!isLabel(list[i]) || seen.has(String(list[i]))) {
      throw new TypeError(
        `mdp: ${name} must be different names (text or numbers), but item ${i} is ${shown(list[i])}${isLabel(list[i]) ? " again" : ""}`,
      );
    }
    seen.add(String(list[i]));
  }
}

/** Throws unless `given` is an object whose names are all `known`. */
function checkNamed(where: string, given: unknown, known: readonly Label[]): void {
  if (given === null || typeof given !== "object") {
    throw new TypeError(`mdp: ${where} must be an object, but it is ${shown(given)}`);
  }
  const names = new Set(known.map(String));
  for (const name of Object.keys(given)) {
    if (!names.has(name)) {
      throw new RangeError(
        `mdp: ${where} has ${shown(name)}, which is none of ${known.map(shown).join(", ")}`,
      );
    }
  }
}

/** What the object itself has under this name: a state may be called "constructor". */
function ownOf<Value>(given: Readonly<Record<Label, Value>>, name: Label): Value | undefined {
  return Object.hasOwn(given, name) ? given[name] : undefined;
}
