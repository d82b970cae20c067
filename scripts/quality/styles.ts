/** What a bar of a style is made of; patterns as in drum-kit.ts, also for the pitched parts. */
export type Style = {
  name: string;
  /** The tempi that it is played at, in counted beats a minute. */
  bpm: [low: number, high: number];
  metre: number;
  /** Drum patterns, one taken for each piece. */
  drums: string[][];
  /** One sign a slot: when the bass plays, "x" the root, "5" the fifth, "8" the octave, "3" the third. */
  bass: string[];
  /** When the chord is played; "x" all of it, digits its single tones from below, "=" held from here. */
  comp: string[];
  /** Programs that the chord is played on. */
  instruments: number[];
  /** Share of pieces with a melody. */
  melody: number;
  /** Later eighths are this much of a beat late: 1/6 is a triplet feel. */
  swing?: number;
  /** Every fourth bar ends in a fill. */
  fills?: boolean;
};

const KEYS = [0, 1, 4];
const GUITARS = [24, 25, 27];
const ORCHESTRA = [48, 49, 52, 19];

/** The styles of the tempo set. */
export const STYLES: Style[] = [
  {
    name: "drums only",
    bpm: [60, 180],
    metre: 4,
    drums: [
      ["k X...x...X...x...", "s ....X.......X...", "h x.x.x.x.x.x.x.x."],
      ["k X.....x.X.x.....", "s ....X.......X..-", "h x.x.x.x.x.x.x...", "o ..............x."],
      ["k X.......X.......", "s ....X.......X...", "r x...x...x...x..."],
      ["k X..x..x.X..x....", "s ....X..-.-..X...", "h xxxxxxxxxxxxxxxx"],
    ],
    bass: [],
    comp: [],
    instruments: KEYS,
    melody: 0,
  },
  {
    name: "rock",
    bpm: [90, 175],
    metre: 4,
    drums: [
      ["k X.......X.x.....", "s ....X.......X...", "h x.x.x.x.x.x.x.x."],
      ["k X.x.....X.......", "s ....X.......X...", "o x...x...x...x..."],
    ],
    bass: ["xxxxxxxx", "x.xx.xx5"],
    comp: ["x...x...", "x..x..x.", "========"],
    instruments: [25, 29, 27],
    melody: 0.4,
    fills: true,
  },
  {
    name: "piano solo",
    bpm: [60, 140],
    metre: 4,
    drums: [],
    bass: ["x...5...", "x.5.8.5.", "x......."],
    comp: ["..x...x.", "12321232", "x.x.x.x."],
    instruments: [0],
    melody: 1,
  },
  {
    name: "chorale",
    bpm: [55, 110],
    metre: 4,
    drums: [],
    bass: ["x.5.8.5.", "x.3.5.8."],
    comp: ["x.x.x.x."],
    instruments: ORCHESTRA,
    melody: 0.6,
  },
  {
    name: "waltz",
    bpm: [84, 190],
    metre: 3,
    drums: [[], ["k X.....", "x ..x.x.", "h ..x.x."], ["k X.....", "r x.xxx.", "p ..x.x."]],
    bass: ["x.....", "x...5."],
    comp: ["..x.x."],
    instruments: [0, 21, 24, 48],
    melody: 0.8,
  },
  {
    name: "swing",
    bpm: [100, 190],
    metre: 4,
    drums: [
      ["r x.xxx.xx", "p ..x...x.", "k x...x..."],
      ["r x.xxx.xx", "p ..x...x.", "s ...-...."],
    ],
    bass: ["x.3.5.8.", "x.5.8.5."],
    comp: ["...x....", "x..x....", "..x..x.."],
    instruments: [0, 26],
    melody: 0.7,
    swing: 1 / 6,
  },
  {
    name: "funk",
    bpm: [80, 125],
    metre: 4,
    drums: [
      ["k X..x..x...x..x..", "s ....X..-.-..X..-", "h x.x.x.x.x.x.x...", "o ..............x."],
      ["k X.x...x..xx.....", "s ....X..-....X...", "h xxxxxxxxxxxxxxxx"],
    ],
    bass: ["x..x..8...x.x...", "x.x...x..8.x...."],
    comp: ["..x..x....x..x..", "...x..x....x..x."],
    instruments: [4, 27],
    melody: 0.2,
  },
  {
    name: "latin",
    bpm: [90, 180],
    metre: 4,
    drums: [
      ["k X..xX..x", "x x..x..x.", "h xxxxxxxx"],
      ["w x.x.x.x.", "g ..x.xx.x", "x ..xx.x.x", "b xxxxxxxx"],
    ],
    bass: ["x..5x..5", "...x..8."],
    comp: ["x..x..x.", "..x..x.x"],
    instruments: [0, 24],
    melody: 0.5,
  },
  {
    name: "ballad",
    bpm: [50, 85],
    metre: 4,
    drums: [["k X.......x.......", "x ....X.......X...", "h x.x.x.x.x.x.x.x."], []],
    bass: ["x...x...", "x......5"],
    comp: ["12321232", "========", "x...x..."],
    instruments: [0, 4, 25],
    melody: 0.9,
  },
  {
    name: "house",
    bpm: [112, 138],
    metre: 4,
    drums: [
      ["k X...X...X...X...", "o ..x...x...x...x.", "s ....x.......x..."],
      ["k X...X...X...X...", "h ..xx..xx..xx..xx"],
    ],
    bass: ["..x...x...x...x.", "..xx..8x..xx..8x"],
    comp: ["x..x..x...x..x..", "================"],
    instruments: [89, 81, 4],
    melody: 0.3,
  },
  {
    name: "folk guitar",
    bpm: [80, 150],
    metre: 4,
    drums: [],
    bass: ["x...5..."],
    comp: ["..xx.xxx", "x.xx.xxx", "1.23.232"],
    instruments: GUITARS,
    melody: 0.5,
  },
  {
    name: "fast breaks",
    bpm: [150, 190],
    metre: 4,
    drums: [["k X.x.......xx....", "s ....X..-.-..X..-", "h x.x.x.x.x.x.x.x."]],
    bass: ["x.....5.x.......", "x..............."],
    comp: ["================", "x.....x....."],
    instruments: [89, 48],
    melody: 0.3,
    fills: true,
  },
];
