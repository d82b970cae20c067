import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { harmonicTemplates } from "../../../../src/music/transcription/harmonic-templates.ts";
import { KEYS, keyActivations } from "../../../../src/music/transcription/key-activations.ts";
import { noteCandidates } from "../../../../src/music/transcription/note-candidates.ts";
import {
  LOWEST_KEY,
  pitchBands,
  pitchSpectrogram,
} from "../../../../src/music/transcription/pitch-spectrogram.ts";
import { transcribePolyphonic } from "../../../../src/music/transcription/transcribe-polyphonic.ts";
import { whiten } from "../../../../src/music/transcription/whiten.ts";
import { noise } from "../tones.ts";

const SR = 22050;

/** Struck strings: eight partials that fall by 12 dB a second, each note from its onset to its offset. */
function played(notes: { onset: number; offset: number; midi: number }[], seconds: number): Float64Array {
  const y = new Float64Array(Math.round(seconds * SR));
  for (const { onset, offset, midi } of notes) {
    const hz = 440 * 2 ** ((midi - 69) / 12);
    for (let i = Math.round(onset * SR); i < offset * SR; i++) {
      const time = i / SR - onset;
      const level = 0.1 * Math.min(1, time / 0.005, (offset - i / SR) / 0.01) * 10 ** (-0.6 * time);
      for (let h = 1; h <= 8; h++) y[i] += (level / h) * Math.sin(2 * Math.PI * h * hz * time);
    }
  }
  return y;
}

const keysOf = (notes: { midi: number }[]) => notes.map(({ midi }) => midi).toSorted((a, b) => a - b);
const transcribed = (y: Float64Array) => transcribePolyphonic(y, SR, 0.3, false).notes;

describe("the bands", () => {
  test("have a sine where its key is, as high as it is loud", () => {
    const y = Float64Array.from({ length: SR }, (_, i) => 0.5 * Math.sin((2 * Math.PI * 440 * i) / SR));
    const { data, bins } = pitchSpectrogram(y, SR);
    const frame = data.subarray(30 * bins, 31 * bins);
    const loudest = frame.indexOf(Math.max(...frame));
    // Band 1 is A0, three bands a semitone.
    expect(loudest).toBe(1 + 3 * (69 - LOWEST_KEY));
    // The band is a triangle over three bins of the main lobe, and gathers a little more than its peak.
    expect(frame[loudest]).toBeGreaterThan(0.49);
    expect(frame[loudest]).toBeLessThan(0.75);
  });

  test("of a recording that is softer are whitened alike", () => {
    const spectra = pitchSpectrogram(noise(SR / 2), SR);
    const soft = { ...spectra, data: spectra.data.map((value) => value / 1000) };
    const [a, b] = [whiten(spectra).data, whiten(soft).data];
    for (let i = 0; i < a.length; i++) expect(b[i]).toBeCloseTo(a[i]!, 9);
  });
});

test("the template of every key is explained by that key above all", () => {
  const bins = pitchBands(SR).bands.length;
  for (const { midi, bands, weights } of harmonicTemplates(SR)) {
    const frame = new Float64Array(bins);
    for (const [i, b] of bands.entries()) frame[b] = weights[i]!;
    const { activations } = keyActivations({ data: frame, frames: 1, bins }, harmonicTemplates(SR), false);
    expect(activations.data.indexOf(Math.max(...activations.data)) + LOWEST_KEY).toBe(midi);
  }
});

test("no round of the factorisation raises its cost, whatever the spectrum", () => {
  const templates = harmonicTemplates(8000);
  const bins = pitchBands(8000).bands.length;
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 0, max: 10, noNaN: true }), { minLength: bins, maxLength: bins }),
      (frame) => {
        const { cost } = keyActivations({ data: Float64Array.from(frame), frames: 1, bins }, templates, true);
        // Rounding: twelve digits of a sum of some hundred terms.
        for (let i = 1; i < cost.length; i++) {
          expect(cost[i]!).toBeLessThanOrEqual(cost[i - 1]! + 1e-12 * Math.abs(cost[0]!));
        }
      },
    ),
    { numRuns: 25 },
  );
});

