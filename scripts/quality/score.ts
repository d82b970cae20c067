/** A note as it is played: seconds from the start of the piece, MIDI key and velocity. */
export type Note = { channel: number; midi: number; onset: number; offset: number; velocity: number };

/** From `time` on, the channel sounds `cents` higher than its keys say. */
export type Bend = { time: number; cents: number };

/** How a channel sounds. Channel 9 is the drums, and its program a drum kit. */
export type Channel = {
  program: number;
  /** 0 to 127. Default 100. */
  volume?: number;
  /** How far the whole channel is from 440 Hz, within ±100. Default 0. */
  tuningCents?: number;
  /** In order of time, within ±1200 cents. */
  bends?: Bend[];
};

/** A piece of music, ready to be played. */
export type Score = { seconds: number; channels: Record<number, Channel>; notes: Note[] };

/** The channel that General MIDI keeps for drums. */
export const DRUMS = 9;

/** The frequency of a (fractional) MIDI key, A4 = 69 = 440 Hz. */
export function hzOf(midi: number): number {
  return 440 * 2 ** ((midi - 69) / 12);
}
