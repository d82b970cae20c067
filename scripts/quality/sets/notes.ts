import { ENSEMBLES, ensemble } from "../ensemble.ts";
import { fontsFor } from "../fonts.ts";
import { INSTRUMENTS } from "../instruments.ts";
import { halfOf, type Piece, randomOf } from "../item.ts";
import { onsetsOf } from "../onset-truth.ts";
import { phrase } from "../phrase.ts";
import type { Note, Score } from "../score.ts";

const SECONDS = 11;
// Their range is for single notes, not for melodies.
const LEFT_OUT = ["overdriven guitar", "saw lead", "string ensemble", "reed organ"];

/** Melodies of single notes, and music of two to five voices. */
export function noteSet(seed: number): Piece[] {
  const mono = INSTRUMENTS.filter(({ name }) => !LEFT_OUT.includes(name)).map((instrument) => {
    const random = randomOf("notes", seed, instrument.name);
    const articulation = random.choice(["legato", "detached", "staccato"] as const);
    const notes = phrase(
      instrument,
      { seconds: SECONDS, articulation, bpm: random.uniform(66, 150) },
      random,
    );
    const tags = { texture: "mono", instrument: instrument.name, family: instrument.family, articulation };
    return piece(seed, `mono ${instrument.name}`, tags, { 0: { program: instrument.program } }, notes);
  });
  const poly = ENSEMBLES.flatMap(({ name }) =>
    [0, 1].map((i) => {
      const { channels, notes } = ensemble(name, SECONDS, randomOf("notes", seed, `${name} ${i}`));
      return piece(
        seed,
        `poly ${name} ${i}`,
        { texture: "poly", instrument: name, family: "poly" },
        channels,
        notes,
      );
    }),
  );
  return [...mono, ...poly];
}

function piece(
  seed: number,
  name: string,
  tags: Record<string, string>,
  channels: Score["channels"],
  notes: Note[],
): Piece {
  const random = randomOf("notes", seed, `${name} room`);
  const played = notes.map(({ onset, offset, midi, velocity }) => ({ onset, offset, midi, velocity }));
  return {
    name,
    tags,
    font: random.choice(fontsFor(tags.instrument, halfOf(seed))),
    reverb: random.random() < 0.4,
    stems: [{ seconds: SECONDS, channels, notes }],
    variants: [random.random() < 0.2 ? { kind: "pink", snrDb: 20 } : null],
    truth: () => ({ notes: played, onsets: onsetsOf(notes) }),
  };
}
