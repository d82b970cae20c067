import { type MidiEvent, writeMidi } from "midi-file";
import { type Channel, DRUMS, type Score } from "./score.ts";

// At 500,000 µs a quarter and 500 ticks a quarter, a tick is a millisecond.
const TICKS_A_QUARTER = 500;
const TICKS_A_SECOND = 1000;
const BEND_RANGE_SEMITONES = 12;
const BEND_CENTRE = 8192;
const DATA_ENTRY = 6;
const VOLUME = 7;
const DATA_ENTRY_FINE = 38;
const REGISTERED_PARAMETER_FINE = 100;
const REGISTERED_PARAMETER = 101;
const ALL_SOUND_OFF = 120;
const RESET_CONTROLLERS = 121;

type Timed = { tick: number; event: MidiEvent };

/**
 * A standard MIDI file in which every score starts at the second that stands beside it. Times are rounded to whole
 * milliseconds; between scores all channels are silenced and set back.
 */
export function midiFile(placed: { score: Score; start: number }[]): Uint8Array {
  const timed: Timed[] = placed.flatMap(({ score, start }) => eventsOf(score, start));
  // A note that ends where the next begins must end first; the sort is stable, so settings stay before notes.
  timed.sort((a, b) => a.tick - b.tick || rank(a.event) - rank(b.event));
  const track: MidiEvent[] = [{ deltaTime: 0, type: "setTempo", meta: true, microsecondsPerBeat: 500_000 }];
  let last = 0;
  for (const { tick, event } of timed) {
    track.push({ ...event, deltaTime: tick - last });
    last = tick;
  }
  track.push({ deltaTime: 0, type: "endOfTrack", meta: true });
  const header = { format: 0 as const, numTracks: 1, ticksPerBeat: TICKS_A_QUARTER };
  return Uint8Array.from(writeMidi({ header, tracks: [track] }));
}

function rank(event: MidiEvent): number {
  if (event.type === "noteOn") return 2;
  return event.type === "noteOff" ? 0 : 1;
}

function eventsOf(score: Score, start: number): Timed[] {
  const startTick = Math.round(start * TICKS_A_SECOND);
  const at = (seconds: number) => startTick + Math.round(seconds * TICKS_A_SECOND);
  const out: Timed[] = [];
  for (const [key, channel] of Object.entries(score.channels)) {
    const number = Number(key);
    for (const event of settings(number, channel)) out.push({ tick: startTick, event });
    for (const { time, cents } of channel.bends ?? []) {
      const steps = Math.round((cents / (100 * BEND_RANGE_SEMITONES)) * BEND_CENTRE);
      const value = Math.max(-BEND_CENTRE, Math.min(BEND_CENTRE - 1, steps));
      out.push({ tick: at(time), event: { deltaTime: 0, type: "pitchBend", channel: number, value } });
    }
    out.push({ tick: at(score.seconds), event: control(number, ALL_SOUND_OFF, 0) });
  }
  for (const { channel, midi, onset, offset, velocity } of score.notes) {
    const note = { deltaTime: 0, channel, noteNumber: midi };
    out.push({ tick: at(onset), event: { ...note, type: "noteOn", velocity } });
    out.push({ tick: Math.max(at(onset) + 1, at(offset)), event: { ...note, type: "noteOff", velocity: 0 } });
  }
  return out;
}

function settings(number: number, channel: Channel): MidiEvent[] {
  const program: MidiEvent = {
    deltaTime: 0,
    type: "programChange",
    channel: number,
    programNumber: channel.program,
  };
  const events = [
    control(number, RESET_CONTROLLERS, 0),
    program,
    control(number, VOLUME, channel.volume ?? 100),
  ];
  if (number === DRUMS) return events;
  const fine = Math.round(BEND_CENTRE * (1 + (channel.tuningCents ?? 0) / 100));
  return [
    ...events,
    ...registeredParameter(number, 0, BEND_RANGE_SEMITONES, 0),
    ...registeredParameter(number, 1, fine >> 7, fine & 127),
    { deltaTime: 0, type: "pitchBend", channel: number, value: 0 },
  ];
}

function registeredParameter(channel: number, parameter: number, coarse: number, fine: number): MidiEvent[] {
  return [
    control(channel, REGISTERED_PARAMETER, 0),
    control(channel, REGISTERED_PARAMETER_FINE, parameter),
    control(channel, DATA_ENTRY, coarse),
    control(channel, DATA_ENTRY_FINE, fine),
  ];
}

function control(channel: number, controllerType: number, value: number): MidiEvent {
  return { deltaTime: 0, type: "controller", channel, controllerType, value };
}
