import { readFileSync } from "node:fs";
import { join } from "node:path";
import { lilypondMelody } from "./lilypond-melody.ts";
import type { SourceTune } from "./tune.ts";

const FILES: Record<string, BufferEncoding> = {
  volkslieder1: "latin1",
  volkslieder2: "latin1",
  "polish-folk-songs": "utf8",
  barnesanger: "utf8",
};
const MIDDLE_C = 0;

/** The melodies to be written down from GNU Solfege's lesson files. */
export function solfegeTunes(lessons: string): SourceTune[] {
  return Object.entries(FILES).flatMap(([file, encoding]) => {
    const text = readFileSync(join(lessons, file), encoding);
    const questions = text.matchAll(/name = "(.+?)"[\s\S]*?\smusic = (rvoice|s %)\s*\(?\s*"""([\s\S]*?)"""/g);
    return [...questions].map(([, name, kind, music]) => {
      const { key, meter, notes } = lilypondMelody(music, kind === "rvoice" ? null : MIDDLE_C);
      return { source: "solfege", name, key, meter, notes };
    });
  });
}
