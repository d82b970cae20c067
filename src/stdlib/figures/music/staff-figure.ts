import { shown } from "../../../learn/base/shown.ts";
import type { NoteInput } from "../../../music/symbolic/note.ts";
import { completeNotes } from "../../../music/symbolic/note.ts";
import { type WriteAbcOptions, writeAbc } from "../../../music/symbolic/write-abc.ts";
import { checkSettings } from "../../check-arguments.ts";
import { element } from "../../element.ts";
import { defaultWidth, figure } from "../figure.ts";
import { emptyFigure } from "./empty-figure.ts";
import { midiName } from "./piano-roll-drawing.ts";
import { pickPlaces } from "./place-picker.ts";
import { type DrawnScore, drawScore, type StaffNote } from "./staff-drawing.ts";

export interface StaffFigureOptions extends WriteAbcOptions {
  /** Plays what a note or a chord on the staff sounds like, by its MIDI numbers: on a click or Enter. */
  play?: (midis: readonly number[]) => unknown;
  /** Title of the figure; default the tune's, or "Score". */
  name?: string;
  /** Text below. */
  caption?: string;
  /** Width in pixels; default 640. */
  width?: number;
  /** Height kept free until the score is drawn, in pixels; default what its lines will take. */
  height?: number;
}

const linePixels = 74;
const reach = 22;

/** Lines of music in a text of ABC: what is neither a field nor a remark. */
function musicLines(abc: string): number {
  return abc.split("\n").filter((line) => line.trim() !== "" && !/^([A-Za-z+]:|%)/.test(line)).length;
}

function titleOf(abc: string): string | undefined {
  return /^T:\s*(.+)$/m.exec(abc)?.[1]?.trim();
}

/** Without its title, which the caption has. */
function untitled(abc: string): string {
  return abc.replace(/^T:.*\n?/gm, "");
}

function written(midis: readonly number[]): string {
  return midis.map(midiName).join(" ");
}

/** Moves the picked place on and back, and up and down along the lines of the score. */
function moves(notes: () => readonly StaffNote[]) {
  return (from: number | undefined, key: string): number | undefined => {
    const all = notes();
    if (all.length === 0) return undefined;
    if (key === "Home") return 0;
    if (key === "End") return all.length - 1;
    const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[key];
    if (by === undefined) return undefined;
    return from === undefined ? 0 : Math.min(all.length - 1, Math.max(0, from + by));
  };
}

/**
 * A score: notes on a staff. What draws it (abcjs, 60 KB) is loaded when the first score is shown. A line below names
 * the note under the pointer or the arrow keys; with `play`, a click or Enter lets it be heard.
 *
 * @param tune a tune in ABC notation, or notes with onset, offset and midi or hz, which are written down in the metre
 *   and the key of the options; undefined draws an empty frame of the same size
 * @throws TypeError when it is something else; RangeError when a note or an option of the notation is wrong.
 * @example
 * display(staffFigure("X:1\nT:Frère Jacques\nM:4/4\nL:1/4\nK:F\nF G A F | F G A F | A B c2 | A B c2 |]"));
 * display(staffFigure(music.melody(["D4", "F4", "A4", "D5"]), {key: "D minor", title: "Four notes"}));
 */
export function staffFigure(
  tune: string | readonly NoteInput[] | undefined,
  options: StaffFigureOptions = {},
): HTMLElement {
  const owner = "staffFigure";
  checkSettings(owner, options, '{key: "D minor"}');
  const { play, caption, width = defaultWidth, name: given, height: wanted, ...notation } = options;
  if (tune === undefined)
    return emptyFigure(given ?? "Score", "The score appears here.", { ...options, height: wanted ?? 150 });
  if (typeof tune !== "string" && !Array.isArray(tune)) {
    throw new TypeError(
      `${owner}: tune must be text in ABC notation, or a list of notes, but it is ${shown(tune)}.`,
    );
  }
  const isText = typeof tune === "string";
  if (isText ? tune.trim() === "" : tune.length === 0) {
    return emptyFigure(given ?? "Score", "There are no notes in it.", { ...options, height: wanted ?? 150 });
  }
  const abc = isText ? tune : writeAbc(tune, notation);
  const name = given ?? (isText ? titleOf(abc) : options.title) ?? "Score";
  const height = wanted ?? 30 + linePixels * musicLines(abc);
  let score: DrawnScore | undefined;
  let wide = 0;
  const sheet = element("div", { class: "etude-staff-sheet" });
  const frame = () => node.querySelector<HTMLElement>(".etude-drawing")!;
  const redraw = async (at: number) => {
    try {
      const drawn = await drawScore(untitled(abc), at);
      // A wider or narrower one may have been asked for meanwhile.
      if (at !== wide) return;
      score = drawn;
      sheet.replaceChildren(drawn.svg);
      frame().style.minBlockSize = `${Math.round(drawn.height)}px`;
      frame().dispatchEvent(new Event("etude-redraw"));
    } catch (error) {
      sheet.textContent = `The score could not be drawn: ${error instanceof Error ? error.message : error}.`;
    }
  };
  const node = figure({
    name,
    description: isText ? "A score." : `A score of ${tune.length} notes.`,
    caption,
    width,
    height,
    node: (at) => {
      if (at !== wide) {
        wide = at;
        void redraw(at);
      }
      return sheet;
    },
    table: () => ({
      columns: isText ? ["place", "notes"] : ["note", "from (s)", "to (s)"],
      rows: isText
        ? (score?.notes ?? []).map(({ midis }, i) => [i + 1, written(midis)])
        : completeNotes(tune as readonly NoteInput[], owner).map(({ midi, onset, offset }) => [
            midiName(midi),
            onset,
            offset,
          ]),
    }),
  });
  const notes = () => score?.notes ?? [];
  const readout = pickPlaces(frame(), {
    invitation: play ? "Choose a note to hear it." : "Choose a note to read it.",
    at: (x, y) => {
      let best: number | undefined;
      let least = reach;
      for (const [i, note] of notes().entries()) {
        const distance = Math.hypot(note.x - x, note.y - y);
        if (distance < least) [best, least] = [i, distance];
      }
      return best;
    },
    move: moves(notes),
    place: (i) => notes()[i] ?? { x: 0, y: 0 },
    describe: (i) => (notes()[i] ? `Note ${i + 1} of ${notes().length}: ${written(notes()[i]!.midis)}` : ""),
    activate: play && ((i) => notes()[i] && play(notes()[i]!.midis)),
  });
  frame().after(readout);
  return node;
}
