import { SAMPLE_RATE } from "../../scripts/datasets/decode.ts";
import { RandomState } from "../../src/learn/index.ts";
import { barChroma } from "./bar-chroma.ts";
import { FILES } from "./genres.ts";
import { grooveFeatures } from "./groove-features.ts";
import type { GrooveRow } from "./groove-row.ts";
import { groovesOf, playGroove } from "./mma.ts";
import { CHORDS, progression } from "./progression.ts";
import { renderMidi } from "./render-midi.ts";

const BARS = 8;
// The first of a file. With 2 the last as well, on the next soundfont: the first ones stay as they are.
const GROOVES_A_FILE = 1;
// The same for all genres, so that tempo says nothing of genre. A quarter note is a beat.
const SLOWEST = 90;
const FASTEST = 160;

/** The grooves of mma's library, played on the soundfonts by turns: paths by the soundfonts' names. */
export function mmaGrooves(mma: string, soundfonts: Record<string, string>): GrooveRow[] {
  const names = Object.keys(soundfonts);
  const files = Object.entries(FILES).flatMap(([genre, each]) => each.map((file) => ({ genre, file })));
  const grooves = files.flatMap(({ genre, file }, f) =>
    groovesOf(mma, file)
      .slice(0, GROOVES_A_FILE)
      // mma takes 0 for no seed.
      .map((groove, k) => ({ ...groove, genre, seed: 2 * f + k + 1, soundfont: names[k % names.length] })),
  );
  return grooves.map((groove) => {
    const { genre, file, name, beats, seed, soundfont } = groove;
    const bpm = new RandomState(seed).integers(SLOWEST, FASTEST + 1);
    const chords = progression(seed, BARS);
    const midi = playGroove(mma, groove, { chords: chords.map((chord) => CHORDS[chord]), bpm, seed });
    const y = renderMidi(soundfonts[soundfont], midi, (BARS * beats * 60) / bpm);
    const id = `${file}/${name}`;
    const measured = { x: grooveFeatures(y, SAMPLE_RATE), chroma: barChroma(y, SAMPLE_RATE, BARS) };
    return { id, file, genre, library: "mma", soundfont, beats, bpm, chords, ...measured };
  });
}
