import type { RandomState } from "../../../src/learn/random-state.ts";
import { pattern, stroke } from "../drum-kit.ts";
import { FONTS_OF_HALF } from "../fonts.ts";
import {
  type Chord,
  type Key,
  keyName,
  label,
  progression,
  progressionCount,
  tones,
  voicing,
} from "../harmony.ts";
import { halfOf, type Piece, randomOf } from "../item.ts";
import { DRUMS, type Note, type Score } from "../score.ts";

const SONGS = 36;
const LEAD_IN_SECONDS = 0.4;
const LONGEST_SECONDS = 26;
const BEATS_A_BAR = 4;
const CHORDAL = { channel: 0, velocity: 78 };
const BASS = { channel: 1, velocity: 88 };
const MELODY = { channel: 2, velocity: 92 };
const JITTER_SECONDS = 0.006;
const STRUM_SECONDS = 0.012;

type Texture = "block" | "broken" | "strummed" | "held";
type Band = "alone" | "bass" | "band" | "band and melody";

const COMPING: { name: string; program: number; textures: Texture[] }[] = [
  { name: "piano", program: 0, textures: ["block", "broken", "block"] },
  { name: "electric piano", program: 4, textures: ["block", "broken"] },
  { name: "harpsichord", program: 6, textures: ["broken", "block"] },
  { name: "organ", program: 16, textures: ["held", "block"] },
  { name: "nylon guitar", program: 24, textures: ["broken", "strummed"] },
  { name: "steel guitar", program: 25, textures: ["strummed", "broken"] },
  { name: "overdriven guitar", program: 29, textures: ["strummed"] },
  { name: "harp", program: 46, textures: ["broken"] },
  { name: "string ensemble", program: 48, textures: ["held"] },
  { name: "choir", program: 52, textures: ["held"] },
  { name: "brass section", program: 61, textures: ["held", "block"] },
  { name: "synth pad", program: 89, textures: ["held"] },
];
const BASSES = [32, 33, 35, 38];
const LEADS = [40, 56, 65, 73, 80, 26, 11];
const BEATS = [
  ["k X.......x.x.....", "s ....X.......X...", "h x.x.x.x.x.x.x.x."],
  ["k X...x...X...x...", "o ..x...x...x...x.", "s ....X.......X..."],
  ["k X..x..x.....", "r x..x.xx..x.x", "p ...x.....x.."],
  ["k X......xX.......", "x ....X.......X...", "h xxxxxxxxxxxxxxxx"],
];

/** Songs of four-bar progressions in all keys: several instruments and textures, alone and in a band. */
export function chordSet(seed: number): Piece[] {
  return Array.from({ length: SONGS }, (_, i) => song(seed, i));
}

function song(seed: number, i: number): Piece {
  const random = randomOf("chords", seed, `song ${i}`);
  // Every key comes before one comes again, and every instrument too.
  const key: Key = { tonic: (i * 7 + seed) % 12, mode: random.random() < 0.6 ? "major" : "minor" };
  const { name, program, textures } = COMPING[(i + Math.floor(i / 12) + seed) % COMPING.length];
  const texture = random.choice(textures);
  const band: Band = random.choice(["alone", "bass", "band", "band and melody"]);
  const sevenths = random.random() < 0.4;
  const inversions = random.random() < 0.4;
  const tuningCents = random.random() < 0.4 ? Math.round(random.uniform(-30, 30)) : 0;
  const bpm = random.uniform(60, 160);
  const timed = timedChords({ key, sevenths, inversions, bpm }, random);
  const end = timed.at(-1)!.end;
  const notes = [
    ...timed.flatMap((chord) => comp(chord, texture, bpm, band === "alone", random)),
    ...(band === "alone" ? [] : timed.flatMap((chord) => bassLine(chord, bpm, random))),
    ...(band.startsWith("band") ? drums(random.choice(BEATS), end, bpm, random) : []),
    ...(band === "band and melody" ? timed.flatMap((chord) => melody(chord, key, bpm, random)) : []),
  ];
  const score: Score = {
    seconds: end + 1.5,
    notes,
    channels: {
      0: { program, volume: 100, tuningCents },
      1: { program: random.choice(BASSES), volume: 105, tuningCents },
      2: { program: random.choice(LEADS), volume: 95, tuningCents },
      [DRUMS]: { program: 0, volume: 90 },
    },
  };
  const chords = [
    { start: 0, end: LEAD_IN_SECONDS, label: "N" },
    ...timed.map(({ chord, start, end }) => ({ start, end, label: label(chord) })),
  ];
  const tags = {
    instrument: name,
    texture,
    band,
    chords: `${sevenths ? "sevenths" : "triads"}${inversions ? ", inverted" : ""}`,
    tuning: Math.abs(tuningCents) > 12 ? "off by 13 to 30 cents" : "within 12 cents",
  };
  return {
    name: `${String(i).padStart(2, "0")} ${name}`,
    tags,
    font: random.choice(FONTS_OF_HALF[halfOf(seed)]),
    reverb: random.random() < 0.5,
    stems: [score],
    variants: [random.random() < 0.2 ? { kind: "pink", snrDb: 15 } : null],
    truth: () => ({ chords, key: keyName(key) }),
  };
}

type TimedChord = { chord: Chord; start: number; end: number };

