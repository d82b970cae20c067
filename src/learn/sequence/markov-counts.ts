import type { Label } from "../base/labels.ts";

/** How often each symbol came next after one context, those that did only. */
export type Successors = { codes: number[]; counts: number[]; total: number };

/** For each context, written as codes with commas, what came next. */
export type MarkovCounts = Record<string, Successors>;

/** The code that stands before a sequence's first symbol; −1 is that of an unknown one. */
export const BEGINNING = -2;

/** A context as the counts name it. */
export function contextKey(context: ArrayLike<number>): string {
  return Array.from(context).join(",");
}

/**
 * Counts what follows each context of 0 to `order` symbols. A context that reaches back to the beginning of a
 * sequence begins with BEGINNING and is counted besides.
 */
export function countSuccessors(sequences: readonly Int32Array[], order: number): MarkovCounts {
  const counts: MarkovCounts = {};
  for (const codes of sequences) {
    for (let at = 0; at < codes.length; at++) {
      let key = contextKey([]);
      add(counts, key, codes[at]!);
      for (let length = 1; length <= Math.min(order, at); length++) {
        // As contextKey has it, grown to the left: there is one for every length.
        key = length === 1 ? `${codes[at - 1]}` : `${codes[at - length]},${key}`;
        add(counts, key, codes[at]!);
      }
      if (at < order) add(counts, contextKey([BEGINNING, ...codes.subarray(0, at)]), codes[at]!);
    }
  }
  return counts;
}

function add(counts: MarkovCounts, key: string, code: number): void {
  counts[key] ??= { codes: [], counts: [], total: 0 };
  const next = counts[key];
  const known = next.codes.indexOf(code);
  if (known < 0) {
    next.codes.push(code);
    next.counts.push(1);
  } else next.counts[known]!++;
  next.total++;
}

/** What a Markov chain has learned. */
export type MarkovFitted = { symbols: Label[]; order: number; counts: MarkovCounts; training: Int32Array[] };
