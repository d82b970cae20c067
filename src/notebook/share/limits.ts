import { textLimits } from "../document/text-limits.ts";

export { countInWords, sizeInWords } from "../document/in-words.ts";

/** What a notebook that comes from outside, or goes there, may hold at most. Sizes are in bytes. */
export const limits = {
  ...textLimits,
  zipBytes: 100_000_000,
  files: 200,
  fileNameCharacters: 120,
} as const;
