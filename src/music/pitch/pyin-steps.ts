/** A pitch that a frame may have. */
export type PitchCandidate = { hz: number; probability: number };

/** What pYIN did with each frame. */
export type PyinSteps = {
  /** What each frame may be, from the shortest period on, and how likely it is. */
  candidates: PitchCandidate[][];
  /** How likely it is that a frame has no pitch. */
  unvoiced: Float64Array;
  /** How likely, up to a factor, a pitch moves by so many semitones from one frame to the next, and begins or ends. */
  transition: { semitones: Float64Array; probability: Float64Array; change: number };
  /** Which candidate of each frame lies on the most probable path; −1 where the path is unvoiced. */
  path: Int32Array;
};
