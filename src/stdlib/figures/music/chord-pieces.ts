import type { LabeledSegment } from "../../../music/evaluation/chord-segments.ts";
import {
  type ChordAccuracyOptions,
  chordWeightedAccuracy,
} from "../../../music/evaluation/chord-weighted-accuracy.ts";

/** A stretch of time in which no chord changes. */
export interface ChordPiece {
  start: number;
  end: number;
  estimated: string;
  /** Undefined where the truth is not known. */
  truth?: string;
  kind: "plain" | "right" | "false" | "not compared";
}

const kinds = new Map<number, ChordPiece["kind"]>([
  [1, "right"],
  [0, "false"],
]);

/** Both lanes cut at each other's boundaries, and the part of the time in which they agree. */
export function chordPieces(
  estimated: readonly LabeledSegment[],
  truth: readonly LabeledSegment[] | undefined,
  options: ChordAccuracyOptions,
): { pieces: ChordPiece[]; accuracy?: number } {
  if (!truth || truth.length === 0) {
    return {
      pieces: estimated.map(({ start, end, label }) => ({ start, end, estimated: label, kind: "plain" })),
    };
  }
  const { accuracy, pieces } = chordWeightedAccuracy(truth, estimated, { ...options, steps: true });
  return {
    accuracy,
    pieces: pieces.map(({ start, end, reference, estimated: label, score }) => ({
      start,
      end,
      estimated: label,
      truth: reference,
      kind: kinds.get(score) ?? "not compared",
    })),
  };
}

const endings: Record<string, string> = {
  maj: "",
  min: "m",
  maj7: "maj7",
  min7: "m7",
  "7": "7",
  dim: "dim",
  aug: "aug",
};

/** A chord label as a lead sheet writes it: C, Am, G7; "–" for no chord. */
export function shortChord(label: string): string {
  if (label === "N") return "–";
  const [root = "", rest = "maj"] = label.split(":");
  return root + (endings[rest] ?? rest);
}
