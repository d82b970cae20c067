import type { Dataset } from "../../stdlib/data/index.ts";

const mostSounds = 12;

/** The rows of the clear cases of each class that can be heard, or else of the first sounds of different names. */
export function rowsToHear({ clips, examples }: Pick<Dataset, "clips" | "examples">): number[] {
  const clear = Object.values(examples).filter((row) => clips[row]);
  if (clear.length > 0) return clear;
  const heard = new Set<string>();
  return clips.flatMap((clip, i) => {
    if (!clip || heard.has(clip.label) || heard.size >= mostSounds) return [];
    heard.add(clip.label);
    return [i];
  });
}
