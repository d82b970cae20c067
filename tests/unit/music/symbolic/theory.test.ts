import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  centsBetween,
  chordMidi,
  chordNotes,
  chordOfNumeral,
  harmonicRole,
  hzToMidi,
  hzToNote,
  intervalBetween,
  intervalSemitones,
  intervalVector,
  midiToHz,
  midiToNote,
  nameChord,
  nearestInScale,
  noteToHz,
  noteToMidi,
  pitchClassSet,
  primeForm,
  romanNumeral,
  scaleNames,
  scaleNotes,
  splitKey,
  transposeNote,
} from "../../../../src/music/index.ts";

const midi = fc.integer({ min: 0, max: 127 });
const keys = fc.constantFrom(
  "C major",
  "Eb major",
  "F# minor",
  "D dorian",
  "Cb major",
  "C# major",
  "E phrygian",
);

describe("pitches", () => {
  test("A4 is 440 Hz and 69, or what it is tuned to", () => {
    expect([midiToHz(69), hzToMidi(440), noteToHz("A4")]).toEqual([440, 69, 440]);
    expect([midiToHz(69, { a4: 415 }), hzToMidi(415, { a4: 415 }), noteToHz("A4", { a4: 442 })]).toEqual([
      415, 69, 442,
    ]);
  });

  test("Hz and MIDI numbers are each other's way back", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1, max: 20000, noNaN: true }),
        fc.double({ min: 400, max: 480, noNaN: true }),
        (hz, a4) => {
          expect(midiToHz(hzToMidi(hz, { a4 }), { a4 })).toBeCloseTo(hz, 8);
        },
      ),
    );
  });

  test("cents count hundredths of semitones", () => {
    expect(centsBetween(880, 440)).toBe(1200);
    expect(centsBetween(3, 2)).toBeCloseTo(701.955, 3);
    expect(centsBetween(220, 440)).toBe(-1200);
  });
});

describe("names of notes", () => {
  test.each([
    ["C4", 60],
    ["C-1", 0],
    ["G9", 127],
    ["B#3", 60],
    ["Cb4", 59],
    ["F##5", 79],
    ["Bbb2", 45],
    ["e♭4", 63],
    ["F♯4", 66],
    ["Fx4", 67],
    ["A4+12", 69.12],
    ["A4-50", 68.5],
    ["C-1+25", 0.25],
    // As in librosa, a name without an octave is in octave 0.
    ["C", 12],
  ])("%s is %s", (name, number) => {
    expect(noteToMidi(name)).toBeCloseTo(number, 12);
  });

  test("give their number back, however they are spelled", () => {
    fc.assert(
      fc.property(
        midi,
        keys,
        fc.constantFrom("sharp" as const, "flat" as const),
        (number, key, accidentals) => {
          expect(noteToMidi(midiToNote(number, { accidentals }))).toBe(number);
          expect(noteToMidi(midiToNote(number, { key }))).toBe(number);
        },
      ),
    );
  });

  test("are spelled as the key asks", () => {
    const scale = [0, 2, 4, 5, 7, 9, 11];
    const spelled = (key: string, tonic: number) =>
      scale.map((step) => midiToNote(tonic + step, { key, octave: false }));
    expect(spelled("Eb major", 63)).toEqual(["Eb", "F", "G", "Ab", "Bb", "C", "D"]);
    expect(spelled("F# major", 66)).toEqual(["F#", "G#", "A#", "B", "C#", "D#", "E#"]);
    // Beside the key: the raised fourth and the flattened seventh, third, sixth and second.
    expect([66, 70, 63, 68, 61].map((number) => midiToNote(number, { key: "C major" }))).toEqual([
      "F#4",
      "Bb4",
      "Eb4",
      "Ab4",
      "Db4",
    ]);
  });

  test("are rounded to the nearest semitone, with what is left in cents if asked", () => {
    expect(midiToNote(60.4)).toBe("C4");
    expect(midiToNote(60.6)).toBe("C#4");
    expect(midiToNote(69.12, { cents: true })).toBe("A4+12");
    expect(hzToNote(450, { cents: true })).toBe("A4+39");
    expect(hzToNote(440, { a4: 450, cents: true })).toBe("A4-39");
  });
});

describe("intervals", () => {
  test.each([
    ["C4", "E4", "M3", 4],
    ["C4", "Fb4", "d4", 4],
    ["C4", "B3", "m-2", -1],
    ["C4", "G5", "P12", 19],
    ["F4", "B4", "A4", 6],
    ["C4", "C4", "P1", 0],
  ])("from %s to %s is %s, %s semitones", (from, to, name, semitones) => {
    expect(intervalBetween(from, to)).toBe(name);
    expect(intervalSemitones(name)).toBe(semitones);
    expect(transposeNote(from, name)).toBe(to);
  });

  test("without octaves go up", () => {
    expect(intervalBetween("B", "C")).toBe("m2");
    expect(transposeNote("B", "m2")).toBe("C");
  });

  test("lead from any note to any other and are as wide as these are apart", () => {
    fc.assert(
      fc.property(midi, midi, (a, b) => {
        const [from, to] = [midiToNote(a), midiToNote(b, { accidentals: "flat" })];
        const interval = intervalBetween(from, to);
        expect(intervalSemitones(interval)).toBe(b - a);
        expect(transposeNote(from, interval)).toBe(to);
      }),
    );
  });
});

