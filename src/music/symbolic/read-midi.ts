import { requireBytes } from "../files/bytes.ts";
import { midiToHz } from "./hz-to-midi.ts";
import { ChannelState, DRUM_CHANNEL } from "./midi-channel.ts";
import { type MidiEvents, midiEvents } from "./midi-events.ts";
import { type MidiSettings, readSettings } from "./midi-settings.ts";
import { inOrder, type Note } from "./note.ts";
import { secondsOf } from "./tempo-map.ts";

/** What one track of a MIDI file plays on one channel with one instrument. */
export type MidiTrack = {
  /** The track's name; empty when it has none. */
  name: string;
  /** Its channel, from 0 to 15; 9 is the one for drums. */
  channel: number;
  /** Its instrument in General MIDI, from 0 (a grand piano) to 127. */
  program: number;
  /** Whether its numbers mean drums and not pitches. */
  drums: boolean;
  /** Its notes, in order. */
  notes: Note[];
};

/** A MIDI file, read. */
export type MidiFile = MidiSettings & {
  /** The notes of all tracks but drums, in order. */
  notes: Note[];
  /** The tracks that have notes, drums too. */
  tracks: MidiTrack[];
  /** When the last note ends, in seconds. */
  duration: number;
  /** 0 for all in one track, 1 for several. */
  format: number;
  /** Ticks a quarter note: how finely it is timed. */
  ticksPerBeat: number;
};

type OpenNote = { track: MidiTrack; note: Note };

/**
 * The notes of a MIDI file, with its tempo, metre and keys. A beat is a quarter note. `midi` is the key that was
 * struck; `hz` takes in the pitch wheel where the note began (two semitones either way, unless the file says
 * otherwise). The pedal does not make notes longer. A note that is never let go ends when its key is struck again, or with its track. Throws, and says
 * where, when the bytes are no MIDI file or damaged, or of format 2.
 *
 * @param bytes the content of the file
 * @example
 * const bytes = music.writeMidi(music.melody(["C4", "E4", "G4"]), {tempo: 90});
 * const {notes, tempo} = music.readMidi(bytes);
 * display(tempo[0].bpm);
 * notes.map(({onset, midi}) => [onset, music.midiToNote(midi)])
 */
export function readMidi(bytes: Uint8Array | ArrayBuffer): MidiFile {
  const file = midiEvents(requireBytes(bytes, "readMidi"), "readMidi");
  const settings = readSettings(file, "readMidi");
  const tracks = readTracks(file, (tick) => secondsOf(tick / settings.ticksPerBeat, settings.tempo));
  const pitched = tracks.filter(({ drums }) => !drums).flatMap(({ notes }) => notes);
  const duration = tracks
    .flatMap(({ notes }) => notes)
    .reduce((latest, { offset }) => Math.max(latest, offset), 0);
  return { notes: inOrder(pitched), tracks, duration, format: file.format, ...settings };
}

function readTracks({ events }: MidiEvents, secondsAt: (tick: number) => number): MidiTrack[] {
  const channels = Array.from({ length: 16 }, () => new ChannelState());
  const names = new Map<number, string>();
  const ends = new Map<number, number>();
  const tracks = new Map<string, MidiTrack>();
  const open = new Map<string, OpenNote[]>();
  const trackOf = (number: number, channel: number): MidiTrack => {
    const { program } = channels[channel];
    const key = `${number} ${channel} ${program}`;
    const drums = channel === DRUM_CHANNEL;
    const known = tracks.get(key) ?? { name: "", channel, program, drums, notes: [] };
    tracks.set(key, known);
    known.name = names.get(number) ?? "";
    return known;
  };
  for (const { tick, track: number, event } of events) {
    const seconds = secondsAt(tick);
    ends.set(number, seconds);
    if (event.type === "trackName") names.set(number, decoded(event.text));
    if (event.type === "noteOn") {
      const { noteNumber: midi, channel, velocity } = event;
      const hz = midiToHz(midi + channels[channel].bend);
      const note = { onset: seconds, offset: seconds, midi, hz, velocity: velocity / 127 };
      const key = `${number} ${channel} ${midi}`;
      open.set(key, [...(open.get(key) ?? []), { track: trackOf(number, channel), note }]);
    } else if (event.type === "noteOff") {
      const first = open.get(`${number} ${event.channel} ${event.noteNumber}`)?.shift();
      first?.track.notes.push({ ...first.note, offset: seconds });
    } else if ("channel" in event && event.type !== "channelPrefix") channels[event.channel].take(event);
  }
  for (const [key, left] of open) {
    const end = ends.get(Number.parseInt(key, 10))!;
    for (const [i, { track, note }] of left.entries()) {
      track.notes.push({ ...note, offset: left[i + 1]?.note.onset ?? end });
    }
  }
  return [...tracks.values()].map((track) => ({ ...track, notes: inOrder(track.notes) }));
}

/** A text, of which midi-file gives every byte as one sign: most are in UTF-8 today, some are in Latin 1. */
function decoded(text: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(
      Uint8Array.from(text, (sign) => sign.charCodeAt(0)),
    );
  } catch {
    return text;
  }
}
