import { requireWhole } from "../base/signal.ts";
import { keyParts } from "./key.ts";
import { meterParts } from "./meter.ts";
import { DRUM_CHANNEL } from "./midi-channel.ts";
import { type MidiPart, partEvents } from "./midi-part-events.ts";
import { chunk, metaEvent, type TimedBytes, trackChunk } from "./midi-track-chunk.ts";
import type { NoteInput } from "./note.ts";
import { beatOf, mapOf, type Tempo, type TempoChange } from "./tempo-map.ts";

/** How a MIDI file is written. */
export type WriteMidiOptions = {
  /** Quarter notes a minute, or a map of its changes; the file begins at beat 0. Default 120. */
  tempo?: Tempo;
  /** The metre, such as "3/4". Default: none is said. */
  meter?: string;
  /** The key, such as "Eb major". Default: none is said. */
  key?: string;
  /** 1 for a track for each part behind one for the tempo, 0 for all in one. Default 1. */
  format?: 0 | 1;
  /** Ticks a quarter note: how finely times are kept. Default 480. */
  ticksPerBeat?: number;
  /** Whether the pitch wheel is turned where `hz` is not what `midi` says. Default false. */
  bend?: boolean;
};

const PITCHED_CHANNELS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 10, 11, 12, 13, 14, 15];
const MOST_TICKS_PER_BEAT = 0x7fff;
/** The longest delay that fits into the 28 bits it has. */
const LAST_TICK = 0x0fffffff;
const SET_TEMPO = 0x51;
const TIME_SIGNATURE = 0x58;
const KEY_SIGNATURE = 0x59;
const MICROSECONDS_A_MINUTE = 60e6;
const LONGEST_BEAT = 0xffffff;

/**
 * The bytes of a MIDI file that plays some notes: of one instrument, or of several parts, each on a channel of its own.
 * Times are rounded to ticks and velocities to 127ths; a note lasts a tick at least. A key cannot be struck again before
 * it is let go: of notes of a part that overlap on one pitch, readers end the earlier one first. Throws when a note, a
 * part or an option is not right, or when there are more than 15 parts besides drums.
 *
 * @param parts notes, each with onset, offset and midi or hz; or parts such as {notes, program, name, drums}
 * @example
 * const tune = music.melody(["C4", "E4", "G4", "C5"], {bpm: 90});
 * const bass = {notes: music.melody(["C2", "G2"], {bpm: 90, beats: 2}), program: 32, name: "bass"};
 * const bytes = music.writeMidi([{notes: tune, name: "tune"}, bass], {tempo: 90, meter: "4/4", key: "C major"});
 * display(`${bytes.length} bytes, ${music.readMidi(bytes).tracks.length} tracks`);
 */
export function writeMidi(
  parts: readonly NoteInput[] | readonly MidiPart[],
  options: WriteMidiOptions = {},
): Uint8Array {
  const { tempo = 120, format = 1, ticksPerBeat = 480, bend = false } = options;
  requireWhole(ticksPerBeat, 1, "ticksPerBeat", "writeMidi");
  if (ticksPerBeat > MOST_TICKS_PER_BEAT) {
    throw new RangeError(
      `writeMidi: ticksPerBeat is ${ticksPerBeat}; it must be at most ${MOST_TICKS_PER_BEAT}.`,
    );
  }
  if (format !== 0 && format !== 1)
    throw new RangeError(`writeMidi: format is ${format}; it must be 0 or 1.`);
  const map = mapOf(tempo, "writeMidi");
  const tickAt = (seconds: number) => Math.max(0, Math.round(ticksPerBeat * beatOf(seconds, map)));
  const channels = PITCHED_CHANNELS.values();
  const tracks = partsOf(parts).map((part) => {
    const channel = part.drums ? DRUM_CHANNEL : channels.next().value;
    if (channel === undefined) {
      throw new RangeError(
        "writeMidi: there are more than 15 parts besides drums; MIDI has no more channels.",
      );
    }
    return partEvents(part, { channel, tickAt, bend }, "writeMidi");
  });
  const conductor = [...tempoEvents(map, ticksPerBeat), ...settingEvents(options)];
  const all = format === 0 ? [[...conductor, ...tracks.flat()]] : [conductor, ...tracks];
  if (all.some((track) => track.some(({ tick }) => tick > LAST_TICK))) {
    throw new RangeError(`writeMidi: the notes last more than ${LAST_TICK} ticks; take fewer ticksPerBeat.`);
  }
  const numbers = [format, all.length, ticksPerBeat];
  const header = chunk(
    "MThd",
    numbers.flatMap((number) => [number >> 8, number & 0xff]),
  );
  return joined([header, ...all.map(trackChunk)]);
}

function partsOf(parts: readonly NoteInput[] | readonly MidiPart[]): readonly MidiPart[] {
  const areParts = Array.isArray(parts) && parts.length > 0 && parts.every((part) => "notes" in Object(part));
  return areParts ? (parts as readonly MidiPart[]) : [{ notes: parts as readonly NoteInput[] }];
}

function tempoEvents(map: readonly TempoChange[], ticksPerBeat: number): TimedBytes[] {
  return map.map(({ beat, bpm }, i) => {
    const microseconds = Math.round(MICROSECONDS_A_MINUTE / bpm);
    if (microseconds < 1 || microseconds > LONGEST_BEAT) {
      throw new RangeError(
        `writeMidi: tempo is ${bpm}; MIDI knows those from 3.6 to 60 million beats a minute.`,
      );
    }
    const bytes = [microseconds >> 16, (microseconds >> 8) & 0xff, microseconds & 0xff];
    const tick = i === 0 ? 0 : Math.max(0, Math.round(beat * ticksPerBeat));
    return { tick, rank: 0, bytes: metaEvent(SET_TEMPO, bytes) };
  });
}

function settingEvents({ meter, key }: WriteMidiOptions): TimedBytes[] {
  const events: TimedBytes[] = [];
  if (meter !== undefined) {
    const { numerator, denominator } = meterParts(meter, "writeMidi");
    // The metronome clicks every quarter note, 24 clocks, which has 8 thirty-seconds.
    const bytes = metaEvent(TIME_SIGNATURE, [numerator, Math.log2(denominator), 24, 8]);
    events.push({ tick: 0, rank: 0, bytes });
  }
  if (key !== undefined) {
    const { signature, mode } = keyParts(key, "writeMidi");
    const bytes = metaEvent(KEY_SIGNATURE, [signature & 0xff, mode === "minor" ? 1 : 0]);
    events.push({ tick: 0, rank: 0, bytes });
  }
  return events;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}
