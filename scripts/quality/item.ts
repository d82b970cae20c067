import type { RandomState } from "../../src/learn/random-state.ts";
import { RandomState as Random } from "../../src/learn/random-state.ts";
import { cellSeed } from "../../src/stdlib/seed.ts";
import type { FontName } from "./fonts.ts";
import type { Noise } from "./noise.ts";
import type { Score } from "./score.ts";
import type { Truth } from "./truth.ts";

/** Material that settings may be tuned on, and material that figures are reported on. */
export type Half = "tune" | "report";

/** What an item is called by in tables: its instrument, style, texture, noise … */
export type Tags = Record<string, string>;

/** A piece of music before it is rendered: one or several items come of it, with and without noise. */
export type Piece = {
  name: string;
  tags: Tags;
  font: FontName;
  reverb: boolean;
  /** What is played: the sound of all of them together is the piece. */
  stems: Score[];
  /** Each gives an item; null is the clean one. */
  variants: (Noise | null)[];
  /** What is true of the piece, given the clean sound of each stem. */
  truth(stems: Float32Array[]): Truth;
};

/** A real recording that becomes an item as it is. */
export type Recording = { name: string; tags: Tags; samples: Float32Array; truth: Truth };

/** One recording with its truth, as the cache holds it. */
export type Item = {
  id: string;
  set: string;
  /** That of the set when this was rendered. */
  version: number;
  seed: number;
  half: Half;
  sr: number;
  seconds: number;
  tags: Tags;
  truth: Truth;
};

/** Odd seeds are for tuning, even ones for reports. */
export function halfOf(seed: number): Half {
  return seed % 2 === 1 ? "tune" : "report";
}

/** The random numbers of one piece: the same for the same set, seed and name, whatever else is made. */
export function randomOf(set: string, seed: number, name: string): RandomState {
  return new Random(cellSeed(seed, `${set} ${name}`));
}
