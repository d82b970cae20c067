/** How often may be drawn: more would take for ever, or not fit into memory. */
export const MOST_DRAWS = 100_000;
