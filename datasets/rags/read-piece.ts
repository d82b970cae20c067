import { readFileSync } from "node:fs";
import { join } from "node:path";
import { sha256 } from "../../scripts/datasets/packages.ts";
import { readMidi, secondsToBeats } from "../../src/music/index.ts";
import type { Piece } from "./pieces.ts";

/** The unit of all times: 96 a quarter note holds sixteenths, triplets and staccati as whole numbers. */
export const TICKS_A_BEAT = 96;

/** One note of a piece, in ticks from its beginning. */
export type PieceNote = {
  onset: number;
  duration: number;
  midi: number;
  /** As the file has it, from 1 to 127. */
  velocity: number;
  hand: "right" | "left";
};

/** Who set the piece, and where the package says that it was given away. */
export type Provenance = { typesetter: string; source: string; terms: string; bpm: number };

/** A bar: where it begins and how long it is, in ticks. The first whole bar is number 1. */
export type Bar = { number: number; start: number; length: number };

/** A piece as it was read. */
export type ReadPiece = { piece: Piece; notes: PieceNote[]; bars: Bar[]; provenance: Provenance };

const RIGHT = /^(up|upper|right|rh|treble)\b/;
const LEFT = /^(down|lower|left|lh|bass)\b/;

/**
 * Reads a piece of the package. Throws when the package does not call it public domain, or the file is not the one
 * whose terms were looked at.
 */
export function readPiece(library: string, piece: Piece): ReadPiece {
  const bytes = readFileSync(join(library, `${piece.file}.mid`));
  const { provenance } = JSON.parse(readFileSync(join(library, `${piece.file}.json`), "utf8"));
  if (provenance.arrangement_license !== "Public-Domain")
    throw new Error(`${piece.id} is not public domain.`);
  if (provenance.midi_sha256 !== sha256(bytes))
    throw new Error(`${piece.id} is not the file that was checked.`);
  const { tracks, tempo, meters } = readMidi(bytes);
  const ticks = (seconds: number) => Math.round(secondsToBeats(seconds, tempo) * TICKS_A_BEAT);
  const notes = tracks.flatMap(({ name, notes }) =>
    notes.map(({ onset, offset, midi, velocity }): PieceNote => {
      const [start, end] = [ticks(onset), ticks(offset)];
      return {
        onset: start,
        duration: end - start,
        midi,
        velocity: Math.round(127 * velocity),
        hand: handOf(name),
      };
    }),
  );
  notes.sort((a, b) => a.onset - b.onset || a.midi - b.midi || (a.hand < b.hand ? -1 : 1));
  const end = Math.max(...notes.map(({ onset, duration }) => onset + duration));
  return {
    piece,
    notes,
    bars: barsOf(meters, piece.upbeat, end),
    provenance: {
      typesetter: provenance.arrangement_creator.replace(/ \(.*/, ""),
      source: provenance.source_url,
      terms: provenance.terms_url,
      bpm: Math.round(tempo[0].bpm),
    },
  };
}

function handOf(track: string): "right" | "left" {
  if (RIGHT.test(track)) return "right";
  if (LEFT.test(track)) return "left";
  throw new Error(`The track "${track}" is of no hand.`);
}

/** All bars until `end`, an upbeat as bar 0. */
function barsOf(meters: { beat: number; meter: string }[], upbeat: number, end: number): Bar[] {
  const bars: Bar[] = upbeat > 0 ? [{ number: 0, start: 0, length: upbeat * TICKS_A_BEAT }] : [];
  for (let start = upbeat * TICKS_A_BEAT, number = 1; start < end; number++) {
    const { meter } = meters.findLast(({ beat }) => beat * TICKS_A_BEAT <= start)!;
    const [count, unit] = meter.split("/").map(Number);
    const length = (count * 4 * TICKS_A_BEAT) / unit;
    bars.push({ number, start, length });
    start += length;
  }
  return bars;
}
