import { BestFirst } from "./best-first.ts";
import { DepthFirst } from "./depth-first.ts";
import type { Grower, Growth } from "./grower.ts";

/** What grows a tree: best first where the number of leaves is limited, else depth first. */
export function growerOf(growth: Growth): Grower {
  return growth.options.maxLeafNodes === null ? new DepthFirst(growth) : new BestFirst(growth);
}
