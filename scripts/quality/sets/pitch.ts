import type { RandomState } from "../../../src/learn/random-state.ts";
import { fontsFor } from "../fonts.ts";
import { INSTRUMENTS, type Instrument } from "../instruments.ts";
import { halfOf, type Piece, randomOf } from "../item.ts";
import type { Noise } from "../noise.ts";
import { type Articulation, phrase } from "../phrase.ts";
import { pitchTruth } from "../pitch-truth.ts";
import { SAMPLE_RATE } from "../render.ts";
import type { Bend, Note, Score } from "../score.ts";

const SECONDS = 7;
const NOISES: Noise[] = [
  { kind: "white", snrDb: 10 },
  { kind: "pink", snrDb: 10 },
  { kind: "white", snrDb: 0 },
  { kind: "pink", snrDb: 0 },
];
// Its strings ring on: what sounds is not one voice.
const RINGING = ["harp"];
const BEND_STEP_SECONDS = 0.004;
const VIBRATO_DELAY_SECONDS = 0.15;

/** Monophonic phrases, one for each instrument, over its whole range: clean, in reverb and in four noises. */
export function pitchSet(seed: number): Piece[] {
  return INSTRUMENTS.filter(({ name }) => !RINGING.includes(name)).flatMap((instrument) => {
    const random = randomOf("pitch", seed, instrument.name);
    const articulation: Articulation = random.choice(["legato", "legato", "detached", "staccato"]);
    const options = { seconds: SECONDS, articulation, bpm: random.uniform(70, 140), wholeRange: true };
    const notes = phrase(instrument, options, random);
    const expression = expressionOf(instrument, random);
    const channel = { program: instrument.program, bends: bendsOf(expression, notes, random) };
    // Every other note by itself, so that the ring of the note before can be told from the note.
    const stems: Score[] = [0, 1].map((parity) => ({
      seconds: SECONDS,
      channels: { 0: channel },
      notes: notes.filter((_, i) => i % 2 === parity),
    }));
    const tags = { instrument: instrument.name, family: instrument.family, articulation, expression };
    const piece = {
      font: random.choice(fontsFor(instrument.name, halfOf(seed))),
      stems,
      truth: (sounds: Float32Array[]) => pitchTruth(stems, sounds, SAMPLE_RATE),
    };
    return [
      { ...piece, name: instrument.name, tags, reverb: false, variants: [null, ...NOISES] },
      { ...piece, name: `${instrument.name} hall`, tags, reverb: true, variants: [null] },
    ];
  });
}

type Expression = "plain" | "vibrato" | "glide";

/** What is held may be shaped. */
function expressionOf({ decay, family }: Instrument, random: RandomState): Expression {
  if (decay === "dying" && family !== "plucked" && family !== "bass") return "plain";
  return random.choice(["plain", "vibrato", "glide"]);
}

function bendsOf(expression: Expression, notes: Note[], random: RandomState): Bend[] {
  if (expression === "plain") return [];
  return notes.flatMap((note) => {
    const shape = expression === "vibrato" ? vibrato(random) : glide(random);
    const bends: Bend[] = [];
    for (let t = 0; note.onset + t < note.offset; t += BEND_STEP_SECONDS) {
      bends.push({ time: note.onset + t, cents: shape(t) });
    }
    return bends;
  });
}

function vibrato(random: RandomState): (t: number) => number {
  const depthCents = random.uniform(15, 60);
  const rateHz = random.uniform(4.5, 7);
  return (t) => {
    const grown = Math.max(0, Math.min(1, (t - VIBRATO_DELAY_SECONDS) / 0.2));
    return grown * depthCents * Math.sin(2 * Math.PI * rateHz * (t - VIBRATO_DELAY_SECONDS));
  };
}

/** From up to two semitones away into the note, or, one time in two, straight. */
function glide(random: RandomState): (t: number) => number {
  const fromCents = random.random() < 0.5 ? 0 : random.uniform(-200, 200);
  const lastsSeconds = random.uniform(0.08, 0.2);
  return (t) => fromCents * Math.max(0, 1 - t / lastsSeconds);
}
