import type { RandomState } from "../../src/learn/random-state.ts";
import { type Key, progression, progressionCount, tones, voicing } from "./harmony.ts";
import type { Note, Score } from "./score.ts";

type Ensemble = {
  name: string;
  /** One for each voice, from below; one alone plays all voices. */
  programs: number[];
  /** Where each voice lies, as MIDI keys. */
  centres: number[];
  /** Seconds from one string of a chord to the next. */
  strumSeconds?: number;
};

/** What plays several voices at once. */
export const ENSEMBLES: Ensemble[] = [
  { name: "piano", programs: [0], centres: [43, 55, 64, 72] },
  { name: "piano, wide", programs: [0], centres: [36, 52, 60, 67, 79] },
  { name: "electric piano", programs: [4], centres: [43, 60, 67] },
  { name: "harpsichord", programs: [6], centres: [48, 60, 67] },
  { name: "nylon guitar", programs: [24], centres: [45, 57, 64], strumSeconds: 0.008 },
  { name: "steel guitar", programs: [25], centres: [43, 55, 62, 67], strumSeconds: 0.01 },
  { name: "harp", programs: [46], centres: [43, 60, 72] },
  { name: "organ", programs: [19], centres: [48, 60, 67] },
  { name: "string quartet", programs: [42, 41, 40, 40], centres: [45, 57, 67, 74] },
  { name: "wind quintet", programs: [70, 60, 71, 68, 73], centres: [43, 53, 62, 69, 76] },
  { name: "brass trio", programs: [57, 60, 56], centres: [48, 57, 67] },
  { name: "jazz duo", programs: [32, 11], centres: [40, 70] },
];

const JITTER_SECONDS = 0.005;
const LENGTHS = [0.5, 1, 1, 1, 2];

/** Some bars for an ensemble: each voice moves through the tones of a progression in a rhythm of its own. */
export function ensemble(
  name: string,
  seconds: number,
  random: RandomState,
): { channels: Score["channels"]; notes: Note[] } {
  const found = ENSEMBLES.find((candidate) => candidate.name === name);
  if (!found) throw new Error(`no ensemble is called ${name}`);
  const { programs, centres, strumSeconds = 0 } = found;
  const beat = 60 / random.uniform(66, 132);
  const key: Key = { tonic: random.integers(0, 12), mode: random.random() < 0.6 ? "major" : "minor" };
  const chords = progression(key, random.integers(0, progressionCount(key.mode)), random.random() < 0.4);
  // Voices that share one instrument mostly move together, as hands do.
  const together = programs.length === 1 && random.random() < 0.6;
  const notes: Note[] = [];
  const rhythm = rhythmOf(beat, seconds, random);
  for (const [voice, centre] of centres.entries()) {
    const channel = programs.length === 1 ? 0 : voice;
    const own = together && voice > 0 ? rhythm : rhythmOf(beat, seconds, random);
    for (const { start, end } of own) {
      const chord = chords[Math.floor(start / (2 * beat)) % chords.length];
      const pitchClass = voice === 0 ? chord.bass : random.choice(tones(chord));
      const [midi] = voicing([pitchClass], centre + random.integers(-3, 4));
      const onset = 0.3 + start + voice * strumSeconds + JITTER_SECONDS * random.normal();
      const offset = Math.max(onset + 0.1, 0.3 + end - beat * random.uniform(0.02, 0.2));
      notes.push({ channel, midi, onset, offset, velocity: random.integers(55, 110) });
    }
  }
  const channels = Object.fromEntries(programs.map((program, channel) => [channel, { program }]));
  return { channels, notes: withoutDoubles(notes) };
}

function rhythmOf(beat: number, seconds: number, random: RandomState): { start: number; end: number }[] {
  const spans: { start: number; end: number }[] = [];
  for (let start = 0; start < seconds - 2; ) {
    const end = Math.min(seconds - 1.2, start + beat * random.choice(LENGTHS));
    if (random.random() > 0.12) spans.push({ start, end });
    start = end < seconds - 1.2 ? end : seconds;
  }
  return spans;
}

/** A key that is down already cannot be struck: the first stroke of two that overlap is let go before the second. */
function withoutDoubles(notes: Note[]): Note[] {
  const sorted = [...notes].sort((a, b) => a.onset - b.onset);
  return sorted.flatMap((note, i) => {
    const again = sorted.find(
      (later, j) => j > i && later.channel === note.channel && later.midi === note.midi,
    );
    if (!again || again.onset >= note.offset) return [note];
    const offset = again.onset - 0.02;
    return offset - note.onset < 0.08 ? [] : [{ ...note, offset }];
  });
}
