export { NMF } from "./nmf.ts";
export { PCA } from "./pca.ts";
