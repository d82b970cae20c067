import { RandomNumbers } from "../base/random.ts";
import { requireSignal, requireWhole, type Signal } from "../base/signal.ts";

/** How a WAV file is written. */
export type WriteWavOptions = {
  /** Samples a second, a whole number. */
  sr: number;
  /** 16 or 24 for whole numbers of so many bits, "float" for 32-bit floats. Default 16. */
  format?: 16 | 24 | "float";
  /** Whether noise of a step's size (triangular, TPDF) is added before rounding: it turns distortion into hiss. Default false. */
  dither?: boolean;
  /** Decides the dither. Default 0. */
  seed?: number;
};

const PCM = 1;
const FLOAT = 3;
const MOST_BYTES = 0xffffffff;

/**
 * The bytes of a WAV file. As whole numbers, 1 is 32768 steps (24 bits: 8388608) and what lies above what they can hold
 * is clipped; what `readWav` reads of 16 or 24 bits is written again bit for bit. Throws when a sample is no number, when
 * channels differ in length, or when the file would be above 4 GB. On dither: Lipshitz, Wannamaker and Vanderkooy,
 * Quantization and Dither, 1992.
 *
 * @param y the samples, or a list of channels, the left one first
 * @example
 * const y = music.tone(440, {sr: 8000, duration: 0.5});
 * const bytes = music.writeWav(y, {sr: 8000, format: 24});
 * display(`${bytes.length} bytes`);
 */
export function writeWav(y: Signal | readonly Signal[], options: WriteWavOptions): Uint8Array {
  const { sr, format = 16, dither = false, seed = 0 } = options;
  const channels = channelsOf(y);
  requireWhole(sr, 1, "sr", "writeWav");
  if (format !== 16 && format !== 24 && format !== "float") {
    throw new RangeError(`writeWav: format is ${JSON.stringify(format)}; it must be 16, 24 or "float".`);
  }
  const bytes = (format === "float" ? 32 : format) / 8;
  if (format === "float") requireSingle(channels);
  const size = bytes * channels.length * channels[0].length;
  if (size > MOST_BYTES - 100)
    throw new RangeError("writeWav: the file would be above 4 GB; write it in parts.");
  const random = new RandomNumbers(seed, "writeWav");
  const noise = dither ? () => random.uniform() - random.uniform() : () => 0;
  const header = headerOf({
    sr,
    channels: channels.length,
    bytes,
    size,
    isFloat: format === "float",
    frames: channels[0].length,
  });
  const file = new Uint8Array(header.length + size + (size % 2));
  file.set(header);
  const view = new DataView(file.buffer);
  const put = writers[format];
  let at = header.length;
  for (let i = 0; i < channels[0].length; i++) {
    for (const channel of channels) {
      put(view, at, channel[i], noise());
      at += bytes;
    }
  }
  return file;
}

const writers = {
  16: (view: DataView, at: number, sample: number, noise: number) =>
    view.setInt16(at, rounded(sample, 0x8000, noise), true),
  24: (view: DataView, at: number, sample: number, noise: number) => {
    const value = rounded(sample, 0x800000, noise);
    view.setUint8(at, value & 0xff);
    view.setInt16(at + 1, value >> 8, true);
  },
  float: (view: DataView, at: number, sample: number) => view.setFloat32(at, sample, true),
};

/** The nearest step, of those that there are. */
function rounded(sample: number, steps: number, noise: number): number {
  return Math.max(-steps, Math.min(steps - 1, Math.round(sample * steps + noise)));
}

/** Throws when a sample is too great for a 32-bit float. */
function requireSingle(channels: readonly Signal[]): void {
  for (const channel of channels) {
    const wrong = channel.findIndex((sample) => !Number.isFinite(Math.fround(sample)));
    if (wrong >= 0) {
      throw new RangeError(`writeWav: y[${wrong}] is ${channel[wrong]}; a 32-bit float holds up to 3.4e38.`);
    }
  }
}

function channelsOf(y: Signal | readonly Signal[]): readonly Signal[] {
  const channels = Array.isArray(y) ? (y as readonly Signal[]) : [y as Signal];
  if (channels.length === 0) throw new RangeError("writeWav: y has no channels; it needs at least one.");
  if (channels.length > 0xffff)
    throw new RangeError(`writeWav: y has ${channels.length} channels; a file has room for 65535.`);
  for (const channel of channels) {
    requireSignal(channel, "writeWav");
    if (channel.length !== channels[0].length) {
      throw new RangeError(
        `writeWav: y has channels of ${channels[0].length} and ${channel.length} samples; they must be as long.`,
      );
    }
  }
  return channels;
}

type Header = { sr: number; channels: number; bytes: number; size: number; isFloat: boolean; frames: number };

/** Everything before the samples. Floats have two things more: room for an extension, and their number. */
function headerOf({ sr, channels, bytes, size, isFloat, frames }: Header): Uint8Array {
  const formatSize = isFloat ? 18 : 16;
  const length = 12 + 8 + formatSize + (isFloat ? 12 : 0) + 8;
  const view = new DataView(new ArrayBuffer(length));
  let at = 0;
  const name = (text: string) => {
    for (const letter of text) view.setUint8(at++, letter.charCodeAt(0));
  };
  const word = (value: number) => {
    view.setUint32(at, value, true);
    at += 4;
  };
  const half = (value: number) => {
    view.setUint16(at, value, true);
    at += 2;
  };
  name("RIFF");
  word(length - 8 + size + (size % 2));
  name("WAVEfmt ");
  word(formatSize);
  half(isFloat ? FLOAT : PCM);
  half(channels);
  word(sr);
  word(sr * channels * bytes);
  half(channels * bytes);
  half(8 * bytes);
  if (isFloat) {
    half(0);
    name("fact");
    word(4);
    word(frames);
  }
  name("data");
  word(size);
  return new Uint8Array(view.buffer);
}
