import type { PlayedNotes, Samples } from "./clip.ts";
import { safeGain } from "./safe-level.ts";

/** Whole numbers of 16 bits, or floats that hold every sample as it is. */
export type WavFormat = 16 | "float";

/** A WAV file. With 16 bits, samples beyond what they hold are brought down, all by one factor, and not clipped. */
export async function wavFile({ y, sr }: Samples, format: WavFormat): Promise<Blob> {
  const { writeWav } = await import("../../music/files/write-wav.ts");
  const factor = format === 16 ? safeGain([y]) : 1;
  const bytes = writeWav(
    factor < 1 ? Float64Array.from(y, (sample) => factor * sample) : Float64Array.from(y),
    { sr: Math.round(sr), format },
  );
  return new Blob([bytes as BlobPart], { type: "audio/wav" });
}

/** A MIDI file of notes. */
export async function midiFile(notes: PlayedNotes["notes"]): Promise<Blob> {
  const { writeMidi } = await import("../../music/symbolic/write-midi.ts");
  return new Blob([writeMidi(notes) as BlobPart], { type: "audio/midi" });
}
