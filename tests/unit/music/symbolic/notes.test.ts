import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  beatsToSeconds,
  durationRatios,
  frameOf,
  melodicIntervals,
  melody,
  midiToHz,
  ngrams,
  pianoRoll,
  quantizeNotes,
  secondsToBeats,
  tempoFromBeats,
  tempoMap,
  transpose,
} from "../../../../src/music/index.ts";

const changes = fc
  .array(
    fc.tuple(fc.double({ min: 0.1, max: 20, noNaN: true }), fc.double({ min: 20, max: 300, noNaN: true })),
    {
      minLength: 1,
      maxLength: 6,
    },
  )
  .map((steps) => {
    let beat = 0;
    return steps.map(([step, bpm], i) => {
      beat += i === 0 ? 0 : step;
      return { beat, bpm };
    });
  });

describe("melody", () => {
  test("puts its steps one behind the other, with rests, chords and lengths in beats", () => {
    const notes = melody(["C4", null, ["E4", 67]], { beats: [1, 0.5], bpm: 120, velocity: 0.5, start: 2 });
    expect(notes.map(({ onset, offset, midi }) => [onset, offset, midi])).toEqual([
      [2, 2.5, 60],
      [2.75, 3.25, 64],
      [2.75, 3.25, 67],
    ]);
    expect(notes[0]).toEqual({ onset: 2, offset: 2.5, midi: 60, hz: midiToHz(60), velocity: 0.5 });
    expect(melody([])).toEqual([]);
  });
});

describe("transpose", () => {
  test("moves midi and hz alike, keeps what else a note carries, and can be undone", () => {
    const notes = [{ onset: 0, offset: 1, midi: 69, hz: 442, velocity: 0.3, voice: "alto" }];
    expect(transpose(notes, 12)).toEqual([{ ...notes[0], midi: 81, hz: 884 }]);
    const [back] = transpose(transpose(notes, 3.5), -3.5);
    expect(back!.hz).toBeCloseTo(442, 9);
  });
});

describe("tempo", () => {
  test("of one number counts from 0", () => {
    expect([beatsToSeconds(4, 120), secondsToBeats(1.25, 120), beatsToSeconds(-1, 60)]).toEqual([2, 2.5, -1]);
  });

  test("that changes goes on from where it was", () => {
    const map = tempoMap([
      { beat: 0, bpm: 120 },
      { beat: 8, bpm: 60 },
    ]);
    expect([0, 4, 8, 12].map((beat) => beatsToSeconds(beat, map))).toEqual([0, 2, 4, 8]);
  });

  test("leads from beats to seconds and back", () => {
    fc.assert(
      fc.property(changes, fc.double({ min: -5, max: 100, noNaN: true }), (list, beat) => {
        const map = tempoMap(list);
        expect(secondsToBeats(beatsToSeconds(beat, map), map)).toBeCloseTo(beat, 8);
      }),
    );
  });

  test("from tracked beats gives each its number, and goes on as it began and ended", () => {
    const beats = [0.5, 1, 1.5, 2.1, 2.8];
    const map = tempoFromBeats(Float64Array.from(beats));
    for (const [number, seconds] of beats.entries())
      expect(secondsToBeats(seconds, map)).toBeCloseTo(number, 12);
    expect(secondsToBeats(0, map)).toBeCloseTo(-1, 12);
    expect(secondsToBeats(3.5, map)).toBeCloseTo(5, 12);
    expect(beatsToSeconds(2.5, map)).toBeCloseTo(1.8, 12);
  });
});

