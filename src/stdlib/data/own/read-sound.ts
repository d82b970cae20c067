import { decodeAudio } from "../decode-audio.ts";
import { presentShare } from "./cut-off-wav.ts";

const mostBytes = 200_000_000;

/**
 * The samples of a sound file, mixed to mono at `sr` samples a second, and a note for the learner when a part of it is
 * missing.
 *
 * @throws RangeError or TypeError, in words for the learner, when the file is empty, silent, too long, or no sound
 */
export async function readSound(
  file: { name: string; size: number; arrayBuffer(): Promise<ArrayBuffer> },
  sr: number,
): Promise<{ y: Float32Array; note: string | null }> {
  const { name, size } = file;
  if (size === 0) throw new RangeError(`${name} is empty.`);
  if (size > mostBytes) {
    throw new RangeError(
      `${name} has ${Math.round(size / 1e6)} MB; at most ${mostBytes / 1e6} MB can be read here.`,
    );
  }
  const bytes = await file.arrayBuffer();
  // Before it is decoded: that takes the bytes away.
  const there = presentShare(bytes);
  const { y } = await decodeAudio(name, bytes, sr);
  if (y.every((sample) => sample === 0))
    throw new RangeError(`${name} is silent: there is nothing to measure.`);
  const percent = Math.floor(100 * there);
  return { y, note: there < 1 ? `${name} is cut off: only the first ${percent} % of it is there.` : null };
}
