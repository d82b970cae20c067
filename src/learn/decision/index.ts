export type { Bandit } from "./bandit.ts";
export { EpsilonGreedy } from "./epsilon-greedy.ts";
export type { Mdp, Outcome } from "./mdp.ts";
export { type Environment, type MdpEnvironmentOptions, mdpEnvironment } from "./mdp-environment.ts";
export { type EpisodeStep, QLearning, type TrainOptions } from "./q-learning.ts";
export { type BanditSimulation, type BanditSimulationOptions, simulateBandit } from "./simulate-bandit.ts";
export { ThompsonSampling } from "./thompson-sampling.ts";
export { UCB1 } from "./ucb1.ts";
export {
  type ValueIteration,
  type ValueIterationOptions,
  type ValueIterationStep,
  valueIteration,
  valueIterationSteps,
} from "./value-iteration.ts";
