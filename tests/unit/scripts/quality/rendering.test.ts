import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseMidi } from "midi-file";
import { expect, test } from "vitest";
import { midiFile } from "../../../../scripts/quality/midi.ts";
import { withNoise } from "../../../../scripts/quality/noise.ts";
import type { Score } from "../../../../scripts/quality/score.ts";
import { readWav, writeWav } from "../../../../scripts/quality/wav.ts";
import { RandomState } from "../../../../src/learn/random-state.ts";

const SCORE: Score = {
  seconds: 1,
  channels: { 0: { program: 40, bends: [{ time: 0.3, cents: 600 }], tuningCents: -50 } },
  notes: [
    { channel: 0, midi: 60, onset: 0.1, offset: 0.5, velocity: 90 },
    { channel: 0, midi: 60, onset: 0.5, offset: 0.9, velocity: 80 },
  ],
};

/** The events of the file with the milliseconds at which they come. */
function events(bytes: Uint8Array) {
  let time = 0;
  return parseMidi(bytes).tracks[0].map((event) => {
    time += event.deltaTime;
    return { time, event };
  });
}

test("a score is written to the millisecond, from its start on, a note's end before the next begins", () => {
  const strokes = events(midiFile([{ score: SCORE, start: 2 }])).flatMap(({ time, event }) =>
    event.type === "noteOn" || event.type === "noteOff" ? [[event.type, time]] : [],
  );
  expect(strokes).toEqual([
    ["noteOn", 2100],
    ["noteOff", 2500],
    ["noteOn", 2500],
    ["noteOff", 2900],
  ]);
});

test("half an octave up is half of the bend range up, and 50 cents down half of the fine tuning down", () => {
  const all = events(midiFile([{ score: SCORE, start: 0 }])).map(({ event }) => event);
  const bends = all.flatMap((event) => (event.type === "pitchBend" ? [event.value] : []));
  expect(bends).toEqual([0, 4096]);
  const fine = all.flatMap((event) =>
    event.type === "controller" && event.controllerType === 6 ? [event.value] : [],
  );
  expect(fine).toEqual([12, 32]);
});

test("noise is as far below the sounding part as it is said to be, whatever rests there are", () => {
  const random = new RandomState(1);
  const clean = Float32Array.from({ length: 44100 }, (_, i) => (i < 22050 ? Math.sin(i / 10) : 0));
  for (const kind of ["white", "pink"] as const) {
    const noisy = withNoise(clean, { kind, snrDb: 10 }, random);
    const power = noisy.reduce((sum, sample, i) => sum + (sample - clean[i]) ** 2, 0) / clean.length;
    // The sine's power is 0.5; what is left is chance and single precision.
    expect(10 * Math.log10(0.5 / power)).toBeCloseTo(10, 1);
  }
});

test("samples come back from a file as they were", () => {
  const folder = mkdtempSync(join(tmpdir(), "etude-wav-"));
  try {
    const samples = Float32Array.of(0, 0.25, -1, 1e-9);
    writeWav(join(folder, "a.wav"), samples, 44100);
    expect(readWav(join(folder, "a.wav"))).toEqual(samples);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
