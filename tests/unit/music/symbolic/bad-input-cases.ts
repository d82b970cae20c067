import * as music from "../../../../src/music/index.ts";
import type { BadInputCase } from "../bad-input.ts";

const note = { onset: 0, offset: 1, midi: 60 };
const wrongNotes = (call: (notes: never) => unknown): BadInputCase["wrong"] => [
  [() => call("C4" as never), "notes must be a list"],
  [() => call([{ ...note, onset: Number.NaN }] as never), "notes[0].onset is NaN"],
  [() => call([note, { ...note, onset: 2 }] as never), "notes[1].offset is 1"],
  [() => call([{ onset: 0, offset: 1 }] as never), "notes[0] has no pitch"],
  [() => call([{ ...note, midi: Number.NaN }] as never), "notes[0].midi is NaN"],
  [() => call([{ onset: 0, offset: 1, hz: 0 }] as never), "notes[0].hz is 0"],
  [() => call([{ ...note, velocity: 1.5 }] as never), "notes[0].velocity is 1.5"],
  [() => call([null] as never), "notes[0].onset is undefined"],
];

export const badInput: BadInputCase[] = [
  {
    name: "beatsToSeconds",
    wrong: [
      [() => music.beatsToSeconds(Number.NaN, 120), "beat is NaN"],
      [() => music.beatsToSeconds(1, 0), "tempo is 0"],
      [() => music.beatsToSeconds(1, []), "tempo must be a tempo"],
      [() => music.beatsToSeconds(1, [{ beat: 0, seconds: 0, bpm: -1 }]), "tempo[0] gives a tempo of -1"],
    ],
  },
  {
    name: "centsBetween",
    wrong: [
      [() => music.centsBetween(0, 440), "hz is 0"],
      [() => music.centsBetween(440, Number.NaN), "referenceHz is NaN"],
    ],
  },
  {
    name: "chordMidi",
    wrong: [
      [() => music.chordMidi("H:maj"), '"H:maj" is no chord label'],
      [() => music.chordMidi("C", { octave: 0.5 }), "octave is 0.5"],
    ],
  },
  { name: "chordNotes", wrong: [[() => music.chordNotes(5 as never), '"5" is no chord label']] },
  {
    name: "chordOfNumeral",
    wrong: [
      [() => music.chordOfNumeral("VIII", "C major"), '"VIII" is no Roman numeral'],
      [() => music.chordOfNumeral("ivx", "C major"), '"ivx" is no Roman numeral'],
      [() => music.chordOfNumeral("V", "H major"), '"H major" is no key'],
    ],
  },
  { name: "durationRatios", wrong: wrongNotes(music.durationRatios) },
  {
    name: "harmonicRole",
    wrong: [
      [() => music.harmonicRole("C:major", "C major"), '"C:major" is no chord label'],
      [() => music.harmonicRole("C:maj", "C mayor"), '"C mayor" is no key'],
    ],
  },
  {
    name: "hzToMidi",
    wrong: [
      [() => music.hzToMidi(0), "hz is 0"],
      [() => music.hzToMidi(440, { a4: -1 }), "a4 is -1"],
    ],
  },
  {
    name: "hzToNote",
    wrong: [
      [() => music.hzToNote(Number.POSITIVE_INFINITY), "hz is Infinity"],
      [() => music.hzToNote(440, { accidentals: "both" as never }), 'accidentals is "both"'],
    ],
  },
  {
    name: "intervalBetween",
    wrong: [
      [() => music.intervalBetween("C4", "H4"), '"H4" is no note'],
      [() => music.intervalBetween("C4", "E"), "must both have an octave"],
    ],
  },
  { name: "intervalSemitones", wrong: [[() => music.intervalSemitones("P3"), '"P3" is no interval']] },
  {
    name: "intervalVector",
    wrong: [
      [() => music.intervalVector("C E G" as never), "notes must be a list"],
      [() => music.intervalVector([Number.NaN]), "notes[0] is NaN"],
    ],
  },
  { name: "melodicIntervals", wrong: wrongNotes(music.melodicIntervals) },
  {
    name: "melody",
    wrong: [
      [() => music.melody("C4 E4" as never), "steps must be a list"],
      [() => music.melody(["C4", "X"]), '"X" is no note'],
      [() => music.melody([Number.NaN]), "a step is NaN"],
      [() => music.melody(["C4"], { beats: [] }), "beats is empty"],
      [() => music.melody(["C4"], { beats: 0 }), "beats is 0"],
      [() => music.melody(["C4"], { bpm: Number.NaN }), "bpm is NaN"],
      [() => music.melody(["C4"], { velocity: 2 }), "velocity is 2"],
      [() => music.melody(["C4"], { start: -1 }), "start is -1"],
    ],
  },
  {
    name: "midiToHz",
    wrong: [
      [() => music.midiToHz(Number.NaN), "midi is NaN"],
      [() => music.midiToHz(1e6), "midi is 1000000"],
      [() => music.midiToHz(69, { a4: 0 }), "a4 is 0"],
    ],
  },
  {
    name: "midiToNote",
    wrong: [
      [() => music.midiToNote(Number.NaN), "midi is NaN"],
      [() => music.midiToNote(60, { key: "C maj min" }), '"C maj min" is no key'],
    ],
  },
  {
    name: "nameChord",
    wrong: [
      [() => music.nameChord("CEG" as never), "notes must be a list"],
      [() => music.nameChord(["C", "H"]), '"H" is no note'],
      [() => music.nameChord([Number.NaN]), "midi is NaN"],
    ],
  },
  {
    name: "nearestInScale",
    wrong: [
      [() => music.nearestInScale(Number.NaN, "C", "major"), "midi is NaN"],
      [() => music.nearestInScale(60, "H", "major"), '"H" is no tonic'],
      [() => music.nearestInScale(60, "C", "nice"), '"nice" is no scale'],
    ],
  },
  {
    name: "ngrams",
    wrong: [
      [() => music.ngrams([1, 2], 0), "n is 0"],
      [() => music.ngrams(undefined as never, 1), "sequence is undefined"],
      [() => music.ngrams([1, 2], 1.5), "n is 1.5"],
    ],
  },
  {
    name: "noteToHz",
    wrong: [
      [() => music.noteToHz("A44.1.1"), '"A44.1.1" is no note'],
      [() => music.noteToHz("A4", { a4: 0 }), "a4 is 0"],
    ],
  },
  {
    name: "noteToMidi",
    wrong: [
      [() => music.noteToMidi(""), '"" is no note'],
      [() => music.noteToMidi("H4"), '"H4" is no note'],
      [() => music.noteToMidi("C4 E4"), '"C4 E4" is no note'],
      [() => music.noteToMidi(60 as never), "60 is no note"],
    ],
  },
  {
    name: "pianoRoll",
    wrong: [
      ...wrongNotes(music.pianoRoll)!,
      [() => music.pianoRoll([note], { framesPerSecond: 0 }), "framesPerSecond is 0"],
      [() => music.pianoRoll([note], { lowest: -1 }), "lowest is -1"],
      [() => music.pianoRoll([note], { lowest: 60, highest: 50 }), "highest is 50"],
      [() => music.pianoRoll([note], { frames: 0 }), "frames is 0"],
      [() => music.pianoRoll([{ ...note, offset: 1e9 }]), "would have 100000000000 frames"],
    ],
  },
  { name: "pitchClassSet", wrong: [[() => music.pitchClassSet(["C", "H"]), '"H" is no note']] },
  { name: "primeForm", wrong: [[() => music.primeForm(7 as never), "notes must be a list"]] },
  {
    name: "quantizeNotes",
    wrong: [
      ...wrongNotes(music.quantizeNotes)!,
      [() => music.quantizeNotes([note], { division: 0 }), "division is 0"],
      [() => music.quantizeNotes([note], { strength: 2 }), "strength is 2"],
      [() => music.quantizeNotes([note], { tempo: Number.NaN }), "tempo is NaN"],
    ],
  },
  // Its errors come with its promise: tests/unit/music/symbolic/abc.test.ts.
  { name: "readAbc" },
  {
    name: "readMidi",
    wrong: [
      [() => music.readMidi("MThd" as never), "bytes must be a Uint8Array"],
      [() => music.readMidi(new Uint8Array(0)), "bytes is empty"],
      [() => music.readMidi(Uint8Array.of(1, 2, 3)), "it does not begin with MThd"],
      [() => music.readMidi(music.writeMidi([note]).subarray(0, 14)), "it has no track"],
      [() => music.readMidi(music.writeMidi([note]).subarray(0, 40)), "it is cut off"],
    ],
  },
  {
    name: "romanNumeral",
    wrong: [
      [() => music.romanNumeral("C:major", "C major"), '"C:major" is no chord label'],
      [() => music.romanNumeral("C:maj", ""), '"" is no key'],
    ],
  },
  {
    name: "scaleNotes",
    wrong: [
      [() => music.scaleNotes("H", "major"), '"H" is no tonic'],
      [() => music.scaleNotes("C", "nice"), '"nice" is no scale'],
    ],
  },
  {
    name: "secondsToBeats",
    wrong: [
      [() => music.secondsToBeats(Number.NaN, 120), "seconds is NaN"],
      [() => music.secondsToBeats(1, Number.POSITIVE_INFINITY), "tempo is Infinity"],
    ],
  },
  { name: "splitAbc", wrong: [[() => music.splitAbc(" "), "text must be music in ABC notation"]] },
  {
    name: "splitKey",
    wrong: [
      [() => music.splitKey("C mayor"), '"C mayor" is no key'],
      [() => music.splitKey(7 as never), "7 is no key"],
    ],
  },
  {
    name: "tempoFromBeats",
    wrong: [
      [() => music.tempoFromBeats([1]), "beats has 1 beats"],
      [() => music.tempoFromBeats([1, 1]), "beats[0] gives a tempo of Infinity"],
      [() => music.tempoFromBeats([1, Number.NaN, 2]), "beats[0] gives a tempo of NaN"],
    ],
  },
  {
    name: "tempoMap",
    wrong: [
      [() => music.tempoMap([]), "changes must be a tempo"],
      [() => music.tempoMap(120 as never), "changes must be a list"],
      [() => music.tempoMap([{ beat: 0, bpm: 0 }]), "changes[0] gives a tempo of 0"],
      [
        () =>
          music.tempoMap([
            { beat: 4, bpm: 120 },
            { beat: 4, bpm: 60 },
          ]),
        "they must ascend",
      ],
    ],
  },
  {
    name: "transpose",
    wrong: [
      ...wrongNotes((notes) => music.transpose(notes, 1))!,
      [() => music.transpose([note], Number.NaN), "semitones is NaN"],
    ],
  },
  {
    name: "transposeNote",
    wrong: [
      [() => music.transposeNote("H", "M3"), '"H" is no note'],
      [() => music.transposeNote("C", "3"), '"3" is no interval'],
    ],
  },
  {
    name: "writeAbc",
    wrong: [
      ...wrongNotes(music.writeAbc)!,
      [() => music.writeAbc([note], { key: "G# major" }), "more than seven sharps"],
      [() => music.writeAbc([note], { meter: "4/5" }), 'meter is "4/5"'],
      [() => music.writeAbc([note], { division: 5 }), "division is 5"],
      [() => music.writeAbc([note], { tempo: 0 }), "tempo is 0"],
    ],
  },
  {
    name: "writeMidi",
    wrong: [
      ...wrongNotes(music.writeMidi)!,
      [() => music.writeMidi([{ ...note, midi: 128 }]), "midi is 128"],
      [() => music.writeMidi([{ ...note, hz: 500 }], { bend: true }), "hz is 500"],
      [() => music.writeMidi([note], { tempo: 1 }), "tempo is 1"],
      [() => music.writeMidi([note], { format: 2 as never }), "format is 2"],
      [() => music.writeMidi([note], { ticksPerBeat: 0 }), "ticksPerBeat is 0"],
      [() => music.writeMidi([note], { ticksPerBeat: 40000 }), "ticksPerBeat is 40000"],
      [() => music.writeMidi([note], { meter: "3" }), 'meter is "3"'],
      [() => music.writeMidi([{ notes: [note], program: 128 }]), "program is 128"],
      [() => music.writeMidi(new Array(16).fill({ notes: [note] })), "more than 15 parts"],
      [() => music.writeMidi([{ ...note, offset: 1e9 }]), "take fewer ticksPerBeat"],
    ],
  },
];
