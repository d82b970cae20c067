import { readMidi } from "../../src/music/index.ts";

// mma's players come in a little before the beat, and a MIDI file counts in whole microseconds a beat.
const EARLY_SECONDS = 0.05;

/** Why a file is not what its sheet says; none when it is. */
export function doubtsOf(
  midi: Uint8Array,
  { bpm, beats, bars }: { bpm: number; beats: number; bars: number },
): string[] {
  const { tempo, notes, tracks } = readMidi(midi);
  const barSeconds = (beats * 60) / bpm;
  const doubts: string[] = [];
  if (tempo.length !== 1 || Math.abs(tempo[0].bpm - bpm) > 0.01) doubts.push("another tempo");
  const last = Math.max(...tracks.flatMap((track) => track.notes.map(({ onset }) => onset)));
  if (last >= bars * barSeconds || last < (bars - 1) * barSeconds - EARLY_SECONDS)
    doubts.push("another length");
  for (let bar = 0; bar < bars; bar++) {
    const heard = notes.some(
      ({ onset, offset }) => onset < (bar + 1) * barSeconds - 1e-3 && offset > bar * barSeconds + 1e-3,
    );
    if (!heard) doubts.push(`no note of a chord in bar ${bar}`);
  }
  return doubts;
}
