import { requireNotNegative, requirePositive } from "../base/signal.ts";
import { addSine } from "./add-sine.ts";
import { sampleCount } from "./sample-count.ts";

/** The partials that a sound is added up from. */
export type AdditiveOptions = {
  /** The frequency of the fundamental, in Hz. */
  hz: number;
  /** Samples a second. */
  sr: number;
  /** How long the sound is, in seconds. Default 1. */
  duration?: number;
  /** The amplitude of each partial, the fundamental first. Default [1]. */
  amplitudes?: ArrayLike<number>;
  /** The phase of each partial at the beginning, in radians; 0 is a sine. Default 0 for all. */
  phases?: ArrayLike<number>;
  /** How long each partial takes to fall by 60 dB, in seconds. Default: none falls. */
  decays?: ArrayLike<number>;
  /** B of a stiff string: partial k lies at k hz √(1 + B k²). About 0.0004 in the middle of a piano. Default 0. */
  inharmonicity?: number;
};

/**
 * A sound added up from sines: Σ aₖ sin(2π fₖ t + φₖ), each falling by itself if asked. What would lie at half the
 * sample rate or above is left out. Throws when an option is not right. Stiff strings: Fletcher, Normal Vibration
 * Frequencies of a Stiff Piano String, 1964.
 *
 * @example
 * const y = music.additive({hz: 220, sr: 22050, duration: 0.5, amplitudes: [1, 0.5, 0.3, 0.2]});
 * Plot.plot({height: 120, marks: [Plot.lineY(y.subarray(0, 400))]})
 */
export function additive(options: AdditiveOptions): Float64Array {
  const { hz, sr, duration = 1, amplitudes = [1], phases, decays, inharmonicity = 0 } = options;
  const out = new Float64Array(sampleCount(duration, sr, "additive"));
  requirePositive(hz, "hz", "additive");
  requireNotNegative(inharmonicity, "inharmonicity", "additive");
  requireNumbers(amplitudes, "amplitudes", 1);
  requireNumbers(phases ?? amplitudes, "phases", amplitudes.length);
  requireNumbers(decays ?? amplitudes, "decays", amplitudes.length);
  for (let i = 0; i < amplitudes.length; i++) {
    const partial = partialHz(hz, i + 1, inharmonicity);
    if (decays) requirePositive(decays[i], `decays[${i}]`, "additive");
    if (partial >= sr / 2 || amplitudes[i] === 0) continue;
    const factor = decays ? 10 ** (-3 / (decays[i] * sr)) : 1;
    addSine(out, { hz: partial, amplitude: amplitudes[i], phase: phases?.[i] ?? 0, factor }, sr);
  }
  return out;
}

/** The frequency of partial k, from 1, of a string of some stiffness. */
function partialHz(hz: number, k: number, inharmonicity: number): number {
  return k * hz * Math.sqrt(1 + inharmonicity * k * k);
}

function requireNumbers(values: ArrayLike<number>, name: string, least: number): void {
  if (!(values?.length >= least)) {
    throw new RangeError(
      `additive: ${name} has ${values?.length ?? 0} numbers; it needs ${least}, one for each partial.`,
    );
  }
  for (let i = 0; i < values.length; i++) {
    if (!Number.isFinite(values[i])) {
      throw new RangeError(`additive: ${name}[${i}] is ${values[i]}; it must be a number.`);
    }
  }
}
