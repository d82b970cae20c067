import { type MidiEvent, parseMidi } from "midi-file";
import { midiChunks } from "./midi-chunks.ts";

/** An event of a MIDI file at its place. */
export type PlacedEvent = {
  /** Ticks from the beginning. */
  tick: number;
  /** The track that it stands in, from 0. */
  track: number;
  event: MidiEvent;
};

/** A MIDI file as its events, those of all tracks together in the order in which they happen. */
export type MidiEvents = {
  format: number;
  tracks: number;
  /** Ticks a quarter note; undefined when the file counts in seconds. */
  ticksPerBeat: number | undefined;
  /** Ticks a second, of files that count in seconds. */
  ticksPerSecond: number | undefined;
  events: PlacedEvent[];
};

/** Frames a second of film that a file may say it has 29 of. */
const DROP_FRAME_RATE = 30000 / 1001;

/** The events of a MIDI file. Throws, with the reason, when it is none or damaged. */
export function midiEvents(bytes: Uint8Array, caller: string): MidiEvents {
  let parsed: ReturnType<typeof parseMidi>;
  try {
    parsed = parseMidi(midiChunks(bytes));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new RangeError(`${caller}: the bytes cannot be read as MIDI: ${reason}.`);
  }
  const { format, ticksPerBeat, framesPerSecond, ticksPerFrame } = parsed.header;
  const rate = framesPerSecond === 29 ? DROP_FRAME_RATE : framesPerSecond;
  const ticksPerSecond = rate === undefined ? undefined : rate * (ticksPerFrame ?? 0);
  if (!((ticksPerBeat ?? ticksPerSecond)! > 0)) {
    throw new RangeError(`${caller}: the bytes cannot be read as MIDI: a beat has no ticks.`);
  }
  if (format === 2) {
    throw new RangeError(
      `${caller}: the file is of format 2, whose tracks are pieces of their own; only formats 0 and 1 are read.`,
    );
  }
  const events = parsed.tracks.flatMap((track, number) => placed(track, number, caller));
  // The sort is stable: at one tick, tracks and what is in them keep their order.
  events.sort((a, b) => a.tick - b.tick);
  return { format, tracks: parsed.tracks.length, ticksPerBeat, ticksPerSecond, events };
}

function placed(track: MidiEvent[], number: number, caller: string): PlacedEvent[] {
  let tick = 0;
  return track.map((event) => {
    tick += event.deltaTime;
    if (!isWhole(event)) {
      throw new RangeError(
        `${caller}: the bytes cannot be read as MIDI: track ${number + 1} has a damaged ${event.type} at tick ${tick}.`,
      );
    }
    return { tick, track: number, event };
  });
}

function isWhole(event: MidiEvent): boolean {
  // A delay of more than 28 bits can become negative; what is read behind the end of a track is undefined.
  const values = Object.values(event).filter((value) => typeof value !== "object");
  if (!(event.deltaTime >= 0) || values.some((value) => value === undefined || Number.isNaN(value)))
    return false;
  // What follows the status of a note has seven bits.
  if (event.type !== "noteOn" && event.type !== "noteOff") return true;
  return event.noteNumber < 128 && event.velocity < 128;
}
