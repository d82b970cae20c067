import { clipOf } from "../../scripts/datasets/clips.ts";
import { SAMPLE_RATE } from "../../scripts/datasets/decode.ts";
import { unitStroke } from "../../scripts/datasets/recording.ts";
import { playScores } from "../../scripts/quality/render.ts";
import { noteFeatures } from "./features.ts";
import { INSTRUMENTS, type Instrument, notesOf, type PlayedNote } from "./instruments.ts";

/** What is measured is what can be heard: this much of a note, from 5 ms before its onset. */
export const NOTE_SECONDS = 1.2;
// The key is down for all of it, and whatever a slow attack takes before the onset.
const HELD_SECONDS = 1.8;
const START_SECONDS = 0.05;

/** A soundfont: its name in the table, and where it lies. */
export type Soundfont = { name: string; path: string };

/** A note that was played, and what was measured of it. */
export type NoteRow = PlayedNote & {
  id: string;
  soundfont: string;
  instrument: Instrument;
  y: Float32Array;
  x: number[];
  /** The first 0.2 s, of length one, to look for twins with. */
  stroke: Float64Array;
};

/** The notes of the twelve instruments on a soundfont. */
export function notesOn({ name, path }: Soundfont): NoteRow[] {
  return INSTRUMENTS.flatMap((instrument) => {
    const notes = notesOf(instrument);
    const scores = notes.map(({ midi, velocity }) => ({
      seconds: START_SECONDS + HELD_SECONDS,
      channels: { 0: { program: instrument.program } },
      notes: [{ channel: 0, midi, velocity, onset: START_SECONDS, offset: START_SECONDS + HELD_SECONDS }],
    }));
    return playScores(path, false, scores).map((sound, i) => {
      const y = clipOf(sound, NOTE_SECONDS);
      const id = `${name}/${instrument.name}/${notes[i].midi}`;
      return {
        ...notes[i],
        id,
        soundfont: name,
        instrument,
        y,
        x: noteFeatures(y, SAMPLE_RATE),
        stroke: unitStroke(y),
      };
    });
  });
}
