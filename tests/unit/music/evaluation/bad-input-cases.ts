import * as music from "../../../../src/music/index.ts";
import type { BadInputCase } from "../bad-input.ts";

const never: never = undefined as never;
const beats = [5, 5.5, 6, 6.5];
const melody = { times: [0, 0.1], f0: [440, 0] };
const note = { onset: 0, offset: 1, hz: 440, velocity: 64 };
const chord = { start: 0, end: 1, label: "C:maj" };

type Wrong = NonNullable<BadInputCase["wrong"]>;

/** What every comparison of two lists of events refuses. */
const events = (metric: (a: number[], b: number[], options?: object) => unknown): Wrong => [
  [() => metric([2, 1], beats), "reference[1] is 1, before reference[0], which is 2"],
  [() => metric(beats, [1, Number.NaN]), "estimated[1] is NaN"],
  [() => metric(beats, [1, 50000]), "estimated[1] is 50000"],
  [() => metric(never, beats), "reference is undefined"],
  [() => metric(beats, "beats" as never), "estimated is beats"],
];

/** What every comparison of two melodies refuses. */
const melodies = (
  measure: (
    a: music.ReferenceMelody,
    b: music.EstimatedMelody,
    options?: music.CentVoicingOptions,
  ) => unknown,
): Wrong => [
  [() => measure({ times: [0, 0], f0: [1, 1] }, melody), "reference.times[1] is 0, not after"],
  [() => measure(melody, { times: [-1, 0], f0: [1, 1] }), "estimated.times[0] is -1"],
  [() => measure(melody, { times: [0], f0: [1, 1] }), "estimated.f0 has 2 values and estimated.times has 1"],
  [() => measure(melody, { times: [0], f0: [Number.NaN] }), "estimated.f0[0] is NaN; write 0 where"],
  [() => measure(melody, { ...melody, voicing: [0.5, 2] }), "estimated.voicing[1] is 2"],
  [() => measure({ ...melody, reward: [0.5] }, melody), "reference.reward has 1 values"],
  [() => measure(melody, melody, { hop: 0 }), "hop is 0"],
  [() => measure(melody, melody, { baseFrequency: -10 }), "baseFrequency is -10"],
  [() => measure(never, melody), "reference is undefined"],
];

/** What every comparison of two lists of notes refuses. */
const times = (metric: (a: (typeof note)[], b: (typeof note)[]) => unknown): Wrong => [
  [() => metric([{ ...note, onset: -1 }], [note]), "reference[0].onset is -1"],
  [() => metric([note], [note, { ...note, offset: 0 }]), "estimated[1].offset is 0"],
  [() => metric([note], [never]), "estimated[0] is undefined"],
  [() => metric(never, [note]), "reference must be an array"],
];

const pitches = (metric: (a: music.EvaluatedNote[], b: music.EvaluatedNote[]) => unknown): Wrong => [
  [() => metric([note], [{ ...note, hz: 0 }]), "estimated[0].hz is 0"],
  [() => metric([{ onset: 0, offset: 1, velocity: 1 }], [note]), "reference[0] has no pitch"],
  [
    () => metric([{ onset: 0, offset: 1, midi: Number.NaN, velocity: 1 }], [note]),
    "reference[0].midi is NaN",
  ],
];

/** What every comparison of two lists of chords refuses. */
const chords = (metric: (a: (typeof chord)[], b: (typeof chord)[]) => unknown): Wrong => [
  [() => metric([], [chord]), "reference is empty"],
  [() => metric([chord], [{ ...chord, start: -1 }]), "estimated[0].start is -1"],
  [() => metric([chord], [{ ...chord, end: 0 }]), "estimated[0].end is 0"],
  [() => metric([{ ...chord, start: 1, end: 2 }, chord], [chord]), "segments must be in order"],
  [
    () =>
      metric(
        [
          { ...chord, end: 3 },
          { ...chord, start: 1, end: 2 },
        ],
        [chord],
      ),
    "must be in order",
  ],
  [() => metric(never, [chord]), "reference must be an array"],
];

const labels = (metric: (label: string) => unknown): Wrong => [
  [() => metric("H:maj"), '"H:maj" is no chord label'],
  [() => metric(""), '"" is no chord label'],
  [() => metric(never), "undefined"],
];

