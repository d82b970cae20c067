/** How a note goes on: held at its level, or dying away from its start. */
export type Decay = "held" | "dying";

/** An instrument of General MIDI and what is played on it: MIDI keys from `low` to `high`, program from 0. */
export type Instrument = {
  name: string;
  family: string;
  program: number;
  low: number;
  high: number;
  decay: Decay;
};

const TABLE: [name: string, family: string, program: number, low: number, high: number, decay: Decay][] = [
  ["piano", "keys", 0, 21, 108, "dying"],
  ["electric piano", "keys", 4, 28, 96, "dying"],
  ["harpsichord", "keys", 6, 36, 86, "dying"],
  ["reed organ", "keys", 20, 40, 90, "held"],
  ["vibraphone", "mallets", 11, 53, 89, "dying"],
  ["marimba", "mallets", 12, 45, 96, "dying"],
  ["xylophone", "mallets", 13, 65, 108, "dying"],
  ["nylon guitar", "plucked", 24, 40, 83, "dying"],
  ["steel guitar", "plucked", 25, 40, 86, "dying"],
  ["jazz guitar", "plucked", 26, 40, 83, "dying"],
  ["overdriven guitar", "plucked", 29, 40, 86, "held"],
  ["harp", "plucked", 46, 28, 100, "dying"],
  ["acoustic bass", "bass", 32, 28, 60, "dying"],
  ["fingered bass", "bass", 33, 28, 64, "dying"],
  ["fretless bass", "bass", 35, 28, 64, "dying"],
  ["violin", "strings", 40, 55, 100, "held"],
  ["viola", "strings", 41, 48, 88, "held"],
  ["cello", "strings", 42, 36, 76, "held"],
  ["contrabass", "strings", 43, 28, 60, "held"],
  ["pizzicato", "strings", 45, 36, 84, "dying"],
  ["string ensemble", "strings", 48, 36, 91, "held"],
  ["voice oohs", "voice", 53, 43, 84, "held"],
  ["trumpet", "brass", 56, 54, 86, "held"],
  ["trombone", "brass", 57, 40, 74, "held"],
  ["tuba", "brass", 58, 28, 58, "held"],
  ["horn", "brass", 60, 41, 77, "held"],
  ["soprano saxophone", "winds", 64, 56, 87, "held"],
  ["alto saxophone", "winds", 65, 49, 81, "held"],
  ["tenor saxophone", "winds", 66, 44, 76, "held"],
  ["oboe", "winds", 68, 58, 91, "held"],
  ["bassoon", "winds", 70, 34, 75, "held"],
  ["clarinet", "winds", 71, 50, 91, "held"],
  ["piccolo", "winds", 72, 74, 108, "held"],
  ["flute", "winds", 73, 60, 96, "held"],
  ["recorder", "winds", 74, 67, 96, "held"],
  ["ocarina", "winds", 79, 60, 93, "held"],
  ["square lead", "synth", 80, 36, 96, "held"],
  ["saw lead", "synth", 81, 36, 96, "held"],
];

/** What plays single lines. */
export const INSTRUMENTS: Instrument[] = TABLE.map(([name, family, program, low, high, decay]) => ({
  name,
  family,
  program,
  low,
  high,
  decay,
}));

/** The instrument of that name. */
export function instrument(name: string): Instrument {
  const found = INSTRUMENTS.find((candidate) => candidate.name === name);
  if (!found) throw new Error(`no instrument is called ${name}`);
  return found;
}
