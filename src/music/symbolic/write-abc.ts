import { requireWhole } from "../base/signal.ts";
import { AbcPitchWriter, spellNotes } from "./abc-accidentals.ts";
import { gridNotes, LEAST, QUARTER, type Span, spansOf } from "./abc-grid.ts";
import { keyParts } from "./key.ts";
import { meterParts } from "./meter.ts";
import type { NoteInput } from "./note.ts";
import { mapOf, type Tempo } from "./tempo-map.ts";

/** How a tune is written. */
export type WriteAbcOptions = {
  /** Its title. Default "Untitled". */
  title?: string;
  /** Its key, such as "D dorian". Default "C major". */
  key?: string;
  /** Its metre, such as "6/8". Default "4/4". */
  meter?: string;
  /** Quarter notes a minute, or a map of its changes, of which the first is written down. Default 120. */
  tempo?: Tempo;
  /** Lines of the grid that notes are moved to, a quarter: 4 for sixteenths, 12 for triplets as well. Default 4. */
  division?: number;
};

const DIVISIONS = [1, 2, 3, 4, 6, 8, 12, 24];
/** Lengths are written in eighths. */
const UNIT = QUARTER / 2;
const BARS_A_LINE = 4;

/**
 * A tune in ABC notation (standard 2.1), for reading, sharing and drawing as a score. Notes are moved to a grid; what
 * sounds together is written as chords, what lasts over a bar line or while others change with ties, what halving does
 * not reach as triplets. The first bar begins at 0 s. Velocities are lost. Throws when a note or an option is not right.
 *
 * @param notes notes, each with onset, offset and midi or hz
 * @example
 * const tune = music.melody(["D4", "F4", "A4", "D5", ["F4", "A4"]], {beats: [1, 1, 1, 2, 3]});
 * music.writeAbc(tune, {title: "Rising", key: "D minor", meter: "3/4"})
 */
export function writeAbc(notes: readonly NoteInput[], options: WriteAbcOptions = {}): string {
  const { title = "Untitled", key = "C major", meter = "4/4", tempo = 120, division = 4 } = options;
  const { tonic, mode, signature } = keyParts(key, "writeAbc");
  if (Math.abs(signature) > 7) {
    throw new RangeError(`writeAbc: key is "${key}", which has more than seven sharps or flats.`);
  }
  requireWhole(division, 1, "division", "writeAbc");
  if (!DIVISIONS.includes(division)) {
    throw new RangeError(`writeAbc: division is ${division}; it must be one of ${DIVISIONS.join(", ")}.`);
  }
  const { numerator, denominator } = meterParts(meter, "writeAbc");
  const map = mapOf(tempo, "writeAbc");
  const bar = (4 * QUARTER * numerator) / denominator;
  const isCompound = denominator >= 8 && numerator % 3 === 0;
  const beat = isCompound ? (12 * QUARTER) / denominator : (4 * QUARTER) / denominator;
  const placed = gridNotes(notes, map, division, "writeAbc");
  const writer = new AbcPitchWriter(spellNotes(placed, signature), signature);
  const endings: Record<string, string> = { major: "", minor: "m" };
  return [
    "X:1",
    `T:${title.replace(/\s+/g, " ").trim()}`,
    `M:${numerator}/${denominator}`,
    "L:1/8",
    `Q:1/4=${Number(map[0].bpm.toFixed(3))}`,
    `K:${tonic}${endings[mode] ?? mode.slice(0, 3)}`,
    ...lines(barsOf(spansOf(placed, bar), { bar, beat, writer })),
    "",
  ].join("\n");
}

type Layout = { bar: number; beat: number; writer: AbcPitchWriter };

function barsOf(spans: readonly Span[], { bar, beat, writer }: Layout): string[] {
  const bars: string[] = [];
  let text = "";
  for (const [i, span] of spans.entries()) {
    const place = span.first % bar;
    if (text !== "" && (place % beat === 0 || span.notes.length === 0)) text += " ";
    const startsThree = span.inThree && (!spans[i - 1]?.inThree || place % QUARTER === 0);
    if (startsThree) text += tripletSign(spans.slice(i), bar);
    text += written(span, writer);
    if (span.end % bar !== 0) continue;
    bars.push(text);
    text = "";
    writer.barLine();
  }
  return bars;
}

/** The sign before as many notes as lie in the beat that begins here: three in the time of two. */
function tripletSign(following: readonly Span[], bar: number): string {
  const { first } = following[0];
  const end = Math.min(first + QUARTER, first - (first % bar) + bar);
  const pieces = following
    .filter((span) => span.first < end)
    .reduce((sum, span) => sum + pieceLengths(span).length, 0);
  return pieces === 3 ? "(3" : `(3:2:${pieces}`;
}

/** A span as notes, a chord or a rest, of as many tied pieces as its length needs. */
function written(span: Span, writer: AbcPitchWriter): string {
  const { first, end, notes } = span;
  const pieces = pieceLengths(span);
  return pieces
    .map((length, i) => {
      if (notes.length === 0) return `z${lengthText(length)}`;
      const isLast = i === pieces.length - 1;
      const signs = notes.map((note) => {
        const pitch = writer.write(note, i > 0 || note.first < first);
        return { pitch, tie: !isLast || note.end > end ? "-" : "" };
      });
      if (signs.length === 1) return signs[0].pitch + lengthText(length) + signs[0].tie;
      return `[${signs.map(({ pitch, tie }) => pitch + tie).join("")}]${lengthText(length)}`;
    })
    .join("");
}

/** The lengths that a span is written with: each a power of two, plain or with one or two dots. */
function pieceLengths({ first, end, inThree }: Span): number[] {
  // In a beat that is divided in three, notes are written half as long again as they sound.
  let left = (end - first) * (inThree ? 3 / 2 : 1);
  const pieces: number[] = [];
  while (left > 0) {
    const power = LEAST * 2 ** Math.floor(Math.log2(left / LEAST));
    const dots = [7 / 4, 3 / 2, 1].find(
      (factor) => factor * power <= left && (factor * power) % LEAST === 0,
    )!;
    pieces.push(dots * power);
    left -= dots * power;
  }
  return pieces;
}

function lengthText(length: number): string {
  let [numerator, denominator] = [length, UNIT];
  while (numerator % 2 === 0 && denominator % 2 === 0)
    [numerator, denominator] = [numerator / 2, denominator / 2];
  if (numerator % LEAST === 0 && denominator % LEAST === 0)
    [numerator, denominator] = [numerator / LEAST, denominator / LEAST];
  const above = numerator === 1 ? "" : String(numerator);
  return denominator === 1 ? above : `${above}/${denominator === 2 ? "" : denominator}`;
}

function lines(bars: readonly string[]): string[] {
  const out: string[] = [];
  for (let i = 0; i < bars.length; i += BARS_A_LINE)
    out.push(`${bars.slice(i, i + BARS_A_LINE).join(" | ")} |`);
  out.push(`${out.pop()}]`);
  return out;
}
