import type { RandomState } from "../../../src/learn/random-state.ts";
import { type BeatGrid, beatGrid } from "../beat-grid.ts";
import { pattern, stroke } from "../drum-kit.ts";
import { FONTS_OF_HALF } from "../fonts.ts";
import { type Chord, type Key, progression, progressionCount, tones, voicing } from "../harmony.ts";
import { halfOf, type Piece, randomOf } from "../item.ts";
import { DRUMS, type Note, type Score } from "../score.ts";
import { STYLES, type Style } from "../styles.ts";

const PIECES_A_STYLE = 4;
const CHORDAL = 0;
const BASS = 1;
const MELODY = 2;
const TONES: Record<string, number> = { x: 0, "3": 1, "5": 2, "8": 0 };
const BASSES = [32, 33, 34];
const LEADS = [40, 56, 66, 73, 71, 26, 11];

/** Pieces in twelve styles, four of each: with a human's timing, some drifting, some noisy. */
export function tempoSet(seed: number): Piece[] {
  return STYLES.flatMap((style) => Array.from({ length: PIECES_A_STYLE }, (_, i) => piece(seed, style, i)));
}

/** A piece as it is being put together. */
type Sketch = { style: Style; grid: BeatGrid; random: RandomState; jitter: number };

function piece(seed: number, style: Style, i: number): Piece {
  const random = randomOf("tempo", seed, `${style.name} ${i}`);
  const [low, high] = style.bpm;
  // Spread over the range of the style, one in each quarter of it.
  const bpm = low + ((i + random.random()) / PIECES_A_STYLE) * (high - low);
  const bars = Math.max(6, Math.round((random.uniform(20, 27) * bpm) / 60 / style.metre));
  const drifts = style.drums.length === 0 ? random.random() < 0.6 : random.random() < 0.25;
  const start = random.uniform(0.1, 1);
  const grid = beatGrid({ start, bpm, beats: bars * style.metre, drifts }, random);
  const sketch: Sketch = { style, grid, random, jitter: random.uniform(0.003, 0.012) };
  const key: Key = { tonic: random.integers(0, 12), mode: random.random() < 0.6 ? "major" : "minor" };
  const chords = progression(key, random.integers(0, progressionCount(key.mode)), random.random() < 0.5);
  const notes = [
    ...drumPart(sketch, bars),
    ...pitchedParts(sketch, chords, bars),
    ...(random.random() < style.melody ? melodyPart(sketch, chords, key, bars) : []),
  ].filter((note) => note.onset >= 0);
  const score: Score = {
    seconds: grid.times.at(-1)! + 0.8,
    notes,
    channels: {
      [CHORDAL]: { program: random.choice(style.instruments), volume: 95 },
      [BASS]: {
        program: style.drums.length === 0 ? random.choice(style.instruments) : random.choice(BASSES),
      },
      [MELODY]: { program: style.name === "piano solo" ? 0 : random.choice(LEADS), volume: 90 },
      [DRUMS]: { program: 0 },
    },
  };
  const beats = grid.times.slice(0, -1);
  return {
    name: `${style.name} ${i}`,
    tags: {
      style: style.name,
      tempo: bpm < 90 ? "under 90" : bpm < 130 ? "90 to 130" : "over 130",
      steadiness: drifts ? "drifting" : "steady",
    },
    font: random.choice(FONTS_OF_HALF[halfOf(seed)]),
    reverb: random.random() < 0.4,
    stems: [score],
    variants: [random.random() < 0.25 ? { kind: random.choice(["white", "pink"]), snrDb: 10 } : null],
    truth: () => ({ bpm: medianBpm(beats), beats, metre: style.metre }),
  };
}

/** The tempo of the middle one of all distances between beats. */
function medianBpm(beats: number[]): number {
  const gaps = beats.slice(1).map((beat, i) => beat - beats[i]);
  return 60 / gaps.sort((a, b) => a - b)[gaps.length >> 1];
}

/** The second of a slot of a bar, swung and with a human's error. */
function timeOf({ style, grid, random, jitter }: Sketch, bar: number, slot: number, slots: number): number {
  let position = (slot / slots) * style.metre;
  const within = position % 1;
  if (style.swing && Math.abs(within - 0.5) < 1e-9) position += style.swing;
  return grid.at(bar * style.metre + position) + jitter * random.normal();
}

function drumPart(sketch: Sketch, bars: number): Note[] {
  const { style, random } = sketch;
  if (style.drums.length === 0) return [];
  const hits = pattern(random.choice(style.drums));
  const notes: Note[] = [];
  for (let bar = 0; bar < bars; bar++) {
    const fills = style.fills === true && bar % 4 === 3;
    for (const { letter, slot, slots, strength } of hits) {
      if (fills && slot / slots >= 0.5 && letter !== "k") continue;
      const velocity = Math.round(strength * 105 + 6 * random.normal());
      notes.push(stroke(letter, timeOf(sketch, bar, slot, slots), clampVelocity(velocity)));
    }
    if (fills) notes.push(...fill(sketch, bar));
    if (bar % 8 === 0 && random.random() < 0.5) notes.push(stroke("c", timeOf(sketch, bar, 0, 1), 100));
  }
  return notes;
}

