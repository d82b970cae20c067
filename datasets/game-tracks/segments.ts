import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { runTool } from "../../scripts/datasets/tools.ts";
import { trackFeatures } from "../../src/music/index.ts";
import type { MusicFile } from "./files.ts";

/** Samples a second of what is measured. */
export const SAMPLE_RATE = 22050;
export const SEGMENT_SECONDS = 30;
const DIGITS = 4;

/**
 * Where the segments of a track begin, in seconds: two that do not overlap, away from its ends; of a track shorter than a
 * minute one from its middle.
 */
export function segmentStarts(seconds: number): number[] {
  const spare = seconds - 2 * SEGMENT_SECONDS;
  if (spare < 0) return [tenths((seconds - SEGMENT_SECONDS) / 2)];
  return [tenths(spare / 3), tenths((2 * spare) / 3 + SEGMENT_SECONDS)];
}

function tenths(seconds: number): number {
  return Math.floor(10 * seconds) / 10;
}

/**
 * The features of a segment. They are kept under `cache`, since all of them take most of an hour: after a change of
 * `trackFeatures`, delete the folder `game-tracks-features` there.
 */
export function segmentFeatures({ game, file, path }: MusicFile, start: number, cache: string): number[] {
  const folder = join(cache, "game-tracks-features");
  const key = createHash("sha256").update(`${game}/${file}@${start}`).digest("hex").slice(0, 24);
  const kept = join(folder, `${key}.json`);
  if (existsSync(kept)) return JSON.parse(readFileSync(kept, "utf8"));
  const { values } = trackFeatures(decodeSegment(path, start), { sr: SAMPLE_RATE });
  const rounded = Array.from(values, (value) => Number(value.toPrecision(DIGITS)));
  mkdirSync(folder, { recursive: true });
  writeFileSync(kept, JSON.stringify(rounded));
  return rounded;
}

function decodeSegment(path: string, start: number): Float32Array {
  const from = ["-v", "error", "-ss", String(start), "-t", String(SEGMENT_SECONDS), "-i", path];
  const bytes = runTool("ffmpeg", [...from, "-ac", "1", "-ar", String(SAMPLE_RATE), "-f", "f32le", "-"]);
  return new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
}
