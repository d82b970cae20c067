import type { Credit } from "../game-tracks/credits.ts";

/** What a track is for in its game, and what says so. */
export type MoodLabel = { mood: Mood; evidence: string };

/** The two classes, in the order in which figures show them. */
export const MOODS = ["calm", "action"] as const;
export type Mood = (typeof MOODS)[number];

const COMBAT = "music.lua: choose_combat";
const NEUTRAL = "music.lua: ambient_neutral";
const NEBULA = "music.lua: choose_ambient in a nebula";
const LANDED = "music.lua: choose_land";
const NAME = "name of the file";

/** The names of the files without folder and ending, by game, mood and what says what they are for. */
const LABELS: Record<string, Record<Mood, Record<string, string[]>>> = {
  // Themes of factions, which the script plays as well when nothing happens there, are left out.
  Naev: {
    calm: {
      [NEUTRAL]: [
        ..."ambient2 ambient2_5 mission peace1 peace2 peace4 peace6 void_sensor ambiphonic".split(" "),
        ..."ambient4 terminal eureka".split(" "),
      ],
      [NEBULA]: ["ambient1", "ambient3"],
      [LANDED]: ["agriculture", "ocean", "snow", "cosmostation", "upbeat"],
    },
    action: {
      [COMBAT]: [
        ..."combat1 combat2 combat3 nebu_battle1 nebu_battle2 collective2 galacticbattle".split(" "),
        ..."battlesomething1 battlesomething2 blackmoor_tides flf_battle1".split(" "),
      ],
    },
  },
  "Battle for Wesnoth": {
    calm: {
      [NAME]: ["sad", "silvan_sanctuary", "traveling_minstrels", "wanderer"],
      "comment in the file: for tragic love scenes": ["love_theme"],
      "comment in the file: now mood music": ["transience"],
    },
    action: {
      [NAME]: [
        "battle-epic",
        "battle",
        "frantic",
        "frantic-old",
        "siege_of_laurelmor",
        "the_dangerous_symphony",
      ],
      "comment in the file: for particularly intense scenarios": ["vengeful"],
    },
  },
  // The geoscape is the map of the world on which one plans; the battlescape is where one fights.
  "UFO: Alien Invasion": {
    calm: {
      [NAME]: [
        ..."Crystan-Geosphere02 Crystan-Geosphere03 Crystan-Geosphere04".split(" "),
        ..."karlmacklin_geoscape van_geoscape".split(" "),
      ],
    },
    action: {
      [NAME]: [
        ..."Crystan-Battlescape01 Crystan-Battlescape02 Crystan-Battlescape03".split(" "),
        ..."Crystan-Battlescape04 Crystan-Battlescape05 Crystan-Battlescape06".split(" "),
        ..."MarineAlienRaid MarineBacktheAttack MarineFireFight MarineUrbanWarfare".split(" "),
        ..."dynamictest-battle-41-74sec van_mission van_mission2 van_mission3 van_mission4".split(" "),
      ],
    },
  },
  FreedroidRPG: {
    calm: { [NAME]: ["Ambience", "town", "temple"] },
    action: { [NAME]: ["AmbientBattle", "Hyperbattle", "TechBattle"] },
  },
  "Unknown Horizons": {
    calm: {
      [NAME]: ["goldenvalley", "nightdream", "waves", "Peer Gynt Suite No. 1, Op. 46 - I. Morning"],
    },
    action: { [NAME]: ["battle", "seafight"] },
  },
};

/** The games that have tracks of both moods. */
export const MOOD_GAMES = Object.keys(LABELS);

/** What a track is for, or null where its game does not say. */
export function moodOf({ game, file }: Credit): MoodLabel | null {
  const name = file.replace(/^.*\//, "").replace(/\.\w+$/, "");
  for (const mood of MOODS) {
    for (const [evidence, names] of Object.entries(LABELS[game]?.[mood] ?? {})) {
      if (names.includes(name)) return { mood, evidence };
    }
  }
  return null;
}
