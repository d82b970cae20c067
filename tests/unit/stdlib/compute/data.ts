import { RandomState } from "../../../../src/learn/index.ts";

const random = new RandomState(6);
/** Two overlapping classes in two features, in four groups. */
export const X = Array.from({ length: 80 }, () => [random.normal(), random.normal()]);
export const y = X.map(([a, b]) => (a! - b! + random.normal() > 0 ? "up" : "down"));
export const groups = X.map((_, i) => i % 4);
