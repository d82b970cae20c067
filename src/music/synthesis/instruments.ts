import { additive } from "./additive.ts";
import { type AdsrTimes, envelopeOf } from "./adsr.ts";
import { type DrumName, drum } from "./drum.ts";
import { fm } from "./fm.ts";
import { karplusStrong } from "./karplus-strong.ts";
import { subtractive } from "./subtractive.ts";
import { tone } from "./tone.ts";
import { vowel } from "./vowel.ts";

/** What an instrument plays. */
export type PlayedNote = {
  /** Its pitch, in Hz. */
  hz: number;
  /** Its pitch as a MIDI number, which tells drums apart. */
  midi: number;
  /** How long it is held, in seconds. */
  duration: number;
};

/** Where it is played. */
export type PlayedWhere = {
  /** Samples a second. */
  sr: number;
  /** Decides whatever is left to chance. */
  seed: number;
};

/** An instrument: the sound of one note, struck as hard as can be; what rings on is part of it. */
export type Instrument = (note: PlayedNote, where: PlayedWhere) => Float64Array | Float32Array;

/** The instruments that `render` knows by name. */
export type InstrumentName =
  | "piano"
  | "electricPiano"
  | "organ"
  | "bell"
  | "brass"
  | "pluck"
  | "bass"
  | "voice"
  | "sine"
  | "drums";

const ORGAN = [0.45, 0.3, 0.16, 0.14, 0, 0.07, 0, 0.05];
const PIANO_PARTIALS = 16;
const PIANO_INHARMONICITY = 0.0004;
const SHORT = { attack: 0.005, decay: 0, sustain: 1, release: 0.06 };

/** General MIDI's numbers for drums; one that is not here is played by the nearest. */
const DRUM_MIDI: [midi: number, name: DrumName][] = [
  [36, "kick"],
  [38, "snare"],
  [39, "clap"],
  [42, "closedHiHat"],
  [45, "lowTom"],
  [46, "openHiHat"],
  [47, "midTom"],
  [49, "crash"],
  [50, "highTom"],
  [51, "ride"],
];

export const instruments: Record<InstrumentName, Instrument> = {
  sine: ({ hz, duration }, { sr }) =>
    shaped(duration, sr, SHORT, (whole) => tone(hz, { sr, duration: whole })),
  organ: ({ hz, duration }, { sr }) =>
    shaped(duration, sr, SHORT, (whole) => additive({ hz, sr, duration: whole, amplitudes: ORGAN })),
  piano: ({ hz, duration }, { sr }) => {
    const numbers = Array.from({ length: PIANO_PARTIALS }, (_, i) => i + 1);
    // Low strings ring longer, and high partials die sooner.
    const ring = 8 * Math.min(1.5, Math.max(0.1, 220 / hz));
    return shaped(duration, sr, { ...SHORT, attack: 0.002, release: 0.15 }, (whole) =>
      additive({
        hz,
        sr,
        duration: whole,
        inharmonicity: PIANO_INHARMONICITY,
        amplitudes: numbers.map((k) => 0.55 / k ** 1.2),
        phases: numbers.map((k) => k * k),
        decays: numbers.map((k) => ring / (1 + 0.25 * (k - 1))),
      }),
    );
  },
  electricPiano: (note, { sr }) => struck(note, sr, { ratio: 1, index: 1.8, ring: 3 }),
  bell: (note, { sr }) =>
    struck({ ...note, duration: note.duration + 2 }, sr, { ratio: 1.4, index: 4, ring: 4 }),
  brass: ({ hz, duration }, { sr }) =>
    shaped(duration, sr, { attack: 0.06, decay: 0.1, sustain: 0.8, release: 0.1 }, (whole) => {
      // Brass is brighter the louder it is: the index follows the level (Chowning 1973).
      const level = envelopeOf(
        { attack: 0.06, decay: 0.1, sustain: 0.7, release: 0.1, duration, sr },
        "render",
      );
      return fm({ hz, sr, duration: whole, ratio: 1, index: level.map((one) => 4 * one) }).map(
        (sample) => 0.6 * sample,
      );
    }),
  pluck: ({ hz, duration }, { sr, seed }) =>
    shaped(duration, sr, { ...SHORT, attack: 0 }, (whole) =>
      karplusStrong({ hz, sr, duration: whole, seed }),
    ),
  bass: ({ hz, duration }, { sr }) =>
    subtractive({
      shape: "saw",
      hz,
      sr,
      duration,
      cutoff: 2 * hz,
      octaves: 2.5,
      envelope: { attack: 0.005, decay: 0.3, sustain: 0.5, release: 0.08 },
    }).map((sample) => 0.7 * sample),
  voice: ({ hz, duration }, { sr }) =>
    shaped(duration, sr, { attack: 0.06, decay: 0, sustain: 1, release: 0.1 }, (whole) =>
      vowel({ hz, sr, duration: whole }).map((sample) => 0.35 * sample),
    ),
  drums: ({ midi }, { sr, seed }) => {
    const [, name] = DRUM_MIDI.reduce((best, one) =>
      Math.abs(one[0] - midi) < Math.abs(best[0] - midi) ? one : best,
    );
    return drum(name, { sr, seed });
  },
};

/** A sound under an envelope, which makes it longer by its release. */
function shaped(
  duration: number,
  sr: number,
  times: AdsrTimes & { release: number },
  make: (whole: number) => Float64Array,
): Float64Array {
  const level = envelopeOf({ ...times, duration, sr }, "render");
  const y = make(duration + times.release);
  return level.map((one, i) => one * y[i]);
}

/** A struck bar or bell: level and brightness fall together (Chowning 1973). */
function struck(
  { hz, duration }: PlayedNote,
  sr: number,
  { ratio, index, ring }: { ratio: number; index: number; ring: number },
): Float64Array {
  return shaped(duration, sr, { ...SHORT, attack: 0.001, release: 0.15 }, (whole) => {
    const fall = Float64Array.from(
      { length: Math.round(whole * sr) },
      (_, i) => 10 ** ((-3 * i) / (sr * ring)),
    );
    const y = fm({ hz, sr, duration: whole, ratio, index: fall.map((one) => index * one) });
    return y.map((sample, i) => sample * fall[i]);
  });
}
