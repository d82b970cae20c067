export { GaussianMixture, type GaussianMixtureStep } from "./gaussian-mixture.ts";
