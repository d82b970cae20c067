/** Drum notes, each `slotSeconds` after the one before, on the percussion channel with the given program. */
export type DrumTrack = { program: number; notes: number[]; velocity: number; slotSeconds: number };

// At 500,000 µs a quarter (120 a minute) and 500 ticks a quarter, a tick is a millisecond.
const TICKS_A_QUARTER = 500;
const TICKS_A_SECOND = 1000;
const CHANNEL = 9;
const ALL_SOUND_OFF = 120;
// A moment before the next note, so that nothing of this one is left in it.
const SILENCE_TICKS = 20;

/** A standard MIDI file (format 0) that plays the notes one by one; each is cut off before the next begins. */
export function drumMidiFile({ program, notes, velocity, slotSeconds }: DrumTrack): Uint8Array {
  const slot = Math.round(slotSeconds * TICKS_A_SECOND);
  const track = [
    ...[0, 0xff, 0x51, 3, 0x07, 0xa1, 0x20],
    ...[0, 0xc0 | CHANNEL, program],
    ...notes.flatMap((note) => [
      ...[0, 0x90 | CHANNEL, note, velocity],
      ...[...variableLength(slot - SILENCE_TICKS), 0xb0 | CHANNEL, ALL_SOUND_OFF, 0],
      ...[...variableLength(SILENCE_TICKS), 0x80 | CHANNEL, note, 0],
    ]),
    ...[0, 0xff, 0x2f, 0],
  ];
  const head = [
    ...ascii("MThd"),
    ...bytes(6, 4),
    ...bytes(0, 2),
    ...bytes(1, 2),
    ...bytes(TICKS_A_QUARTER, 2),
  ];
  return Uint8Array.from([...head, ...ascii("MTrk"), ...bytes(track.length, 4), ...track]);
}

function ascii(text: string): number[] {
  return [...text].map((letter) => letter.charCodeAt(0));
}

function bytes(value: number, count: number): number[] {
  return Array.from({ length: count }, (_, i) => (value >> (8 * (count - 1 - i))) & 0xff);
}

/** Seven bits a byte, the high bit set on all but the last. */
function variableLength(value: number): number[] {
  const out = [value & 0x7f];
  for (let rest = value >> 7; rest > 0; rest >>= 7) out.unshift((rest & 0x7f) | 0x80);
  return out;
}
