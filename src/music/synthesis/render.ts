import { requirePositive } from "../base/signal.ts";
import { completeNotes, type NoteInput } from "../symbolic/note.ts";
import { type Instrument, type InstrumentName, instruments } from "./instruments.ts";
import { sampleCount } from "./sample-count.ts";

/** How notes are played. */
export type RenderOptions = {
  /** Samples a second. */
  sr: number;
  /** Which instrument, or one of your own: ({hz, midi, duration}, {sr, seed}) → samples. Default "piano". */
  instrument?: InstrumentName | Instrument;
  /** Whether the greatest sample is brought to 1. Default false: only what would be above 1 is brought down to it. */
  normalize?: boolean;
  /** How long the result is, in seconds. Default: until the last note has died away. */
  duration?: number;
  /** Decides what is left to chance, for every note anew. Default 0. */
  seed?: number;
};

/** A named instrument's greatest sample is about this part of the velocity, so that notes may sound together. */
const NAMED_LEVEL = 0.5;
/** Above this part of the sample rate a note is silent: not every instrument can play it, and no one would know it. */
const HIGHEST_SHARE = 0.4;

/**
 * The sound of notes: each played by a synthetic instrument at its `hz`, as loud as its velocity, and all added up. A
 * named instrument's note goes up to about half its velocity; if the sum went beyond ±1, all of it is made softer. Notes begin at the nearest sample; with "drums", `midi` says which
 * (General MIDI: 36 kick, 38 snare, 42 hi-hat …). A recorded clip becomes an instrument by `playSample`. Throws when there is no note, or a note or an option is not right.
 *
 * @param notes notes, each with onset, offset and midi or hz
 * @example
 * const tune = music.melody(["C4", "E4", "G4", ["C4", "C5"]], {bpm: 240});
 * play({y: music.render(tune, {sr: 22050, instrument: "pluck"}), sr: 22050})
 */
export function render(notes: readonly NoteInput[], options: RenderOptions): Float64Array {
  const { sr, instrument = "piano", normalize = false, seed = 0 } = options;
  requirePositive(sr, "sr", "render");
  const play = playerOf(instrument);
  const complete = completeNotes(notes, "render");
  if (complete.length === 0) throw new RangeError("render: notes is empty; it needs at least one note.");
  const sounds = complete.map(({ onset, offset, hz, midi, velocity }, i) => {
    const start = Math.round(onset * sr);
    const duration = Math.max(1 / sr, offset - onset);
    const isHeard = instrument === "drums" || hz < HIGHEST_SHARE * sr;
    const y = isHeard ? play({ hz, midi, duration }, { sr, seed: seed + i }) : new Float64Array(0);
    requireSound(y);
    return { start, y, velocity };
  });
  const { duration = sounds.reduce((most, { start, y }) => Math.max(most, start + y.length), 1) / sr } =
    options;
  const out = new Float64Array(sampleCount(duration, sr, "render"));
  for (const { start, y, velocity } of sounds) {
    for (let i = 0; i < y.length && start + i < out.length; i++) out[start + i] += velocity * y[i];
  }
  return brought(out, normalize);
}

function playerOf(instrument: InstrumentName | Instrument): Instrument {
  if (typeof instrument === "function") return instrument;
  if (Object.hasOwn(instruments, instrument)) {
    const play = instruments[instrument];
    return (note, where) => play(note, where).map((sample) => NAMED_LEVEL * sample);
  }
  const names = Object.keys(instruments).map((name) => `"${name}"`);
  throw new RangeError(
    `render: instrument is ${JSON.stringify(instrument)}; it must be a function or one of ${names.join(", ")}.`,
  );
}

function requireSound(y: Float64Array | Float32Array): void {
  if (!(y instanceof Float64Array || y instanceof Float32Array) || !y.every(Number.isFinite)) {
    throw new TypeError("render: the instrument must return samples, a Float64Array of finite numbers.");
  }
}

/** The samples brought to the greatest of 1: always, or where they would be clipped. */
function brought(y: Float64Array, always: boolean): Float64Array {
  const greatest = y.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
  return greatest > 1 || (always && greatest > 0) ? y.map((sample) => sample / greatest) : y;
}
