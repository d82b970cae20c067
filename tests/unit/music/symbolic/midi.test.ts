import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { melody, midiToHz, type Note, readMidi, tempoMap, writeMidi } from "../../../../src/music/index.ts";

/** Notes on a grid of ticks at 120 beats a minute and 480 ticks, none over another on one key. */
const gridNotes = fc
  .array(
    fc.record({
      midi: fc.integer({ min: 0, max: 127 }),
      tick: fc.integer({ min: 0, max: 50_000 }),
      length: fc.integer({ min: 1, max: 5000 }),
      velocity: fc.integer({ min: 1, max: 127 }),
    }),
    { maxLength: 40 },
  )
  .map((notes) =>
    notes
      .filter((a, i) =>
        notes
          .slice(0, i)
          .every((b) => a.midi !== b.midi || a.tick >= b.tick + b.length || b.tick >= a.tick + a.length),
      )
      .map(
        ({ midi, tick, length, velocity }): Note => ({
          onset: tick / 960,
          offset: (tick + length) / 960,
          midi,
          hz: midiToHz(midi),
          velocity: velocity / 127,
        }),
      )
      .sort((a, b) => a.onset - b.onset || a.midi - b.midi),
  );

function expectNotes(found: readonly Note[], wanted: readonly Note[]): void {
  expect(found.length).toBe(wanted.length);
  for (const [i, note] of wanted.entries()) {
    expect(found[i]!.midi).toBe(note.midi);
    expect(found[i]!.onset).toBeCloseTo(note.onset, 9);
    expect(found[i]!.offset).toBeCloseTo(note.offset, 9);
    expect(found[i]!.velocity).toBeCloseTo(note.velocity, 9);
    expect(found[i]!.hz).toBeCloseTo(note.hz, 9);
  }
}

/** A file with one track of these bytes, and the end of it. */
function fileOf(...events: number[][]): Uint8Array {
  const body = [...events.flat(), 0, 0xff, 0x2f, 0];
  const head = [
    0x4d,
    0x54,
    0x68,
    0x64,
    0,
    0,
    0,
    6,
    0,
    0,
    0,
    1,
    0,
    96,
    0x4d,
    0x54,
    0x72,
    0x6b,
    0,
    0,
    0,
    body.length,
  ];
  return Uint8Array.from([...head, ...body]);
}

