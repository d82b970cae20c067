import { RandomState } from "../../src/learn/random-state.ts";
import {
  type Genre,
  genreNames,
  genres,
  LIVELINESS,
  LOYALTY,
  PLAYS,
  POPULARITY_SPREAD,
  SEED,
  tastes,
} from "./planted.ts";

/** A track that does not exist. */
export type Track = { track: string; genre: Genre; popularity: number; liveliness: number };
/** A listener who does not exist. `likesLively` is above 0 for one who prefers lively tracks. */
export type Listener = { listener: string; taste: string; likesLively: number };
/** How often a listener played a track. */
export type Play = { listener: number; track: number; count: number };

/** Everything that is made up: tracks, listeners and, where it is above 0, how often whom played what. */
export function generate(): { tracks: Track[]; listeners: Listener[]; plays: Play[] } {
  const random = new RandomState(SEED);
  const tracks = shuffledNames(
    "track",
    genreNames.flatMap((genre) =>
      Array.from({ length: genres[genre] }, () => ({
        genre,
        popularity: Math.exp(random.normal(0, POPULARITY_SPREAD)),
        liveliness: random.normal(),
      })),
    ),
    random,
  );
  const people = shuffledNames(
    "listener",
    tastes.flatMap((taste) =>
      Array.from({ length: taste.listeners }, () => ({
        taste,
        shares: sharesNear(
          genreNames.map((genre) => taste.shares[genre]),
          random,
        ),
        plays: PLAYS.middle * Math.exp(random.normal(0, PLAYS.spread)),
        likesLively: random.normal(),
      })),
    ),
    random,
  );
  const plays = people.flatMap(({ shares, plays, likesLively }, listener) => {
    const pull = tracks.map(
      ({ popularity, liveliness }) => popularity * Math.exp(LIVELINESS * likesLively * liveliness),
    );
    const perGenre = genreNames.map((genre) =>
      pull.reduce((sum, each, i) => (tracks[i]!.genre === genre ? sum + each : sum), 0),
    );
    return tracks.flatMap(({ genre }, track) => {
      const g = genreNames.indexOf(genre);
      const count = poisson((plays * shares[g]! * pull[track]!) / perGenre[g]!, random);
      return count > 0 ? [{ listener, track, count }] : [];
    });
  });
  const listeners = people.map(({ listener, taste, likesLively }) => ({
    listener,
    taste: taste.name,
    likesLively,
  }));
  return { tracks, listeners, plays };
}

/** In a random order, so that a name says nothing, and named by it: "track 001" and on. */
function shuffledNames<Name extends string, T>(
  name: Name,
  items: T[],
  random: RandomState,
): (T & Record<Name, string>)[] {
  return random
    .permutation(items)
    .map(
      (item, i) =>
        ({ ...item, [name]: `${name} ${String(i + 1).padStart(3, "0")}` }) as T & Record<Name, string>,
    );
}

/** Shares that add up to 1, drawn around `shares` (Dirichlet). */
function sharesNear(shares: number[], random: RandomState): number[] {
  const drawn = shares.map((share) => random.gamma(LOYALTY * share));
  const sum = drawn.reduce((a, b) => a + b, 0);
  return drawn.map((each) => each / sum);
}

/** How many things happen in a time in which `mean` are to be expected (Poisson): waits for one after the other. */
function poisson(mean: number, random: RandomState): number {
  let count = -1;
  for (let time = 0; time <= mean; time += random.exponential()) count++;
  return count;
}
