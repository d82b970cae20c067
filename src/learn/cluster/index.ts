export { AgglomerativeClustering, type DendrogramLink } from "./agglomerative-clustering.ts";
export { KMeans, type KMeansStep } from "./k-means.ts";
