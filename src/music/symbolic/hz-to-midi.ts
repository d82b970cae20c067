import { requirePositive } from "../base/signal.ts";

const A4_MIDI = 69;

/** To which pitch the instruments are tuned. */
export type TuningOptions = {
  /** The frequency of A4, the A above middle C, in Hz. Default 440. */
  a4?: number;
};

/**
 * A frequency as a MIDI number with its fraction: 69 + 12 log₂(hz / 440) (librosa.hz_to_midi). A hundredth is a cent.
 * Throws when the frequency is not above 0.
 *
 * @param hz a frequency in Hz
 * @example
 * music.hzToMidi(261.63) // middle C: 60
 */
export function hzToMidi(hz: number, { a4 = 440 }: TuningOptions = {}): number {
  requirePositive(hz, "hz", "hzToMidi");
  requirePositive(a4, "a4", "hzToMidi");
  return A4_MIDI + 12 * Math.log2(hz / a4);
}

/**
 * A MIDI number, which may have a fraction, as a frequency: 440 × 2^((midi − 69) / 12) (librosa.midi_to_hz). Throws
 * when it is no number.
 *
 * @param midi a MIDI number: 60 is middle C
 * @example
 * [57, 60, 69].map((midi) => music.midiToHz(midi))
 */
export function midiToHz(midi: number, { a4 = 440 }: TuningOptions = {}): number {
  requirePositive(a4, "a4", "midiToHz");
  if (!(Math.abs(midi) <= 1000)) {
    throw new RangeError(`midiToHz: midi is ${midi}; it must be a MIDI number, such as 60 for C4.`);
  }
  return a4 * 2 ** ((midi - A4_MIDI) / 12);
}

/**
 * How many cents one frequency is above another: 100 a semitone, 1200 an octave, negative when it is below. Throws
 * when one of them is not above 0.
 *
 * @param hz a frequency in Hz
 * @param referenceHz the frequency that it is measured from, in Hz
 * @example
 * music.centsBetween(3 * 110, music.midiToHz(64)) // the fifth of the overtones against that of the piano: 2 cents
 */
export function centsBetween(hz: number, referenceHz: number): number {
  requirePositive(hz, "hz", "centsBetween");
  requirePositive(referenceHz, "referenceHz", "centsBetween");
  return 1200 * Math.log2(hz / referenceHz);
}
