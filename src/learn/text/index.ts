export { CountVectorizer } from "./count-vectorizer.ts";
export { TfidfVectorizer } from "./tfidf-vectorizer.ts";
export type { VectorizerParams } from "./vectorizer-params.ts";
