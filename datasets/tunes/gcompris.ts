import { readQtResource } from "../../scripts/datasets/qt-resource.ts";
import { noteToMidi } from "../../src/music/index.ts";
import type { SourceTune, TuneNote } from "./tune.ts";

const BEATS: Record<string, number> = { Whole: 4, Half: 2, Quarter: 1, Eighth: 0.5 };

/** The melodies of GCompris' piano composition, in its own notation: "Treble C4Quarter F#4Eighth …". */
export function gcomprisTunes(rcc: string): SourceTune[] {
  const script = readQtResource(rcc, "melodies.js");
  return [...script.matchAll(/"title": "(.+?)",[\s\S]*?"melody": "\w+ (.+?)"/g)].map(([, name, melody]) => ({
    source: "gcompris-qt-data",
    name,
    key: null,
    meter: null,
    notes: notesOf(melody),
  }));
}

function notesOf(melody: string): TuneNote[] {
  let onset = 0;
  return melody.split(" ").flatMap((word) => {
    const [, pitch, length] = /^([A-G][#b]?\d|)(Whole|Half|Quarter|Eighth)(?:Rest)?$/.exec(word) ?? [];
    if (length === undefined) throw new Error(`GCompris' melodies have a note "${word}".`);
    const note = { onset, duration: BEATS[length], midi: pitch ? noteToMidi(pitch) : 0 };
    onset += note.duration;
    return pitch ? [note] : [];
  });
}
