import type { SourceInfo } from "../../src/stdlib/data/dataset-file.ts";
import type { SourcePackage } from "./packages.ts";

/** A General MIDI soundfont in a Debian package: where it lies in it, and who made it. */
export type SoundfontInfo = { package: SourcePackage; path: string; source: SourceInfo };

const FLUID = "Frank Wen and contributors";
const MUSESCORE = "S. Christian Collins, Michael Cowgill, Frank Wen and contributors";
const TIM = "Tim Brechbill and David Bolton";

/** The soundfonts that datasets are played on. Only what is MIT can be heard; MuseScore was made from Fluid. */
export const SOUNDFONTS: SoundfontInfo[] = [
  {
    package: {
      registry: "debian",
      name: "fluid-soundfont-gm",
      version: "3.1-5.3",
      file: "fluid-soundfont-gm_3.1-5.3_all.deb",
      sha256: "6f531493ac4e4d9772fd96b2488ea1790af81c196135fbdd25997da0781fc60e",
      licence: "MIT",
    },
    path: "usr/share/sounds/sf2/FluidR3_GM.sf2",
    source: soundfontSource("Fluid", FLUID, "MIT", "fluid-soundfont-gm"),
  },
  {
    package: {
      registry: "debian",
      name: "musescore-general-soundfont-small",
      version: "0.2.1-1",
      file: "musescore-general-soundfont-small_0.2.1-1_all.deb",
      sha256: "65f9c1cb658c49e8713d2c95238d5d26868f520341f74a4fe26248a8f763c739",
      licence: "MIT, parts CC0",
    },
    path: "usr/share/sounds/sf3/MuseScore_General_Lite.sf3",
    source: soundfontSource("MuseScore", MUSESCORE, "MIT", "musescore-general-soundfont-small"),
  },
  {
    package: {
      registry: "debian",
      name: "timgm6mb-soundfont",
      version: "1.3-5",
      file: "timgm6mb-soundfont_1.3-5_all.deb",
      sha256: "034abdfb296d9353433513dad5dbdcab46425ee6008fc02fe7039b46e75edc54",
      licence: "GPL-2.0-only: measured, not played",
    },
    path: "usr/share/sounds/sf2/TimGM6mb.sf2",
    source: soundfontSource("TimGM6mb", TIM, "GPL-2.0-only", "timgm6mb-soundfont"),
  },
];

function soundfontSource(name: string, authors: string, licence: string, debian: string): SourceInfo {
  return {
    name,
    authors,
    licence,
    source: `Debian ${debian}`,
    credit: `${name} soundfont: ${authors} (${licence})`,
  };
}
