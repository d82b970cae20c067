import type { Signal } from "../base/signal.ts";
import { requireBytes } from "./bytes.ts";
import { type WavFormat, wavFormat } from "./wav-format.ts";

/** A sound from a WAV file. */
export type WavSound = {
  /** All channels mixed to one: their mean. */
  y: Signal;
  /** Samples a second. */
  sr: number;
  /** Each channel by itself, the left one first. */
  channels: Signal[];
  /** Bits a sample in the file. */
  bits: number;
};

const HEADER_BYTES = 8;
/** From here on sizes are what a program writes that does not know yet how long the sound will be (SoX, FFmpeg). */
const LEAST_UNKNOWN_SIZE = 0x7ffff000;
/** 24 bits fit into a 32-bit float without loss; more do not. */
const SINGLE_BITS = 24;

/**
 * The sound in a WAV file: whole numbers of 8, 16, 24 or 32 bits, floats of 32 or 64, with one channel or several, in
 * the short header or the extensible one; other chunks are passed over. Whole numbers are divided by the greatest, so
 * that they lie between −1 and 1. The samples are 32-bit floats where these hold them without loss, else 64-bit ones.
 * Throws, and says why, when the file is no WAV file, compressed, damaged or cut off.
 *
 * @param bytes the content of the file
 * @example
 * const bytes = music.writeWav(music.tone(440, {sr: 8000, duration: 0.1}), {sr: 8000});
 * const {y, sr, bits} = music.readWav(bytes);
 * display(`${y.length} samples of ${bits} bits at ${sr} Hz`);
 */
export function readWav(bytes: Uint8Array | ArrayBuffer): WavSound {
  const file = requireBytes(bytes, "readWav");
  try {
    const { format, data } = partsOf(file);
    const channels = samplesOf(data, format);
    return { y: mono(channels), sr: format.sr, channels, bits: format.bits };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new RangeError(`readWav: the bytes cannot be read as a WAV file: ${error.message}.`);
  }
}

function partsOf(file: Uint8Array): { format: WavFormat; data: DataView } {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const name = (at: number) => String.fromCharCode(...file.subarray(at, at + 4));
  if (name(0) !== "RIFF" || name(8) !== "WAVE") {
    const others: Record<string, string> = { RF64: "RF64, for files above 4 GB", RIFX: "RIFX, big-endian" };
    throw new RangeError(
      others[name(0)]
        ? `it is ${others[name(0)]}`
        : "it does not begin with RIFF and WAVE, as every WAV file does",
    );
  }
  let format: WavFormat | undefined;
  for (let at = 12; at + HEADER_BYTES <= file.length; ) {
    const size = view.getUint32(at + 4, true);
    const start = at + HEADER_BYTES;
    const isThere = start + size <= file.length;
    if (name(at) === "fmt ") {
      if (!isThere) throw new RangeError("it is cut off in its format");
      format = wavFormat(new DataView(file.buffer, file.byteOffset + start, size));
    } else if (name(at) === "data") {
      if (!format) throw new RangeError("its samples come before its format");
      return { format, data: dataOf(view, start, size, format) };
    }
    // A chunk of odd size has a byte more behind it.
    at = start + size + (size % 2);
  }
  throw new RangeError(format ? "it has no samples" : "it has no format");
}

/** The bytes of the samples: whole blocks of all channels. */
function dataOf(view: DataView, start: number, size: number, { channels, bits }: WavFormat): DataView {
  const block = (channels * bits) / 8;
  const there = view.byteLength - start;
  // A recorder that was stopped leaves 0 here, and in front a size that is not the file's.
  const isUnfinished = size === 0 && view.getUint32(4, true) + HEADER_BYTES !== view.byteLength;
  if (isUnfinished || (size >= LEAST_UNKNOWN_SIZE && size > there)) size = there - (there % block);
  if (size > there) {
    throw new RangeError(
      `it is cut off: ${Math.floor(size / block)} samples are announced, ${Math.floor(there / block)} are there`,
    );
  }
  if (size % block !== 0) {
    throw new RangeError(`its samples take ${size} bytes, which are not whole blocks of ${block} bytes`);
  }
  if (size === 0) throw new RangeError("it has no samples");
  return new DataView(view.buffer, view.byteOffset + start, size);
}

function samplesOf(data: DataView, { encoding, channels, bits }: WavFormat): Signal[] {
  const bytes = bits / 8;
  const count = data.byteLength / bytes / channels;
  const isSingle = encoding === "float" ? bits === 32 : bits <= SINGLE_BITS;
  const read = readers[`${encoding}${bits}`];
  return Array.from({ length: channels }, (_, channel) => {
    const samples = isSingle ? new Float32Array(count) : new Float64Array(count);
    for (let i = 0; i < count; i++) samples[i] = read(data, (i * channels + channel) * bytes);
    const wrong = samples.findIndex((sample) => !Number.isFinite(sample));
    if (wrong >= 0) throw new RangeError(`sample ${wrong} is ${samples[wrong]}, which is no number`);
    return samples;
  });
}

const readers: Record<string, (data: DataView, at: number) => number> = {
  // Eight bits are counted from 0 up, with silence at 128.
  int8: (data, at) => (data.getUint8(at) - 128) / 128,
  int16: (data, at) => data.getInt16(at, true) / 0x8000,
  int24: (data, at) => (data.getUint8(at) | (data.getInt16(at + 1, true) << 8)) / 0x800000,
  int32: (data, at) => data.getInt32(at, true) / 0x80000000,
  float32: (data, at) => data.getFloat32(at, true),
  float64: (data, at) => data.getFloat64(at, true),
};

function mono(channels: readonly Signal[]): Signal {
  if (channels.length === 1) return channels[0];
  return channels[0].map((_, i) => channels.reduce((sum, channel) => sum + channel[i], 0) / channels.length);
}