describe("writeMidi and readMidi", () => {
  test.each([0, 1] as const)("give every note back, in format %s", (format) => {
    fc.assert(
      fc.property(gridNotes, (notes) => {
        const file = readMidi(writeMidi(notes, { format }));
        expectNotes(file.notes, notes);
        expect(file.format).toBe(format);
      }),
    );
  });

  test("keep parts apart, with their names, programs and drums", () => {
    const parts = [
      { name: "Übung", program: 40, notes: melody(["C4", "D4"]) },
      { notes: melody([36, 38]), drums: true },
      { name: "bass", program: 33, notes: melody(["C2"]) },
    ];
    for (const format of [0, 1] as const) {
      const { tracks, notes } = readMidi(writeMidi(parts, { format }));
      expect(tracks.map(({ program, channel, drums }) => [program, channel, drums])).toEqual([
        [40, 0, false],
        [0, 9, true],
        [33, 1, false],
      ]);
      if (format === 1) expect(tracks.map(({ name }) => name)).toEqual(["Übung", "", "bass"]);
      for (const [i, part] of parts.entries()) {
        expect(tracks[i]!.notes.map(({ midi }) => midi)).toEqual(part.notes.map(({ midi }) => midi));
      }
      expect(notes.map(({ midi }) => midi)).toEqual([36, 60, 62]);
    }
  });

  test("keep tempo and its changes, the metre and the key", () => {
    const tempo = tempoMap([
      { beat: 0, bpm: 120 },
      { beat: 4, bpm: 60 },
      { beat: 5, bpm: 200 },
    ]);
    const notes = [0.1, 2, 2.5, 3.7].map((onset) => ({ onset, offset: onset + 0.5, midi: 60 + onset }));
    const file = readMidi(writeMidi(notes, { tempo, meter: "6/8", key: "C minor" }));
    for (const [i, { beat, seconds, bpm }] of tempo.entries()) {
      expect(file.tempo[i]!.beat).toBe(beat);
      expect(file.tempo[i]!.seconds).toBeCloseTo(seconds, 6);
      expect(file.tempo[i]!.bpm).toBeCloseTo(bpm, 3);
    }
    expect(file.meters).toEqual([{ beat: 0, seconds: 0, meter: "6/8" }]);
    expect(file.keys).toEqual([{ beat: 0, seconds: 0, key: "C minor" }]);
    // A tick at 60 beats a minute is 2 ms long.
    for (const [i, note] of notes.entries())
      expect(Math.abs(file.notes[i]!.onset - note.onset)).toBeLessThan(0.002);
  });

  test("keep pitches between the keys by the pitch wheel, if asked", () => {
    const notes = [430, 440, 447.3, 220].map((hz, i) => ({
      onset: i,
      offset: i + 0.5,
      hz,
      midi: Math.round(69 + 12 * Math.log2(hz / 440)),
    }));
    const bent = readMidi(writeMidi(notes, { bend: true })).notes;
    // The wheel has 8192 steps for two semitones: half a step is 0.012 cents.
    for (const [i, { hz }] of bent.entries()) {
      expect(Math.abs(1200 * Math.log2(hz / notes[i]!.hz))).toBeLessThan(0.0125);
    }
    expect(bent.map(({ midi }) => midi)).toEqual([69, 69, 69, 57]);
    expect(readMidi(writeMidi(notes)).notes[0]!.hz).toBe(440);
  });

  test("write ten thousand notes in a moment", () => {
    const notes = Array.from({ length: 10_000 }, (_, i) => ({
      onset: i / 4,
      offset: i / 4 + 0.2,
      midi: 40 + (i % 40),
    }));
    const started = performance.now();
    expect(readMidi(writeMidi(notes)).notes.length).toBe(10_000);
    // 40 ms by itself; midi-file's own writer takes 15 s.
    expect(performance.now() - started).toBeLessThan(8000);
  });

  test("let a key go before they strike it again at the same tick", () => {
    const bytes = Array.from(writeMidi(melody(["C4", "C4"])));
    const struck = bytes.flatMap((byte, i) =>
      (byte === 0x90 || byte === 0x80) && bytes[i + 1] === 60 ? [byte] : [],
    );
    expect(struck).toEqual([0x90, 0x80, 0x90, 0x80]);
  });

  test("keep a rest of an hour, which takes four bytes", () => {
    const [note] = readMidi(writeMidi([{ onset: 3600, offset: 3601, midi: 60 }])).notes;
    expect(note!.onset).toBeCloseTo(3600, 6);
  });

  test("write a note of no length as one tick, and a velocity of 0 as the softest there is", () => {
    const [note] = readMidi(writeMidi([{ onset: 1, offset: 1, midi: 60, velocity: 0 }])).notes;
    expect(note!.offset - note!.onset).toBeCloseTo(1 / 960, 9);
    expect(note!.velocity).toBeCloseTo(1 / 127, 9);
  });
});

