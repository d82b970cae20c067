import type { TuneNote } from "./tune.ts";

/** What is said in a melody in the notation of LilyPond, as the lesson files of GNU Solfege use it. */
export type LilypondMelody = { key: string; meter: string; notes: TuneNote[] };

const STEPS = "cdefgab";
const STEP_SEMITONES = [0, 2, 4, 5, 7, 9, 11];
const MIDDLE_C = 60;
const TOKEN =
  /\\(time|partial|key|times)\s+([^\s|\\]+)\s*(\\major|\\minor)?|([a-g](?:is|es|s)?|r)([',]*)(\d+\.*)?|[~{}]/g;

/**
 * Reads one voice: notes in relative octaves by Dutch names, rests, ties, triplets, \time, \key. The first note is
 * relative to `from`, a place on the staff (0 is middle C), or stands as it is when that is null.
 */
export function lilypondMelody(text: string, from: number | null): LilypondMelody {
  const notes: TuneNote[] = [];
  let [key, meter] = ["C major", "4/4"];
  let [beat, length, scale, place, tied] = [0, 1, 1, from, false];
  let meterKnown = false;
  for (const [token, command, value, mode, name, octave, duration] of text.matchAll(TOKEN)) {
    if (command === "time" && !meterKnown) [meter, meterKnown] = [value, true];
    else if (command === "key") key = `${keyName(value)} ${mode.slice(1)}`;
    else if (command === "times") scale = fraction(value);
    else if (token === "}") scale = 1;
    else if (token === "~") tied = true;
    if (name === undefined) continue;
    if (duration) length = beatsOf(duration);
    const lasts = length * scale;
    if (name !== "r") {
      place = nearest(name[0], place) + 7 * octaves(octave);
      const midi = pitchAt(place) + alteration(name);
      const last = notes.at(-1);
      if (tied && last?.midi === midi) last.duration += lasts;
      else notes.push({ onset: beat, duration: lasts, midi });
      tied = false;
    }
    beat += lasts;
  }
  return { key, meter, notes };
}

/** The place on the staff of a letter that is at most three steps from another, or in the octave below middle C. */
function nearest(letter: string, place: number | null): number {
  const step = STEPS.indexOf(letter);
  if (place === null) return step - 7;
  const up = (((step - place) % 7) + 7) % 7;
  return place + (up > 3 ? up - 7 : up);
}

function pitchAt(place: number): number {
  const octave = Math.floor(place / 7);
  return MIDDLE_C + 12 * octave + STEP_SEMITONES[place - 7 * octave];
}

function octaves(signs: string): number {
  return [...signs].reduce((sum, sign) => sum + (sign === "'" ? 1 : -1), 0);
}

function alteration(name: string): number {
  if (name.endsWith("is")) return 1;
  return name.length > 1 ? -1 : 0;
}

function keyName(name: string): string {
  const sign = { "-1": "b", "0": "", "1": "#" }[alteration(name)];
  return name[0].toUpperCase() + sign;
}

/** "4." is a dotted quarter: one beat and a half. */
function beatsOf(duration: string): number {
  const dots = duration.length - duration.replaceAll(".", "").length;
  return (4 / Number.parseInt(duration, 10)) * (2 - 0.5 ** dots);
}

function fraction(text: string): number {
  const [above, below] = text.split("/").map(Number);
  return above / below;
}
