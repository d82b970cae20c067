/** The genres and how many of the 200 tracks are of each. */
export const genres = { rock: 60, electronic: 45, hipHop: 35, folk: 25, jazz: 20, classical: 15 };
export type Genre = keyof typeof genres;
export const genreNames = Object.keys(genres) as Genre[];

/** A taste: how many of the 300 listeners have it, and what share of their plays each genre has, more or less. */
export type Taste = { name: string; listeners: number; shares: Record<Genre, number> };

/** Five tastes. They were made up; the last likes everything. */
export const tastes: Taste[] = [
  {
    name: "taste 1",
    listeners: 90,
    shares: { rock: 0.6, electronic: 0.14, hipHop: 0.1, folk: 0.1, jazz: 0.03, classical: 0.03 },
  },
  {
    name: "taste 2",
    listeners: 75,
    shares: { rock: 0.1, electronic: 0.48, hipHop: 0.32, folk: 0.03, jazz: 0.04, classical: 0.03 },
  },
  {
    name: "taste 3",
    listeners: 60,
    shares: { rock: 0.25, electronic: 0.04, hipHop: 0.03, folk: 0.46, jazz: 0.08, classical: 0.14 },
  },
  {
    name: "taste 4",
    listeners: 45,
    shares: { rock: 0.06, electronic: 0.04, hipHop: 0.04, folk: 0.08, jazz: 0.44, classical: 0.34 },
  },
  {
    name: "taste 5",
    listeners: 30,
    shares: { rock: 0.2, electronic: 0.18, hipHop: 0.18, folk: 0.15, jazz: 0.15, classical: 0.14 },
  },
];

/** How nearly a listener keeps to the shares of his or her taste: the larger, the nearer. */
export const LOYALTY = 25;
/** The middle number of plays of a listener, and how far they spread (of its logarithm). */
export const PLAYS = { middle: 60, spread: 0.7 };
/** How far the popularity of the tracks of a genre spreads (of its logarithm). */
export const POPULARITY_SPREAD = 0.9;
/** How strongly a listener's liking for lively tracks meets the liveliness of a track: what no genre tells. */
export const LIVELINESS = 0.6;
export const SEED = 2026;