describe("readMidi", () => {
  const on = (delta: number, key: number, velocity = 64) => [delta, 0x90, key, velocity];
  const off = (delta: number, key: number) => [delta, 0x80, key, 0];
  const times = (notes: readonly Note[]) => notes.map(({ onset, offset }) => [onset, offset]);
  // 96 ticks a beat at 120 beats a minute: 96 ticks are half a second.

  test("takes a note-on of velocity 0 for a note-off, and running status", () => {
    const bytes = fileOf([0, 0x90, 60, 64, 96, 60, 0, 0, 62, 64, 48, 62, 0]);
    expect(times(readMidi(bytes).notes)).toEqual([
      [0, 0.5],
      [0.5, 0.75],
    ]);
  });

  test("ends a note that is never let go when its key is struck again, or with the track", () => {
    const bytes = fileOf(on(0, 60), on(96, 60), [96, 0xff, 1, 0]);
    expect(times(readMidi(bytes).notes)).toEqual([
      [0, 0.5],
      [0.5, 1],
    ]);
    expect(readMidi(fileOf(off(0, 60))).notes).toEqual([]);
  });

  test("reads the pitch wheel where a note begins, within the range that the file sets", () => {
    const wheel = (value: number) => [0, 0xe0, value & 0x7f, value >> 7];
    const control = (number: number, value: number) => [0, 0xb0, number, value];
    const notes = (...settings: number[][]) => readMidi(fileOf(...settings, on(0, 69), off(96, 69))).notes;
    expect(notes(wheel(8192 + 4096))[0]!.hz).toBeCloseTo(midiToHz(70), 9);
    const range = [control(101, 0), control(100, 0), control(6, 12), control(38, 50)];
    expect(notes(...range, wheel(0))[0]!.hz).toBeCloseTo(midiToHz(69 - 12.5), 9);
    expect(notes(wheel(0), control(121, 0))[0]!.hz).toBe(440);
    // Another parameter, and none, leave the range as it is.
    expect(notes(control(101, 64), control(100, 0), control(6, 12), wheel(0))[0]!.hz).toBeCloseTo(
      midiToHz(67),
      9,
    );
    expect(notes(control(101, 0), control(100, 1), control(6, 12), wheel(0))[0]!.hz).toBeCloseTo(
      midiToHz(67),
      9,
    );
    expect(
      notes(...range.slice(0, 2), control(101, 127), control(100, 127), control(6, 9), wheel(0))[0]!.hz,
    ).toBeCloseTo(midiToHz(67), 9);
  });

  test("makes a track of every instrument that a channel changes to", () => {
    const file = readMidi(fileOf([0, 0xc0, 5], on(0, 60), off(96, 60), [0, 0xc0, 9], on(0, 62), off(96, 62)));
    expect(file.tracks.map(({ program, notes }) => [program, notes.length])).toEqual([
      [5, 1],
      [9, 1],
    ]);
    expect(file.duration).toBe(1);
  });

  test("counts files in frames a second by seconds", () => {
    const bytes = fileOf(on(0, 60), off(100, 60));
    // 25 frames of 40 ticks.
    bytes[12] = 256 - 25;
    bytes[13] = 40;
    expect(times(readMidi(bytes).notes)).toEqual([[0, 0.1]]);
  });

  test("reads names in UTF-8 and in Latin 1", () => {
    const named = (...bytes: number[]) =>
      readMidi(fileOf([0, 0xff, 3, bytes.length, ...bytes], on(0, 60), off(96, 60))).tracks[0]!.name;
    expect(named(0xc3, 0xbc)).toBe("ü");
    expect(named(0xfc)).toBe("ü");
  });

  test("passes over a key that there cannot be", () => {
    expect(readMidi(fileOf([0, 0xff, 0x59, 2, 100, 0])).keys).toEqual([]);
    expect(readMidi(fileOf([0, 0xff, 0x59, 2, 0xfd, 0])).keys[0]!.key).toBe("Eb major");
  });

  test.each([
    ["a tempo without time", fileOf([0, 0xff, 0x51, 3, 0, 0, 0])],
    ["it ends in the middle of an event", fileOf([0, 0xff, 1, 120])],
    ["Expected length for setTempo event is 3", fileOf([0, 0xff, 0x51, 2, 0, 0])],
    ["format 2, whose tracks are pieces", fileOf().fill(2, 9, 10)],
    ["a beat has no ticks", fileOf().fill(0, 12, 14)],
    ["it should have 3 tracks, but there are 1", fileOf().fill(3, 11, 12)],
  ])("says: %s", (words, bytes) => {
    expect(() => readMidi(bytes)).toThrow(words);
  });

  test("reads finite notes or refuses, whatever bytes are changed or cut off", () => {
    const whole = writeMidi(
      [
        { notes: melody(["C4", ["E4", "G4"], null, "C5"]), name: "tune", program: 3 },
        { notes: melody([36, 38]), drums: true },
      ],
      { meter: "3/4", key: "D major" },
    );
    const changes = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 5 });
    fc.assert(
      fc.property(changes, fc.nat(whole.length), (changed, length) => {
        const bytes = whole.slice(0, changed.length === 0 ? length : whole.length);
        for (const [at, value] of changed) bytes[at] = value;
        let file: ReturnType<typeof readMidi>;
        try {
          file = readMidi(bytes);
        } catch (error) {
          expect((error as Error).message).toMatch(/^readMidi: (bytes|the (bytes|file)) .+\.$/);
          return;
        }
        for (const { onset, offset, midi, hz, velocity } of file.tracks.flatMap(({ notes }) => notes)) {
          expect([onset, offset, midi, hz, velocity].every(Number.isFinite)).toBe(true);
          expect(offset).toBeGreaterThanOrEqual(onset);
          expect(velocity > 0 && velocity <= 1 && midi >= 0 && midi <= 127).toBe(true);
        }
      }),
      { numRuns: 600 },
    );
  });
});
