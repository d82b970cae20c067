import { requireNotNegative, requirePositive } from "../base/signal.ts";
import { sampleCount } from "./sample-count.ts";

/** A tone of {@link sonifySteps}: what it is at each step. */
export type SteppingTone = {
  /** Its pitch at each step, in Hz. */
  hz: ArrayLike<number>;
  /** Its amplitude at each step, from 0 on. Default 1 at all of them. */
  level?: ArrayLike<number>;
};

/** How steps are made audible. */
export type SonifyStepsOptions = {
  /** Samples a second. */
  sr: number;
  /** How long a step is, in seconds. Default 0.5. */
  stepSeconds?: number;
  /** For how long of it the tones glide to where it has them; then they stay. Default half of a step. */
  glideSeconds?: number;
  /** For how much longer the last step is heard, in seconds. Default 0. */
  holdSeconds?: number;
  /** The amplitudes of the partials of each tone, the fundamental first; they are divided by their sum. Default [1]. */
  partials?: ArrayLike<number>;
};

// So long the first step takes to come, and the last one to go: quicker, it would click.
const COME_SECONDS = 0.01;
const GO_SECONDS = 0.05;
const TABLE_SIZE = 4096;

/**
 * Tones that go from step to step, as an algorithm takes them: step i begins after i × stepSeconds, with a glide from
 * the step before, by equal parts of a tone in pitch and straight in level. No sample is beyond the greatest sum of
 * levels that any step has. A partial that would come to half the sample rate or above is left out. Throws when the
 * tones have not equally many steps, or a pitch or a level is none.
 *
 * @param tones the tones, each with its pitch and level at every step
 * @example
 * const y = music.sonifySteps([{hz: [200, 220, 220]}, {hz: [300, 290, 275], level: [0.2, 0.4, 0.6]}], {sr: 8000});
 * play({y: y.map((sample) => 0.5 * sample), sr: 8000}, {label: "two tones that find a third"})
 */
export function sonifySteps(tones: readonly SteppingTone[], options: SonifyStepsOptions): Float64Array {
  const { sr, stepSeconds = 0.5, glideSeconds = stepSeconds / 2, holdSeconds = 0, partials = [1] } = options;
  const steps = requireTones(tones);
  requirePositive(sr, "sr", "sonifySteps");
  requirePositive(stepSeconds, "stepSeconds", "sonifySteps");
  requireNotNegative(glideSeconds, "glideSeconds", "sonifySteps");
  requireNotNegative(holdSeconds, "holdSeconds", "sonifySteps");
  if (glideSeconds > stepSeconds) {
    throw new RangeError(
      `sonifySteps: glideSeconds is ${glideSeconds}; it must be at most stepSeconds, which is ${stepSeconds}.`,
    );
  }
  const out = new Float64Array(sampleCount(steps * stepSeconds + holdSeconds, sr, "sonifySteps"));
  for (const tone of tones) addTone(out, tone, steps, { sr, stepSeconds, glideSeconds, partials });
  const edge = (i: number, seconds: number) => Math.min(1, i / (seconds * sr));
  for (let i = 0; i < out.length; i++) {
    out[i] *= edge(i, COME_SECONDS) * edge(out.length - 1 - i, GO_SECONDS);
  }
  return out;
}

function addTone(
  out: Float64Array,
  { hz, level }: SteppingTone,
  steps: number,
  options: { sr: number; stepSeconds: number; glideSeconds: number; partials: ArrayLike<number> },
): void {
  const { sr, stepSeconds, glideSeconds, partials } = options;
  const highest = Array.from(hz).reduce((most, each) => Math.max(most, each), 0);
  const table = period(partials, Math.ceil(sr / 2 / highest) - 1);
  const octaves = Array.from(hz, Math.log2);
  let phase = 0;
  for (let i = 0; i < out.length; i++) {
    const t = i / sr;
    const step = Math.min(steps - 1, Math.floor(t / stepSeconds));
    const before = Math.max(0, step - 1);
    const come = glideSeconds > 0 ? Math.min(1, (t - step * stepSeconds) / glideSeconds) : 1;
    const loud = level ? level[before] + come * (level[step] - level[before]) : 1;
    const pitch = come < 1 ? 2 ** (octaves[before] + come * (octaves[step] - octaves[before])) : hz[step];
    const place = phase * TABLE_SIZE;
    const first = Math.floor(place);
    out[i] += loud * (table[first] + (place - first) * (table[first + 1] - table[first]));
    phase += pitch / sr;
    phase -= Math.floor(phase);
  }
}

/** One period of a tone with the first `count` of its partials, and its first sample once more. */
function period(partials: ArrayLike<number>, count: number): Float64Array {
  const table = new Float64Array(TABLE_SIZE + 1);
  const total = requirePartials(partials);
  for (let k = 0; k < Math.min(partials.length, count); k++) {
    for (let i = 0; i < table.length; i++) {
      table[i] += (partials[k] / total) * Math.sin((2 * Math.PI * (k + 1) * i) / TABLE_SIZE);
    }
  }
  return table;
}

function requirePartials(partials: ArrayLike<number>): number {
  const list = Array.from(partials ?? []);
  const wrong = list.findIndex((each) => !(each >= 0 && each < Infinity));
  const total = list.reduce((sum, each) => sum + each, 0);
  if (wrong < 0 && total > 0) return total;
  const what = wrong < 0 ? "partials adds up to 0" : `partials[${wrong}] is ${list[wrong]}`;
  throw new RangeError(`sonifySteps: ${what}; it must be amplitudes from 0 on, not all of them 0.`);
}

/** How many steps the tones have. */
function requireTones(tones: readonly SteppingTone[]): number {
  if (!(tones?.length > 0)) throw new RangeError("sonifySteps: there are no tones; it needs at least one.");
  const steps = tones[0].hz?.length ?? 0;
  for (const [i, { hz, level }] of tones.entries()) {
    for (const [name, values, least] of [
      ["hz", hz, "above 0"] as const,
      ["level", level, "from 0 on"] as const,
    ]) {
      if (name === "level" && values === undefined) continue;
      if (!(values && values.length === steps && steps > 0)) {
        throw new RangeError(
          `sonifySteps: tones[${i}].${name} has ${values?.length ?? 0} steps; all tones need as many, and at least one.`,
        );
      }
      const wrong = Array.from(values).findIndex(
        (value) => !(value < Infinity && (name === "hz" ? value > 0 : value >= 0)),
      );
      if (wrong < 0) continue;
      throw new RangeError(
        `sonifySteps: tones[${i}].${name}[${wrong}] is ${values[wrong]}; it must be a number ${least}.`,
      );
    }
  }
  return steps;
}
