export { PCA } from "./pca.ts";
