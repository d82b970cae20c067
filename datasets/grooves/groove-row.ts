/** A groove that was played, and what was measured of it. */
export type GrooveRow = {
  id: string;
  /** The file of the library that it comes from: grooves of one file are variations of each other. */
  file: string;
  genre: string;
  /** "mma", or "Etude" for our own. */
  library: string;
  soundfont: string;
  /** Quarter notes in a bar. */
  beats: number;
  /** Quarter notes a minute. */
  bpm: number;
  /** The chord of each bar, as its place in CHORDS. */
  chords: number[];
  /** How many of the three notes of its chord are struck in each bar. */
  tones: number[];
  x: number[];
  /** Twelve numbers for each bar, of `music.chroma`. */
  chroma: number[][];
  /** The same of `music.chromaStft`. */
  plainChroma: number[][];
  /** Mono samples; only of what can be heard. */
  y?: Float32Array;
};
