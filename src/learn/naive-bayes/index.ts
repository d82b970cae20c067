export { GaussianNB } from "./gaussian-nb.ts";
export { MultinomialNB } from "./multinomial-nb.ts";
