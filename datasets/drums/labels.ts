/** The six classes, in the order in which figures show them. */
export const CLASS_NAMES = ["kick", "snare", "tom", "hi-hat", "cymbal", "clap"];

// Parts of names, as anyone would write them at first; the first class with a match wins.
const NAIVE_PARTS: [string, string[]][] = [
  ["kick", ["kick", "bass", "bd"]],
  ["snare", ["snare", "sn"]],
  ["tom", ["tom"]],
  ["hi-hat", ["hat", "hh"]],
  ["cymbal", ["cymbal", "crash", "ride", "splash", "china", "bell"]],
  ["clap", ["clap"]],
];

// Whole words. A name that has one of these is none of the six, whatever else it says.
const OTHER_INSTRUMENTS = new Set([
  ...["agogo", "bongo", "cajon", "clave", "conga", "cowbell", "djembe", "dununba", "kenkeni", "maraca"],
  ...["sangban", "tabla", "tambourine", "triangle", "waterglass", "whistle", "woodblock"],
  // Strokes that are not a drum's own sound, or more than one stroke.
  ...["click", "finger", "fx", "roll", "stick", "zap"],
]);

// Whole words, in this order: a "ride" of a kit named after its toms is a cymbal, a "bass drum" a kick.
const WORDS: [string, string[]][] = [
  ["clap", ["clap"]],
  ["hi-hat", ["hat", "hh", "chh", "ohh"]],
  ["cymbal", ["crash", "cymbal", "china", "ride", "splash"]],
  ["kick", ["kick", "bd"]],
  ["snare", ["snare", "sn"]],
  ["tom", ["tom", "tomhi"]],
];

// Checked one by one against the kit's own description, the name of the recording and the measured features.
const CHECKED = new Map<string, string>([
  ["ColomboAcousticDrumkit / redo super opaco", "snare"],
  ["The Black Pearl 1.0 / Paiste Bell", "cymbal"],
  ["Sonic Pi drums / drum_bass_hard", "kick"],
  ["Sonic Pi drums / drum_bass_soft", "kick"],
  ["Sonic Pi drums / drum_cymbal_closed", "hi-hat"],
  ["Sonic Pi drums / drum_cymbal_open", "hi-hat"],
  ["Sonic Pi drums / drum_cymbal_pedal", "hi-hat"],
  ["Sonic Pi singles / hat_zap", "hi-hat"],
]);

/** The class that a search for parts of words gives: what goes wrong without care. */
export function naiveLabel(instrument: string): string | null {
  const name = instrument.toLowerCase();
  return NAIVE_PARTS.find(([, parts]) => parts.some((part) => name.includes(part)))?.[0] ?? null;
}

/** The class of an instrument of a kit by whole words and the hand-checked table; null for none of the six. */
export function checkedLabel(kit: string, instrument: string): string | null {
  const checked = CHECKED.get(`${kit} / ${instrument}`);
  if (checked) return checked;
  const words = wordsOf(instrument);
  if (words.some((word) => OTHER_INSTRUMENTS.has(word))) return null;
  if (words.join(" ").includes("bass drum")) return "kick";
  return WORDS.find(([, names]) => names.some((name) => words.includes(name)))?.[0] ?? null;
}

/** "BassDrum" → bass, drum; "crash16inch" → crash, inch; "hat_snap" → hat, snap. */
function wordsOf(name: string): string[] {
  return (
    name
      .replace(/([a-z])([A-Z])/g, "$1 $2")
      .toLowerCase()
      .match(/[a-z]+/g) ?? []
  );
}
