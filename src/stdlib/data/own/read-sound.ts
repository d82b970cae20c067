import { decodeAudio } from "../decode-audio.ts";

const mostBytes = 200_000_000;

/**
 * The samples of a sound file, mixed to mono at `sr` samples a second.
 *
 * @throws RangeError or TypeError, in words for the learner, when the file is empty, too long, or no sound
 */
export async function readSound(
  file: { name: string; size: number; arrayBuffer(): Promise<ArrayBuffer> },
  sr: number,
): Promise<Float32Array> {
  const { name, size } = file;
  if (size === 0) throw new RangeError(`${name} is empty.`);
  if (size > mostBytes) {
    throw new RangeError(
      `${name} has ${Math.round(size / 1e6)} MB; at most ${mostBytes / 1e6} MB can be read here.`,
    );
  }
  const { y } = await decodeAudio(name, await file.arrayBuffer(), sr);
  return y;
}
