import type { AbcElement, AbcTuneData } from "abcjs/src/parse/abc_parse.js";

/** Ornaments are left out, so that every note is one that is written. */
const ORNAMENTS = [
  "trill",
  "trillh",
  "turn",
  "roll",
  "mordent",
  "lowermordent",
  "uppermordent",
  "pralltriller",
];

/**
 * How many times longer all notes are made: abcjs rounds times to a millionth of a whole note, and so triplets,
 * quintuplets and septuplets fall on a millionth as well.
 */
export const STRETCH = 2 * 3 * 5 * 7;

/** Makes a tune that abcjs has parsed ready to be played as it is written. */
export function prepareAbc(tune: AbcTuneData): void {
  // The metre's accents are the player's, not the writer's.
  tune.formatting.midi = { ...tune.formatting.midi, nobeataccents: true };
  for (const voice of voicesOf(tune)) {
    scaleLengths(voice);
    retie(voice);
    for (const element of voice) {
      delete element.gracenotes;
      element.decoration = element.decoration?.filter((name) => !ORNAMENTS.includes(name));
    }
  }
}

/** The voices from the first line to the last. */
function voicesOf({ lines }: AbcTuneData): AbcElement[][] {
  const voices = new Map<string, AbcElement[]>();
  for (const { staff = [] } of lines) {
    for (const [s, { voices: ofStaff }] of staff.entries()) {
      for (const [v, elements] of ofStaff.entries()) {
        voices.set(`${s} ${v}`, [...(voices.get(`${s} ${v}`) ?? []), ...elements]);
      }
    }
  }
  return [...voices.values()];
}

/**
 * Gives notes of triplets and the like the length they have (abcjs takes the first of three for the length of all), and
 * stretches all.
 */
function scaleLengths(voice: readonly AbcElement[]): void {
  let multiplier = 1;
  for (const element of voice) {
    if (element.el_type !== "note") continue;
    if (element.startTriplet) multiplier = element.tripletMultiplier ?? 1;
    if (element.duration) element.duration *= multiplier * STRETCH;
    if (element.endTriplet) multiplier = 1;
    delete element.startTriplet;
    delete element.endTriplet;
  }
}

/**
 * Ties as the standard has them: a note is tied to the same note in what follows it at once, in a chord as well, and to
 * nothing where there is none. (abcjs ties notes of chords by their places in them, and lets a tie without an end
 * swallow a later note.)
 */
function retie(voice: readonly AbcElement[]): void {
  let open = new Map<number, { startTie?: unknown }>();
  for (const { pitches, rest } of voice) {
    if (!pitches && !rest) continue;
    const next = new Map<number, { startTie?: unknown }>();
    for (const note of pitches ?? []) {
      if (open.delete(note.pitch)) note.endTie = true;
      else delete note.endTie;
      if (note.startTie) next.set(note.pitch, note);
    }
    for (const withoutEnd of open.values()) delete withoutEnd.startTie;
    open = next;
  }
  for (const withoutEnd of open.values()) delete withoutEnd.startTie;
}
