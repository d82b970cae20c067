import { Estimator } from "../base/estimator.ts";
import { isLabel, type Label } from "../base/labels.ts";
import { checkOptions } from "../base/options.ts";
import { checkParams, finiteNumber, type ParamRule, seed, wholeNumber } from "../base/params.ts";
import { shown } from "../base/shown.ts";
import { drain } from "../selection/steps.ts";
import { checkReward } from "./check-reward.ts";
import type { Environment } from "./mdp-environment.ts";
import { ReplayableRandom } from "./replayable-random.ts";

/** `q` has a row for each state and a column for each action. */
type Fitted = { actions: Label[]; states: Label[]; q: Float64Array; epsilon: number; draws: number };
/** How long `train` goes on. */
export type TrainOptions = {
  /** How many times from the beginning to the end, 500 unless given. */
  episodes?: number;
  /** An episode is ended after this many steps, 1000 unless given. */
  maxSteps?: number;
};
/** How an episode went. */
export type EpisodeStep = { episode: number; totalReward: number; steps: number; epsilon: number };

const actionsRule: ParamRule = {
  default: undefined,
  allows: (value) =>
    Array.isArray(value) && value.length > 0 && value.every(isLabel) && new Set(value).size === value.length,
  allowed: 'a list of different actions such as ["left", "right"]',
};

/**
 * Learns to act by trial: keeps for each state and action what they are expected to be worth (Q), and after each
 * step moves that by `alpha` towards the reward plus `gamma` times what the next state is worth (Watkins, 1989).
 *
 * `act` takes the best action, the first of equally good ones, but with probability `epsilon` any; each episode's
 * end multiplies epsilon by `epsilonDecay`, down to `epsilonMin`. Time of a step: actions.
 * @example
 * const mdp = {states: ["intro", "verse", "end"], actions: ["wait", "go"], transitions: {
 *   intro: {wait: [[1, "intro", 0]], go: [[1, "verse", 0]]}, verse: {wait: [[1, "intro", 0]], go: [[1, "end", 1]]}}};
 * const player = new QLearning({actions: mdp.actions}).train(learn.mdpEnvironment(mdp), {episodes: 50});
 * display(player.policy);
 */
export class QLearning extends Estimator<Fitted> {
  static override readonly typeName = "QLearning";
  static override readonly params = {
    actions: actionsRule,
    alpha: finiteNumber(0.1, { above: 0, most: 1 }),
    gamma: finiteNumber(0.9, { least: 0, most: 1 }),
    epsilon: finiteNumber(0.1, { least: 0, most: 1 }),
    epsilonDecay: finiteNumber(1, { above: 0, most: 1 }),
    epsilonMin: finiteNumber(0, { least: 0, most: 1 }),
    randomState: seed,
  };
  declare actions: readonly Label[];
  declare alpha: number;
  declare gamma: number;
  declare epsilon: number;
  declare epsilonDecay: number;
  declare epsilonMin: number;
  declare randomState: number;
  private readonly random = new ReplayableRandom();
  /** Where each state of `fitted` is, and of which `fitted` that is. */
  private index: { of: Fitted; rows: Map<Label, number> } | null = null;

  constructor(params: {
    /** What can be done. */
    actions: readonly Label[];
    /** How far one experience moves what is known. */
    alpha?: number;
    /** How much a reward one step later counts. */
    gamma?: number;
    /** How often any action is tried. */
    epsilon?: number;
    /** What epsilon is multiplied by after each episode. */
    epsilonDecay?: number;
    /** How small epsilon becomes at least. */
    epsilonMin?: number;
    /** The seed of its tries. */
    randomState?: number;
  }) {
    super({ ...params, actions: params?.actions });
  }

  /**
   * What to do now: the best action known, or now and then any.
   *
   * @param state where we are
   */
  act(state: Label): Label {
    const { q, epsilon } = this.current();
    const at = this.rowOf(state) * this.actions.length;
    if (this.draw() < epsilon) return this.actions[Math.floor(this.draw() * this.actions.length)]!;
    return this.actions[best(q, at, this.actions.length)]!;
  }

  /**
   * Learns from one step; returns this.
   *
   * @param state where we were
   * @param action what we did
   * @param reward what we got
   * @param next where that led
   * @param done whether that was the end, after which nothing more is to be had
   */
  update(state: Label, action: Label, reward: number, next: Label, done = false): this {
    const a = this.actions.indexOf(action);
    if (a < 0) throw new RangeError(`action must be one of the actions, but it is ${shown(action)}`);
    checkReward("reward", reward);
    const width = this.actions.length;
    const row = this.rowOf(state);
    // An end is not a state to act in, and gets no row.
    const nextRow = done ? -1 : this.rowOf(next);
    const { q } = this.current();
    const future = done ? 0 : q[nextRow * width + best(q, nextRow * width, width)]!;
    const at = row * width + a;
    q[at]! += this.alpha * (reward + this.gamma * future - q[at]!);
    return this;
  }

