export { CategoricalHMM } from "./categorical-hmm.ts";
export { forwardBackward, type StatePosteriors } from "./forward-backward.ts";
export { GaussianHMM } from "./gaussian-hmm.ts";
export { MarkovChain } from "./markov-chain.ts";
export { type BestPath, viterbi } from "./viterbi.ts";
