import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { decode, SAMPLE_RATE } from "./decode.ts";
import { type DrumTrack, drumMidiFile } from "./midi-file.ts";
import { runTool } from "./tools.ts";

// Low enough that no stroke clips.
const GAIN = "0.4";

/** Plays a track on a soundfont, dry, and returns one run of mono samples for each of its notes. */
export function renderDrums(soundfont: string, track: DrumTrack): Float32Array[] {
  const folder = mkdtempSync(join(tmpdir(), "etude-render-"));
  try {
    const midi = join(folder, "drums.mid");
    const wave = join(folder, "drums.wav");
    writeFileSync(midi, drumMidiFile(track));
    const dry = ["-R", "0", "-C", "0"];
    const output = ["-F", wave, "-T", "wav", "-O", "float", "-r", String(SAMPLE_RATE)];
    runTool("fluidsynth", [
      "-niq",
      "-g",
      GAIN,
      "-o",
      "synth.cpu-cores=1",
      ...dry,
      ...output,
      soundfont,
      midi,
    ]);
    const samples = decode(wave);
    const slot = Math.round(track.slotSeconds * SAMPLE_RATE);
    return track.notes.map((_, i) => samples.slice(i * slot, (i + 1) * slot));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