describe("scales", () => {
  test("are spelled with a letter for each degree", () => {
    expect(scaleNotes("Eb", "major")).toEqual(["Eb", "F", "G", "Ab", "Bb", "C", "D"]);
    expect(scaleNotes("C", "harmonic minor")).toEqual(["C", "D", "Eb", "F", "G", "Ab", "B"]);
    expect(scaleNotes("A4", "minor pentatonic")).toEqual(["A4", "C5", "D5", "E5", "G5"]);
    expect(scaleNotes("D", "Dorian")).toEqual(["D", "E", "F", "G", "A", "B", "C"]);
  });

  test("are 92, all of which ascend within an octave from their tonic", () => {
    expect(scaleNames.length).toBe(92);
    for (const name of scaleNames) {
      const notes = scaleNotes("C4", name).map(noteToMidi);
      expect(notes[0]).toBe(60);
      for (const [i, note] of notes.slice(1).entries()) expect(note - notes[i]!, name).toBeGreaterThan(0);
      expect(notes.at(-1)! - 60, name).toBeLessThan(12);
    }
  });

  test("nearestInScale finds a note of the scale, none of which is nearer", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 127, noNaN: true }),
        fc.constantFrom("major", "blues", "whole tone"),
        (number, name) => {
          const scale = pitchClassSet(scaleNotes("D", name));
          const found = nearestInScale(number, "D", name);
          expect(scale).toContain(((found % 12) + 12) % 12);
          for (let other = -12; other <= 140; other++) {
            if (scale.includes(((other % 12) + 12) % 12)) {
              expect(Math.abs(other - number)).toBeGreaterThanOrEqual(Math.abs(found - number) - 1e-9);
            }
          }
        },
      ),
    );
    expect(nearestInScale(61, "C", "major")).toBe(60);
  });
});

describe("chords", () => {
  test.each([
    ["C:maj", "C E G"],
    ["A#:min", "A# C# E#"],
    ["G:7/3", "B D F G"],
    ["Db:maj(9)/3", "F Ab Db Eb"],
    ["C:dim7", "C Eb Gb Bbb"],
    ["F:13", "F A C Eb G Bb D"],
    ["D:min7(*5,11)/b7", "C D F G"],
    ["N", ""],
  ])("%s has the notes %s", (label, notes) => {
    expect(chordNotes(label).join(" ")).toBe(notes);
  });

  test("are put on their bass, in the octave asked for", () => {
    expect(chordMidi("C:maj")).toEqual([60, 64, 67]);
    expect(chordMidi("C:maj/5", { octave: 3 })).toEqual([55, 60, 64]);
    expect(chordMidi("C:9")).toEqual([60, 64, 67, 70, 74]);
    expect(chordMidi("X")).toEqual([]);
  });

  test("are named again from their notes, bass first", () => {
    for (const label of [
      "C:maj",
      "A#:min",
      "G:7/3",
      "Eb:maj7",
      "B:hdim7/b5",
      "F#:sus4",
      "D:min9",
      "C:5",
      "C:1",
      "E:aug7/3",
    ]) {
      expect(nameChord(chordNotes(label)), label).toBe(label);
    }
  });

  test("have one name whatever the order and the octaves of what lies above the bass", () => {
    expect(nameChord(["C2", "G5", "E3", "C4"])).toBe("C:maj");
    expect(nameChord([64, 72, 67])).toBe("C:maj/3");
    expect(nameChord(["A", "C", "E", "G"])).toBe("A:min7");
    expect(nameChord(["C", "E", "G", "A"])).toBe("C:maj6");
    expect(nameChord(["C", "C#", "D"])).toBe("X");
    expect(nameChord([])).toBe("N");
  });
});

