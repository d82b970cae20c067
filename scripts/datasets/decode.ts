import { runTool } from "./tools.ts";

/** The rate that every sound is decoded to, in samples a second. */
export const SAMPLE_RATE = 44100;

/** Decodes a sound file to mono samples at {@link SAMPLE_RATE}; several channels are averaged. */
export function decode(path: string): Float32Array {
  const args = ["-v", "error", "-i", path, "-ac", "1", "-ar", String(SAMPLE_RATE), "-f", "f32le", "-"];
  const bytes = runTool("ffmpeg", args);
  return new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
}
