import type { Label } from "../base/labels.ts";
import { checkOptions } from "../base/options.ts";
import { shown } from "../base/shown.ts";
import { RandomState } from "../random-state.ts";
import { codedMdp, type Mdp } from "./mdp.ts";

/** A world to act in. */
export type Environment = {
  /** Begins anew; returns the first state. */
  reset(): Label;
  /** Takes an action; returns where it led, the reward, and whether this is the end. */
  step(action: Label): { state: Label; reward: number; done: boolean };
};

/** How `mdpEnvironment` begins. */
export type MdpEnvironmentOptions = {
  /** The state in which it begins; the first one unless given. */
  start?: Label;
  /** The seed of its chances, 0 unless given. */
  randomState?: number;
};

/**
 * A world that follows a Markov decision process: what happens is drawn by its probabilities. A state without
 * actions is an end; an action that is not possible in a state leaves all as it is, for no reward.
 *
 * @param mdp states, actions, and `transitions[state][action]`: a list of [probability, next, reward]
 * @param options where it begins, and its seed
 * @example
 * const world = learn.mdpEnvironment({states: ["verse", "end"], actions: ["go"], transitions: {verse: {go: [[1, "end", 3]]}}});
 * world.reset();
 * display(world.step("go"));
 */
export function mdpEnvironment(mdp: Mdp, options: MdpEnvironmentOptions = {}): Environment {
  checkOptions("mdpEnvironment", ["start", "randomState"], options);
  const outcomes = codedMdp(mdp);
  // Copies: what is changed afterwards was not checked.
  const states = [...mdp.states];
  const actions = [...mdp.actions];
  const { start = states[0]!, randomState = 0 } = options;
  const first = states.indexOf(start);
  if (first < 0) {
    throw new RangeError(`mdpEnvironment: start must be one of the states, but it is ${shown(start)}`);
  }
  const random = new RandomState(randomState);
  let state = first;
  return {
    reset() {
      state = first;
      return states[state]!;
    },
    step(action) {
      const a = actions.indexOf(action);
      if (a < 0) throw new RangeError(`step: action must be one of the actions, but it is ${shown(action)}`);
      const possible = outcomes[state]![a];
      let reward = 0;
      if (possible) {
        const drawn = random.random();
        let i = 0;
        for (let sum = possible.probabilities[0]!; sum <= drawn && i + 1 < possible.next.length; ) {
          i++;
          sum += possible.probabilities[i]!;
        }
        reward = possible.rewards[i]!;
        state = possible.next[i]!;
      }
      return { state: states[state]!, reward, done: outcomes[state]!.every((known) => known === null) };
    },
  };
}
