import { requireObjects } from "./events.ts";

/** A note, as transcribe returns it or as it stands in a score. It needs `hz` or `midi`; `hz` counts if both are there. */
export type EvaluatedNote = {
  /** When it begins, in seconds. */
  onset: number;
  /** When it ends, in seconds. */
  offset: number;
  /** Its pitch in Hz. */
  hz?: number;
  /** Its pitch as a MIDI number, which may have a fraction; 69 is 440 Hz. */
  midi?: number;
  /** How hard it is struck: any scale from 0 up. */
  velocity?: number;
};

/** When a note begins and ends. */
export type NoteTimes = Pick<EvaluatedNote, "onset" | "offset">;

/** Throws unless every note begins at 0 or later and ends after it begins. */
export function requireIntervals(intervals: readonly NoteTimes[], name: string, caller: string): void {
  requireObjects(intervals, name, "{onset, offset, …}", caller);
  for (const [i, { onset, offset }] of intervals.entries()) {
    if (!(onset >= 0 && onset < Infinity)) {
      throw new RangeError(`${caller}: ${name}[${i}].onset is ${onset}; it must be a time of 0 s or more.`);
    }
    if (!(offset > onset && offset < Infinity)) {
      throw new RangeError(
        `${caller}: ${name}[${i}].offset is ${offset}; it must be later than the onset, ${onset}.`,
      );
    }
  }
}

/** The pitch of every note in octaves above 1 Hz. Throws where there is none or it is not above 0. */
export function octavesOf(notes: readonly EvaluatedNote[], name: string, caller: string): Float64Array {
  return Float64Array.from(notes, ({ hz, midi }, i) => {
    if (hz === undefined && midi === undefined) {
      throw new RangeError(`${caller}: ${name}[${i}] has no pitch; it needs hz or midi.`);
    }
    const frequency = hz ?? 440 * 2 ** ((midi! - 69) / 12);
    if (!(frequency > 0 && frequency < Infinity)) {
      const found = hz === undefined ? `midi is ${midi}` : `hz is ${hz}`;
      throw new RangeError(`${caller}: ${name}[${i}].${found}; a pitch must be above 0 Hz.`);
    }
    return Math.log2(frequency);
  });
}
