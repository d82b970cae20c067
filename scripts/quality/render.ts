import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runTool } from "../datasets/tools.ts";
import { type FontName, fontPath } from "./fonts.ts";
import { midiFile } from "./midi.ts";
import type { Score } from "./score.ts";

/** Samples a second of everything that is rendered. */
export const SAMPLE_RATE = 44100;

// Loud pieces reach full scale at more; what still exceeds it is scaled down as a whole when it is written.
const GAIN = "0.5";
// Fluidsynth acts on events at the next block of 64 samples and the next whole millisecond: a click sounds 1.45 to
// 2.9 ms after its event, 2.2 ms on average (measured on 20 strokes of a stick with the font that starts at once).
const LATENCY_SECONDS = 0.0022;
// So that nothing of a piece is left in the next.
const GAP_SECONDS = 1;
const REVERB = ["-o", "synth.reverb.room-size=0.7", "-o", "synth.reverb.level=0.7"];

/** {@link playScores} on one of the soundfonts that are installed. */
export function renderScores(font: FontName, reverb: boolean, scores: Score[]): Float32Array[] {
  return playScores(fontPath(font), reverb, scores);
}

/**
 * Plays scores on a soundfont, in one go because large soundfonts take seconds to load, and returns mono samples for
 * each, of its length, in which time 0 is the time 0 of the score within 0.8 ms.
 */
export function playScores(soundfont: string, reverb: boolean, scores: Score[]): Float32Array[] {
  const folder = mkdtempSync(join(tmpdir(), "etude-render-"));
  try {
    const midi = join(folder, "scores.mid");
    const raw = join(folder, "scores.raw");
    let start = GAP_SECONDS;
    const placed = scores.map((score) => {
      const place = { score, start };
      start += Math.ceil(score.seconds) + GAP_SECONDS;
      return place;
    });
    writeFileSync(midi, midiFile(placed));
    const space = reverb ? ["-R", "1", ...REVERB] : ["-R", "0"];
    const output = ["-F", raw, "-T", "raw", "-O", "float", "-r", String(SAMPLE_RATE)];
    const load = ["-o", "synth.cpu-cores=1", "-o", "synth.dynamic-sample-loading=1"];
    const program = ["-niq", "-g", GAIN, "-C", "0", ...load, ...space, ...output];
    runTool("fluidsynth", [...program, soundfont, midi]);
    const bytes = readFileSync(raw);
    const stereo = new Float32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength >> 2);
    return placed.map((place) => slice(stereo, place.start + LATENCY_SECONDS, place.score.seconds));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function slice(stereo: Float32Array, start: number, seconds: number): Float32Array {
  const first = Math.round(start * SAMPLE_RATE);
  const mono = new Float32Array(Math.round(seconds * SAMPLE_RATE));
  for (let i = 0; i < mono.length; i++) {
    const at = 2 * (first + i);
    if (at + 1 < stereo.length) mono[i] = (stereo[at] + stereo[at + 1]) / 2;
  }
  return mono;
}
