import { requireSignal, type Signal } from "../base/signal.ts";

/**
 * The mean of some channels of equal length, sample by sample (librosa.to_mono). Throws when there is none, or when
 * their lengths differ.
 *
 * @param channels one signal for each channel, left and right for instance
 * @example
 * music.toMono([Float32Array.of(0.5, 1, 0), Float32Array.of(0.5, 0, 0)])
 */
export function toMono(channels: readonly Signal[]): Float64Array {
  if (!Array.isArray(channels) || channels.length === 0) {
    throw new TypeError("toMono: channels must be an array of signals, at least one.");
  }
  const mono = new Float64Array(channels[0]?.length ?? 0);
  for (const channel of channels) {
    requireSignal(channel, "toMono");
    if (channel.length !== mono.length) {
      throw new RangeError(
        `toMono: channels have ${mono.length} and ${channel.length} samples; they must agree.`,
      );
    }
    for (let i = 0; i < mono.length; i++) mono[i] += channel[i] / channels.length;
  }
  return mono;
}
