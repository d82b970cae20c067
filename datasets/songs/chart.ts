import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type MidiEvent, parseMidi } from "midi-file";

/** A note of a chart: where it begins and how long it lasts, in beats of the song, and which of the five keys it is on. */
export type ChartedNote = { beat: number; beats: number; lane: number };

/** What a song's chart says: one tempo from the first sample on, and the notes of its hardest level. */
export type Chart = { bpm: number; notes: ChartedNote[] };

/** The MIDI number of the first of five keys, at the hardest of the game's four levels. */
const EXPERT_KEY = 96;
const KEYS = 5;

/** Reads the chart of a song. Throws when its tempo changes: no time could be told by a multiplication then. */
export function readChart(folder: string): Chart {
  const { header, tracks } = parseMidi(readFileSync(join(folder, "notes.mid")));
  const tempi = new Set(tracks.flat().flatMap((e) => (e.type === "setTempo" ? [e.microsecondsPerBeat] : [])));
  const [microseconds] = tempi;
  if (tempi.size !== 1 || !header.ticksPerBeat) throw new Error(`${folder} has ${tempi.size} tempi, not one`);
  const notes = tracks.flatMap((track) => notesOf(track, header.ticksPerBeat!));
  return { bpm: 6e7 / microseconds, notes: notes.sort((a, b) => a.beat - b.beat || a.lane - b.lane) };
}

/** When notes begin, in seconds of the song: once where several keys are pressed together. */
export function onsetTimes({ bpm, notes }: Chart): number[] {
  return [...new Set(notes.map(({ beat }) => beat))].map((beat) => (beat * 60) / bpm);
}

function notesOf(track: MidiEvent[], ticksPerBeat: number): ChartedNote[] {
  const notes: ChartedNote[] = [];
  const sounding = new Map<number, ChartedNote>();
  let beat = 0;
  for (const event of track) {
    beat += event.deltaTime / ticksPerBeat;
    if (event.type !== "noteOn" && event.type !== "noteOff") continue;
    const lane = event.noteNumber - EXPERT_KEY;
    if (lane < 0 || lane >= KEYS) continue;
    const before = sounding.get(lane);
    if (before) before.beats = beat - before.beat;
    sounding.delete(lane);
    if (event.type === "noteOff" || event.velocity === 0) continue;
    const note = { beat, beats: 0, lane };
    sounding.set(lane, note);
    notes.push(note);
  }
  return notes;
}
