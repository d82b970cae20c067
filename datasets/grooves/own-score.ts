import { pattern, stroke } from "../../scripts/quality/drum-kit.ts";
import { voicing } from "../../scripts/quality/harmony.ts";
import { DRUMS, type Note, type Score } from "../../scripts/quality/score.ts";
import type { OwnGroove } from "./own-grooves.ts";
import { CHORDS, tonesOf } from "./progression.ts";

const BASS = 0;
const FIRST_COMP = 1;
const BASS_CENTRE = 38;
const COMP_CENTRE = 60;
const BASS_VELOCITY = 96;
const COMP_VELOCITY = 78;
const DRUM_VELOCITY = 105;
// Of a note's length, so that it can be told from the next.
const SOUNDING = 0.92;

/** The chords of a groove of our own, as places in CHORDS. */
export function chordsOf({ chords }: OwnGroove): number[] {
  return chords.split(" ").map((chord) => CHORDS.indexOf(chord));
}

/** A groove of our own, a bar for each chord, ready to be played. */
export function ownScore(groove: OwnGroove): Score {
  const { bpm, beats, drums, bass, comp, swing = 0 } = groove;
  const chords = chordsOf(groove);
  const timeOf = (bar: number, slot: number, slots: number) => {
    const beat = (slot / slots) * beats;
    const late = Math.abs((beat % 1) - 0.5) < 1e-9 ? swing : 0;
    return ((bar * beats + beat + late) * 60) / bpm;
  };
  const notes = chords.flatMap((chord, bar): Note[] => {
    const pitched = [
      ...played(bass.line, BASS, BASS_VELOCITY, (sign) => [bassKey(chord, sign)]),
      ...comp.flatMap(({ line }, i) =>
        played(line, FIRST_COMP + i, COMP_VELOCITY, (sign) => compKeys(chord, sign)),
      ),
    ];
    return [
      ...pattern(drums).map(({ letter, slot, slots, strength }) =>
        stroke(letter, timeOf(bar, slot, slots), Math.round(DRUM_VELOCITY * strength)),
      ),
      ...pitched.map(({ slot, until, slots, ...note }) => {
        const onset = timeOf(bar, slot, slots);
        return { ...note, onset, offset: onset + SOUNDING * (timeOf(bar, until, slots) - onset) };
      }),
    ];
  });
  const programs = [bass, ...comp].map(({ program }, channel) => [channel, { program }] as const);
  return {
    seconds: (chords.length * beats * 60) / bpm,
    channels: { ...Object.fromEntries(programs), [DRUMS]: { program: 0 } },
    notes,
  };
}

type Placed = { channel: number; midi: number; velocity: number; slot: number; until: number; slots: number };

/** What a line of signs plays in a bar: "-" makes the note before longer, "." is a rest. */
function played(line: string, channel: number, velocity: number, keys: (sign: string) => number[]): Placed[] {
  return [...line].flatMap((sign, slot) => {
    if (sign === "-" || sign === ".") return [];
    let until = slot + 1;
    while (line[until] === "-") until++;
    return keys(sign).map((midi) => ({ channel, midi, velocity, slot, until, slots: line.length }));
  });
}

function bassKey(chord: number, sign: string): number {
  const above: Record<string, number> = { "1": 0, "3": chord < 12 ? 4 : 3, "5": 7, "8": 12 };
  return voicing([chord % 12], BASS_CENTRE)[0] + above[sign];
}

function compKeys(chord: number, sign: string): number[] {
  const keys = voicing(tonesOf(chord), COMP_CENTRE);
  return sign === "x" ? keys : [keys[Number(sign) - 1]];
}
