import type { NoteInput } from "../../../music/symbolic/note.ts";
import { checkArray, checkSettings } from "../../check-arguments.ts";
import { checkPositive } from "./check-cells.ts";
import { type CompareNotesOptions, compareNotes, type RollNote } from "./compare-notes.ts";
import { emptyFigure } from "./empty-figure.ts";
import { marksLegend } from "./marks-legend.ts";
import { pagedFigure } from "./paged-figure.ts";
import { keyRange, midiName, rollParts } from "./piano-roll-drawing.ts";
import {
  checkOrigins,
  originColors,
  originLegend,
  originNames,
  originRoom,
  originStretches,
} from "./piano-roll-origins.ts";
import type { MusicFigureOptions } from "./picked-figure.ts";
import type { PlayOptions } from "./playhead.ts";

export interface PianoRollFigureOptions extends MusicFigureOptions, PlayOptions, CompareNotesOptions {
  /** The true notes: each note found is then right or false, and the rest missed. */
  truth?: readonly NoteInput[];
  /**
   * What each note belongs to, in the order of the notes: a name, such as that of the tune that it was taken from, or
   * null. Notes of one name have one colour, and the name stands above them. Not together with `truth`.
   */
  origins?: readonly (string | null)[];
  /** What is said of the notes whose origin is null; default "of no other". */
  without?: string;
  /** Plays one note, on a click on it or Enter. */
  playNote?: (note: RollNote) => unknown;
  /** The lowest and the highest key, as MIDI numbers; default those of the notes, and at least an octave. */
  keys?: readonly [number, number];
  /** How long the piece is in seconds; default until the last note ends. Give it when the notes come bit by bit. */
  length?: number;
  /** Seconds that are seen at once; default 30. The rest is a slider away. */
  across?: number;
}

const margins = { top: 12, right: 16, bottom: 44, left: 44 };
const kinds: Record<RollNote["kind"], string> = {
  plain: "",
  right: ", right",
  missed: ", missed",
  false: ", false",
};

/**
 * Notes over time: a piano roll. With the true notes, what was found is right (filled) or false (hatched), and what was
 * not found is missed (dashed outline). With `origins`, it shows what each note was taken from. The arrow keys go from note to note; `playNote` lets one be heard, `play` the
 * piece from there. A piece longer than half a minute is shown part by part.
 *
 * @param notes notes with onset, offset and midi or hz, as `music.transcribe`, `music.readMidi` and `music.readAbc`
 *   give them; undefined draws an empty frame of the same size
 * @throws TypeError when they are no list, RangeError when a note is none.
 * @example
 * const truth = music.melody(["C4", "E4", "G4", "C5"], {bpm: 90});
 * const found = [...truth.slice(0, 3), {onset: 1.4, offset: 1.9, midi: 64}];
 * display(pianoRollFigure(found, {truth}));
 * display(pianoRollFigure(found, {origins: ["a song", "a song", null, null], without: "new"}));
 */
export function pianoRollFigure(
  notes: readonly NoteInput[] | undefined,
  options: PianoRollFigureOptions = {},
): HTMLElement {
  const owner = "pianoRollFigure";
  checkSettings(owner, options, "{truth: notes}");
  const { truth, play, playNote, position, keys, caption, width, height = 300, across = 30 } = options;
  const { origins, without = "of no other" } = options;
  const name = options.name ?? "Piano roll";
  checkPositive(owner, "across", across, "20");
  if (truth !== undefined) checkArray(owner, "truth", truth, "[{onset: 0, offset: 0.5, midi: 60}]");
  if (notes === undefined) return emptyFigure(name, "The notes appear here.", { ...options, height });
  checkArray(owner, "notes", notes, "[{onset: 0, offset: 0.5, midi: 60}]");
  if (origins !== undefined) {
    checkOrigins(owner, origins, notes.length);
    if (truth !== undefined) {
      throw new TypeError(`${owner}: notes have origins or are held against a truth, not both.`);
    }
  }
  const all = compareNotes(owner, notes, truth, options);
  if (all.length === 0 && options.length === undefined) {
    return emptyFigure(name, "There are no notes in it.", { ...options, height });
  }
  const [low, high] = keyRange(
    all.map(({ midi }) => midi),
    keys?.[0],
    keys?.[1],
  );
  const length = options.length ?? all.reduce((latest, { offset }) => Math.max(latest, offset), 0.1);
  const count = (kind: RollNote["kind"]) => all.filter((note) => note.kind === kind).length;
  const told = truth
    ? `${count("right")} right, ${count("missed")} missed, ${count("false")} false.`
    : `${all.length} notes.`;
  const colors = origins && originColors(origins);
  const originOf = ({ index }: RollNote) => origins?.[index] ?? null;
  const stretches = origins ? originStretches(all, origins) : [];
  const activate = playNote ? (i: number) => playNote(all[i]!) : undefined;
  const invitation = playNote
    ? "Choose a note to hear it."
    : play
      ? "Choose a note to hear the piece from there."
      : "Choose a note to read it.";
  return pagedFigure({
    name,
    description: `${told} From ${midiName(low)} to ${midiName(high)}, over ${length.toFixed(1)} seconds.`,
    caption: [truth ? told : "", caption].filter(Boolean).join(" "),
    legend: truth
      ? marksLegend([
          ["right", "right"],
          ["missed", "missed"],
          ["false", "false"],
        ])
      : colors && originLegend(colors, without),
    width,
    height,
    margins: colors ? { ...margins, top: margins.top + originRoom } : margins,
    yDomain: [low - 0.5, high + 0.5],
    length,
    across: Math.min(length, across),
    parts: (box, from, to) => {
      if (!colors) return rollParts(all, [low, high], box, from, to);
      const colorOf = (note: RollNote) => colors.get(originOf(note) ?? "") ?? "var(--etude-muted)";
      const roll = rollParts(all, [low, high], box, from, to, colorOf);
      return [...roll, originNames(stretches, colors, box, from, to)];
    },
    position,
    things: (show) => ({
      invitation,
      count: all.length,
      find: (time, y, reach) => {
        const at = all.findLastIndex(
          ({ onset, offset, midi }) =>
            Math.abs(midi - y) <= 0.5 && time >= onset - reach && time <= Math.max(offset, onset + reach),
        );
        return at < 0 ? undefined : at;
      },
      where: (i) => ({ x: all[i]!.onset, y: Math.min(high, Math.max(low, all[i]!.midi)) }),
      describe: (i) => {
        const { onset, offset, midi, kind } = all[i]!;
        const origin = origins && `, ${originOf(all[i]!) ?? without}`;
        return `${midiName(midi)}, from ${onset.toFixed(2)} to ${offset.toFixed(2)} s${origin ?? kinds[kind]}`;
      },
      beside: (i, direction) => {
        const { onset, offset, midi } = all[i]!;
        const together = all.flatMap((note, j) =>
          note.onset < offset && note.offset > onset && direction * (note.midi - midi) > 0 ? [j] : [],
        );
        return together.toSorted((a, b) => direction * (all[a]!.midi - all[b]!.midi))[0];
      },
      activate: activate ?? (play && ((i) => play(all[i]!.onset, show))),
    }),
    table: () => ({
      columns: [
        "note",
        "from (s)",
        "to (s)",
        ...(truth ? ["against the truth"] : []),
        ...(origins ? ["belongs to"] : []),
      ],
      rows: all.map((note) => [
        midiName(note.midi),
        note.onset,
        note.offset,
        ...(truth ? [note.kind] : []),
        ...(origins ? [originOf(note) ?? without] : []),
      ]),
    }),
  });
}
