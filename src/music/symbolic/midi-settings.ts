import { keyOfSignature } from "./key.ts";
import type { MidiEvents } from "./midi-events.ts";
import { secondsOf, type TempoChange, tempoMap } from "./tempo-map.ts";

/** What a MIDI file says of its time and its keys. */
export type MidiSettings = {
  /** Its tempo and every change of it, in quarter notes a minute; 120 where nothing is said. */
  tempo: TempoChange[];
  /** Its metres, such as "3/4", each with its beat and its time. */
  meters: { beat: number; seconds: number; meter: string }[];
  /** Its keys, such as "Eb major", each with its beat and its time. */
  keys: { beat: number; seconds: number; key: string }[];
  /** Ticks a quarter note: how finely it is timed. */
  ticksPerBeat: number;
};

const MICROSECONDS_A_MINUTE = 60e6;
const DEFAULT_BPM = 120;
const MOST_ACCIDENTALS = 7;

/** Tempo, metres and keys of a file. A file that counts in seconds has the default tempo all through. */
export function readSettings(
  { events, ticksPerBeat, ticksPerSecond }: MidiEvents,
  caller: string,
): MidiSettings {
  const ticks = ticksPerBeat ?? (ticksPerSecond! * 60) / DEFAULT_BPM;
  const changes = new Map([[0, DEFAULT_BPM]]);
  for (const { tick, event } of events) {
    if (event.type !== "setTempo" || ticksPerBeat === undefined) continue;
    if (event.microsecondsPerBeat === 0) {
      throw new RangeError(
        `${caller}: the bytes cannot be read as MIDI: a tempo without time at tick ${tick}.`,
      );
    }
    changes.set(tick / ticks, MICROSECONDS_A_MINUTE / event.microsecondsPerBeat);
  }
  const tempo = tempoMap([...changes].map(([beat, bpm]) => ({ beat, bpm })));
  const placed = events.map(({ tick, event }) => {
    const beat = tick / ticks;
    return { beat, seconds: secondsOf(beat, tempo), event };
  });
  return {
    tempo,
    meters: placed.flatMap(({ event, ...place }) =>
      event.type === "timeSignature" ? [{ ...place, meter: `${event.numerator}/${event.denominator}` }] : [],
    ),
    keys: placed.flatMap(({ event, ...place }) =>
      event.type === "keySignature" && Math.abs(event.key) <= MOST_ACCIDENTALS
        ? [{ ...place, key: keyOfSignature(event.key, event.scale === 1) }]
        : [],
    ),
    ticksPerBeat: ticks,
  };
}
