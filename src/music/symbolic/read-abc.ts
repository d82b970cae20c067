import type { AbcAudio, AbcTuneData } from "abcjs/src/parse/abc_parse.js";
import { midiToHz } from "./hz-to-midi.ts";
import { keyParts } from "./key.ts";
import { inOrder, type Note } from "./note.ts";
import { prepareAbc, STRETCH } from "./prepare-abc.ts";
import { tunesOf } from "./split-abc.ts";

/** A tune in ABC notation, read. */
export type AbcTune = {
  /** Its title; empty when it has none. */
  title: string;
  /** Its key, such as "A dorian"; "C major" where none is said. */
  key: string;
  /** Its metre, such as "6/8"; "4/4" where none is said. */
  meter: string;
  /** Quarter notes a minute; 120 where nothing is said. */
  bpm: number;
  /** Its notes, as they are played: with repeats, in order. */
  notes: Note[];
  /** The same notes, voice by voice. */
  voices: Note[][];
  /** What could not be understood and was left out. */
  warnings: string[];
};

const DEFAULT_BPM = 120;
const QUARTER = 1 / 4;
const NO_TIME = "its notes have no lengths: look at the fields L:, M: and Q:";
/** What players may do besides the notes, of which abcjs does not know all; a transposition changes the notes. */
const PLAYING_HINTS = /^%%MIDI +(?!transpose).*\n?/gm;

/**
 * The notes of a tune in ABC notation (standard 2.1, read by abcjs), with repeats and endings played out, ties joined,
 * tempo, metre and key. An accidental holds in its octave until the bar line. Every note is as loud unless dynamics are
 * written; grace notes, ornaments, chord symbols and the order of parts (P:) are left out. Of several tunes it reads
 * the first: `splitAbc` gives them one by one. To be awaited: the parser is fetched when it is first needed. Throws
 * when there are no notes in it.
 *
 * @param text a tune in ABC notation
 * @example
 * const {key, notes} = await music.readAbc("X:1\nM:3/4\nL:1/4\nK:G\nG2 B | d3 | (3c/B/A/ G2 |]");
 * display(key);
 * notes.map(({onset, midi}) => [onset, music.midiToNote(midi)])
 */
export async function readAbc(text: string): Promise<AbcTune> {
  const [first] = tunesOf(text, "readAbc");
  const { default: Parse } = await import("abcjs/src/parse/abc_parse.js");
  try {
    const parser = new Parse();
    parser.parse(first.replace(PLAYING_HINTS, ""));
    return tuneOf(parser.getTune(), parser.getWarningObjects() ?? []);
  } catch (error) {
    // Other errors are those that abcjs runs into.
    const reason = error instanceof RangeError ? error.message : "its signs make no tune";
    throw new RangeError(`readAbc: the text cannot be read as ABC notation: ${reason}.`);
  }
}

function tuneOf(tune: AbcTuneData, warnings: { message: string; line: string }[]): AbcTune {
  prepareAbc(tune);
  const beat = tune.getBeatLength();
  const audio = tune.setUpAudio({ chordsOff: true, defaultQpm: (DEFAULT_BPM * QUARTER) / beat });
  if (!audio.tracks.flat().some(({ cmd }) => cmd === "note")) throw new RangeError("it has no notes");
  const bpm = (audio.tempo * beat) / QUARTER;
  const { num, den } = tune.getMeterFraction();
  if (!(bpm > 0 && bpm < Infinity && num > 0 && den > 0)) throw new RangeError(NO_TIME);
  const voices = voicesOf(audio, 60 / (audio.tempo * beat));
  return {
    title: tune.metaText.title ?? "",
    key: keyOf(tune),
    meter: `${num}/${den}`,
    bpm,
    notes: inOrder(voices.flat()),
    voices,
    warnings: warnings.map(({ message, line }) => `${message}, in the line ${JSON.stringify(line)}`),
  };
}

function voicesOf({ tracks }: AbcAudio, wholeSeconds: number): Note[][] {
  const seconds = (stretched: number) => (stretched / STRETCH) * wholeSeconds;
  const voices = tracks.map((track) =>
    track.flatMap((command): Note[] => {
      if (command.cmd !== "note") return [];
      const { start, duration, pitch, cents = 0, volume } = command;
      const [onset, offset] = [seconds(start), seconds(start + duration)];
      if (!(offset >= onset && offset < Infinity)) throw new RangeError(NO_TIME);
      return [{ onset, offset, midi: pitch, hz: midiToHz(pitch + cents / 100), velocity: volume / 127 }];
    }),
  );
  return voices.filter((voice) => voice.length > 0).map(inOrder);
}

function keyOf(tune: AbcTuneData): string {
  const { root, acc, mode } = tune.getKeySignature();
  // The Highland pipes have one scale, whether its sharps are written (Hp) or not (HP).
  if (/^hp$/i.test(root)) return "A mixolydian";
  if (root === "none") return "C major";
  const parts = keyParts(`${root}${acc} ${mode}`, "readAbc");
  return `${parts.tonic} ${parts.mode}`;
}
