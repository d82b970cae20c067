export { readWav, type WavSound } from "./read-wav.ts";
export { type WriteWavOptions, writeWav } from "./write-wav.ts";
