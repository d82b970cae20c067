/**
 * A groove of our own: a bar of drums, bass and chords that is played over and over. Patterns have one sign a slot, as
 * many slots as the bar is divided into. Drums: "k x...x..." is a drum of scripts/quality/drum-kit.ts, "X" an accent,
 * "-" a soft stroke. Bass: 1, 3, 5 the tones of the chord, 8 the root above; "-" goes on, "." rests. Chords: "x" all
 * tones, 1 2 3 single ones from below; "-" goes on, "." rests.
 */
export type OwnGroove = {
  name: string;
  genre: string;
  /** Quarter notes a minute, and in a bar. */
  bpm: number;
  beats: number;
  /** Off-beat eighths come this much of a beat late: 1/6 is a triplet feel. */
  swing?: number;
  drums: string[];
  bass: { program: number; line: string };
  comp: { program: number; line: string }[];
  /** A chord a bar. */
  chords: string;
};

const [PIANO, ELECTRIC_PIANO, NYLON, STEEL, JAZZ, CLEAN, OVERDRIVEN] = [0, 4, 24, 25, 26, 27, 29];
const [UPRIGHT, FINGERED, PICKED] = [32, 33, 34];
const [ORGAN, ACCORDION, STRINGS, VIBRAPHONE, VOICES] = [16, 21, 48, 11, 52];

