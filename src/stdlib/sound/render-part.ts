import type { Samples } from "./clip.ts";
import { type Loop, type SoundPart, startVoice } from "./voice.ts";

export interface RenderPartOptions {
  /** Samples a second; default 44,100. */
  sr?: number;
  /** Where in the sound it begins, in seconds; default 0. */
  at?: number;
  /** What is repeated; default nothing. */
  loop?: Loop;
  /** How long the result is, in seconds. Default: to the end of the sound, looped or not. */
  seconds?: number;
}

const mostSeconds = 600;

/**
 * What `play` would send to the loudspeaker at full volume, sample by sample: with its soft edges, at a safe level,
 * mixed to mono.
 */
export async function renderPart(
  part: SoundPart,
  { sr = 44_100, at = 0, loop, seconds = part.duration - at }: RenderPartOptions = {},
): Promise<Samples> {
  if (!(seconds > 0 && seconds <= mostSeconds)) {
    throw new RangeError(`render: seconds is ${seconds}; it must be above 0, and at most ${mostSeconds}.`);
  }
  if (!(sr >= 8000 && sr <= 96_000)) {
    throw new RangeError(`render: sr is ${sr}; it must be between 8000 and 96000 samples a second.`);
  }
  const context = new OfflineAudioContext(1, Math.ceil(seconds * sr - 1e-6), sr);
  startVoice(context, context.destination, part, { at, loop });
  return { y: (await context.startRendering()).getChannelData(0), sr };
}
