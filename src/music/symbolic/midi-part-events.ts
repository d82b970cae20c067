import { midiToHz } from "./hz-to-midi.ts";
import { BEND_STEPS } from "./midi-channel.ts";
import { metaEvent, type TimedBytes } from "./midi-track-chunk.ts";
import { completeNotes, inOrder, type Note, type NoteInput } from "./note.ts";

/** What one instrument plays. */
export type MidiPart = {
  /** Its notes. */
  notes: readonly NoteInput[];
  /** The name of its track. Default: none. */
  name?: string;
  /** Its instrument in General MIDI, from 0 (a grand piano) to 127. Default 0. */
  program?: number;
  /** Whether its numbers mean drums and not pitches. Default false. */
  drums?: boolean;
};

/** How a part is put into a file. */
export type PartPlace = {
  /** Its channel, from 0 to 15. */
  channel: number;
  tickAt: (seconds: number) => number;
  /** Whether the pitch wheel is turned where `hz` is not what `midi` says. */
  bend: boolean;
};

const TRACK_NAME = 0x03;
const NOTE_OFF = 0x80;
const NOTE_ON = 0x90;
const PROGRAM_CHANGE = 0xc0;
const PITCH_BEND = 0xe0;
/** How far the pitch wheel turns unless a file says otherwise. */
const BEND_RANGE_SEMITONES = 2;

/** The events of a part. Throws when it cannot be written. */
export function partEvents(
  part: MidiPart,
  { channel, tickAt, bend }: PartPlace,
  caller: string,
): TimedBytes[] {
  const { name, program = 0 } = part;
  if (!(Number.isInteger(program) && program >= 0 && program <= 127)) {
    throw new RangeError(`${caller}: program is ${program}; it must be a whole number from 0 to 127.`);
  }
  const events: TimedBytes[] = [{ tick: 0, rank: 1, bytes: [PROGRAM_CHANGE | channel, program] }];
  if (name !== undefined) {
    events.push({ tick: 0, rank: 0, bytes: metaEvent(TRACK_NAME, new TextEncoder().encode(name)) });
  }
  let wheel = 0;
  for (const note of inOrder(completeNotes(part.notes, caller))) {
    const key = Math.round(note.midi);
    if (key < 0 || key > 127) {
      throw new RangeError(`${caller}: a note's midi is ${note.midi}; a file can hold those from 0 to 127.`);
    }
    const start = tickAt(note.onset);
    const wanted = bend ? wheelFor(note, key, caller) : 0;
    // Rank 2 is for ends, which come before what begins at the same tick.
    if (wanted !== wheel) {
      const value = wanted + BEND_STEPS;
      events.push({ tick: start, rank: 3, bytes: [PITCH_BEND | channel, value & 0x7f, value >> 7] });
      wheel = wanted;
    }
    // A note-on of velocity 0 would be a note-off.
    const velocity = Math.max(1, Math.round(127 * note.velocity));
    events.push({ tick: start, rank: 3, bytes: [NOTE_ON | channel, key, velocity] });
    events.push({
      tick: Math.max(start + 1, tickAt(note.offset)),
      rank: 2,
      bytes: [NOTE_OFF | channel, key, 0],
    });
  }
  return events;
}

function wheelFor({ hz }: Note, key: number, caller: string): number {
  const semitones = 12 * Math.log2(hz / midiToHz(key));
  const steps = Math.round((semitones / BEND_RANGE_SEMITONES) * BEND_STEPS);
  if (steps < -BEND_STEPS || steps >= BEND_STEPS) {
    throw new RangeError(
      `${caller}: a note's hz is ${hz}, more than two semitones from its midi, ${key}; the pitch wheel goes no further.`,
    );
  }
  return steps;
}
