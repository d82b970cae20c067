import type { Recording } from "../../scripts/datasets/recording.ts";
import { renderDrums } from "../../scripts/datasets/soundfont.ts";
import type { SourceInfo } from "../../src/stdlib/data/dataset-file.ts";
import { KIT_PROGRAMS, PERCUSSION_NOTES } from "./general-midi.ts";

// A firm stroke.
const VELOCITY = 100;
// The longest crash has faded by then.
const SLOT_SECONDS = 6;

/** A soundfont: the name its kits are given, and who made it. */
export type Soundfont = { name: string; authors: string; path: string };

/** The strokes of the seven kits of a soundfont, one for each note, in a fixed order. */
export function soundfontRecordings({ name, authors, path }: Soundfont): Recording[] {
  return KIT_PROGRAMS.flatMap(({ program, name: kitName, except }) => {
    const strokes = PERCUSSION_NOTES.filter(({ note }) => !except.includes(note));
    const notes = strokes.map(({ note }) => note);
    const sounds = renderDrums(path, { program, notes, velocity: VELOCITY, slotSeconds: SLOT_SECONDS });
    const kit = `${name} ${kitName}`;
    return strokes.map(({ note, name: instrument }, i) => ({
      id: `${kit}/${note}`,
      kit,
      author: authors,
      instrument,
      layer: 1,
      layers: 1,
      samples: () => sounds[i],
    }));
  });
}

/** What is to be said of the kits of a soundfont. */
export function soundfontKits(name: string, authors: string, source: string): SourceInfo[] {
  return KIT_PROGRAMS.map((program) => {
    const kit = `${name} ${program.name}`;
    return { name: kit, authors, licence: "MIT", source, credit: `${kit}: ${authors} (MIT)` };
  });
}