  /**
   * Acts in a world again and again, and learns from it; returns this. What was learned before is kept.
   *
   * @param environment an object with `reset()` and `step(action)`, such as `mdpEnvironment` makes
   * @param options how often, and how long at most
   */
  train(environment: Environment, options: TrainOptions = {}): this {
    return drain(this.trainSteps(environment, options));
  }

  /**
   * As `train`, one episode at a time: yields how it went.
   *
   * @param environment an object with `reset()` and `step(action)`
   * @param options how often, and how long at most
   */
  *trainSteps(environment: Environment, options: TrainOptions = {}): Generator<EpisodeStep, this> {
    checkOptions("train", ["episodes", "maxSteps"], options);
    const { episodes = 500, maxSteps = 1000 } = options;
    checkParams(
      "train",
      { episodes: wholeNumber(1, 1), maxSteps: wholeNumber(1, 1) },
      { episodes, maxSteps },
    );
    if (typeof environment?.reset !== "function" || typeof environment.step !== "function") {
      throw new TypeError(
        `environment must have the methods reset and step, but it is ${shown(environment)}`,
      );
    }
    for (let episode = 1; episode <= episodes; episode++) {
      let state = environment.reset();
      let totalReward = 0;
      let steps = 0;
      for (let done = false; !done && steps < maxSteps; steps++) {
        const action = this.act(state);
        const result = environment.step(action);
        if (result === null || typeof result !== "object") {
          throw new TypeError(
            `environment: step must return {state, reward, done}, but it returned ${shown(result)}`,
          );
        }
        this.update(state, action, result.reward, result.state, result.done);
        totalReward += result.reward;
        state = result.state;
        done = result.done;
      }
      const known = this.current();
      const { epsilon } = known;
      known.epsilon = Math.max(Math.min(this.epsilonMin, epsilon), epsilon * this.epsilonDecay);
      yield { episode, totalReward, steps, epsilon };
    }
    return this;
  }

  /** What each action is worth in each state that was met. Throws before anything was learned. */
  get q(): Record<string, Record<string, number>> {
    const { actions, states, q } = this.learned;
    const width = actions.length;
    return Object.fromEntries(
      states.map((state, s) => [
        state,
        Object.fromEntries(actions.map((action, a) => [action, q[s * width + a]!])),
      ]),
    );
  }

  /** For each state that was met the best action, the first of equally good ones. */
  get policy(): Record<string, Label> {
    const { actions, states, q } = this.learned;
    const width = actions.length;
    return Object.fromEntries(states.map((state, s) => [state, actions[best(q, s * width, width)]!]));
  }

  /** What epsilon has come down to. */
  get currentEpsilon(): number {
    return this.fitted?.epsilon ?? this.epsilon;
  }

  /** What is known so far; nothing at first, or when there are other actions than before. */
  private current(): Fitted {
    const { actions, epsilon, fitted } = this;
    const isSame =
      fitted?.actions.length === actions.length && actions.every((a, i) => a === fitted.actions[i]);
    if (!isSame)
      this.fitted = { actions: [...actions], states: [], q: new Float64Array(), epsilon, draws: 0 };
    return this.fitted!;
  }

  /** Where the state's row in Q is; one that is new gets zeros. */
  private rowOf(state: Label): number {
    if (!isLabel(state)) throw new TypeError(`a state must be text or a number, but it is ${shown(state)}`);
    const known = this.current();
    if (this.index?.of !== known) {
      this.index = { of: known, rows: new Map(known.states.map((name, row) => [name, row])) };
    }
    const found = this.index.rows.get(state);
    if (found !== undefined) return found;
    const row = known.states.push(state) - 1;
    this.index.rows.set(state, row);
    const q = new Float64Array(known.states.length * this.actions.length);
    q.set(known.q);
    known.q = q;
    return row;
  }

  private draw(): number {
    return this.random.at(this.randomState, this.current().draws++);
  }
}

function best(q: Float64Array, from: number, width: number): number {
  let at = 0;
  for (let a = 1; a < width; a++) if (q[from + a]! > q[from + at]!) at = a;
  return at;
}
