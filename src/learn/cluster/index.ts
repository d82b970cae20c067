export { KMeans, type KMeansStep } from "./k-means.ts";
