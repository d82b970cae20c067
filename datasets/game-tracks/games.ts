import type { SourcePackage } from "../../scripts/datasets/packages.ts";

/** A game whose music is measured, and where in its package it lies. */
export type Game = {
  name: string;
  source: SourcePackage;
  /** The folder of the music, inside the package. */
  folder: string;
  /** A zip inside that folder that holds it. */
  archive?: string;
};

function debian(name: string, version: string, sha256: string, licence: string): SourcePackage {
  const file = `${name}_${version.replace(":", "%3a")}_all.deb`;
  return { registry: "debian", name, version, file, sha256, licence };
}

/** The games, those of `mood` first. Licences are per track: see credits.tsv. */
export const GAMES: Game[] = [
  {
    name: "Battle for Wesnoth",
    source: debian(
      "wesnoth-1.16-music",
      "1:1.16.9-1",
      "f9bc3cde92b4ab30db5d7b85f89b4bcc3d788dd92602956d0347250850bf59bb",
      "GPL-2.0-or-later",
    ),
    folder: "usr/share/games/wesnoth/1.16/data/core/music",
  },
  {
    name: "Naev",
    source: debian(
      "naev-data",
      "0.8.2-1",
      "a98849cacdfc72779e03ceb68f32af03cb3c3f382ba8b82e3299ef87254b454d",
      "by track: CC-BY-3.0, CC-BY-SA-3.0, CC-BY-SA-4.0, CC0-1.0, GPL-2.0-or-later, GPL-3.0-only or CC-BY-3.0",
    ),
    folder: "usr/share/naev/dat/snd/music",
  },
  {
    name: "UFO: Alien Invasion",
    source: debian(
      "ufoai-music",
      "2.5-2",
      "2465d55e9dce75a3a2a1ad1c8ca67da84e251c04e0965d63a8562b2d9f76f9e6",
      "by track: CC-BY-3.0, CC-BY-SA-3.0, GPL-2.0-only, public domain",
    ),
    folder: "usr/share/games/ufoai/base",
    archive: "0music.pk3",
  },
  {
    name: "FreedroidRPG",
    source: debian(
      "freedroidrpg-data",
      "1.0-1",
      "16c3cfeb82b1ec20c98493bbe1de2e356bd1aec832845630a5a7f12e303baa2b",
      "GPL-2.0-or-later",
    ),
    folder: "usr/share/freedroidrpg/data/sound/music",
  },
  {
    name: "Unknown Horizons",
    source: debian(
      "unknown-horizons",
      "2019.1-6",
      "ff49ea196d0f57c80d4cd4509c030240cbe632881f8c5b2a1265dd3e3795f100",
      "GPL-2.0-or-later",
    ),
    folder: "usr/share/unknown-horizons/content/audio/music",
  },
  {
    name: "Extreme Tux Racer",
    source: debian(
      "extremetuxracer-data",
      "0.8.2-1",
      "8ce6c82e6fb89549d284f43f6c4b0a9d82e6c0e5da753bee0ef419276a21470c",
      "GPL-2.0-or-later",
    ),
    folder: "usr/share/games/etr/music",
  },
  {
    name: "Warzone 2100",
    source: debian(
      "warzone2100-music",
      "4.3.3-3",
      "d3b2c9f90ea5438d45d4aff18339a03ec808e1affa9dac91f7dad61cb15ee64e",
      "GPL-2.0-or-later",
    ),
    folder: "usr/share/games/warzone2100/music",
  },
  {
    name: "SuperTuxKart",
    source: debian(
      "supertuxkart-data",
      "1.4+dfsg-2",
      "568d69cda50dc8ad1facb89514bd14953dfca736fdb83c49ae330b0aa7dd2364",
      "by track: CC-BY-SA-3.0, CC-BY-SA-4.0, GPL, not stated for this file",
    ),
    folder: "usr/share/games/supertuxkart/data/music",
  },
  {
    name: "Hedgewars",
    source: debian(
      "hedgewars-data",
      "1.0.2-6",
      "722225903a72604403e6e0026e40e9a6953f47a74d94efc5f55504bc05bb4761",
      "GPL-2.0-only",
    ),
    folder: "usr/share/games/hedgewars/Data/Music",
  },
  {
    name: "Colobot",
    source: debian(
      "colobot-common-sounds",
      "0.2.0-2",
      "819e799542eac69c95b072567b5584eb3e0b2bb900de13efa3684915747b1644",
      "GPL-3.0-or-later",
    ),
    folder: "usr/share/games/colobot/music",
  },
  {
    name: "HyperRogue",
    source: debian(
      "hyperrogue-music",
      "12.0q-1",
      "61ab9f4c2169442d85f42c42d26e80c1a18b93c741f3d44f1b9d83015904e7f7",
      "CC-BY-SA-3.0",
    ),
    folder: "usr/share/hyperrogue/music",
  },
  {
    name: "Nexuiz",
    source: debian(
      "nexuiz-music",
      "2.5.2-12",
      "d1a7d6e2c0a5bbe6670dbf73354e38f742597310d425e373250fc71a636f8dda",
      "GPL-2.0-or-later",
    ),
    folder: "usr/share/games/nexuiz/data",
    archive: "music.pk3",
  },
  {
    name: "Endgame: Singularity",
    source: debian(
      "singularity-music",
      "007-2",
      "139ba1e408eeb0a72f1fff3760ca46558b9f81bed97dc8c0efa108c4007f4845",
      "CC-BY-SA-3.0",
    ),
    folder: "usr/share/games/singularity/music",
  },
  {
    name: "WarMUX",
    source: debian(
      "warmux-data",
      "1:11.04.1+repack2-4",
      "cceec72afcc9d5b0515149eb505bf0d883bd47399e602b30a805cafa2d91eb70",
      "GPL-2.0-or-later",
    ),
    folder: "usr/share/games/warmux/music",
  },
  {
    name: "OpenClonk",
    source: debian(
      "openclonk-data",
      "8.1-3",
      "1505314b47196c5052caf75e870ea2cf36bdb4e1d0c7e3f133da93815b7e642f",
      "CC-BY-3.0 or CC0-1.0, not stated which",
    ),
    folder: "usr/share/games/openclonk/Music.ocg",
  },
  {
    name: "Trackballs",
    source: debian(
      "trackballs-data",
      "1.3.4-1",
      "ebc05f997c12896d8a0016990efbf01445b65b66f1eb45759a6277426cc13dac",
      "by track: Ethymonics Free Music License 1, GPL-2.0-or-later",
    ),
    folder: "usr/share/games/trackballs/music",
  },
  {
    name: "Enigma",
    source: debian(
      "enigma-data",
      "1.20-dfsg.1-2.2",
      "e4cb966d16047353cdbe188e50e4e91edc20d7b3473ea0320d24689078ceed27",
      "GPL-2.0-only",
    ),
    folder: "usr/share/games/enigma/music",
  },
  {
    name: "X-Moto",
    source: debian(
      "xmoto-data",
      "0.6.1+repack-9",
      "458966c8291579df7dd215a3ebf48cb89fc94e94fe871d124b542eb6233c0e66",
      "GPL-2.0-or-later",
    ),
    folder: "usr/share/games/xmoto/Textures/Musics",
  },
];
