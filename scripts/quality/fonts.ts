import { existsSync } from "node:fs";
import { DatasetError } from "../datasets/tools.ts";

const FONTS = {
  fluid: { path: "/usr/share/sounds/sf2/FluidR3_GM.sf2", package: "fluid-soundfont-gm" },
  musescore: {
    path: "/usr/share/sounds/sf3/MuseScore_General_Lite.sf3",
    package: "musescore-general-soundfont-small",
  },
  timgm: { path: "/usr/share/sounds/sf2/TimGM6mb.sf2", package: "timgm6mb-soundfont" },
};

/** The soundfonts that are played. */
export type FontName = keyof typeof FONTS;

/** The soundfonts of a half: the one for reports has one more, which no tuning has heard. */
export const FONTS_OF_HALF: Record<"tune" | "report", FontName[]> = {
  tune: ["fluid", "musescore"],
  report: ["fluid", "musescore", "timgm"],
};

// Measured on single notes, a third of an octave apart: these have samples that are 30 to 160 cents off their keys,
// or silent. All others are within 25 cents, but for the top notes of pianos (up to 42, stretched as pianos are).
const OUT_OF_TUNE: Record<FontName, string[]> = {
  fluid: ["violin", "contrabass"],
  musescore: [],
  timgm: ["acoustic bass", "saw lead"],
};

/** The soundfonts of a half in which an instrument is in tune. */
export function fontsFor(instrument: string, half: "tune" | "report"): FontName[] {
  return FONTS_OF_HALF[half].filter((font) => !OUT_OF_TUNE[font].includes(instrument));
}

/** Where a soundfont is. Throws a line with the package to install when it is not there. */
export function fontPath(font: FontName): string {
  const { path, package: name } = FONTS[font];
  if (!existsSync(path)) throw new DatasetError(`${path} is missing: apt-get install ${name}`);
  return path;
}
