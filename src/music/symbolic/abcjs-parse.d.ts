// The parser of abcjs by itself, without what draws and plays: as far as it is used here.
declare module "abcjs/src/parse/abc_parse.js" {
  /** A sign of a voice: a note, a chord, a rest, a bar line or a setting. */
  export type AbcElement = {
    el_type: string;
    /** In whole notes. */
    duration?: number;
    startTriplet?: number;
    endTriplet?: boolean;
    tripletMultiplier?: number;
    pitches?: AbcPitch[];
    rest?: unknown;
    gracenotes?: unknown;
    decoration?: string[];
  };

  /** A note, or one of a chord, at its place on the staff; 0 is middle C. */
  export type AbcPitch = { pitch: number; startTie?: unknown; endTie?: unknown };

  /** What is to be played. Times are in whole notes at the first tempo. */
  export type AbcAudio = {
    /** Beats a minute. */
    tempo: number;
    tracks: AbcCommand[][];
  };

  export type AbcCommand =
    | { cmd: "program" | "text" }
    | { cmd: "note"; pitch: number; cents?: number; volume: number; start: number; duration: number };

  export type AbcTuneData = {
    metaText: { title?: string };
    formatting: { midi?: Record<string, unknown> };
    lines: { staff?: { voices: AbcElement[][] }[] }[];
    /** A beat in whole notes. */
    getBeatLength(): number;
    getMeterFraction(): { num: number; den: number };
    getKeySignature(): { root: string; acc: string; mode: string };
    setUpAudio(options: { chordsOff: boolean; defaultQpm: number }): AbcAudio;
  };

  export class Parse {
    parse(text: string): void;
    getTune(): AbcTuneData;
    getWarningObjects(): { message: string; line: string }[] | undefined;
  }
  // biome-ignore lint/style/noDefaultExport: it is what the package has
  export default Parse;
}
