import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readAbc, splitAbc } from "../../src/music/index.ts";
import type { SourceTune } from "./tune.ts";

/** Files of a package, each with the tunes (X:) that are music and no test of a program; null for all of them. */
export type AbcFiles = Record<string, readonly number[] | null>;

const ALL = null;

export const ABCMIDI_FILES: AbcFiles = {
  "araber.abc": ALL,
  "baym_rebin.abc": ALL,
  "boys.abc": ALL,
  "coleraine.abc": ALL,
  "dergasn.abc": ALL,
  "demo.abc": ALL,
};

export const ABCM2PS_FILES: AbcFiles = { "accordion.abc": ALL, "newfeatures.abc": [5] };

export const TEXLIVE_FILES: AbcFiles = {
  "latex4musicians/Figures/fellow.abc": ALL,
  "latex4musicians/Figures/julia.abc": ALL,
  "latex4musicians/Figures/drowsy.abc": ALL,
  "latex4musicians/Figures/breeches.abc": ALL,
  "abc/jacky.abc": ALL,
  "abc/poll.abc": ALL,
};

// Words stand between a line that goes on and its continuation; drums have no melody.
const WORDS = /^w:.*\n/gm;
const DRUM_VOICE = /^V: *drum[\s\S]*/m;

/** The first voice of tunes in ABC notation; a tune without a title bears the name of its file. */
export async function abcTunes(source: string, folder: string, files: AbcFiles): Promise<SourceTune[]> {
  const tunes: SourceTune[] = [];
  for (const [file, numbers] of Object.entries(files)) {
    for (const text of splitAbc(readFileSync(join(folder, file), "utf8"))) {
      if (numbers && !numbers.includes(Number(/^X: *(\d+)/.exec(text)![1]))) continue;
      const { title, key, meter, bpm, voices } = await readAbc(
        text.replace(WORDS, "").replace(DRUM_VOICE, ""),
      );
      const beats = (seconds: number) => (seconds * bpm) / 60;
      const notes = voices[0].map(({ onset, offset, midi }) => ({
        onset: beats(onset),
        duration: beats(offset) - beats(onset),
        midi,
      }));
      tunes.push({ source, name: title || file.replace(/^.*\/|\.abc$/g, ""), key, meter, notes });
    }
  }
  return tunes;
}
