import { resampled } from "../../music/effects/resample.ts";
import type { Samples } from "./clip.ts";
import { keepLevels, matchLevels } from "./match-levels.ts";
import { bufferOf } from "./sound-parts.ts";
import type { SoundPart } from "./voice.ts";

/**
 * Sounds side by side, as the channels of one: at the highest of their rates, as long as the longest.
 *
 * @param matched whether they are made equally loud
 */
export function comparedTracks(sounds: readonly Samples[], matched: boolean): SoundPart {
  const sr = Math.max(...sounds.map((sound) => sound.sr));
  const alike = sounds.map((sound) => {
    return { y: resampled(Float64Array.from(sound.y), sound.sr, sr, "compareSounds"), sr };
  });
  const gains = matched ? matchLevels(alike) : keepLevels(alike);
  const length = Math.max(...alike.map(({ y }) => y.length));
  const channels = alike.map(({ y }, i) => {
    const track = new Float32Array(length);
    for (let n = 0; n < y.length; n++) track[n] = gains[i]! * y[n]!;
    return track;
  });
  const buffer = bufferOf(channels, sr);
  return { buffer, start: 0, duration: buffer.duration };
}