export const badInput: BadInputCase[] = [
  {
    name: "beatFMeasure",
    wrong: [
      ...events(music.beatFMeasure),
      [() => music.beatFMeasure(beats, beats, { fMeasureThreshold: -1 }), "fMeasureThreshold is -1"],
    ],
  },
  {
    name: "cemgil",
    wrong: [
      ...events(music.cemgil),
      [() => music.cemgil(beats, beats, { cemgilSigma: 0 }), "cemgilSigma is 0"],
    ],
  },
  {
    name: "chordSegmentation",
    wrong: [
      ...chords(music.chordSegmentation),
      ...labels((label) => music.chordSegmentation([chord], [{ ...chord, label }])),
      [
        () => music.chordSegmentation([chord, { start: 0.5, end: 2, label: "N" }], [chord]),
        "segments must not overlap",
      ],
    ],
  },
  {
    name: "chordWeightedAccuracy",
    wrong: [
      ...chords(music.chordWeightedAccuracy),
      ...labels((label) => music.chordWeightedAccuracy([{ ...chord, label }], [chord])),
      [
        () => music.chordWeightedAccuracy([chord], [chord], { comparison: "majMin" as never }),
        'comparison is "majMin"; it must be one of root, thirds',
      ],
    ],
  },
  {
    name: "compareChords",
    wrong: [
      ...labels((label) => music.compareChords([label], ["C"])),
      [() => music.compareChords(["C"], []), "reference has 1 labels and estimated has 0"],
      [() => music.compareChords(never, []), "reference is undefined"],
    ],
  },
  {
    name: "continuity",
    wrong: [
      ...events(music.continuity),
      [
        () => music.continuity(beats, beats, { continuityPhaseThreshold: Number.NaN }),
        "continuityPhaseThreshold is NaN",
      ],
      [
        () => music.continuity(beats, beats, { continuityPeriodThreshold: -1 }),
        "continuityPeriodThreshold is -1",
      ],
    ],
  },
  { name: "directionalHammingDistance", wrong: chords(music.directionalHammingDistance) },
  {
    name: "encodeChord",
    wrong: [
      ...labels(music.encodeChord),
      [() => music.encodeChord("C:aug7"), "has the quality aug7, for which there are no rules"],
    ],
  },
  {
    name: "freqToVoicing",
    wrong: [
      [() => music.freqToVoicing([Number.NaN]), "frequencies[0] is NaN"],
      [() => music.freqToVoicing([440], [1, 1]), "voicing has 2 values and frequencies has 1"],
      [() => music.freqToVoicing([440], [2]), "voicing[0] is 2"],
      [() => music.freqToVoicing(never), "frequencies is undefined"],
    ],
  },
  {
    name: "goto",
    wrong: [
      ...events(music.goto),
      [() => music.goto(beats, beats, { gotoThreshold: 1 }), "gotoThreshold is 1"],
      [() => music.goto(beats, beats, { gotoMu: -1 }), "gotoMu is -1"],
      [() => music.goto(beats, beats, { gotoSigma: -1 }), "gotoSigma is -1"],
    ],
  },
  {
    name: "hz2cents",
    wrong: [
      [() => music.hz2cents([440, Infinity]), "freqHz[1] is Infinity"],
      [() => music.hz2cents([440], 0), "baseFrequency is 0"],
      [() => music.hz2cents(440 as never), "freqHz is 440"],
    ],
  },
  {
    name: "informationGain",
    wrong: [
      ...events(music.informationGain),
      [() => music.informationGain(beats, beats, { bins: 1 }), "bins is 1"],
      [() => music.informationGain(beats, beats, { bins: 10.5 }), "bins is 10.5"],
    ],
  },
  {
    name: "keyWeightedScore",
    wrong: [
      [() => music.keyWeightedScore("C", "C major"), 'reference is "C"'],
      [() => music.keyWeightedScore("C major", "H minor"), 'estimated is "H minor"'],
      [() => music.keyWeightedScore(never, "C major"), "reference is undefined"],
    ],
  },
  {
    name: "noteF",
    wrong: [
      ...times(music.noteF),
      ...pitches(music.noteF),
      [() => music.noteF([note], [note], { onsetTolerance: -1 }), "onsetTolerance is -1"],
      [() => music.noteF([note], [note], { pitchTolerance: -1 }), "pitchTolerance is -1"],
      [() => music.noteF([note], [note], { offsetRatio: -1 }), "offsetRatio is -1"],
      [() => music.noteF([note], [note], { offsetMinTolerance: -1 }), "offsetMinTolerance is -1"],
      [() => music.noteF([note], [note], { beta: 0 }), "beta is 0"],
    ],
  },
  {
    name: "noteOffsetF",
    wrong: [
      ...times(music.noteOffsetF),
      [() => music.noteOffsetF([note], [note], { offsetRatio: -1 }), "offsetRatio is -1"],
      [() => music.noteOffsetF([note], [note], { offsetMinTolerance: -1 }), "offsetMinTolerance is -1"],
      [() => music.noteOffsetF([note], [note], { beta: 0 }), "beta is 0"],
    ],
  },
  {
    name: "noteOnsetF",
    wrong: [
      ...times(music.noteOnsetF),
      [() => music.noteOnsetF([note], [note], { onsetTolerance: -1 }), "onsetTolerance is -1"],
      [() => music.noteOnsetF([note], [note], { beta: Number.NaN }), "beta is NaN"],
    ],
  },
  {
    name: "noteVelocityF",
    wrong: [
      ...times(music.noteVelocityF),
      ...pitches(music.noteVelocityF),
      [() => music.noteVelocityF([note], [{ ...note, velocity: undefined }]), "estimated[0] has no velocity"],
      [() => music.noteVelocityF([{ ...note, velocity: -1 }], [note]), "reference[0].velocity is -1"],
      [() => music.noteVelocityF([note], [note], { velocityTolerance: -1 }), "velocityTolerance is -1"],
      [() => music.noteVelocityF([note], [note], { beta: 0 }), "beta is 0"],
    ],
  },
  {
    name: "onsetFMeasure",
    wrong: [
      ...events(music.onsetFMeasure),
      [() => music.onsetFMeasure(beats, beats, { window: -0.1 }), "window is -0.1"],
    ],
  },
  {
    name: "overallAccuracy",
    wrong: [
      ...melodies(music.overallAccuracy),
      [() => music.overallAccuracy(melody, melody, { centTolerance: 0 }), "centTolerance is 0"],
    ],
  },
  {
    name: "pScore",
    wrong: [
      ...events(music.pScore),
      [() => music.pScore(beats, beats, { pScoreThreshold: -1 }), "pScoreThreshold is -1"],
    ],
  },
  {
    name: "rawChromaAccuracy",
    wrong: [
      ...melodies(music.rawChromaAccuracy),
      [() => music.rawChromaAccuracy(melody, melody, { centTolerance: -5 }), "centTolerance is -5"],
    ],
  },
  {
    name: "rawPitchAccuracy",
    wrong: [
      ...melodies(music.rawPitchAccuracy),
      [() => music.rawPitchAccuracy(melody, melody, { centTolerance: Number.NaN }), "centTolerance is NaN"],
    ],
  },
  {
    name: "splitChord",
    wrong: labels(music.splitChord),
  },
  {
    name: "tempoAccuracy1",
    wrong: [
      [() => music.tempoAccuracy1(0, 120), "reference is 0"],
      [() => music.tempoAccuracy1(120, -1), "estimated is -1"],
      [() => music.tempoAccuracy1(120, 120, { tolerance: -1 }), "tolerance is -1"],
    ],
  },
  {
    name: "tempoAccuracy2",
    wrong: [
      [() => music.tempoAccuracy2(Number.NaN, 120), "reference is NaN"],
      [() => music.tempoAccuracy2(120, Infinity), "estimated is Infinity"],
      [() => music.tempoAccuracy2(120, 120, { tolerance: Number.NaN }), "tolerance is NaN"],
    ],
  },
  {
    name: "tempoDetection",
    wrong: [
      [() => music.tempoDetection([60], 0.5, [60, 120]), "referenceTempi has 1 values"],
      [() => music.tempoDetection([60, 120], 0.5, [60, -1]), "estimatedTempi[1] is -1"],
      [() => music.tempoDetection([0, 0], 0.5, [60, 120]), "referenceTempi are both 0"],
      [() => music.tempoDetection([60, 120], 2, [60, 120]), "referenceWeight is 2"],
      [() => music.tempoDetection([60, 120], 0.5, [60, 120], { tol: -1 }), "tol is -1"],
      [() => music.tempoDetection(never, 0.5, [60, 120]), "referenceTempi is undefined"],
    ],
  },
  { name: "toCentVoicing", wrong: melodies(music.toCentVoicing) },
  {
    name: "trimBeats",
    wrong: [
      [() => music.trimBeats([1, Number.NaN]), "beats[1] is NaN"],
      [() => music.trimBeats(never), "beats is undefined"],
    ],
  },
  { name: "voicingFalseAlarm", wrong: melodies(music.voicingFalseAlarm) },
  { name: "voicingRecall", wrong: melodies(music.voicingRecall) },
];
