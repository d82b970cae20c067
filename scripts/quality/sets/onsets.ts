import { pattern, stroke } from "../drum-kit.ts";
import { ENSEMBLES, ensemble } from "../ensemble.ts";
import { fontsFor } from "../fonts.ts";
import { instrument } from "../instruments.ts";
import { halfOf, type Piece, randomOf } from "../item.ts";
import type { Noise } from "../noise.ts";
import { onsetsOf } from "../onset-truth.ts";
import { phrase } from "../phrase.ts";
import { DRUMS, type Note, type Score } from "../score.ts";
import { STYLES } from "../styles.ts";

const SECONDS = 10;
const DRUM_PIECES = 16;
const KITS = [0, 8, 16, 25, 40];
const MONO = [
  "piano",
  "electric piano",
  "harpsichord",
  "vibraphone",
  "marimba",
  "xylophone",
  "nylon guitar",
  "steel guitar",
  "jazz guitar",
  "harp",
  "acoustic bass",
  "fingered bass",
  "violin",
  "cello",
  "pizzicato",
  "voice oohs",
  "trumpet",
  "trombone",
  "horn",
  "alto saxophone",
  "oboe",
  "clarinet",
  "flute",
  "square lead",
];
const NOISES: (Noise | null)[] = [null, null, null, { kind: "pink", snrDb: 15 }];

/** Ten seconds each of drums, of single lines and of several voices. */
export function onsetSet(seed: number): Piece[] {
  const drums = Array.from({ length: DRUM_PIECES }, (_, i) => drumPiece(seed, i));
  const mono = MONO.map((name) => monoPiece(seed, name));
  const poly = ENSEMBLES.flatMap(({ name }) => [0, 1].map((i) => polyPiece(seed, name, i)));
  return [...drums, ...mono, ...poly];
}

function drumPiece(seed: number, i: number): Piece {
  const random = randomOf("onsets", seed, `drums ${i}`);
  const grooves = STYLES.flatMap((style) =>
    style.drums.filter((lines) => lines.length > 0).map((lines) => ({ style, lines })),
  );
  const { style, lines } = grooves[(i + seed * 5) % grooves.length];
  const bar = (style.metre * 60) / random.uniform(...style.bpm);
  const jitter = random.uniform(0.002, 0.012);
  const notes: Note[] = [];
  for (let start = 0.3; start + bar < SECONDS - 0.5; start += bar) {
    const hits = pattern(lines).filter(() => random.random() > 0.1);
    for (const { letter, slot, slots, strength } of hits) {
      const onset = Math.max(0.05, start + (slot / slots) * bar + jitter * random.normal());
      notes.push(
        stroke(letter, onset, Math.max(35, Math.min(127, Math.round(105 * strength + 8 * random.normal())))),
      );
    }
  }
  const program = random.choice(KITS);
  const tags = { texture: "drums", instrument: "drums" };
  return piece(seed, `drums ${String(i).padStart(2, "0")}`, tags, { [DRUMS]: { program } }, notes);
}

function monoPiece(seed: number, name: string): Piece {
  const random = randomOf("onsets", seed, name);
  const articulation = random.choice(["legato", "detached", "staccato"] as const);
  const notes = phrase(
    instrument(name),
    { seconds: SECONDS, articulation, bpm: random.uniform(70, 150) },
    random,
  );
  const tags = { texture: "mono", instrument: name, articulation };
  return piece(seed, `mono ${name}`, tags, { 0: { program: instrument(name).program } }, notes);
}

function polyPiece(seed: number, name: string, i: number): Piece {
  const { channels, notes } = ensemble(name, SECONDS, randomOf("onsets", seed, `${name} ${i}`));
  return piece(seed, `poly ${name} ${i}`, { texture: "poly", instrument: name }, channels, notes);
}

function piece(
  seed: number,
  name: string,
  tags: Record<string, string>,
  channels: Score["channels"],
  notes: Note[],
): Piece {
  const random = randomOf("onsets", seed, `${name} room`);
  return {
    name,
    tags,
    font: random.choice(fontsFor(tags.instrument, halfOf(seed))),
    reverb: random.random() < 0.4,
    stems: [{ seconds: SECONDS, channels, notes }],
    variants: [random.choice(NOISES)],
    truth: () => ({ onsets: onsetsOf(notes) }),
  };
}
