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

/** Longer sounds would fill a tablet's memory: twenty minutes in stereo are 420 MB as numbers. */
const mostSeconds = 1200;
/** Files from this size on are asked for their length before they are decoded; smaller ones are decoded in no time. */
const askBytes = 4_000_000;

/**
 * Decodes a sound file with what the browser has, at `sr` samples a second, by default 44,100. `name` is the file's.
 * Throws when it is empty, longer than twenty minutes, or no sound that the browser can read.
 */
export async function decodeAudio(
  name: string,
  bytes: ArrayBuffer,
  sr: number = sampleRate,
): Promise<DecodedAudio> {
  const buffer = await decodeToBuffer(name, bytes, sr);
  return {
    y: mixed(buffer),
    sr: buffer.sampleRate,
    duration: buffer.duration,
    channels: buffer.numberOfChannels,
  };
}

/** The same, with its channels as they are. */
export async function decodeToBuffer(
  name: string,
  bytes: ArrayBuffer,
  sr: number = sampleRate,
): Promise<AudioBuffer> {
  if (bytes.byteLength === 0) throw new RangeError(`${name} is empty: the file has no bytes.`);
  if (bytes.byteLength >= askBytes) refuseLong(name, await secondsOf(bytes));
  // An offline context decodes before the reader has touched the page; a live one might not.
  const context = new OfflineAudioContext(1, 1, sr);
  const buffer = await context.decodeAudioData(bytes).catch(() => {
    throw new TypeError(
      `${name} is not a sound that this browser can read. WAV and MP3 files work in every browser.`,
    );
  });
  if (buffer.length === 0) throw new RangeError(`${name} has no sound in it: it is 0 seconds long.`);
  refuseLong(name, buffer.duration);
  return buffer;
}

function refuseLong(name: string, seconds: number): void {
  if (!(seconds > mostSeconds)) return;
  throw new RangeError(
    `${name} is ${Math.ceil(seconds / 60)} minutes long; sounds of up to ${mostSeconds / 60} minutes can be read. Cut out the part that you need.`,
  );
}

/** How long a file says that it is; NaN where it does not say, or is no sound. */
function secondsOf(bytes: ArrayBuffer): Promise<number> {
  const url = URL.createObjectURL(new Blob([bytes]));
  const media = new Audio();
  const told = new Promise<number>((resolve) => {
    media.addEventListener("loadedmetadata", () => resolve(media.duration));
    media.addEventListener("error", () => resolve(Number.NaN));
  });
  media.preload = "metadata";
  media.src = url;
  return told.finally(() => URL.revokeObjectURL(url));
}

/** The mean of the channels, from one sample to another. */
export function mixed(buffer: AudioBuffer, from = 0, to = buffer.length): Float32Array {
  const y = buffer.getChannelData(0).slice(from, to);
  if (buffer.numberOfChannels === 1) return y;
  for (let channel = 1; channel < buffer.numberOfChannels; ++channel) {
    const other = buffer.getChannelData(channel);
    for (let i = 0; i < y.length; ++i) y[i]! += other[from + i]!;
  }
  return y.map((sample) => sample / buffer.numberOfChannels);
}