function fill(sketch: Sketch, bar: number): Note[] {
  const { random } = sketch;
  const strokes = random.choice(["ssssttmm", "s.sst.ml", "ttt.mmm.", "s.t.m.l."]);
  return [...strokes].flatMap((letter, i) =>
    letter === "." ? [] : [stroke(letter, timeOf(sketch, bar, 8 + i, 16), random.integers(70, 115))],
  );
}

function pitchedParts(sketch: Sketch, chords: Chord[], bars: number): Note[] {
  const { style, random } = sketch;
  const bassLine = style.bass.length > 0 ? random.choice(style.bass) : "";
  const compLine = style.comp.length > 0 ? random.choice(style.comp) : "";
  const centre = random.integers(58, 66);
  const notes: Note[] = [];
  for (let bar = 0; bar < bars; bar++) {
    const chord = chords[bar % chords.length];
    for (const [slot, sign] of [...bassLine].entries()) {
      if (sign === ".") continue;
      const onset = timeOf(sketch, bar, slot, bassLine.length);
      const offset = barTime(sketch, bar, nextStroke(bassLine, slot), bassLine.length);
      const low = tones(chord)[TONES[sign]] + (sign === "8" ? 48 : 36);
      const midi = low > 48 ? low - 12 : low;
      notes.push({ channel: BASS, midi, onset, offset, velocity: random.integers(75, 105) });
    }
    notes.push(...comp(sketch, compLine, chord, centre, bar));
  }
  return notes;
}

function comp(sketch: Sketch, line: string, chord: Chord, centre: number, bar: number): Note[] {
  const { random } = sketch;
  const keys = voicing(tones(chord), centre);
  if (line.startsWith("=")) {
    return keys.map((midi) => ({
      channel: CHORDAL,
      midi,
      onset: timeOf(sketch, bar, 0, 1),
      offset: barTime(sketch, bar, 1, 1),
      velocity: 75,
    }));
  }
  return [...line].flatMap((sign, slot) => {
    if (sign === ".") return [];
    const onset = timeOf(sketch, bar, slot, line.length);
    const offset = Math.max(onset + 0.08, barTime(sketch, bar, nextStroke(line, slot), line.length) - 0.03);
    const velocity = random.integers(65, 95);
    const struck = sign === "x" ? keys : [keys[(Number(sign) - 1) % keys.length]];
    return struck.map((midi) => ({ channel: CHORDAL, midi, onset, offset, velocity }));
  });
}

/** Two-bar rhythms of eighths over the tones of the chord. */
function melodyPart(sketch: Sketch, chords: Chord[], { tonic, mode }: Key, bars: number): Note[] {
  const { style, random } = sketch;
  const slots = style.metre * 2;
  const scale = mode === "major" ? [0, 2, 4, 5, 7, 9, 11] : [0, 2, 3, 5, 7, 8, 10];
  const rhythm = Array.from({ length: slots }, (_, i) =>
    random.random() < (i % 2 === 0 ? 0.7 : 0.3) ? "x" : ".",
  ).join("");
  const notes: Note[] = [];
  for (let bar = 0; bar < bars; bar++) {
    const chord = chords[bar % chords.length];
    for (const [slot, sign] of [...rhythm].entries()) {
      if (sign === "." || random.random() < 0.15) continue;
      const onset = timeOf(sketch, bar, slot, slots);
      const offset = Math.max(onset + 0.1, barTime(sketch, bar, nextStroke(rhythm, slot), slots) - 0.03);
      const pool = slot % 2 === 0 ? tones(chord) : scale.map((degree) => (tonic + degree) % 12);
      const [midi] = voicing([random.choice(pool)], random.integers(70, 80));
      notes.push({ channel: MELODY, midi, onset, offset, velocity: random.integers(75, 110) });
    }
  }
  return notes;
}

/** The slot of the next stroke after this one, or the end of the bar. */
function nextStroke(line: string, slot: number): number {
  const next = [...line].findIndex((sign, i) => i > slot && sign !== ".");
  return next < 0 ? line.length : next;
}

/** The second of a slot without anybody's error. */
function barTime({ style, grid }: Sketch, bar: number, slot: number, slots: number): number {
  return grid.at(bar * style.metre + (slot / slots) * style.metre);
}

function clampVelocity(velocity: number): number {
  return Math.max(25, Math.min(127, velocity));
}
