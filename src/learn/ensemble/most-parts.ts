/** How many parts an ensemble may have: more would take hours, and all memory. */
export const MOST_PARTS = 10_000;
