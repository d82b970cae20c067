/** A sound as numbers, mixed to one channel. */
export type DecodedAudio = {
  /** Samples between -1 and 1. */
  y: Float32Array;
  /** Samples a second. */
  sr: number;
  /** Seconds. */
  duration: number;
  /** How many channels the file has. */
  channels: number;
};

const sampleRate = 44_100;

/**
 * Decodes a sound file with what the browser has, at `sr` samples a second, by default 44,100. `name` is the file's.
 * Throws when it is no sound that the browser can read.
 */
export async function decodeAudio(
  name: string,
  bytes: ArrayBuffer,
  sr: number = sampleRate,
): Promise<DecodedAudio> {
  // An offline context decodes before the reader has touched the page; a live one might not.
  const context = new OfflineAudioContext(1, 1, sr);
  const buffer = await context.decodeAudioData(bytes).catch(() => {
    throw new TypeError(
      `${name} is not a sound that this browser can read. WAV and MP3 files work in every browser.`,
    );
  });
  return {
    y: mixed(buffer),
    sr: buffer.sampleRate,
    duration: buffer.duration,
    channels: buffer.numberOfChannels,
  };
}

function mixed(buffer: AudioBuffer): Float32Array {
  const y = buffer.getChannelData(0).slice();
  for (let channel = 1; channel < buffer.numberOfChannels; ++channel) {
    const other = buffer.getChannelData(channel);
    for (let i = 0; i < y.length; ++i) y[i]! += other[i]!;
  }
  return buffer.numberOfChannels === 1 ? y : y.map((sample) => sample / buffer.numberOfChannels);
}
