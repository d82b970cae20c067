import type { SourceInfo } from "../../src/stdlib/data/dataset-file.ts";

const DEBIAN = "Debian hydrogen-drumkits";
const SONIC_PI = "npm supersonic-scsynth-samples";

/** The folders of the Hydrogen package that are read. The kit of Emanuel Rumpf is kept for drum-test. */
export const HYDROGEN_KITS = [
  "Audiophob",
  "BJA_Pacific",
  "ColomboAcousticDrumkit",
  "ElectricEmpireKit",
  "ForzeeStereo",
  "Gimme A Hand 1.0",
  "HardElectro1",
  "Millo-Drums_v.1",
  "Millo_MultiLayered2",
  "Millo_MultiLayered3",
  "The Black Pearl 1.0",
  "VariBreaks",
  "circAfrique v4",
] as const;

/** Who made each kit, and on which terms, by the packages' own copyright files. */
export const KITS: SourceInfo[] = [
  // Others made its recordings, and nothing but its compiler's word says on which terms: it is not to be played.
  kit(
    "Audiophob",
    "soundcloud.com/audiophobdubstep, from freesound.org",
    "CC0-1.0 by its compiler's word",
    DEBIAN,
  ),
  kit("BJA_Pacific", "Bransin James Anderson, Luc Tanguay", "CC-BY-SA-3.0-US", DEBIAN),
  kit(
    "ColomboAcousticDrumkit",
    "Marcos Guglielmetti",
    "GPL-2.0-or-later, with an exception for music",
    DEBIAN,
  ),
  kit("ElectricEmpireKit", "Artemiy Pavlov (ArtemioLabs)", "GPL-2.0-or-later", DEBIAN),
  kit("ForzeeStereo", "Vladimir Sadovnikov, Alexander Belokurov", "GPL-2.0-only", DEBIAN),
  kit("HardElectro1", "Artemiy Pavlov (ArtemioLabs)", "GPL-2.0-or-later", DEBIAN),
  kit("Millo-Drums_v.1", "Emiliano Grilli", "GPL-2.0-only", DEBIAN),
  kit("Millo_MultiLayered2", "Emiliano Grilli", "GPL-2.0-only", DEBIAN),
  kit("Millo_MultiLayered3", "Emiliano Grilli", "GPL-2.0-only", DEBIAN),
  kit(
    "The Black Pearl 1.0",
    "Glen MacArthur (with the hand clap of his Gimme A Hand 1.0)",
    "GPL-2.0-only",
    DEBIAN,
  ),
  kit("VariBreaks", "Artemiy Pavlov (Sineshine)", "GPL-2.0-or-later", DEBIAN),
  kit("circAfrique v4", "Jim Harney", "CC-BY-SA-3.0", DEBIAN),
  kit("Sonic Pi drums", "menegass and others, from freesound.org", "CC0-1.0", SONIC_PI),
  kit("Sonic Pi electric", "looppool, from freesound.org", "CC0-1.0", SONIC_PI),
  kit("Sonic Pi singles", "many hands, from freesound.org; The Black Dog", "CC0-1.0", SONIC_PI),
];

function kit(name: string, authors: string, licence: string, source: string): SourceInfo {
  return { name, authors, licence, source, credit: `${name}: ${authors} (${licence})` };
}