describe("Roman numerals", () => {
  test.each([
    ["C major", "C:maj D:min E:min F:maj G:7 A:min B:dim B:hdim7", "I ii iii IV V7 vi vii° viiø7"],
    ["C major", "Bb:maj Db:maj F#:dim Ab:maj D:7 C:aug G:7/3", "bVII bII #iv° bVI II7 I+ V7/3"],
    [
      "A minor",
      "A:min B:dim C:maj D:min E:7 F:maj G:maj G#:dim7 G:dim",
      "i ii° III iv V7 VI VII vii°7 bvii°",
    ],
    ["Eb major", "Eb:maj7 C:min7 F:min7 Bb:7 Eb:maj6", "Imaj7 vi7 ii7 V7 Iadd6"],
    ["D dorian", "D:min G:maj C:maj", "i IV VII"],
    // Chords that are spelled as a listener does, with sharps only.
    ["F minor", "A#:min C#:maj", "iv VI"],
  ])("in %s name %s", (key, labels, numerals) => {
    const list = labels.split(" ");
    expect(list.map((label) => romanNumeral(label, key)).join(" ")).toBe(numerals);
    const back = list.map((label) => chordOfNumeral(romanNumeral(label, key), key));
    expect(
      back.map((label) =>
        chordNotes(label)
          .map(noteToMidi)
          .map((note) => note % 12),
      ),
    ).toEqual(
      list.map((label) =>
        chordNotes(label)
          .map(noteToMidi)
          .map((note) => note % 12),
      ),
    );
  });

  test("lead back to the chord, from all twelve roots in every key", () => {
    const qualities = fc.constantFrom(
      "maj",
      "min",
      "dim",
      "aug",
      "7",
      "maj7",
      "min7",
      "hdim7",
      "dim7",
      "sus4",
      "minmaj7",
      "9",
    );
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 11 }), qualities, keys, (root, quality, key) => {
        const label = `${midiToNote(60 + root, { octave: false })}:${quality}`;
        const back = chordOfNumeral(romanNumeral(label, key), key);
        expect(pitchClassSet(chordNotes(back))).toEqual(pitchClassSet(chordNotes(label)));
      }),
    );
  });

  test("spell the chord as the key does", () => {
    expect(["IV", "V7", "bVI"].map((numeral) => chordOfNumeral(numeral, "Eb major"))).toEqual([
      "Ab:maj",
      "Bb:7",
      "Cb:maj",
    ]);
    expect(chordOfNumeral("vii°7", "A minor")).toBe("G#:dim7");
  });

  test("roles say what a chord does", () => {
    const roles = (key: string, labels: string[]) => labels.map((label) => harmonicRole(label, key));
    expect(roles("C major", ["C", "D:min", "E:min", "F", "G:7", "A:min", "B:dim"])).toEqual([
      "tonic",
      "subdominant",
      "tonic",
      "subdominant",
      "dominant",
      "tonic",
      "dominant",
    ]);
    expect(roles("A minor", ["E:7", "G#:dim7", "D:min", "N", "Bb"])).toEqual([
      "dominant",
      "dominant",
      "subdominant",
      "other",
      "other",
    ]);
    expect(roles("C major", ["D:7", "F:min"])).toEqual(["other", "other"]);
  });
});

test.each([
  ["C major", { tonic: "C", mode: "major", signature: 0 }],
  ["A:min", { tonic: "A", mode: "minor", signature: 0 }],
  ["Ebm", { tonic: "Eb", mode: "minor", signature: -6 }],
  ["f♯ dorian", { tonic: "F#", mode: "dorian", signature: 4 }],
  ["Bb", { tonic: "Bb", mode: "major", signature: -2 }],
  ["G mix", { tonic: "G", mode: "mixolydian", signature: 0 }],
  ["B:locrian", { tonic: "B", mode: "locrian", signature: 0 }],
])("splitKey takes %s apart", (key, parts) => {
  expect(splitKey(key)).toEqual(parts);
});

describe("pitch-class sets", () => {
  test.each([
    ["3-11", "0 4 7", "0 3 7", "001110"],
    ["4-27", "0 4 7 10", "0 2 5 8", "012111"],
    ["5-35, the pentatonic scale", "0 2 4 7 9", "0 2 4 7 9", "032140"],
    ["6-35, the whole-tone scale", "0 2 4 6 8 10", "0 2 4 6 8 10", "060603"],
    ["7-35, the major scale", "0 2 4 5 7 9 11", "0 1 3 5 6 8 10", "254361"],
    ["4-Z15", "0 1 4 6", "0 1 4 6", "111111"],
    ["4-Z29", "0 1 3 7", "0 1 3 7", "111111"],
    // Rahn packs from the right, which makes other forms of these than Forte has.
    ["5-20", "0 1 3 7 8", "0 1 5 6 8", "211231"],
    ["6-Z29", "0 1 3 6 8 9", "0 2 3 6 7 9", "224232"],
  ])("have the prime form and the interval vector of the list: %s", (_, set, prime, vector) => {
    const notes = set.split(" ").map(Number);
    expect(primeForm(notes).join(" ")).toBe(prime);
    expect(intervalVector(notes).join("")).toBe(vector);
  });

  test("of no notes are empty", () => {
    expect([primeForm([]), intervalVector([])]).toEqual([[], [0, 0, 0, 0, 0, 0]]);
  });

  test("stay the same when they are transposed or turned upside down", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 0, max: 11 }), { minLength: 1 }),
        fc.integer({ min: -24, max: 24 }),
        (set, by) => {
          expect(primeForm(set.map((one) => one + by))).toEqual(primeForm(set));
          expect(primeForm(set.map((one) => by - one))).toEqual(primeForm(set));
          expect(intervalVector(set.map((one) => by - one))).toEqual(intervalVector(set));
        },
      ),
    );
  });
});