function timedChords(
  { key, sevenths, inversions, bpm }: { key: Key; sevenths: boolean; inversions: boolean; bpm: number },
  random: RandomState,
): TimedChord[] {
  const bar = (BEATS_A_BAR * 60) / bpm;
  const bars = Math.floor((LONGEST_SECONDS - LEAD_IN_SECONDS - bar) / bar);
  const verse = progression(key, random.integers(0, progressionCount(key.mode)), sevenths);
  const chorus = progression(key, random.integers(0, progressionCount(key.mode)), sevenths);
  const halves = bpm < 100 && random.random() < 0.5;
  const out: TimedChord[] = [];
  let start = LEAD_IN_SECONDS;
  for (let n = 0; n < bars * (halves ? 2 : 1); n++) {
    const chord = (Math.floor(n / 8) % 2 === 0 ? verse : chorus)[n % 4];
    const bass = inversions && random.random() < 0.35 ? tones(chord)[random.integers(1, 3)] : chord.root;
    const end = start + (halves ? bar / 2 : bar);
    out.push({ chord: { ...chord, bass }, start, end });
    start = end;
  }
  // A piece ends at home.
  const home: Chord = { root: key.tonic, bass: key.tonic, quality: key.mode === "major" ? "maj" : "min" };
  out.push({ chord: home, start, end: start + bar });
  return out;
}

function comp(
  { chord, start, end }: TimedChord,
  texture: Texture,
  bpm: number,
  alone: boolean,
  random: RandomState,
): Note[] {
  const upper = voicing(tones(chord), random.integers(60, 67));
  // Alone, it plays the bass note too.
  const low = 48 - ((48 - chord.bass) % 12);
  const keys = alone ? [low, ...upper] : upper;
  const beat = 60 / bpm;
  const slot = texture === "held" ? end - start : texture === "broken" ? beat / 2 : beat;
  const order = random.choice([keys, [...keys].reverse(), [...keys, ...upper.slice(1, -1).reverse()]]);
  const notes: Note[] = [];
  for (let time = start, n = 0; time < end - beat / 4; time += slot, n++) {
    const until = Math.min(end, time + slot * (texture === "block" ? random.uniform(0.6, 1) : 1));
    if (texture === "broken") {
      const midi = n === 0 && alone ? low : order[n % order.length];
      notes.push(played({ ...CHORDAL, midi, onset: time, offset: Math.min(end, time + 2 * slot) }, random));
      continue;
    }
    const down = n % 2 === 0 ? keys : [...keys].reverse();
    for (const [k, midi] of down.entries()) {
      const onset = time + (texture === "strummed" ? k * STRUM_SECONDS : 0);
      notes.push(played({ ...CHORDAL, midi, onset, offset: until }, random));
    }
  }
  return notes;
}

function bassLine({ chord, start, end }: TimedChord, bpm: number, random: RandomState): Note[] {
  const beat = 60 / bpm;
  const low = chord.bass + (chord.bass < 4 ? 36 : 24);
  const fifth = tones(chord)[2] + (tones(chord)[2] < 4 ? 36 : 24);
  const walking = random.random() < 0.3;
  const notes: Note[] = [];
  for (let time = start, n = 0; time < end - beat / 4; time += beat, n++) {
    const midi = n > 0 && n % 2 === 1 && walking ? fifth : low;
    notes.push(played({ ...BASS, midi, onset: time, offset: Math.min(end, time + beat * 0.9) }, random));
  }
  return notes;
}

function melody(
  { chord, start, end }: TimedChord,
  { tonic, mode }: Key,
  bpm: number,
  random: RandomState,
): Note[] {
  const scale = (mode === "major" ? [0, 2, 4, 5, 7, 9, 11] : [0, 2, 3, 5, 7, 8, 10]).map(
    (d) => (tonic + d) % 12,
  );
  const slot = 30 / bpm;
  const notes: Note[] = [];
  for (let time = start, n = 0; time < end - slot / 2; n++) {
    const length = slot * random.choice([1, 1, 2, 2, 3]);
    const from = n === 0 || random.random() < 0.5 ? tones(chord) : scale;
    const midi = voicing([random.choice(from)], random.integers(70, 80))[0];
    const offset = Math.min(end, time + length * 0.95);
    if (random.random() < 0.8) notes.push(played({ ...MELODY, midi, onset: time, offset }, random));
    time += length;
  }
  return notes;
}

function drums(beat: string[], end: number, bpm: number, random: RandomState): Note[] {
  const bar = (BEATS_A_BAR * 60) / bpm;
  const hits = pattern(beat);
  const notes: Note[] = [];
  for (let start = LEAD_IN_SECONDS; start < end - bar / 2; start += bar) {
    for (const { letter, slot, slots, strength } of hits) {
      const onset = start + (slot / slots) * bar + JITTER_SECONDS * random.normal();
      notes.push(stroke(letter, Math.max(0, onset), Math.round(100 * strength + random.uniform(-8, 8))));
    }
  }
  return notes;
}

function played(note: Note, random: RandomState): Note {
  const onset = Math.max(0, note.onset + JITTER_SECONDS * random.normal());
  const velocity = Math.max(30, Math.min(127, Math.round(note.velocity + 10 * random.normal())));
  return { ...note, onset, offset: Math.max(note.offset, onset + 0.05), velocity };
}
