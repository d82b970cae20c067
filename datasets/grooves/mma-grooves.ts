import { SAMPLE_RATE } from "../../scripts/datasets/decode.ts";
import { RandomState } from "../../src/learn/index.ts";
import { readMidi } from "../../src/music/index.ts";
import { FILES } from "./genres.ts";
import { measureGroove } from "./groove-features.ts";
import type { GrooveRow } from "./groove-row.ts";
import { doubtsOf } from "./midi-doubts.ts";
import { type Groove, groovesOf, playGroove } from "./mma.ts";
import { CHORDS, progression } from "./progression.ts";
import { renderMidi } from "./render-midi.ts";
import { struckTones } from "./struck-tones.ts";

const BARS = 10;
const GROOVES_A_FILE = 3;
// The same for all genres, so that tempo says nothing of genre. A quarter note is a beat.
const SLOWEST = 90;
const FASTEST = 160;
// Away from the seeds of the chords, so that the key says nothing of the tempo.
const TEMPO_SEED = 1000;

/** A groove of mma's library, on a sheet of chords: as a MIDI file, before it is heard. */
export type PlayedGroove = Omit<GrooveRow, "x" | "chroma" | "plainChroma"> & { midi: Uint8Array };

/** The grooves of mma's library with their genres, and the seed of each and the soundfont of each file. */
export function libraryGrooves(
  mma: string,
  soundfonts: string[],
): (Groove & { genre: string; seed: number; soundfont: string })[] {
  const files = Object.entries(FILES).flatMap(([genre, each]) => each.map((file) => ({ genre, file })));
  return files.flatMap(({ genre, file }, f) => {
    const soundfont = soundfonts[f % soundfonts.length];
    // mma takes 0 for no seed.
    const seedOf = (k: number) => GROOVES_A_FILE * f + k + 1;
    return groovesOf(mma, file).map((groove, k) => ({ ...groove, genre, seed: seedOf(k), soundfont }));
  });
}

/** Lets mma play a groove, and says what is doubtful about the file. */
export function played(
  mma: string,
  groove: ReturnType<typeof libraryGrooves>[number],
): PlayedGroove & { doubts: string[] } {
  const { genre, file, name, beats, seed, soundfont } = groove;
  const bpm = new RandomState(TEMPO_SEED + seed).integers(SLOWEST, FASTEST + 1);
  const chords = progression(seed, BARS);
  const midi = playGroove(mma, groove, { chords: chords.map((chord) => CHORDS[chord]), bpm, seed });
  const doubts = doubtsOf(midi, { bpm, beats, bars: BARS });
  const tones = struckTones(readMidi(midi).notes, chords, (beats * 60) / bpm);
  const id = `${file}/${name}`;
  return { id, file, genre, library: "mma", soundfont, beats, bpm, chords, tones, midi, doubts };
}

/** What is heard of it, played on the soundfont of this path. */
export function measuredGroove({ midi, ...groove }: PlayedGroove, soundfont: string): GrooveRow {
  const y = renderMidi(soundfont, midi, (BARS * groove.beats * 60) / groove.bpm);
  return { ...groove, ...measureGroove(y, SAMPLE_RATE, BARS) };
}

/** The grooves of mma's library, each file on one of the soundfonts, by turns: paths by the soundfonts' names. */
export function mmaGrooves(mma: string, soundfonts: Record<string, string>): GrooveRow[] {
  return libraryGrooves(mma, Object.keys(soundfonts)).flatMap((groove) => {
    const { doubts, ...each } = played(mma, groove);
    return doubts.length > 0 ? [] : [measuredGroove(each, soundfonts[groove.soundfont])];
  });
}