/** Written for this course, four in each of five genres. They are in the public domain (CC0-1.0). */
export const OWN_GROOVES: OwnGroove[] = [
  {
    name: "Late Window",
    genre: "ballad",
    bpm: 68,
    beats: 4,
    drums: ["k X.......x.......", "x ....x.......x...", "h x.x.x.x.x.x.x.x."],
    bass: { program: FINGERED, line: "1-----5-1-------" },
    comp: [
      { program: PIANO, line: "1-2-3-2-1-2-3-2-" },
      { program: STRINGS, line: "x---------------" },
    ],
    chords: "C Am F G C Em F G",
  },
  {
    name: "Letter Home",
    genre: "ballad",
    bpm: 76,
    beats: 4,
    drums: [],
    bass: { program: UPRIGHT, line: "1-------5-------" },
    comp: [{ program: NYLON, line: "..1-2-3-1-2-3-2-" }],
    chords: "D Bm G A D F#m G A",
  },
  {
    name: "Streetlight",
    genre: "ballad",
    bpm: 72,
    beats: 4,
    drums: ["k X.........x.....", "s ....X.......X...", "r x.x.x.x.x.x.x.x."],
    bass: { program: FINGERED, line: "1---------1-5---" },
    comp: [
      { program: ELECTRIC_PIANO, line: "x-----x-x-------" },
      { program: VOICES, line: "x---------------" },
    ],
    chords: "F Dm Bb C F Am Bb C",
  },
  {
    name: "Slow Tide",
    genre: "ballad",
    bpm: 62,
    beats: 4,
    drums: ["k x...............", "x ........x.......", "v x...x...x...x..."],
    bass: { program: UPRIGHT, line: "1-----------5---" },
    comp: [{ program: PIANO, line: "x---2-3-x---2-3-" }],
    chords: "Am F C G Am F Dm E",
  },
  {
    name: "Corner Table",
    genre: "jazz",
    bpm: 132,
    beats: 4,
    swing: 1 / 6,
    drums: ["r x.x.xxx.", "p ..x...x.", "k -...-..."],
    bass: { program: UPRIGHT, line: "1-3-5-8-" },
    comp: [{ program: PIANO, line: "...x..x." }],
    chords: "Dm G C Am Dm G C C",
  },
  {
    name: "Blue Staircase",
    genre: "jazz",
    bpm: 168,
    beats: 4,
    swing: 1 / 6,
    drums: ["r x.xxx.xx", "p ..x...x.", "s ...-...."],
    bass: { program: UPRIGHT, line: "1-5-8-5-" },
    comp: [{ program: JAZZ, line: "x-..x-.." }],
    chords: "Cm Fm Bb Eb Ab Fm G Cm",
  },
  {
    name: "Brush and Bow",
    genre: "jazz",
    bpm: 116,
    beats: 4,
    swing: 1 / 6,
    drums: ["r x..xx..x", "p ..x...x."],
    bass: { program: UPRIGHT, line: "1-3-5-3-" },
    comp: [{ program: VIBRAPHONE, line: "x---..x-" }],
    chords: "F Dm Gm C Am Dm Gm C",
  },
  {
    name: "Five Past Two",
    genre: "jazz",
    bpm: 150,
    beats: 4,
    swing: 1 / 6,
    drums: ["r x.xxx.xx", "p ..x...x.", "k ..-..-.."],
    bass: { program: UPRIGHT, line: "8-5-3-1-" },
    comp: [
      { program: JAZZ, line: "..x-..x-" },
      { program: PIANO, line: "...x...." },
    ],
    chords: "Bb Gm Cm F Bb Eb Cm F",
  },
  {
    name: "Harbour Steps",
    genre: "latin",
    bpm: 126,
    beats: 4,
    drums: ["k x..xx..x", "x x..x..x.", "h xxxxxxxx"],
    bass: { program: UPRIGHT, line: "1--55--5" },
    comp: [{ program: NYLON, line: "x-.x-.x-" }],
    chords: "Am Dm E Am F Dm E Am",
  },
  {
    name: "Market Day",
    genre: "latin",
    bpm: 184,
    beats: 4,
    drums: ["w X.x.X.x.", "g ..x..xx.", "v x..x..x.", "b xxxxxxxx"],
    bass: { program: FINGERED, line: "...5--8-" },
    comp: [{ program: PIANO, line: "x.x.3x.x" }],
    chords: "C F G F C F G F",
  },
  {
    name: "Paper Lanterns",
    genre: "latin",
    bpm: 108,
    beats: 4,
    drums: ["w X...X...X...X...", "g ....x.......x.x.", "b x-x-x-x-x-x-x-x-", "k x.......x......."],
    bass: { program: FINGERED, line: "1---5---8-----5-" },
    comp: [{ program: PIANO, line: "..x-..x-..x-x-x-" }],
    chords: "Dm Gm A Dm Bb Gm A Dm",
  },
  {
    name: "Two Rivers",
    genre: "latin",
    bpm: 100,
    beats: 4,
    drums: ["k X..xX..xX..xX..x", "x ..x..x...x..x...", "b xxxxxxxxxxxxxxxx"],
    bass: { program: FINGERED, line: "1-----5-5-----1-" },
    comp: [{ program: NYLON, line: "x-.x--x-.x--x-x-" }],
    chords: "G Em Am D G Bm Am D",
  },
  {
    name: "Garage Door",
    genre: "rock",
    bpm: 138,
    beats: 4,
    drums: ["k X.......X.x.....", "s ....X.......X...", "h x.x.x.x.x.x.x.x."],
    bass: { program: PICKED, line: "1.1.1.1.1.1.1.5." },
    comp: [{ program: OVERDRIVEN, line: "x---x---x---x-x-" }],
    chords: "E A B A E A B E",
  },
  {
    name: "Northbound",
    genre: "rock",
    bpm: 152,
    beats: 4,
    drums: ["k X.x.....X.x.....", "s ....X.......X..-", "o x...x...x...x..."],
    bass: { program: PICKED, line: "1-1-1-1-1-1-1-1-" },
    comp: [
      { program: OVERDRIVEN, line: "x---------x-x---" },
      { program: CLEAN, line: "3-2-1-2-3-2-1-2-" },
    ],
    chords: "Am F C G Am F C G",
  },
  {
    name: "Tin Roof",
    genre: "rock",
    bpm: 116,
    beats: 4,
    drums: ["k X..x..x.X..x....", "s ....X..-....X...", "h x.x.x.x.x.x.x.x."],
    bass: { program: FINGERED, line: "1--1--5-1--1----" },
    comp: [
      { program: CLEAN, line: "..x-..x-..x-..x-" },
      { program: ORGAN, line: "x---------------" },
    ],
    chords: "D C G D D C G A",
  },
  {
    name: "Sunday Drive",
    genre: "rock",
    bpm: 128,
    beats: 4,
    drums: ["k X...x...X...x...", "s ....X.......X...", "h x.x.x.x.x.x.x.x."],
    bass: { program: PICKED, line: "1-1-5-5-1-1-5-8-" },
    comp: [{ program: STEEL, line: "x-x-x-xxx-x-x-xx" }],
    chords: "G D Em C G D C D",
  },
  {
    name: "Old Carousel",
    genre: "waltz",
    bpm: 160,
    beats: 3,
    drums: [],
    bass: { program: ACCORDION, line: "1-...." },
    comp: [{ program: ACCORDION, line: "..x.x." }],
    chords: "C C G G Dm G C C",
  },
  {
    name: "Winter Ball",
    genre: "waltz",
    bpm: 174,
    beats: 3,
    drums: [],
    bass: { program: 43, line: "1-...." },
    comp: [
      { program: STRINGS, line: "..x-x-" },
      { program: PIANO, line: "1-2-3-" },
    ],
    chords: "F C Dm Bb F C Bb C",
  },
  {
    name: "Back Porch",
    genre: "waltz",
    bpm: 112,
    beats: 3,
    drums: ["k X.....", "x ..x.x.", "h x.x.x."],
    bass: { program: FINGERED, line: "1---5-" },
    comp: [{ program: STEEL, line: "..x-xx" }],
    chords: "G C D G Em C D G",
  },
  {
    name: "Three Candles",
    genre: "waltz",
    bpm: 138,
    beats: 3,
    swing: 1 / 6,
    drums: ["r x.xxx.", "p ..x.x.", "k x....."],
    bass: { program: UPRIGHT, line: "1-3-5-" },
    comp: [{ program: PIANO, line: "...x-." }],
    chords: "Dm Gm C F Bb Gm A Dm",
  },
];
