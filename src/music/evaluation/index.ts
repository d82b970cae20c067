export { type BeatFMeasureOptions, type BeatFMeasureSteps, beatFMeasure } from "./beat-f-measure.ts";
export type { MetricVariation } from "./beat-variations.ts";
export type { ChordComparison } from "./chord-comparisons.ts";
export { type ChordParts, splitChord } from "./chord-label.ts";
export type { ChordSegment } from "./chord-segments.ts";
export {
  type ChordAccuracyOptions,
  type ComparedPiece,
  chordWeightedAccuracy,
} from "./chord-weighted-accuracy.ts";
export { type CompareChordsOptions, compareChords } from "./compare-chords.ts";
export { type Continuity, type ContinuityOptions, type ContinuitySteps, continuity } from "./continuity.ts";
export { type EncodedChord, encodeChord } from "./encode-chord.ts";
export type { Events } from "./events.ts";
export type { FMeasure } from "./f-measure.ts";
export { freqToVoicing, type Voicing } from "./freq-to-voicing.ts";
export { hz2cents } from "./hz2cents.ts";
export type { Matching } from "./matching.ts";
export type { EstimatedMelody, MelodySeries, ReferenceMelody } from "./melody-series.ts";
export { type NoteF, type NoteFOptions, noteF } from "./note-f.ts";
export type { EvaluatedNote } from "./notes.ts";
export { type OnsetFMeasureOptions, onsetFMeasure } from "./onset-f-measure.ts";
export {
  overallAccuracy,
  type PitchAccuracyOptions,
  type PitchAccuracySteps,
  rawChromaAccuracy,
  rawPitchAccuracy,
} from "./pitch-accuracy.ts";
export { type TempoAccuracyOptions, tempoAccuracy1, tempoAccuracy2 } from "./tempo-accuracy.ts";
export { type CentVoicing, type CentVoicingOptions, toCentVoicing } from "./to-cent-voicing.ts";
export { voicingFalseAlarm, voicingRecall } from "./voicing-measures.ts";
