import { type Credit, readCredits } from "./credits.ts";
import { musicOf } from "./files.ts";
import { GAMES } from "./games.ts";
import { segmentFeatures, segmentStarts } from "./segments.ts";

/** One segment of a track, measured. */
export type Segment = Credit & { seconds: number; start: number; x: number[] };

/** Every segment of every track of the games, in their order; `wanted` chooses tracks. */
export function measuredSegments(cache: string, wanted: (credit: Credit) => boolean = () => true): Segment[] {
  const credits = new Map(readCredits().map((credit) => [`${credit.game}/${credit.file}`, credit]));
  return GAMES.flatMap((game) => {
    const chosen = [...credits.values()].some((credit) => credit.game === game.name && wanted(credit));
    if (!chosen) return [];
    return musicOf(game, cache).flatMap((music) => {
      const credit = credits.get(`${music.game}/${music.file}`);
      if (!credit) throw new Error(`credits.tsv has no ${music.game}/${music.file}`);
      if (!wanted(credit)) return [];
      return segmentStarts(music.seconds).map((start) => ({
        ...credit,
        seconds: music.seconds,
        start,
        x: segmentFeatures(music, start, cache),
      }));
    });
  });
}
