export { type BeatFMeasureOptions, type BeatFMeasureSteps, beatFMeasure } from "./beat-f-measure.ts";
export type { MetricVariation } from "./beat-variations.ts";
export { type Cemgil, type CemgilOptions, cemgil } from "./cemgil.ts";
export type { ChordComparison } from "./chord-comparisons.ts";
export { type ChordParts, splitChord } from "./chord-label.ts";
export {
  type ChordSegmentation,
  chordSegmentation,
  directionalHammingDistance,
} from "./chord-segmentation.ts";
export type { LabeledSegment, TimeSpan } from "./chord-segments.ts";
export {
  type ChordAccuracyOptions,
  type ComparedPiece,
  chordWeightedAccuracy,
} from "./chord-weighted-accuracy.ts";
export { type CompareChordsOptions, compareChords } from "./compare-chords.ts";
export { type Continuity, type ContinuityOptions, type ContinuitySteps, continuity } from "./continuity.ts";
export { type EncodedChord, encodeChord } from "./encode-chord.ts";
export type { FMeasure } from "./f-measure.ts";
export { freqToVoicing, type PitchAndVoicing } from "./freq-to-voicing.ts";
export { type GotoOptions, goto } from "./goto.ts";
export { hz2cents } from "./hz2cents.ts";
export { type InformationGainOptions, informationGain } from "./information-gain.ts";
export { keyWeightedScore } from "./key-weighted-score.ts";
export type { Matching } from "./matching.ts";
export type { EstimatedMelody, MelodySeries, ReferenceMelody } from "./melody-series.ts";
export { type NoteF, type NoteFOptions, noteF } from "./note-f.ts";
export { type NoteOffsetFOptions, noteOffsetF } from "./note-offset-f.ts";
export { type NoteOnsetFOptions, noteOnsetF } from "./note-onset-f.ts";
export { type NoteVelocityFOptions, noteVelocityF } from "./note-velocity-f.ts";
export type { EvaluatedNote, NoteTimes } from "./notes.ts";
export { type OnsetFMeasureOptions, onsetFMeasure } from "./onset-f-measure.ts";
export { type PScoreOptions, pScore } from "./p-score.ts";
export {
  overallAccuracy,
  type PitchAccuracyOptions,
  type PitchAccuracySteps,
  rawChromaAccuracy,
  rawPitchAccuracy,
} from "./pitch-accuracy.ts";
export type { FiguresOnly, WithSteps } from "./steps.ts";
export { type TempoAccuracyOptions, tempoAccuracy1, tempoAccuracy2 } from "./tempo-accuracy.ts";
export { type TempoDetection, type TempoDetectionOptions, tempoDetection } from "./tempo-detection.ts";
export { type CentVoicing, type CentVoicingOptions, toCentVoicing } from "./to-cent-voicing.ts";
export { type TrimBeatsOptions, trimBeats } from "./trim-beats.ts";
export { voicingFalseAlarm, voicingRecall } from "./voicing-measures.ts";
