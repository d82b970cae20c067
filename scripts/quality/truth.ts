/** Frames every 10 ms: `f0[i]` in Hz at `times[i]`, 0 where it is silent, null where neither is certain. */
export type PitchTruth = { times: number[]; f0: (number | null)[] };

/** Beats in seconds, quarters (or what the style counts) a minute, beats a bar. */
export type TempoTruth = { bpm: number; beats: number[]; metre: number };

/** Chords with mir_eval's labels, end to end; the key as "C major" or "A minor". */
export type ChordTruth = { chords: { start: number; end: number; label: string }[]; key: string };

/** Seconds. */
export type OnsetTruth = { onsets: number[] };

/** Notes as they were played. */
export type NoteTruth = { notes: { onset: number; offset: number; midi: number; velocity: number }[] };

/** Everything that may be known of an item. */
export type Truth = Partial<PitchTruth & TempoTruth & ChordTruth & OnsetTruth & NoteTruth>;
