import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { SAMPLE_RATE } from "../../scripts/datasets/decode.ts";
import { runTool } from "../../scripts/datasets/tools.ts";

const GAIN = "0.4";
// What fluidsynth is late by on average, as measured for the listening tests (scripts/quality/render.ts).
const LATENCY_SECONDS = 0.0022;

/** Plays a MIDI file on a soundfont, dry, and returns its first `seconds` as mono samples at {@link SAMPLE_RATE}. */
export function renderMidi(soundfont: string, midi: Uint8Array, seconds: number): Float32Array {
  const folder = mkdtempSync(join(tmpdir(), "etude-groove-"));
  try {
    const [score, raw] = [join(folder, "groove.mid"), join(folder, "groove.raw")];
    writeFileSync(score, midi);
    const load = ["-o", "synth.cpu-cores=1", "-o", "synth.dynamic-sample-loading=1"];
    const output = ["-F", raw, "-T", "raw", "-O", "float", "-r", String(SAMPLE_RATE)];
    runTool("fluidsynth", ["-niq", "-g", GAIN, "-R", "0", "-C", "0", ...load, ...output, soundfont, score]);
    const bytes = readFileSync(raw);
    const stereo = new Float32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength >> 2);
    const first = Math.round(LATENCY_SECONDS * SAMPLE_RATE);
    return Float32Array.from({ length: Math.round(seconds * SAMPLE_RATE) }, (_, i) => {
      const at = 2 * (first + i);
      return at + 1 < stereo.length ? (stereo[at] + stereo[at + 1]) / 2 : 0;
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}