describe("candidates", () => {
  const frames = 100;
  const hopSeconds = 0.01;
  const bump = (shape: (t: number) => number) => {
    const data = new Float64Array(frames * KEYS);
    for (let t = 0; t < frames; t++) data[t * KEYS + 40] = shape(t);
    return noteCandidates({ data, frames, bins: KEYS }, hopSeconds);
  };

  test("stand where an activation rises and falls", () => {
    const [candidate, ...others] = bump((t) => (t >= 20 && t < 60 ? 1 : 0));
    expect(others).toEqual([]);
    expect(candidate!.midi).toBe(LOWEST_KEY + 40);
    // Averaged over three frames, a step is half up one frame before it; 18 ms are taken off for the window.
    expect(Math.abs(candidate!.onset - (0.2 - 0.018))).toBeLessThanOrEqual(hopSeconds + 1e-9);
    expect(Math.abs(candidate!.offset - 0.6)).toBeLessThanOrEqual(2 * hopSeconds);
  });

  test("are two where a key is struck again before it has died away", () => {
    const found = bump((t) => (t < 20 ? 0 : t < 50 ? 0.92 ** (t - 20) : 0.92 ** (t - 50)));
    expect(found.length).toBe(2);
    expect(Math.abs(found[1]!.onset - (0.5 - 0.018))).toBeLessThanOrEqual(3 * hopSeconds);
  });

  test("are none where nothing sounds", () => {
    expect(bump(() => 0)).toEqual([]);
  });
});

describe("a transcription of several voices", () => {
  const chords = [
    { onset: 0.3, offset: 0.9, midi: 48 },
    { onset: 0.3, offset: 0.9, midi: 64 },
    { onset: 0.3, offset: 0.9, midi: 67 },
    { onset: 1.1, offset: 1.7, midi: 53 },
    { onset: 1.1, offset: 1.7, midi: 69 },
    { onset: 1.1, offset: 1.7, midi: 72 },
  ];

  test("has the notes of two chords, when they begin and about when they end", () => {
    const notes = transcribed(played(chords, 2));
    expect(keysOf(notes)).toEqual(keysOf(chords));
    for (const note of notes) {
      const struck = chords.find(({ midi }) => midi === note.midi)!;
      expect(Math.abs(note.onset - struck.onset)).toBeLessThan(0.05);
      expect(Math.abs(note.offset - struck.offset)).toBeLessThan(0.12);
      expect(note.hz).toBeCloseTo(440 * 2 ** ((note.midi - 69) / 12), 9);
      expect(note.velocity).toBeGreaterThan(0);
      expect(note.velocity).toBeLessThanOrEqual(1);
    }
  });

  test("moves with its transposition", () => {
    for (const shift of [-5, 4]) {
      const moved = chords.map((note) => ({ ...note, midi: note.midi + shift }));
      expect(keysOf(transcribed(played(moved, 2)))).toEqual(keysOf(moved));
    }
  });

  test("is the same of a recording that is 40 dB softer", () => {
    const y = played(chords, 2);
    const soft = transcribed(y.map((sample) => sample / 100));
    expect(soft.map(({ midi, onset }) => [midi, onset])).toEqual(
      transcribed(y).map(({ midi, onset }) => [midi, onset]),
    );
  });

  test("keeps what each step was, and leaves out what is unlikely", () => {
    const { notes, steps } = transcribePolyphonic(played(chords, 2), SR, 0.3, true);
    expect(steps.times.length).toBe(steps.activations.frames);
    expect(steps.cost.length).toBe(21);
    expect(steps.candidates.filter(({ likelihood }) => likelihood >= 0.3).length).toBe(notes.length);
    expect(steps.candidates.every(({ likelihood }) => likelihood > 0 && likelihood < 1)).toBe(true);
  });

  test("of silence is empty", () => {
    expect(transcribed(new Float64Array(SR))).toEqual([]);
  });
});