describe("quantizeNotes", () => {
  test("moves both ends to the nearest lines, and leaves no note without length", () => {
    const played = [
      { onset: 0.02, offset: 0.47, midi: 60 },
      { onset: 0.53, offset: 0.55, midi: 62 },
    ];
    const moved = quantizeNotes(played, { tempo: 120, division: 2 });
    expect(moved.map(({ onset, offset }) => [onset, offset])).toEqual([
      [0, 0.5],
      [0.5, 0.75],
    ]);
  });

  test("moves part of the way, or not at all", () => {
    const note = { onset: 0.06, offset: 0.56, midi: 60 };
    const [half] = quantizeNotes([note], { tempo: 60, division: 4, strength: 0.5 });
    expect(half!.onset).toBeCloseTo(0.03, 12);
    expect(half!.offset).toBeCloseTo(0.53, 12);
    expect(quantizeNotes([note], { strength: 0 })[0]).toMatchObject(note);
  });

  test("changes nothing when it is done again, with any tempo that changes", () => {
    const notes = fc.array(
      fc.tuple(fc.double({ min: 0, max: 30, noNaN: true }), fc.double({ min: 0, max: 3, noNaN: true })),
    );
    fc.assert(
      fc.property(changes, notes, fc.constantFrom(1, 2, 3, 4, 12), (list, times, division) => {
        const tempo = tempoMap(list);
        const played = times.map(([onset, length]) => ({ onset, offset: onset + length, midi: 60 }));
        const once = quantizeNotes(played, { tempo, division });
        for (const [i, { onset, offset }] of quantizeNotes(once, { tempo, division }).entries()) {
          expect(onset).toBeCloseTo(once[i]!.onset, 8);
          expect(offset).toBeCloseTo(once[i]!.offset, 8);
          expect((secondsToBeats(onset, tempo) * division) % 1).toSatisfy(
            (x: number) => Math.min(x, 1 - x) < 1e-6,
          );
        }
      }),
    );
  });
});

describe("pianoRoll", () => {
  test("has the velocity of each note where it sounds, and 0 elsewhere", () => {
    const notes = [
      { onset: 0.1, offset: 0.3, midi: 60, velocity: 0.5 },
      { onset: 0.2, offset: 0.4, midi: 62, velocity: 1 },
    ];
    const roll = pianoRoll(notes, { framesPerSecond: 10, lowest: 60, highest: 62 });
    expect([roll.frames, roll.bins]).toEqual([4, 3]);
    expect(Array.from(roll.data)).toEqual([0, 0, 0, 0.5, 0, 0, 0.5, 0, 1, 0, 0, 1]);
  });

  test("shows the louder of two, short notes for a frame, and leaves out what lies beyond", () => {
    const notes = [
      { onset: 0, offset: 1, midi: 60, velocity: 0.2 },
      { onset: 0, offset: 0.5, midi: 60, velocity: 0.9 },
      { onset: 0.5, offset: 0.5, midi: 61, velocity: 0.4 },
      { onset: 0, offset: 1, midi: 20, velocity: 1 },
      { onset: 8, offset: 9, midi: 61, velocity: 1 },
    ];
    const roll = pianoRoll(notes, { framesPerSecond: 4, lowest: 60, highest: 61, frames: 4 });
    expect(Array.from(roll.data)).toEqual([0.9, 0, 0.9, 0, 0.2, 0.4, 0.2, 0]);
  });

  test("rolls up by a bin when its notes are a semitone higher", () => {
    const tune = melody(["C4", "E4", null, "G4"]);
    const [low, high] = [tune, transpose(tune, 1)].map((notes) => pianoRoll(notes, { framesPerSecond: 8 }));
    for (let t = 0; t < low!.frames; t++) {
      expect(Array.from(frameOf(high!, t).subarray(1))).toEqual(
        Array.from(frameOf(low!, t).subarray(0, 127)),
      );
    }
  });

  test("of no notes is one empty frame", () => {
    expect(pianoRoll([])).toEqual({ data: new Float64Array(128), frames: 1, bins: 128 });
  });
});

describe("n-grams of melodies", () => {
  test("intervals do not change when a tune is moved, nor ratios when it is played faster", () => {
    const beats = [1, 0.5, 0.5, 2];
    const tune = melody(["C4", "D4", "E4", "C4"], { beats, bpm: 90 });
    expect(melodicIntervals(tune)).toEqual([2, 2, -4]);
    expect(melodicIntervals(transpose(tune, 5))).toEqual([2, 2, -4]);
    for (const bpm of [60, 90, 133]) {
      const ratios = durationRatios(melody(["C4", "D4", "E4", "C4"], { beats, bpm }));
      for (const [i, wanted] of [0.5, 1, 4].entries()) expect(ratios[i]).toBeCloseTo(wanted, 9);
    }
  });

  test("come from notes in any order, and from a single one there is none", () => {
    const tune = melody(["C4", "D4", "E4"]).reverse();
    expect(melodicIntervals(tune)).toEqual([2, 2]);
    expect([
      melodicIntervals(tune.slice(1, 2)),
      durationRatios(tune.slice(1, 2)),
      durationRatios([]),
    ]).toEqual([[], [], []]);
  });

  test("are all runs of neighbours", () => {
    expect(ngrams("abcd", 2)).toEqual([
      ["a", "b"],
      ["b", "c"],
      ["c", "d"],
    ]);
    expect(ngrams([1, 2], 3)).toEqual([]);
  });
});
