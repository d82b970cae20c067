// The part of abcjs that draws, without what plays: as far as it is used here.
declare module "abcjs/src/api/abc_tunebook_svg.js" {
  /** A sign of a voice, with what sounds when it is played. */
  export type DrawnElement = {
    el_type: string;
    midiPitches?: { pitch: number; start: number; duration: number }[];
    abselem?: { elemset?: SVGElement[] };
  };

  export type DrawnTune = {
    lines: { staff?: { voices: DrawnElement[][] }[] }[];
    warnings?: string[];
    setUpAudio(options: { chordsOff: boolean }): unknown;
  };

  // biome-ignore lint/style/noDefaultExport: it is what the package has
  export default function renderAbc(
    output: HTMLElement,
    abc: string,
    options: Record<string, unknown>,
  ): DrawnTune[];
}
