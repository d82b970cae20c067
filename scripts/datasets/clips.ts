import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onsetSample } from "../../src/music/index.ts";
import { SAMPLE_RATE } from "./decode.ts";
import type { ClipPlace } from "./drum-table.ts";
import { runTool } from "./tools.ts";

/** Long enough to hear a cymbal for what it is, short enough to keep a kit in one small file. */
export const CLIP_SECONDS = 1.2;
const BEFORE_ONSET_SECONDS = 0.005;
const FADE_SECONDS = 0.1;
// More than decoders disagree by about where a file begins.
const GAP_SECONDS = 0.1;
const PEAK = 0.7;
const BIT_RATE = "40k";

/** One file of sounds, and where in it each recording is, by id. */
export type ClipFile = { file: string; bytes: Uint8Array; places: Map<string, ClipPlace> };

/** A sound to be heard: mono samples at {@link SAMPLE_RATE}. */
export type Sound = { id: string; samples: () => Float32Array };

/**
 * The sounds of a kit, one after the other in one file: mono Opus in WebM, each from just before its onset, at most
 * `longestSeconds` long (default 1.2) with a fade where it is cut, all equally loud at their peaks.
 */
export function clipFile(
  kit: string,
  sounds: Sound[],
  { longestSeconds = CLIP_SECONDS, bitRate = BIT_RATE } = {},
): ClipFile {
  const cut = ({ id, samples }: Sound) => ({ id, samples: () => clipOf(samples(), longestSeconds) });
  return soundFile(kit, sounds.map(cut), bitRate);
}

/** Sounds as they are, one after the other in one file: mono Opus in WebM. */
export function soundFile(name: string, sounds: Sound[], bitRate: string): ClipFile {
  const file = `${name.toLowerCase().replace(/[^a-z0-9]+/g, "-")}.webm`;
  const gap = new Float32Array(Math.round(GAP_SECONDS * SAMPLE_RATE));
  const parts: Float32Array[] = [gap];
  const places = new Map<string, ClipPlace>();
  let position = gap.length;
  for (const { id, samples } of sounds) {
    const clip = samples();
    places.set(id, { file, start: seconds(position), duration: seconds(clip.length) });
    parts.push(clip, gap);
    position += clip.length + gap.length;
  }
  return { file, bytes: encode(joined(parts), bitRate), places };
}

/** What is heard of a sound: from just before its onset on, faded out where it is cut, its peak at 0.7. */
export function clipOf(y: Float32Array, longestSeconds: number): Float32Array {
  const start = Math.max(0, onsetSample(y) - Math.round(BEFORE_ONSET_SECONDS * SAMPLE_RATE));
  const length = Math.min(y.length - start, Math.round(longestSeconds * SAMPLE_RATE));
  const clip = y.slice(start, start + length);
  const peak = clip.reduce((greatest, sample) => Math.max(greatest, Math.abs(sample)), 0);
  const fade = start + length < y.length ? Math.round(FADE_SECONDS * SAMPLE_RATE) : 0;
  return clip.map((sample, i) => (sample * PEAK * Math.min(1, (length - i) / Math.max(1, fade))) / peak);
}

/** Tenths of a millisecond are finer than any player starts. */
function seconds(samples: number): number {
  return Math.round((samples / SAMPLE_RATE) * 1e4) / 1e4;
}

function joined(parts: Float32Array[]): Float32Array {
  const out = new Float32Array(parts.reduce((sum, part) => sum + part.length, 0));
  let position = 0;
  for (const part of parts) {
    out.set(part, position);
    position += part.length;
  }
  return out;
}

function encode(samples: Float32Array, bitRate: string): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), "etude-clips-"));
  const path = join(folder, "clips.webm");
  const from = ["-f", "f32le", "-ar", String(SAMPLE_RATE), "-ac", "1", "-i", "-"];
  const opus = ["-c:a", "libopus", "-b:a", bitRate];
  // Without these the file would hold a random serial number and the names of its makers.
  const repeatable = ["-map_metadata", "-1", "-fflags", "+bitexact", "-flags:a", "+bitexact"];
  try {
    runTool("ffmpeg", ["-v", "error", ...from, ...opus, ...repeatable, path], {
      input: new Uint8Array(samples.buffer),
    });
    return new Uint8Array(readFileSync(path));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
