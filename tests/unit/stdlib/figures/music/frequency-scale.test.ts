import { describe, expect, test } from "vitest";
import {
  frequencyScale,
  hzTicks,
  noteOf,
  noteTicks,
} from "../../../../../src/stdlib/figures/music/frequency-scale.ts";

describe.each(["linear", "log", "mel"] as const)("a %s axis", (axis) => {
  const scale = frequencyScale(axis, 30, 11_025);

  test("goes from 0 to 1 and back", () => {
    expect([scale.position(30), scale.position(11_025)]).toEqual([0, 1]);
    for (const hz of [30, 55, 440, 999, 1001, 8000]) expect(scale.hz(scale.position(hz))).toBeCloseTo(hz, 6);
  });

  test.each([80, 200, 600])("has at least two ticks of Hz on %i pixels, none closer than 20", (pixels) => {
    const places = hzTicks(scale, pixels).map(({ position }) => position * pixels);
    expect(places.length).toBeGreaterThanOrEqual(2);
    for (const [i, place] of places.slice(1).entries()) expect(place - places[i]!).toBeGreaterThanOrEqual(20);
  });
});

test("an octave is as long everywhere on a log axis", () => {
  const { position } = frequencyScale("log", 55, 7040);
  expect(position(110) - position(55)).toBeCloseTo(position(7040) - position(3520), 12);
});

test("an axis of an octave names every semitone, one of eight the Cs", () => {
  const octave = noteTicks(frequencyScale("log", 261.62, 523.26), 300);
  expect(octave.map(({ label }) => label)).toEqual([
    "C4",
    "C#4",
    "D4",
    "D#4",
    "E4",
    "F4",
    "F#4",
    "G4",
    "G#4",
    "A4",
    "A#4",
    "B4",
    "C5",
  ]);
  const all = noteTicks(frequencyScale("log", 32.7, 8400), 300);
  expect(all.map(({ label }) => label)).toEqual(["C1", "C2", "C3", "C4", "C5", "C6", "C7", "C8", "C9"]);
});

test("a frequency has the name of its nearest note", () => {
  expect([440, 261.63, 450, 27.5].map(noteOf)).toEqual(["A4", "C4", "A4", "A0"]);
});
